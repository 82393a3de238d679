import KaojuVocabulary

/// Finds names by what stands right beside them: 大川表示, 东风日产副总经理, 茂德(ProMOS), (下称猛铜控股).
struct ContextFinder: Sendable {
  static let speaker: RuleID = "context/speaker"
  static let employer: RuleID = "context/employer"
  static let defined: RuleID = "context/defined"
  static let latin: RuleID = "context/latin"

  let rules: NameRules

  private let definers: [[UInt16]] = ["下称", "以下简称", "简称", "下简称", "又称"].map {
    Array($0.utf16)
  }

  /// Adds candidates; reads the candidates found so far.
  func find(in chart: inout Chart) {
    var ends = [Int32](repeating: -1, count: chart.units.count + 1)
    for (index, candidate) in chart.candidates.enumerated() {
      let known = ends[candidate.range.end]
      if known < 0 || chart.candidates[Int(known)].range.count < candidate.range.count {
        ends[candidate.range.end] = Int32(truncatingIfNeeded: index)
      }
    }
    for word in chart.words.indices {
      if chart.isUnit(word, 0x28) { readBracket(word, ends: ends, in: &chart) }
      let classes = chart.words[word].classes
      if !classes.isDisjoint(with: [.speech, .corporate]) {
        readSpeaker(before: word, isTitle: classes.contains(.corporate), ends: ends, in: &chart)
      }
    }
  }

  /// An unknown run of two to four characters that opens a clause before a verb of saying or a title.
  private func readSpeaker(
    before word: Int, isTitle: Bool, ends: [Int32], in chart: inout Chart
  ) {
    guard word > 0, !chart.words[word].hasGapBefore,
      ends[chart.words[word - 1].range.end] < 0
    else { return }
    var first = word
    while first > 0, word - first < 4, chart.isBrandPiece(first - 1),
      first == word || !chart.words[first].hasGapBefore,
      chart.words[first - 1].classes.isDisjoint(with: [.notGiven, .nobody])
    {
      first -= 1
    }
    if first == word, chart.words[word - 1].isUnknown, chart.words[word - 1].shape == .han,
      chart.words[word - 1].count >= 2, chart.words[word - 1].count <= 4
    {
      first = word - 1
    }
    let size = first < word ? chart.range(first..<word).count : 0
    guard size >= 2, chart.opensClause(first) else { return }
    if !isTitle, chart.words[first].classes.contains(.surname), size <= 3 { return }
    // 塞方, 多国, 美媒, 特检组 are parties, not firms; 塞西 is a person.
    if let last = chart.units(of: word - 1).last, rules.plays(.party, last) { return }
    let isForeign = !isTitle && (first..<word).allSatisfy { chart.words[$0].isTransliterated }
    chart.candidates.append(
      Candidate(
        range: chart.range(first..<word), kind: isForeign ? .person : .firm,
        rule: isTitle ? Self.employer : Self.speaker, trust: .guess))
  }

  /// A bracket behind a name that gives it another: (下称猛铜控股), (ProMOS).
  private func readBracket(
    _ open: Int, ends: [Int32], in chart: inout Chart
  ) {
    guard open > 0, let close = closing(open, in: chart), close > open + 1 else { return }
    let known = ends[chart.words[open - 1].range.end]
    let owner = known < 0 ? nil : chart.candidates[Int(known)]
    var first = open + 1
    var isDefined = false
    for definer in definers {
      let text = chart.range(first..<close)
      if text.count > definer.count,
        chart.units[text.start..<text.start + definer.count].elementsEqual(definer)
      {
        var end = first
        while end < close, chart.words[end].range.end <= text.start + definer.count { end += 1 }
        first = end
        isDefined = true
        break
      }
    }
    var last = close - 1
    while first < last, chart.words[first].shape == .punctuation { first += 1 }
    while last > first, chart.words[last].shape == .punctuation { last -= 1 }
    guard first <= last, chart.words[first].shape != .punctuation else { return }
    let range = chart.range(first..<last + 1)
    if isDefined, let owner, range.count >= 2, range.count <= 16 {
      chart.candidates.append(
        Candidate(
          range: range, kind: owner.kind, rule: Self.defined, trust: .fixed,
          record: owner.record, source: owner.range))
    } else if let owner, owner.kind == .firm, first == last, chart.words[first].shape == .latin {
      chart.candidates.append(
        Candidate(
          range: range, kind: .firm, rule: Self.latin, trust: .context, record: owner.record,
          source: owner.range))
    } else if owner == nil, first == last, chart.words[first].shape == .latin,
      chart.words[open - 1].shape == .han, range.count >= 2, range.count <= 10,
      // A brand in Latin letters has small ones; capitals alone abbreviate a term (ROE, PFOS).
      chart.units[range.indices].contains(where: { (0x61...0x7A).contains($0) })
    {
      readNamesake(open, bracket: range, in: &chart)
    }
  }

  /// An unknown name before its own name in Latin letters: 茂德(ProMOS).
  private func readNamesake(_ open: Int, bracket: TextRange, in chart: inout Chart) {
    var first = open
    while first > 0, open - first < 4, first == open || !chart.words[first].hasGapBefore,
      chart.isBrandPiece(first - 1)
    {
      first -= 1
    }
    if first == open, chart.isProper(open - 1), !chart.isPlace(open - 1) { first = open - 1 }
    guard first < open, chart.range(first..<open).count >= 2 else { return }
    let name = chart.range(first..<open)
    chart.candidates.append(
      Candidate(range: name, kind: .firm, rule: Self.latin, trust: .context))
    chart.candidates.append(
      Candidate(range: bracket, kind: .firm, rule: Self.latin, trust: .context, source: name))
  }

  private func closing(_ open: Int, in chart: Chart) -> Int? {
    var word = open + 1
    while word < chart.words.count, word < open + 16 {
      if chart.isUnit(word, 0x29) { return word }
      if chart.isUnit(word, 0x28) || chart.isUnit(word, 0x3002) { return nil }
      word += 1
    }
    return nil
  }
}
