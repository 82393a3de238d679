#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that output goes to, or standard output.
///
/// It is opened before any work is done, so that a mistaken path is told at once.
final class OutputFile: Sendable {
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens a file for writing, emptying it; `nil` is standard output.
  ///
  /// - Throws: ``Failure`` with the system's reason.
  init(path: String?) throws {
    guard let path else {
      descriptor = 1
      isOwned = false
      return
    }
    // SAFETY: `open` reads the path, which Swift keeps alive as a C string during the call.
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    isOwned = true
    guard descriptor >= 0 else {
      throw Failure("\(path) cannot be written: \(String(cString: strerror(errno)))", .cannotCreate)
    }
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Writes all bytes.
  ///
  /// - Throws: ``Failure`` with the system's reason.
  func write(_ bytes: [UInt8]) throws {
    try StandardStreams.write(bytes, to: descriptor)
  }
}
