/// Leads from UTF-16 offsets of canonical text to code points of the original text.
///
/// The map is a list of breakpoints: between two of them both sides advance one for one. A layout
/// break that was taken out, and the low half of a surrogate pair, each cost a breakpoint.
/// - Complexity: a look-up is logarithmic in the number of breakpoints.
public struct OffsetMap: Sendable, Hashable {
  private var starts: [Int32] = [0]
  private var targets: [Int32] = [0]

  /// Makes a map that leads every offset to itself.
  public init() {}

  /// Makes the map of a text that is its own original, counting surrogate pairs as one.
  public init(identityOver units: [UInt16]) {
    var codePoint: Int32 = 0
    for (index, unit) in units.enumerated() {
      if unit & 0xFC00 == 0xDC00, index > 0, units[index - 1] & 0xFC00 == 0xD800 {
        append(canonical: Int32(index), codePoint: codePoint - 1)
        append(canonical: Int32(index) + 1, codePoint: codePoint)
      } else {
        codePoint += 1
      }
    }
  }

  /// Says that from `canonical` on, offsets lead to `codePoint` and what follows it.
  ///
  /// - Precondition: `canonical` is not below an earlier breakpoint.
  public mutating func append(canonical: Int32, codePoint: Int32) {
    if let last = starts.last, last == canonical {
      targets[targets.count - 1] = codePoint
    } else {
      starts.append(canonical)
      targets.append(codePoint)
    }
  }

  /// The code point that the code unit at `offset` belongs to.
  public func codePoint(at offset: Int32) -> Int32 {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return targets[low] + (offset - starts[low])
  }

  /// The code points of a range: `start` inclusive, `end` exclusive.
  ///
  /// The end is one past the last character of the range, so that a layout break right behind it
  /// stays outside.
  public func codePoints(of range: TextRange) -> Range<Int32> {
    let start = codePoint(at: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<Swift.max(start, codePoint(at: range.upperBound - 1) + 1)
  }
}
