#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or standard input.
package final class FileSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: `unreadable` with the system's reason.
  package init(path: String) throws(ArchiveFault.Reason) {
    if path == "-" {
      descriptor = 0
      isOwned = false
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      isOwned = true
      guard descriptor >= 0 else { throw .unreadable(Self.systemError()) }
    }
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Appends the next bytes.
  package func read(
    into buffer: inout [UInt8], count: Int
  ) throws(ArchiveFault.Reason) -> Bool {
    var got = 0
    repeat {
      // SAFETY: the system writes at most `capacity` bytes, and `initialized` is what it wrote.
      let piece = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { target, initialized in
        repeat {
          got = Self.readOnce(descriptor, target)
        } while got < 0 && errno == EINTR
        initialized = max(got, 0)
      }
      if got < 0 { throw .unreadable(Self.systemError()) }
      buffer.append(contentsOf: piece)
    } while false
    return got > 0
  }

  private static func readOnce(_ file: Int32, _ target: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, target.baseAddress, target.count)
    #elseif canImport(Musl)
      Musl.read(file, target.baseAddress, target.count)
    #else
      Darwin.read(file, target.baseAddress, target.count)
    #endif
  }

  private static func systemError() -> String { String(cString: strerror(errno)) }
}
