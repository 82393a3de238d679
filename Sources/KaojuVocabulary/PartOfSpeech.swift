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
  public static let unknown = PartOfSpeech(rawValue: 0)
  /// A common noun.
  public static let noun = PartOfSpeech(rawValue: 1)
  /// A person's name.
  public static let personName = PartOfSpeech(rawValue: 2)
  /// A place name.
  public static let placeName = PartOfSpeech(rawValue: 3)
  /// An organization's name.
  public static let organizationName = PartOfSpeech(rawValue: 4)
  /// Another proper noun.
  public static let properNoun = PartOfSpeech(rawValue: 5)
  /// A verb.
  public static let verb = PartOfSpeech(rawValue: 6)
  /// A verb used as a noun.
  public static let verbalNoun = PartOfSpeech(rawValue: 7)
  /// An adjective.
  public static let adjective = PartOfSpeech(rawValue: 9)
  /// A conjunction.
  public static let conjunction = PartOfSpeech(rawValue: 13)
  /// An adverb.
  public static let adverb = PartOfSpeech(rawValue: 14)
  /// A numeral.
  public static let numeral = PartOfSpeech(rawValue: 23)
  /// A preposition.
  public static let preposition = PartOfSpeech(rawValue: 25)
  /// A classifier.
  public static let classifier = PartOfSpeech(rawValue: 26)
  /// A pronoun.
  public static let pronoun = PartOfSpeech(rawValue: 27)
  /// A word of time.
  public static let timeWord = PartOfSpeech(rawValue: 29)
  /// A particle.
  public static let particle = PartOfSpeech(rawValue: 30)
  /// Punctuation.
  public static let punctuation = PartOfSpeech(rawValue: 33)
  /// A word in Latin letters.
  public static let latin = PartOfSpeech(rawValue: 34)
  /// A quantity that was kept whole.
  public static let quantity = PartOfSpeech(rawValue: 58)
  /// A time expression that was kept whole.
  public static let time = PartOfSpeech(rawValue: 59)
}
