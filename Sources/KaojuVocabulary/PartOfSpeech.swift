/// A part of speech in the tag set of the People's Daily corpus, as jieba's dictionary uses it.
///
/// An open set: a tag is its name, interned in one byte.
@frozen
public struct PartOfSpeech: Hashable, Sendable, CustomStringConvertible {
  /// The tag's place in ``names``.
  public let rawValue: UInt8

  /// Makes a tag from its place in ``names``.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Makes a tag from its name (`vn`); `nil` for a name that the tag set does not have.
  public init?(_ name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.rawValue = UInt8(index)
  }

  /// The tag's name.
  public var description: String {
    Int(rawValue) < Self.names.count ? Self.names[Int(rawValue)] : "x"
  }

  /// All tag names; a tag's raw value is its index.
  public static let names = [
    "x", "n", "nr", "ns", "nt", "nz", "v", "vn", "vd", "a", "ad", "an", "b", "c", "d", "e", "f",
    "g", "h", "i", "j", "k", "l", "m", "o", "p", "q", "r", "s", "t", "u", "y", "z", "w", "eng",
    "nrfg", "nrt", "ng", "vg", "ag", "dg", "tg", "vi", "vq", "df", "mg", "mq", "rg", "rr", "rz",
    "ud", "ug", "uj", "ul", "uv", "uz", "yg", "zg", "num", "time",
  ]

  /// Unknown.
  @inlinable public static var unknown: PartOfSpeech { PartOfSpeech(rawValue: 0) }
  /// A common noun.
  @inlinable public static var noun: PartOfSpeech { PartOfSpeech(rawValue: 1) }
  /// A person's name.
  @inlinable public static var personName: PartOfSpeech { PartOfSpeech(rawValue: 2) }
  /// A place name.
  @inlinable public static var placeName: PartOfSpeech { PartOfSpeech(rawValue: 3) }
  /// An organization's name.
  @inlinable public static var organizationName: PartOfSpeech { PartOfSpeech(rawValue: 4) }
  /// Another proper noun.
  @inlinable public static var properNoun: PartOfSpeech { PartOfSpeech(rawValue: 5) }
  /// A verb.
  @inlinable public static var verb: PartOfSpeech { PartOfSpeech(rawValue: 6) }
  /// A verb used as a noun.
  @inlinable public static var verbalNoun: PartOfSpeech { PartOfSpeech(rawValue: 7) }
  /// An adjective.
  @inlinable public static var adjective: PartOfSpeech { PartOfSpeech(rawValue: 9) }
  /// A conjunction.
  @inlinable public static var conjunction: PartOfSpeech { PartOfSpeech(rawValue: 13) }
  /// An adverb.
  @inlinable public static var adverb: PartOfSpeech { PartOfSpeech(rawValue: 14) }
  /// A numeral.
  @inlinable public static var numeral: PartOfSpeech { PartOfSpeech(rawValue: 23) }
  /// A preposition.
  @inlinable public static var preposition: PartOfSpeech { PartOfSpeech(rawValue: 25) }
  /// A classifier.
  @inlinable public static var classifier: PartOfSpeech { PartOfSpeech(rawValue: 26) }
  /// A pronoun.
  @inlinable public static var pronoun: PartOfSpeech { PartOfSpeech(rawValue: 27) }
  /// A word of time.
  @inlinable public static var timeWord: PartOfSpeech { PartOfSpeech(rawValue: 29) }
  /// A particle.
  @inlinable public static var particle: PartOfSpeech { PartOfSpeech(rawValue: 30) }
  /// Punctuation.
  @inlinable public static var punctuation: PartOfSpeech { PartOfSpeech(rawValue: 33) }
  /// A word in Latin letters.
  @inlinable public static var latin: PartOfSpeech { PartOfSpeech(rawValue: 34) }
  /// A quantity that was kept whole.
  @inlinable public static var quantity: PartOfSpeech { PartOfSpeech(rawValue: 58) }
  /// A time expression that was kept whole.
  @inlinable public static var time: PartOfSpeech { PartOfSpeech(rawValue: 59) }
}
