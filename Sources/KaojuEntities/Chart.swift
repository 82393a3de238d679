import KaojuVocabulary

/// A document's words as the finders of names see them, with the names proposed so far.
struct Chart {
  /// A word, with what the tables and registers know of it.
  struct Word {
    /// What a word is made of.
    enum Shape: UInt8 {
      case han
      case latin
      case number
      case punctuation
    }
    var range: TextRange
    var classes: WordClass
    var tag: PartOfSpeech
    var shape: Shape
    /// Whether a blank or line break stands before it.
    var hasGapBefore: Bool
    /// Its code unit, where it has only one; otherwise 0.
    var single: UInt16
    /// Which dictionary made it.
    var origin: KnownWord.Origin
    /// Whether no dictionary knows it.
    var isUnknown: Bool
    /// Whether all of it is written with characters of foreign names.
    var isTransliterated: Bool
    /// The index of the first of ``Chart/names`` that begins here and covers this word at least, or -1.
    var name: Int32 = -1
    /// Whether a code unit is a letter or digit of ASCII.
    static func isAlphanumeric(_ unit: UInt16) -> Bool {
      (0x30...0x39).contains(unit) || (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
    }
    /// The number of UTF-16 code units.
    var count: Int { range.count }
  }

  /// A name of a register or of the user that stands on word boundaries.
  struct KnownName {
    var words: Range<Int>
    var kind: EntityKind
    var record: NameRecord
    var isAmbiguous: Bool
    var isUsers: Bool
  }

  let units: [UInt16]
  var words: [Word] = []
  /// Known names, ordered by start, the longer first.
  var names: [KnownName] = []
  var candidates: [Candidate] = []
  /// For each word, the kind of the name with a head of its own (高新区, 公司) that ends with it.
  var nameEnds: [EntityKind?] = []

  /// Reads the words of a document.
  init(_ document: Document, rules: NameRules, register: some NameRegister) {
    units = document.text.units
    readWords(document, rules: rules)
    readNames(document, register: register)
    nameEnds = Array(repeating: nil, count: words.count)
  }

  private mutating func readWords(_ document: Document, rules: NameRules) {
    words.reserveCapacity(document.tokens.count)
    var end: Int32 = 0
    for token in document.tokens where !token.range.isEmpty {
      let first = units[token.range.start]
      let shape: Word.Shape =
        switch token.tag {
        case .quantity, .time: .number
        default: Self.shape(of: first)
        }
      words.append(
        Word(
          range: token.range, classes: rules.classes(of: units[token.range.indices]),
          tag: token.tag, shape: shape,
          hasGapBefore: token.range.lowerBound > end || words.isEmpty,
          single: token.range.count == 1 ? first : 0,
          origin: token.origin, isUnknown: token.isUnknown,
          isTransliterated: shape == .han
            && units[token.range.indices].allSatisfy { rules.transliterates($0) }))
      end = token.range.upperBound
    }
  }

  private mutating func readNames(_ document: Document, register: some NameRegister) {
    var word = 0
    var kept: [KnownName] = []
    for known in document.knownWords
    where known.flags.contains(.name) || known.origin == .user {
      while word < words.count, words[word].range.lowerBound < known.range.lowerBound { word += 1 }
      while word > 0, words[word - 1].range.lowerBound >= known.range.lowerBound { word -= 1 }
      if word < words.count, words[word].tag == .time,
        words[word].range.lowerBound == known.range.lowerBound,
        known.range.upperBound < words[word].range.upperBound,
        !known.flags.contains(.ambiguous)
      {
        readNameInTime(known, register: register)
      }
      guard word < words.count, words[word].range.lowerBound == known.range.lowerBound,
        let last = lastWord(from: word, endingAt: known.range.upperBound),
        let record = register.record(known.reference, origin: known.origin)
      else { continue }
      kept.append(
        KnownName(
          words: word..<last + 1, kind: record.kind, record: record,
          isAmbiguous: known.flags.contains(.ambiguous) && known.origin != .user,
          isUsers: known.origin == .user))
    }
    // Known words come by their start and the longer first, and so do these.
    names = kept
    markOfficeHolders()
    for index in names.indices.reversed() {
      words[names[index].words.lowerBound].name = Int32(truncatingIfNeeded: index)
    }
  }

  /// 国防部|长 is a title: the ministry is not spoken of, and a person's name may follow.
  private mutating func markOfficeHolders() {
    names.removeAll { name in
      let next = name.words.upperBound
      // 大湾区大学|生 are students.
      if name.kind == .university, next < words.count, !words[next].hasGapBefore,
        words[next].count == 1, units[words[next].range.start] == 0x751F,
        units[words[next - 1].range.end - 1] == 0x5B66
      {
        return true
      }
      guard name.kind == .government, next < words.count, !words[next].hasGapBefore else {
        return false
      }
      // 生态环境|部门 is any department.
      if units[words[next].range.start] == 0x95E8, units[words[next - 1].range.end - 1] == 0x90E8 {
        return true
      }
      guard words[next].count == 1, units[words[next].range.start] == 0x957F else { return false }
      words[next].classes.insert(.titleBefore)
      return true
    }
  }

  /// An occasion that a time is reckoned from is named by it: 党的十八大|以来.
  private mutating func readNameInTime(_ known: KnownWord, register: some NameRegister) {
    guard let record = register.record(known.reference, origin: known.origin),
      record.kind == .occasion
    else { return }
    candidates.append(
      Candidate(
        range: known.range, kind: record.kind, rule: RegisterFinder.clear, trust: .register,
        record: record))
  }

  /// The word at or after `word` that ends at an offset, if one does and nothing but words lies between.
  func lastWord(from word: Int, endingAt offset: Int32) -> Int? {
    var last = word
    while last < words.count, words[last].range.upperBound < offset { last += 1 }
    return last < words.count && words[last].range.upperBound == offset ? last : nil
  }

  private static func shape(of unit: UInt16) -> Word.Shape {
    switch unit {
    case 0x30...0x39: .number
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F: .latin
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xD800...0xDFFF, 0xF900...0xFAFF, 0x3005, 0x3007: .han
    case 0x3040...0x30FF: .han
    default: .punctuation
    }
  }
}

// MARK: Asking

extension Chart {
  /// The text range of some words.
  func range(_ range: Range<Int>) -> TextRange {
    TextRange(
      words[range.lowerBound].range.lowerBound, words[range.upperBound - 1].range.upperBound)
  }

  /// The code units of a word.
  func units(of word: Int) -> ArraySlice<UInt16> { units[words[word].range.indices] }

  /// Whether a zone with a head of its own ends with a word.
  func endsZone(_ word: Int) -> Bool { nameEnds[word] == .zone }

  /// Whether a word is the one code unit given.
  @inline(__always)
  func isUnit(_ word: Int, _ unit: UInt16) -> Bool {
    words[word].single == unit
  }

  /// Whether nothing of the clause stands before a word: punctuation, a blank or the beginning.
  func opensClause(_ word: Int) -> Bool {
    word == 0 || words[word].hasGapBefore || words[word - 1].shape == .punctuation
  }

  /// Whether a word is a single Chinese character that no table calls a function word.
  func isBrandPiece(_ index: Int) -> Bool {
    let word = words[index]
    return word.count == 1 && word.shape == .han
      && word.classes.isDisjoint(with: [.stop, .conjunction])
      && clearName(at: index) == nil
      && word.tag != .preposition && word.tag != .pronoun && word.tag != .particle
      && word.tag != .conjunction
  }

  /// The known names that begin at a word.
  func names(at word: Int) -> ArraySlice<KnownName> {
    let first = Int(words[word].name)
    guard first >= 0 else { return [] }
    var end = first
    while end < names.count, names[end].words.lowerBound == word { end += 1 }
    return names[first..<end]
  }

  /// The longest known name that begins at a word and stands without context.
  func clearName(at word: Int) -> KnownName? { names(at: word).first { !$0.isAmbiguous } }

  /// Whether a zone's name that ends with a word is only the first part of a quarter's.
  func isQuarter(after word: Int) -> Bool {
    word + 1 < words.count && !words[word + 1].hasGapBefore
      && words[word + 1].classes.contains(.quarter)
  }

  /// Whether a word is a place: a register's, or one that the dictionary tags so.
  func isPlace(_ word: Int) -> Bool {
    guard words[word].classes.isDisjoint(with: [.strip, .stop]) else { return false }
    for name in names(at: word)
    where name.words.count == 1 && name.kind == .place
      && !(name.isAmbiguous && words[word].count == 1)
    {
      return true
    }
    return words[word].tag == .placeName
      && words[word].classes.isDisjoint(with: [.generic, .strip])
      && words[word].count > 1
  }

  private static let personTags = TagSet("nr", "nrfg", "nrt")

  /// Whether a word makes a name proper: a known name, a proper noun, Latin, or characters that no
  /// dictionary joins.
  func isProper(_ word: Int) -> Bool {
    let item = words[word]
    if item.shape == .latin { return item.classes.isDisjoint(with: [.generic]) }
    guard item.shape == .han, item.classes.isDisjoint(with: [.generic, .strip, .stop]) else {
      return false
    }
    if names(at: word).contains(where: { !$0.isAmbiguous || $0.kind == .place }), item.count > 1 {
      return true
    }
    if item.count > 1 {
      if item.isUnknown { return true }
      return item.tag == .placeName || item.tag == .organizationName || item.tag == .properNoun
        || Self.personTags.contains(item.tag)
    }
    guard isBrandPiece(word) else { return false }
    if word > 0, !item.hasGapBefore, isBrandPiece(word - 1) { return true }
    return word + 1 < words.count && !words[word + 1].hasGapBefore && isBrandPiece(word + 1)
  }
}
