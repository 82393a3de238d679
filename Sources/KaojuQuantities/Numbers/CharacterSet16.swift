/// A set of UTF-16 code units, one bit each, for loops that pass by most of a text.
struct CharacterSet16: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// Adds a code unit.
  mutating func insert(_ unit: UInt16) { bits[Int(unit) >> 6] |= 1 << (UInt64(unit) & 63) }

  /// Whether a code unit is in the set.
  @inline(__always)
  func contains(_ unit: UInt16) -> Bool {
    bits[Int(unit) >> 6] & 1 << (UInt64(unit) & 63) != 0
  }
}
