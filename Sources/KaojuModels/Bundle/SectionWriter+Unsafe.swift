/// Lays fixed-width values out one after the other, in the machine's own byte order.
struct SectionWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// Appends the memory of an array, padded to eight bytes.
  mutating func append<Element: BitwiseCopyable>(_ values: [Element]) {
    // SAFETY: BitwiseCopyable values without padding are their bytes.
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    while bytes.count % 8 != 0 { bytes.append(0) }
  }
}
