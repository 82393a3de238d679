import KaojuVocabulary

/// Tells the words of the general dictionary whose numerals are no numbers by their form.
///
/// 三心二意 (an idiom of four characters), 四川 (a name) and 三亚 bar numbers; 三分之一 is tagged as
/// an idiom as well and stands in a table of exceptions.
enum IdiomNumerals {
  private static let numerals = Set("一二三四五六七八九十百千万亿两零半双".utf16)

  /// Whether a word of this form and tag is an idiom or name that holds a numeral.
  static func barsNumbers(_ surface: [UInt16], tag: PartOfSpeech) -> Bool {
    guard surface.count >= 2, surface.contains(where: { numerals.contains($0) }) else {
      return false
    }
    switch tag.description {
    case "i": return surface.count >= 3
    case "l": return surface.count >= 4
    case "ns", "nt", "nz", "nr", "nrt", "nrfg": return true
    default: return false
    }
  }
}
