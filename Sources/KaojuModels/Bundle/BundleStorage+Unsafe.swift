#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that never change: a mapped file, or an image made in memory.
///
/// SAFETY: the memory is read only and lives as long as this object, which every view retains; so
/// it may be read from any thread.
final class BundleStorage: @unchecked Sendable {
  /// The bytes.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a file; `nil` when it cannot be read or is empty.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { return nil }
    self.bytes = UnsafeRawBufferPointer(start: address, count: size)
    self.isMapped = true
  }

  /// Whether a file can be read.
  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Takes a copy of bytes made in memory.
  init(_ image: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count, alignment: 64)
    image.withUnsafeBytes { memory.copyMemory(from: $0) }
    self.bytes = UnsafeRawBufferPointer(memory)
    self.isMapped = false
  }

  deinit {
    if isMapped {
      if let address = bytes.baseAddress {
        munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
      }
    } else {
      bytes.deallocate()
    }
  }

  /// A number of eight bytes at an offset; 0 beyond the end.
  func number(at offset: Int) -> UInt64 {
    guard offset >= 0, offset &+ 8 <= bytes.count else { return 0 }
    return bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The string that a range of bytes holds in UTF-8; empty when the range is not inside.
  func string(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// How the bytes of a range stand to a key: below 0 when they come first, 0 when they are equal.
  func order(of range: Range<Int>, to key: [UInt8]) -> Int {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return 1 }
    for (index, byte) in key.enumerated() {
      guard index < range.count else { return -1 }
      let own = bytes[range.lowerBound + index]
      if own != byte { return own < byte ? -1 : 1 }
    }
    return range.count == key.count ? 0 : 1
  }

  /// The bytes of a range, copied.
  func copy(_ range: Range<Int>) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return [] }
    return Array(bytes[range])
  }
}
