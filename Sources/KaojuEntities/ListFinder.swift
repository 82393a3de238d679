import KaojuVocabulary

/// Finds names in lists that a class noun closes: 长安公司、金康新能源汽车、博腾制药等企业.
///
/// Every item of 、-list takes the kind of the noun after 等, or the kind that two of its items
/// have by their own right.
struct ListFinder: Sendable {
  static let closed: RuleID = "list/closed"
  static let shared: RuleID = "list/shared"
  /// The longest item in code units.
  static let longest = 9

  let rules: NameRules

  /// Where the firms found so far begin and end.
  private struct Firms {
    var starts: Set<Int32> = []
    var ends: Set<Int32> = []

    init(_ candidates: [Candidate]) {
      for candidate in candidates where candidate.kind == .firm {
        starts.insert(candidate.range.lowerBound)
        ends.insert(candidate.range.upperBound)
      }
    }
  }

  /// Adds candidates for the items of every list; reads the candidates found so far.
  func find(in chart: inout Chart) {
    let firms = Firms(chart.candidates)
    var word = 0
    while word < chart.words.count {
      guard chart.isUnit(word, 0x3001) else {
        word += 1
        continue
      }
      word = read(from: word, known: firms, in: &chart)
    }
  }

  /// Reads the list whose first 、 is given; returns the word to go on from.
  private func read(
    from mark: Int, known: Firms, in chart: inout Chart
  ) -> Int {
    var items: [Range<Int>] = []
    if let first = itemEnding(at: mark, in: chart) { items.append(first) }
    var next = mark
    while next < chart.words.count, isSeparator(next, in: chart) {
      let item = itemStarting(at: next + 1, in: chart)
      guard let item else { break }
      items.append(item)
      next = item.upperBound
    }
    guard items.count >= 2 else { return max(next, mark + 1) }
    let firms = items.filter {
      known.ends.contains(chart.words[$0.upperBound - 1].range.upperBound)
        || hasLegalForm($0, in: chart)
    }
    let closer = closer(at: next, in: chart)
    let isClosed = closer == .firm
    guard isClosed || firms.count * 2 >= items.count, firms.count >= (isClosed ? 0 : 1) else {
      return max(next, mark + 1)
    }
    for item in items
    where !hasRemark(item, known: known, in: chart)
      && mayBeName(item, isSure: isClosed && firms.count > 0, in: chart)
    {
      chart.candidates.append(
        Candidate(
          range: chart.range(item), kind: .firm, rule: isClosed ? Self.closed : Self.shared,
          trust: .context))
    }
    return max(next, mark + 1)
  }

  /// Whether an item is a word and a legal form, as only a list lets one believe: 椰树集团.
  private func hasLegalForm(_ item: Range<Int>, in chart: Chart) -> Bool {
    guard item.count == 2, chart.words[item.upperBound - 1].classes.contains(.legal) else {
      return false
    }
    let body = chart.words[item.lowerBound]
    return body.count >= 2 && body.count <= 4 && body.shape == .han
      && body.tag.description.first == "n"
      && body.classes.isDisjoint(with: [.trade, .apposition, .strip, .generic, .inner, .stop])
  }

  /// Whether an item is a firm found before and something that is said of it: 赛诺实业|二期.
  private func hasRemark(_ item: Range<Int>, known: Firms, in chart: Chart) -> Bool {
    guard known.starts.contains(chart.words[item.lowerBound].range.lowerBound),
      let last = item.last
    else { return false }
    // 瑞士银行|共处, 央视|微电影频道拍摄: a firm goes on only by its trade or legal form.
    if let end = item.dropLast().first(where: {
      known.ends.contains(chart.words[$0].range.upperBound)
    }),
      (end + 1..<item.upperBound).contains(where: {
        chart.words[$0].classes.isDisjoint(with: [.trade, .legal]) && chart.words[$0].count > 1
          && chart.words[$0].shape == .han && !chart.isPlace($0)
      })
    {
      return true
    }
    switch chart.words[last].tag.description {
    case "b", "m", "f", "v", "vn", "t", "q": return true
    default: return known.ends.contains(chart.words[last].range.upperBound)
    }
  }

  private func isSeparator(_ word: Int, in chart: Chart) -> Bool {
    chart.isUnit(word, 0x3001) || chart.words[word].classes.contains(.conjunction)
  }

  private func isEdge(_ word: Int, in chart: Chart) -> Bool {
    let item = chart.words[word]
    return item.shape == .punctuation || item.classes.contains(.conjunction)
      || (item.count == 1 && item.classes.contains(.stop))
  }

  private func itemStarting(at first: Int, in chart: Chart) -> Range<Int>? {
    var end = first
    while end < chart.words.count, end < first + 6, !isEdge(end, in: chart),
      end == first
        || !chart.words[end].hasGapBefore
          && (chart.words[end].tag != .verb || chart.words[end].isUnknown
            || chart.words[end].classes.contains(.inner))
    {
      end += 1
      // A legal form ends the last item, whatever is said of it: 椰岛公司|产量.
      if chart.words[end - 1].classes.contains(.legal), end < chart.words.count,
        !chart.words[end].classes.contains(.legal), end - first > 1
      {
        break
      }
    }
    return end > first && chart.range(first..<end).count <= 20 ? first..<end : nil
  }

  /// The first item: what stands before the first 、 back to a verb, function word or mark.
  private func itemEnding(at end: Int, in chart: Chart) -> Range<Int>? {
    var first = end
    while first > 0, end - first < 6, !chart.words[first].hasGapBefore || first == end,
      !isEdge(first - 1, in: chart),
      chart.words[first - 1].classes.isDisjoint(with: [.stop, .apposition]),
      chart.words[first - 1].tag != .verb || chart.words[first - 1].classes.contains(.inner),
      chart.words[first - 1].tag != .adverb, chart.words[first - 1].tag != .conjunction,
      chart.words[first - 1].tag != .preposition, chart.words[first - 1].tag != .pronoun
    {
      first -= 1
    }
    return first < end ? first..<end : nil
  }

  /// The kind that the noun behind 等 gives: 等(重点|30多家)?企业.
  private func closer(at word: Int, in chart: Chart) -> EntityKind? {
    guard word < chart.words.count, chart.isUnit(word, 0x7B49) else { return nil }
    var next = word + 1
    while next < chart.words.count, next < word + 6, chart.words[next].shape != .punctuation {
      let value = rules.listClosers.value(of: chart.units(of: next))
      if value >= 0 { return rules.listKinds[Int(value)] }
      next += 1
    }
    return nil
  }

  /// Whether an item can be a name: short, without a verb at its head, and no plain class noun.
  private func mayBeName(_ item: Range<Int>, isSure: Bool, in chart: Chart) -> Bool {
    let size = chart.range(item).count
    guard size >= 2, size <= Self.longest else { return false }
    let first = chart.words[item.lowerBound]
    guard first.shape == .han || first.shape == .latin else { return false }
    guard first.classes.isDisjoint(with: [.stop, .strip, .apposition]) else { return false }
    if first.tag == .verb || first.tag == .adverb || first.tag == .preposition
      || first.tag == .pronoun || first.tag == .numeral
    {
      guard first.isUnknown else { return false }
    }
    for word in item where chart.words[word].shape == .number { return false }
    // 全国人大代表 and 中国工程院院士 are people.
    if let last = item.last,
      !chart.words[last].classes.isDisjoint(with: [.titleBefore, .titleAfter])
    {
      return false
    }
    if hasLegalForm(item, in: chart) { return true }
    let isNamed = item.contains { word in
      chart.isProper(word) && chart.clearName(at: word)?.kind != .place
    }
    if isNamed { return true }
    return isSure && item.count <= 2 && size <= 4
      && item.contains { word in
        chart.words[word].count == 1 || chart.words[word].tag == .properNoun
      }
  }
}
