import KaojuVocabulary

/// Tells the words of the general dictionary whose numerals are no numbers by their form.
///
/// 三心二意 (an idiom) and 三亚 (a name) bar numbers. The dictionary files 三分之一 and 三万人 as
/// idioms or names as well: a table lists such words, and the endings that numerals count.
struct IdiomNumerals {
  private static let numerals = Set("一二三四五六七八九十百千万亿两零半双几数".utf16)

  private let lists: WordLists

  /// Reads the exceptions from the lists.
  init(lists: WordLists) { self.lists = lists }

  /// Whether a word of the general dictionary holds a numeral that is no number.
  func barsNumbers(_ surface: [UInt16], tag: PartOfSpeech) -> Bool {
    guard surface.count >= 2, surface.contains(where: { Self.numerals.contains($0) }),
      isFixed(surface, tag: tag), !lists.countingIdioms.contains(surface)
    else { return false }
    let ending = surface.drop { Self.numerals.contains($0) }
    return ending.count == surface.count || !lists.countedEndings.contains(Array(ending))
  }

  private func isFixed(_ surface: [UInt16], tag: PartOfSpeech) -> Bool {
    switch tag.description {
    case "i": surface.count >= 3
    case "l": surface.count >= 4
    case "ns", "nt", "nz", "nr", "nrt", "nrfg":
      // A name that is nothing but numerals (二七, 万一) may stand inside a number.
      surface.contains { !Self.numerals.contains($0) }
    default: false
    }
  }
}
