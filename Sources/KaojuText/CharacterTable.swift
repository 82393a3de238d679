import CICU
import KaojuVocabulary

/// What every scan of this room asks of a UTF-16 code unit, answered by one look-up.
///
/// The table is made once from ICU's character properties; 64 KiB, so that it stays in cache.
package struct CharacterTable: Sendable {
  /// The low three bits of an entry: the kind of run, as ``TextRun/Kind`` numbers it.
  package static let kindMask: UInt8 = 0b111
  /// The kind of a surrogate half, which has to be looked up with its other half.
  package static let surrogate: UInt8 = 7
  /// Folding to narrow width changes the character.
  package static let folds: UInt8 = 1 << 3
  /// Only Traditional text writes the character.
  package static let traditional: UInt8 = 1 << 4
  /// The character matters to where a sentence ends.
  package static let sentenceMark: UInt8 = 1 << 5
  /// The character has no width and is taken out (U+FEFF, U+200B).
  package static let invisible: UInt8 = 1 << 6
  /// A carriage return, or a surrogate half that may lack its other half.
  package static let irregular: UInt8 = 1 << 7

  /// The table that all readers share.
  package static let shared = CharacterTable()

  /// One entry for each code unit.
  package let entries: [UInt8]

  private init() {
    var entries = [UInt8](repeating: 0, count: 0x10000)
    for unit in 0..<0x10000 {
      let character = UInt32(unit)
      var entry = Self.kind(of: character)
      if entry == Self.surrogate || unit == 0x0D { entry |= Self.irregular }
      if Width.folded(UInt16(unit)) != UInt16(unit) { entry |= Self.folds }
      entries[unit] = entry
    }
    for unit in Self.invisibleUnits { entries[unit] |= Self.invisible }
    for unit in "。!?;.…《\n".utf16 { entries[Int(unit)] |= Self.sentenceMark }
    for unit in TraditionalScript.letters() { entries[Int(unit)] |= Self.traditional }
    self.entries = entries
  }

  /// Soft hyphen, zero-width space, word joiner, byte order mark.
  ///
  /// The zero-width joiner stays,
  /// since emoji are made with it.
  private static let invisibleUnits = [0xAD, 0x200B, 0x2060, 0xFEFF]

  /// The kind of run that a character belongs to, by its script and general category.
  package static func kind(of character: UInt32) -> UInt8 {
    if character & 0xFFFF_F800 == 0xD800 { return surrogate }
    // 々 and 〇 are letters of Chinese words though Unicode files them elsewhere.
    if character == 0x3005 || character == 0x3007 { return TextRun.Kind.han.rawValue }
    if character == 0x30FC { return TextRun.Kind.kana.rawValue }
    let kind: TextRun.Kind =
      switch kaoju_character_class(character) {
      case .letter: .latin
      case .han: .han
      case .kana: .kana
      case .digit: .number
      case .space: .space
      case .control: (9...13).contains(character) ? .space : .other
      case .punctuation: .punctuation
      case .mark, .other: .other
      }
    return kind.rawValue
  }

  /// Whether a character belongs to the one before it: combining marks, joiners, selectors.
  package static func extends(_ character: UInt32) -> Bool {
    if character == 0x200D || (0x1F3FB...0x1F3FF).contains(character) { return true }
    return kaoju_character_class(character) == .mark
  }
}
