import ArgumentParser

/// The exit codes that the command uses, as in BSD's `sysexits.h`.
enum ExitStatus {
  /// The command was used wrongly.
  static let usage = ExitCode(64)
  /// The input's data was wrong (a model file with faults, a line that is no JSON).
  static let data = ExitCode(65)
  /// An input could not be opened.
  static let noInput = ExitCode(66)
  /// Something is wrong in Kaoju itself.
  static let software = ExitCode(70)
  /// An output could not be written.
  static let cannotCreate = ExitCode(73)
  /// Reading or writing failed midway.
  static let inputOutput = ExitCode(74)
  /// The models are missing or have faults.
  static let configuration = ExitCode(78)
}
