#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A lock on a file that ends with this object, or with the process however that ends.
final class FileLock {
  private let descriptor: Int32

  /// Takes the lock; `nil` when another process has it.
  init?(path: String) {
    // SAFETY: `open` reads the path, which Swift keeps alive as a C string during the call.
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}
