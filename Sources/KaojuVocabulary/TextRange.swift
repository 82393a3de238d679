/// A half-open range of UTF-16 code units in a document's canonical text.
///
/// Every layer of a document (sentences, tokens, quantities, entities, facts) points into the same
/// ``CanonicalText`` with these. They become code points of the original text only at the door, by
/// ``OffsetMap``.
@frozen
public struct TextRange: Hashable, Sendable, Comparable {
  /// The first code unit, inclusive.
  public var lowerBound: Int32
  /// The end, exclusive; never below ``lowerBound``.
  public var upperBound: Int32

  /// Makes a range from its two offsets.
  @inlinable
  public init(_ lowerBound: Int32, _ upperBound: Int32) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// Makes a range from two buffer indices.
  @inlinable
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = Int32(truncatingIfNeeded: lowerBound)
    self.upperBound = Int32(truncatingIfNeeded: upperBound)
  }

  /// The first code unit as an index of a buffer.
  @inlinable public var start: Int { Int(lowerBound) }
  /// The end as an index of a buffer.
  @inlinable public var end: Int { Int(upperBound) }
  /// The number of code units.
  @inlinable public var count: Int { Int(upperBound) - Int(lowerBound) }
  /// Whether the range holds no code unit.
  @inlinable public var isEmpty: Bool { lowerBound >= upperBound }
  /// The range as buffer indices.
  @inlinable public var indices: Range<Int> { start..<end }

  /// Whether the two ranges share a code unit.
  @inlinable
  public func overlaps(_ other: TextRange) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// Whether `other` lies wholly inside this range.
  @inlinable
  public func contains(_ other: TextRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  /// Whether the code unit at `offset` is inside this range.
  @inlinable
  public func contains(_ offset: Int32) -> Bool {
    lowerBound <= offset && offset < upperBound
  }

  /// The smallest range that holds both.
  @inlinable
  public func union(_ other: TextRange) -> TextRange {
    TextRange(
      Swift.min(lowerBound, other.lowerBound), Swift.max(upperBound, other.upperBound))
  }

  /// Orders by start, and the longer first among those that start together.
  @inlinable
  public static func < (left: TextRange, right: TextRange) -> Bool {
    left.lowerBound != right.lowerBound
      ? left.lowerBound < right.lowerBound : left.upperBound > right.upperBound
  }
}
