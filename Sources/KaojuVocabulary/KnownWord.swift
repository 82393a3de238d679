/// A word or name that a dictionary knows, found on the characters.
///
/// It carries all that later rooms need to know of it, since no room asks the lexicon again.
@frozen
public struct KnownWord: Hashable, Sendable {
  /// Where a word or token comes from.
  @frozen
  public enum Origin: UInt8, Sendable, Hashable, Comparable {
    /// The general dictionary.
    case dictionary
    /// A table under `models/lexicon`.
    case lexicon
    /// A register of names under `models/entities`.
    case register
    /// The user's own lexicon; it always wins.
    case user
    /// ICU's dictionary, where the lattice knows nothing.
    case icu
    /// ICU's rules: Latin, digits, punctuation, emoji.
    case rules
    /// A quantity, time or name that was kept whole.
    case protected

    /// Orders by the right to win, the user's last and strongest among dictionaries.
    public static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  /// What a known word means to rooms other than the lattice.
  @frozen
  public struct Flags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt16
    /// Makes flags from bits.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// An idiom or name whose numerals are no numbers (一带一路, 万科, 第一桶金).
    @inlinable public static var barsNumbers: Flags { Flags(rawValue: 1 << 0) }
    /// A name of a register; ``KnownWord/reference`` is its row.
    @inlinable public static var name: Flags { Flags(rawValue: 1 << 1) }
    /// A name that is also an ordinary word and needs context (机器人, 合作).
    @inlinable public static var ambiguous: Flags { Flags(rawValue: 1 << 2) }
    /// Joins other words but is no word itself.
    @inlinable public static var join: Flags { Flags(rawValue: 1 << 3) }
  }

  /// Where it stands.
  public var range: TextRange
  /// Its cost in the lattice: the negative natural logarithm of its probability.
  public var cost: Float
  /// The row of the register for a name, the row of the user's lexicon for a user's word, else -1.
  public var reference: Int32
  /// What it means to other rooms.
  public var flags: Flags
  /// Its part of speech.
  public var tag: PartOfSpeech
  /// Which dictionary knows it.
  public var origin: Origin

  /// Makes a known word.
  @inlinable
  public init(
    range: TextRange, tag: PartOfSpeech, cost: Float, origin: Origin, flags: Flags = [],
    reference: Int32 = -1
  ) {
    self.range = range
    self.tag = tag
    self.cost = cost
    self.origin = origin
    self.flags = flags
    self.reference = reference
  }
}

/// A word of the text after segmentation, with its tag and where it came from.
@frozen
public struct Token: Hashable, Sendable {
  /// Where it stands.
  public var range: TextRange
  /// Its part of speech.
  public var tag: PartOfSpeech
  /// Which dictionary or rule made it.
  public var origin: KnownWord.Origin
  /// Whether no dictionary knows it: a single character, or a run that only ICU joined.
  public var isUnknown: Bool

  /// Makes a token.
  @inlinable
  public init(
    range: TextRange, tag: PartOfSpeech, origin: KnownWord.Origin, isUnknown: Bool = false
  ) {
    self.range = range
    self.tag = tag
    self.origin = origin
    self.isUnknown = isUnknown
  }
}
