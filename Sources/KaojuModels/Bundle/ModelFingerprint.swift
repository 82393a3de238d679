/// A number that changes whenever a file that a part of the bundle is made of changes.
struct ModelFingerprint {
  /// The number so far.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Mixes bytes in (FNV-1a).
  mutating func combine(_ bytes: some Sequence<UInt8>) {
    var mixed = value
    for byte in bytes { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = mixed
  }

  /// Mixes a number in.
  mutating func combine(_ number: Int64) {
    value = (value ^ UInt64(bitPattern: number)) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// Mixes the size of a file and the time of its last change in.
  mutating func combine(statusOf path: String) {
    let status = FileStatus(path: path)
    combine(status?.size ?? -1)
    combine(status?.changed ?? -1)
  }

  /// Mixes the contents of a file in.
  mutating func combine(contentsOf path: String) {
    guard let storage = BundleStorage(path: path) else {
      combine(-1)
      return
    }
    combine(Int64(storage.bytes.count))
    combine(storage.bytes)
  }
}
