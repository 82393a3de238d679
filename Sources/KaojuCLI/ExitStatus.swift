/// The exit codes that the command uses, as in BSD's `sysexits.h`.
enum ExitStatus: Int32 {
  /// The command was used wrongly.
  case usage = 64
  /// The input's data was wrong (a line that is no JSON, a binary file).
  case data = 65
  /// An input could not be opened.
  case noInput = 66
  /// Something is wrong in Kaoju itself.
  case software = 70
  /// An output could not be written.
  case cannotCreate = 73
  /// Reading or writing failed midway.
  case inputOutput = 74
  /// The models are missing or have faults.
  case configuration = 78
}
