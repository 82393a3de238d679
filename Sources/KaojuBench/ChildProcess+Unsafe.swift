import Foundation

/// Runs of the `kaoju` command as a whole process, with what the system counted.
enum ChildProcess {
  /// What one run took.
  struct Usage {
    /// Wall-clock seconds from start to exit.
    var seconds: Double
    /// The largest resident set of any child so far, in megabytes.
    var peakMegabytes: Double
  }

  /// `RUSAGE_CHILDREN`, which glibc declares as an enumeration and `getrusage` takes as a number.
  private static let children: Int32 = -1

  /// Runs a command with its output thrown away.
  static func run(_ command: URL, _ arguments: [String], input: URL?) throws -> Usage {
    let process = Process()
    process.executableURL = command
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
    let seconds = try ContinuousClock().measure {
      try process.run()
      process.waitUntilExit()
    }
    var usage = rusage()
    // SAFETY: the system fills the whole structure that it is given.
    getrusage(children, &usage)
    return Usage(seconds: seconds.seconds, peakMegabytes: Double(usage.ru_maxrss) / 1024)
  }
}
