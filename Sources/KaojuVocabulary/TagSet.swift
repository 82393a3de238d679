/// A set of parts of speech in one word, so that asking it compares no names.
///
/// `TagSet("v", "vd").contains(.verb)` is `true`.
@frozen
public struct TagSet: Hashable, Sendable {
  /// A bit for each tag by its raw value.
  public let bits: UInt64

  /// Makes a set from the names of tags; a name that the tag set does not have adds nothing.
  public init(_ names: String...) {
    self.init(names.compactMap { PartOfSpeech($0) })
  }

  /// Makes a set from tags.
  public init(_ tags: some Sequence<PartOfSpeech>) {
    bits = tags.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// Whether a tag is in the set.
  @inlinable
  @inline(__always)
  public func contains(_ tag: PartOfSpeech) -> Bool { bits & 1 << UInt64(tag.rawValue) != 0 }
}
