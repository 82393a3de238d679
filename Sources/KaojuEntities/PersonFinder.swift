import KaojuVocabulary

/// Finds people by their titles, in bylines and before verbs of saying.
///
/// 厅长谢京介绍 → 谢京; (记者 洪坚鹏) → 洪坚鹏; 弗拉基米尔·普京 → the whole. A name ends where the
/// lattice ends: the surname and one or two single characters, or one word of two.
struct PersonFinder: Sendable {
  static let title: RuleID = "person/title"
  static let byline: RuleID = "person/byline"
  static let foreign: RuleID = "person/foreign"
  static let speaker: RuleID = "person/speaker"
  static let listed: RuleID = "person/listed"

  /// Adds candidates for every person of the chart.
  func find(in chart: inout Chart) {
    var word = 0
    while word < chart.words.count {
      let item = chart.words[word]
      if item.classes.contains(.byline) {
        readByline(after: word, in: &chart)
      }
      if item.classes.contains(.titleBefore), word + 1 < chart.words.count {
        readTitled(word + 1, in: &chart)
      }
      if item.classes.contains(.titleAfter), word > 0, !item.hasGapBefore,
        let range = nameEnding(at: deputy(before: word, in: chart), in: chart)
      {
        post(range, Self.title, in: &chart)
      }
      if chart.isUnit(word, 0xB7), let range = foreignName(around: word, in: chart) {
        post(range, Self.foreign, in: &chart)
      }
      readUntitled(word, in: &chart)
      word += 1
    }
    readListed(in: &chart)
  }

  /// Where a title begins that 副 may precede: 赵晓江|副|市长.
  private func deputy(before title: Int, in chart: Chart) -> Int {
    // 副
    title > 1 && chart.isUnit(title - 1, 0x526F) && !chart.words[title - 1].hasGapBefore
      ? title - 1 : title
  }

  func post(_ words: Range<Int>, _ rule: RuleID, in chart: inout Chart) {
    chart.candidates.append(
      Candidate(range: chart.range(words), kind: .person, rule: rule, trust: .context))
  }

  /// A name right behind a title, and those that 、 or 和 adds: 院长张三、李四.
  private func readTitled(_ first: Int, in chart: inout Chart) {
    guard !chart.words[first].hasGapBefore,
      var range = knownName(at: first, in: chart) ?? nameStarting(at: first, in: chart)
        ?? nameLikeAPlace(at: first, in: chart)
    else { return }
    post(range, Self.title, in: &chart)
    while range.upperBound + 1 < chart.words.count,
      chart.isUnit(range.upperBound, 0x3001) || chart.isUnit(range.upperBound, 0x548C),
      let next = nameStarting(at: range.upperBound + 1, in: chart),
      next.upperBound >= chart.words.count || endsName(next.upperBound, in: chart)
    {
      post(next, Self.title, in: &chart)
      range = next
    }
  }

  /// A known person whose name is a word too: 主席|连战.
  private func knownName(at first: Int, in chart: Chart) -> Range<Int>? {
    chart.names(at: first).first { $0.kind == .person }?.words
  }

  /// A word that begins with a surname and speaks, whatever the dictionary calls it: 理事|金海|认为.
  private func nameLikeAPlace(at first: Int, in chart: Chart) -> Range<Int>? {
    let item = chart.words[first]
    guard item.shape == .han, (2...3).contains(item.count), chart.clearName(at: first) == nil,
      item.classes.isEmpty, surnames.contains(chart.units[item.range.start]),
      item.tag == .placeName || item.tag == .properNoun,
      first + 1 < chart.words.count, !chart.words[first + 1].hasGapBefore,
      chart.words[first + 1].classes.contains(.speech)
    else { return nil }
    return first..<first + 1
  }

  private func endsName(_ word: Int, in chart: Chart) -> Bool {
    let item = chart.words[word]
    return item.hasGapBefore || item.shape == .punctuation
      || !item.classes.isDisjoint(with: [.stop, .speech])
  }

  /// Names of a byline: separated by blanks, 、 or brackets until something is no name.
  private func readByline(after word: Int, in chart: inout Chart) {
    var next = word + 1
    var first = true
    while next < chart.words.count {
      let item = chart.words[next]
      if item.shape == .punctuation {
        guard chart.isUnit(next, 0x3A) || chart.isUnit(next, 0x3001) || chart.isUnit(next, 0x2F)
        else { return }
        next += 1
        continue
      }
      if item.classes.contains(.byline) { return }
      guard first || item.hasGapBefore || chart.words[next - 1].shape == .punctuation else {
        return
      }
      guard let range = bylineName(at: next, in: chart) else { return }
      post(range, Self.byline, in: &chart)
      next = range.upperBound
      first = false
    }
  }

  /// In a byline all that stands between blanks and marks is the name, when it looks like one.
  private func bylineName(at first: Int, in chart: Chart) -> Range<Int>? {
    var end = first + 1
    while end < chart.words.count, !chart.words[end].hasGapBefore,
      chart.words[end].shape == .han
    {
      end += 1
    }
    let size = chart.range(first..<end).count
    let closes =
      end >= chart.words.count || chart.words[end].hasGapBefore
      || chart.words[end].shape == .punctuation
    let isLast =
      end >= chart.words.count || chart.words[end].hasGapBefore
      || chart.isUnit(end, 0x29) || chart.isUnit(end, 0x3011)
    if closes, size >= 2, size <= 4, startsWithSurname(first, in: chart) || isLast {
      let isClean = (first..<end).allSatisfy {
        chart.words[$0].classes.isDisjoint(with: [.speech, .titleBefore, .byline])
          && chart.clearName(at: $0)?.kind != .place
      }
      if isClean { return first..<end }
    }
    return nameStarting(at: first, in: chart)
  }

  /// The name that begins at a word: a known or foreign one, or surname and given name.
  func nameStarting(at first: Int, in chart: Chart) -> Range<Int>? {
    guard first < chart.words.count, chart.words[first].shape == .han else { return nil }
    if let known = chart.clearName(at: first) {
      if known.kind == .person { return known.words }
      return japaneseName(at: first, known: known, in: chart)
    }
    if let foreign = foreignName(startingAt: first, in: chart) { return foreign }
    let item = chart.words[first]
    guard item.classes.isDisjoint(with: [.stop, .titleBefore, .speech]) || item.count == 1 else {
      return nil
    }
    if let run = transliteratedName(at: first, in: chart) { return run }
    guard startsWithSurname(first, in: chart) else { return isTransliterated(first, in: chart) }
    if item.count >= 2 {
      let isName =
        item.tag == .personName || item.isUnknown
        || (item.count == 3 && Self.nameTags.contains(item.tag))
      if isName, item.count <= 4 {
        if item.count == 2, let given = givenPiece(first + 1, in: chart), item.tag != .personName {
          return first..<given + 1
        }
        if let given = givenPiece(first + 1, in: chart), goesOn(to: given, from: first, in: chart) {
          return first..<given + 1
        }
        return first..<first + 1
      }
      // A double surname of its own (欧阳|修).
      guard item.classes.contains(.surname), let given = givenPiece(first + 1, in: chart) else {
        return nil
      }
      return first..<given + 1
    }
    guard first + 1 < chart.words.count, !chart.words[first + 1].hasGapBefore else { return nil }
    let next = chart.words[first + 1]
    // 总书记|向|大家: a function word is no surname before a word that is known.
    if next.shape == .han, next.count == 2, next.classes.isDisjoint(with: [.speech, .stop]),
      mayBeGiven(next),
      next.isUnknown || !rules.plays(.surnameLeader, chart.units[item.range.start])
    {
      return first..<first + 2
    }
    guard let given = givenPiece(first + 1, in: chart) else { return nil }
    if let second = givenPiece(given + 1, in: chart) { return first..<second + 1 }
    return first..<given + 1
  }

  /// Whether a name of two characters has a third that the dictionary left apart: 苏子|孟|表示.
  private func goesOn(to given: Int, from first: Int, in chart: Chart) -> Bool {
    let next = given + 1
    guard chart.words[first].count == 2,
      surnames.contains(chart.units[chart.words[first].range.start]), next < chart.words.count
    else { return false }
    let tag = chart.words[given].tag
    // 周延|礼|近日: whom a time, a title or a verb of saying follows is named in full before it.
    if tag.description == "n" || tag.description == "ng", chart.words[first].tag == .personName {
      return chart.words[next].tag == .time || chart.words[next].classes.contains(.speech)
    }
    guard tag.description.hasPrefix("nr") || chart.words[given].isUnknown else { return false }
    return chart.words[next].shape == .punctuation || chart.words[next].classes.contains(.speech)
      || !chart.words[next].classes.isDisjoint(with: [.titleAfter, .notGiven])
  }

  /// Whether a word of two characters may be a given name: 嘉宾, but not 始终 or 表示.
  private func mayBeGiven(_ word: Chart.Word) -> Bool {
    switch word.tag {
    case .verb, .adverb, .preposition, .conjunction, .pronoun, .numeral, .classifier, .timeWord:
      return word.isUnknown
    default: return true
    }
  }

  /// A single character that may be part of a given name.
  private func givenPiece(_ word: Int, in chart: Chart) -> Int? {
    guard word < chart.words.count else { return nil }
    let item = chart.words[word]
    guard item.count == 1, item.shape == .han, !item.hasGapBefore,
      item.classes.contains(.given)
        || item.classes.isDisjoint(with: [.stop, .notGiven, .conjunction])
    else { return nil }
    return word
  }

  private func startsWithSurname(_ word: Int, in chart: Chart) -> Bool {
    let item = chart.words[word]
    if item.classes.contains(.surname) { return true }
    guard item.count >= 2 else { return false }
    return surnames.contains(chart.units[item.range.start])
  }

  /// The single-character surnames, so that the first character of a longer word can be asked.
  let surnames: Set<UInt16>
  private let rules: NameRules
  /// Tags under which the dictionary files names; 市民|文化节 holds a common noun.
  private static let nameTags = TagSet("nr", "nrfg", "nrt", "ns", "nt", "nz")

  init(rules: NameRules) {
    self.rules = rules
    var surnames: Set<UInt16> = []
    for unit in UInt16(0x4E00)...0x9FFF where rules.classes(of: [unit]).contains(.surname) {
      surnames.insert(unit)
    }
    self.surnames = surnames
  }

  /// A name that the dictionary tags as a foreigner's (奥巴马, 松原史明 after a title).
  private func isTransliterated(_ first: Int, in chart: Chart) -> Range<Int>? {
    let item = chart.words[first]
    if item.tag.description == "nrt" || (item.tag == .personName && item.count >= 3) {
      return first..<first + 1
    }
    if item.isUnknown, item.count >= 2, item.count <= 5 { return first..<first + 1 }
    return nil
  }
}
