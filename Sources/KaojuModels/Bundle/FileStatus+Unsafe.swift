#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The size of a file and when it was changed.
struct FileStatus {
  /// The size in bytes.
  let size: Int64
  /// When the file was changed, in nanoseconds.
  let changed: Int64

  /// Asks the file system; `nil` for a file that is not there.
  init?(path: String) {
    // SAFETY: `stat` fills the structure before it is read.
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    changed = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
