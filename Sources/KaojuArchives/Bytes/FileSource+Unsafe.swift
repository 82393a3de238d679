#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or standard input.
package final class FileSource: ByteSource {
  /// How many bytes were read so far.
  package private(set) var position = 0
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
    // SAFETY: the system writes at most `capacity` bytes, and `initialized` is what it wrote.
    let piece = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { target, initialized in
      repeat {
        got = Self.readOnce(descriptor, target)
      } while got < 0 && errno == EINTR
      initialized = max(got, 0)
    }
    if got < 0 { throw .unreadable(Self.systemError()) }
    position += got
    buffer.append(contentsOf: piece)
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

  /// The size of a file in bytes; 0 when it cannot be told.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The path without links; the path itself when it cannot be told.
  static func realPath(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func systemError() -> String { String(cString: strerror(errno)) }
}

/// Paths by patterns, as shells have them.
enum FilePattern {
  /// The paths that match a pattern with `*`, `?` and `[…]`, sorted.
  static func paths(matching pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    // SAFETY: the paths belong to `found` until it is freed, and are copied before that.
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }
  }
}
