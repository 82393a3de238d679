import KaojuVocabulary

extension PersonFinder {
  /// The foreign name whose middle dot stands at a word: 弗拉基米尔·普京.
  func foreignName(around dot: Int, in chart: Chart) -> Range<Int>? {
    guard dot > 0, dot + 1 < chart.words.count, !chart.words[dot].hasGapBefore,
      !chart.words[dot + 1].hasGapBefore
    else { return nil }
    if dot > 1, chart.isUnit(dot - 2, 0xB7) { return nil }
    var first = dot - 1
    guard isForeignPart(first, in: chart) else { return nil }
    while first > 0, dot - first < 6, !chart.words[first].hasGapBefore,
      chart.words[first - 1].isTransliterated, chart.clearName(at: first - 1) == nil
    {
      first -= 1
    }
    return foreignName(from: first, dot: dot, in: chart)
  }

  /// The foreign name that begins at a word and has a middle dot a few words on.
  func foreignName(startingAt first: Int, in chart: Chart) -> Range<Int>? {
    var dot = first + 1
    while dot < chart.words.count, dot < first + 6, chart.words[dot].shape == .han,
      !chart.words[dot].hasGapBefore, isForeignPart(dot, in: chart)
    {
      dot += 1
    }
    guard dot < chart.words.count, chart.isUnit(dot, 0xB7), isForeignPart(first, in: chart) else {
      return nil
    }
    return foreignName(from: first, dot: dot, in: chart)
  }

  private func foreignName(from first: Int, dot: Int, in chart: Chart) -> Range<Int>? {
    var end = dot
    while end + 1 < chart.words.count, chart.isUnit(end, 0xB7) || chart.isUnit(end, 0x2D),
      isForeignPart(end + 1, in: chart)
    {
      end += 2
      while end < chart.words.count, !chart.words[end].hasGapBefore,
        chart.words[end].isTransliterated, chart.clearName(at: end) == nil,
        chart.words[end].classes.isDisjoint(with: [.notGiven, .speech, .titleBefore])
      {
        end += 1
      }
    }
    let size = chart.range(first..<end).count
    guard end > dot, size >= 4, size <= 24 else { return nil }
    return first..<end
  }

  /// A foreign name without a dot behind a title: 耶尔德勒姆, 迪亚斯-卡内尔.
  ///
  /// Three characters that begin with a surname are a Chinese name sooner.
  func transliteratedName(at first: Int, in chart: Chart) -> Range<Int>? {
    var end = first
    while end < chart.words.count, end == first || !chart.words[end].hasGapBefore,
      chart.words[end].isTransliterated, end - first < 10,
      chart.clearName(at: end) == nil,
      chart.words[end].classes.isDisjoint(with: [.notGiven, .speech, .titleBefore, .conjunction])
    {
      end += 1
    }
    guard end > first else { return nil }
    if end + 1 < chart.words.count, chart.isUnit(end, 0x2D), chart.words[end + 1].isTransliterated,
      let whole = foreignName(from: first, dot: end, in: chart)
    {
      return whole
    }
    if end - first == 1, !chart.words[first].isUnknown,
      !chart.words[first].tag.description.hasPrefix("nr")
    {
      return nil
    }
    let size = chart.range(first..<end).count
    let isSurname = surnames.contains(chart.units[chart.words[first].range.start])
    return size >= (isSurname ? 4 : 2) ? first..<end : nil
  }

  private func isForeignPart(_ word: Int, in chart: Chart) -> Bool {
    let item = chart.words[word]
    guard item.shape == .han, item.count <= 6,
      item.classes.isDisjoint(with: [.stop, .titleBefore, .speech, .conjunction])
    else { return false }
    if item.count == 1 { return true }
    return item.isUnknown || item.isTransliterated || item.tag == .personName
      || item.tag == .placeName
      || item.tag.description == "nrt" || item.tag == .unknown
  }

  /// A Japanese name whose surname is also a place: 松原|史明, 千叶|一郎.
  func japaneseName(
    at first: Int, known: Chart.KnownName, in chart: Chart
  ) -> Range<Int>? {
    guard known.kind == .place, known.record.level != "province", known.record.level != "country",
      known.words.count == 1, chart.words[first].count == 2,
      chart.words[first].classes.isDisjoint(with: [.generic])
    else { return nil }
    var end = first + 1
    var size = 0
    while end < chart.words.count, !chart.words[end].hasGapBefore, chart.words[end].shape == .han,
      size + chart.words[end].count <= 3,
      chart.words[end].classes.isDisjoint(with: [.stop, .speech, .notGiven, .titleBefore]),
      chart.words[end].count == 1 || chart.words[end].tag == .personName
    {
      size += chart.words[end].count
      end += 1
    }
    return size >= 2 ? first..<end : nil
  }

  /// The name that ends right before a title (习近平|总书记), the longest that opens a clause or
  /// stands behind a word.
  func nameEnding(at title: Int, in chart: Chart) -> Range<Int>? {
    var best: Range<Int>?
    for size in 1...4 where size <= title {
      let first = title - size
      guard chart.words[first].shape == .han else { break }
      if let range = nameStarting(at: first, in: chart), range.upperBound == title,
        chart.opensClause(first) || !chart.isBrandPiece(first - 1)
          || !chart.words[first - 1].classes.contains(.surname)
      {
        best = range
      }
      if chart.words[first].hasGapBefore { break }
    }
    return best
  }

  /// Names that 、 joins to a person found: 刘奇葆、韩正参加调研.
  func readListed(in chart: inout Chart) {
    var ends: [Int32: Bool] = [:]
    var starts: Set<Int32> = []
    for candidate in chart.candidates where candidate.kind == .person {
      ends[candidate.range.upperBound] = true
      starts.insert(candidate.range.lowerBound)
    }
    guard !starts.isEmpty else { return }
    for mark in chart.words.indices.dropFirst().dropLast() where chart.isUnit(mark, 0x3001) {
      let before = chart.words[mark - 1].range.upperBound
      let after = chart.words[mark + 1].range.lowerBound
      if ends[before] != nil, !starts.contains(after),
        let range = nameStarting(at: mark + 1, in: chart), !chart.words[mark + 1].hasGapBefore,
        range.upperBound >= chart.words.count || mayFollowName(range.upperBound, in: chart)
      {
        post(range, Self.listed, in: &chart)
        ends[chart.words[range.upperBound - 1].range.upperBound] = true
      }
    }
    for mark in chart.words.indices.dropFirst().dropLast().reversed()
    where chart.isUnit(mark, 0x3001) {
      let before = chart.words[mark - 1].range.upperBound
      guard starts.contains(chart.words[mark + 1].range.lowerBound), ends[before] == nil,
        let range = nameEnding(at: mark, in: chart), chart.opensClause(range.lowerBound)
      else { continue }
      post(range, Self.listed, in: &chart)
      starts.insert(chart.words[range.lowerBound].range.lowerBound)
    }
  }

  /// Whether a word may come right behind a person's name in a list: a mark, a verb, 和 or 等.
  private func mayFollowName(_ word: Int, in chart: Chart) -> Bool {
    let item = chart.words[word]
    return item.shape == .punctuation || item.hasGapBefore || item.tag == .verb
      || item.tag == .adverb || !item.classes.isDisjoint(with: [.stop, .conjunction, .speech])
  }

  /// People whom no title announces: speakers at a clause's start.
  func readUntitled(_ word: Int, in chart: inout Chart) {
    let item = chart.words[word]
    guard item.shape == .han else { return }
    guard chart.opensClause(word),
      item.classes.contains(.surname) || item.tag == .personName || item.isUnknown
        || item.tag.description == "nrt",
      let range = nameStarting(at: word, in: chart), range.upperBound < chart.words.count,
      !chart.words[range.upperBound].hasGapBefore,
      chart.words[range.upperBound].classes.contains(.speech),
      chart.range(range).count >= 3 || chart.words[range.upperBound].count > 1
    else { return }
    chart.candidates.append(
      Candidate(
        range: chart.range(range), kind: .person, rule: Self.speaker, trust: .guess))
  }
}
