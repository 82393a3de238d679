import ArgumentParser

/// A reason to end the command: a sentence for the user, and an exit code.
struct Failure: Error, CustomStringConvertible {
  /// What went wrong and what to do.
  let description: String
  /// The exit code.
  let status: ExitStatus

  init(_ description: String, _ status: ExitStatus) {
    self.description = description
    self.status = status
  }
}

extension ParsableCommand {
  /// Runs `body`; a ``Failure`` in it goes to standard error and becomes the exit code.
  func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as Failure {
      StandardStreams.error("kaoju: \(failure)\n")
      throw ExitCode(failure.status.rawValue)
    }
  }
}
