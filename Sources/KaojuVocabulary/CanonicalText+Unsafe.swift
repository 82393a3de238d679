extension CanonicalText {
  /// The folded characters of a range, as a string; not for hot loops.
  public func folded(_ range: TextRange) -> String { Self.string(units[range.indices]) }

  /// The characters of a range as the article prints them, layout breaks taken out.
  public func string(_ range: TextRange) -> String { Self.string(printed[range.indices]) }

  /// Transcodes UTF-16; an unpaired surrogate becomes U+FFFD.
  ///
  /// Several times as fast as `String(decoding:as:)`, which takes UTF-16 one scalar at a time.
  private static func string(_ units: ArraySlice<UInt16>) -> String {
    // SAFETY: a code unit takes at most three bytes, and a pair four.
    String(unsafeUninitializedCapacity: units.count * 3) { buffer in
      units.withUnsafeBufferPointer { transcode($0, into: buffer) }
    }
  }

  private static func transcode(
    _ units: UnsafeBufferPointer<UInt16>, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var index = 0
    while index < units.count {
      var scalar = UInt32(units[index])
      index += 1
      if scalar & 0xFC00 == 0xD800, index < units.count, units[index] & 0xFC00 == 0xDC00 {
        scalar = 0x1_0000 + (scalar & 0x3FF) << 10 + UInt32(units[index] & 0x3FF)
        index += 1
      } else if scalar & 0xF800 == 0xD800 {
        scalar = 0xFFFD
      }
      switch scalar {
      case ..<0x80:
        buffer[count] = UInt8(truncatingIfNeeded: scalar)
        count += 1
      case ..<0x800:
        buffer[count] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
        buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count += 2
      case ..<0x1_0000:
        buffer[count] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
        buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        buffer[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count += 3
      default:
        buffer[count] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
        buffer[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        buffer[count + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count += 4
      }
    }
    return count
  }
}
