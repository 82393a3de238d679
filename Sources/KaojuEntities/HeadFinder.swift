import KaojuVocabulary

/// Finds names by their last word: 北京交通大学唐山研究院, 唐山百川智能机器股份有限公司.
///
/// From each word that `models/entities/heads.tsv` knows it walks left over whatever a name may
/// hold and stops at what it cannot; a proper element in the body parts names from class nouns.
/// - Complexity: linear in the text, since a walk is never longer than ``longest`` words.
struct HeadFinder: Sendable {
  /// The longest name in words.
  static let longest = 16
  private static let china: EntityID = "place/CN"

  let rules: NameRules
  private let ids: [EntityKind: RuleID]

  init(rules: NameRules) {
    self.rules = rules
    var ids: [EntityKind: RuleID] = [:]
    for head in rules.heads { ids[head.kind] = RuleID("head/" + head.kind.rawValue) }
    self.ids = ids
  }

  /// Adds candidates for every head of the chart.
  func find(in chart: inout Chart) {
    for last in chart.words.indices {
      guard let (head, first) = head(endingAt: last, in: chart), head.strength != .barred else {
        continue
      }
      let scan = Scan(head: head, headFirst: first, last: last)
      if let candidate = candidate(scan, in: chart) {
        chart.candidates.append(candidate)
        if head.kind != .place { chart.nameEnds[last] = head.kind }
      }
    }
  }

  /// A head that was found, before its body is walked.
  struct Scan {
    var head: NameRules.Head
    /// The word in which the head begins.
    var headFirst: Int
    /// The word with which it ends.
    var last: Int
  }

  /// The longest head that ends with a word, and the word in which it begins.
  private func head(endingAt last: Int, in chart: Chart) -> (NameRules.Head, Int)? {
    let word = chart.words[last]
    guard word.shape == .han, rules.headTrie.begins(before: word.range.end, in: chart.units) else {
      return nil
    }
    var node = PhraseTrie.root
    var offset = word.range.end - 1
    var found = -1
    var start = last
    while offset >= 0, let next = rules.headTrie.step(from: node, by: chart.units[offset]) {
      node = next
      let value = rules.headTrie.value(at: node)
      while start > 0, chart.words[start].range.start > offset { start -= 1 }
      // A class noun bars only as whole words: 金康新能源|汽车 is no 新能源汽车.
      if value >= 0,
        rules.heads[Int(value)].strength != .barred || chart.words[start].range.start == offset
          || start == last
      {
        found = Int(value)
      }
      offset -= 1
    }
    guard found >= 0 else { return nil }
    let head = rules.heads[found]
    let headStart = word.range.end - head.length
    var first = last
    while first > 0, chart.words[first].range.start > headStart {
      if chart.words[first].hasGapBefore { return nil }
      first -= 1
    }
    return (head, first)
  }

  private func candidate(_ scan: Scan, in chart: Chart) -> Candidate? {
    let head = scan.head
    var left: Int?
    switch head.strength {
    case .strong: left = strongLeft(scan, in: chart)
    case .weak: left = weakLeft(scan, in: chart)
    case .foreign: left = foreignLeft(scan, in: chart)
    case .organ: left = organLeft(scan, in: chart)
    case .issued: left = issuedLeft(scan, in: chart)
    case .led: left = ledLeft(scan, in: chart) ?? issuedLeft(scan, in: chart)
    case .titled: left = titledLeft(scan, in: chart)
    case .barred: left = nil
    }
    guard let first = left.flatMap({ narrowed($0, scan, in: chart) }),
      first < scan.headFirst || hasBodyInside(scan, in: chart)
    else { return nil }
    if scan.head.kind == .zone,
      hasMoreThanPlaces(first, scan, in: chart) || chart.isQuarter(after: scan.last)
    {
      return nil
    }
    if addsNothing(first, scan, in: chart) || isListedTrade(first, scan, in: chart)
      || isOfficeOrClass(scan, in: chart) || chart.isUnit(first, 0x28)
    {
      return nil
    }
    let range = chart.range(first..<scan.last + 1)
    guard range.count > head.length, range.count <= 40 else { return nil }
    return Candidate(
      range: extendedByPlace(range, last: scan.last, kind: head.kind, in: chart),
      kind: head.kind, rule: ids[head.kind] ?? "head", trust: .scan,
      record: brand(first, scan, in: chart),
      hasShortForms: head.strength == .strong || head.strength == .titled)
  }

  /// The firm whose name and a trade word make up the whole: 金康新能源汽车 is 金康新能源.
  private func brand(_ first: Int, _ scan: Scan, in chart: Chart) -> NameRecord? {
    guard scan.head.kind == .firm, let known = chart.clearName(at: first), known.kind == .firm,
      known.words.upperBound <= scan.last,
      (known.words.upperBound...scan.last).allSatisfy({
        !chart.words[$0].classes.isDisjoint(with: [.trade, .legal])
      })
    else { return nil }
    return known.record
  }

  /// Whether the word that holds the head has a body of its own (苏州工业园区 as one word).
  func hasBodyInside(_ scan: Scan, in chart: Chart) -> Bool {
    let start = chart.words[scan.last].range.end - scan.head.length
    return chart.words[scan.headFirst].range.start < start
  }

  /// Whether 、 parts it from a class of the same trade: 前沿科技、惠民|科技.
  private func isListedTrade(_ first: Int, _ scan: Scan, in chart: Chart) -> Bool {
    guard scan.head.kind == .firm, first > 1, chart.isUnit(first - 1, 0x3001), chart.isPlace(first),
      scan.headFirst == scan.last, chart.nameEnds[first - 2] == nil
    else { return false }
    return chart.words[first - 2].classes.contains(.trade)
      && chart.units(of: first - 2).elementsEqual(chart.units(of: scan.last))
  }

  /// What stands before the head in the word that holds both: 省|工商局.
  func bodyInside(_ scan: Scan, in chart: Chart) -> ArraySlice<UInt16>? {
    guard scan.headFirst == scan.last, hasBodyInside(scan, in: chart) else { return nil }
    return chart.units(of: scan.last).dropLast(scan.head.length)
  }

  /// Whether a known name of the kind stands behind nothing but places or 国家, which then are no
  /// part of it: 国家|公安部, 美国|普林斯顿大学, 武汉市|武昌区|湖北大学.
  private func addsNothing(_ first: Int, _ scan: Scan, in chart: Chart) -> Bool {
    var word = first
    var country: EntityID?
    while word < scan.last,
      chart.isPlace(word) || chart.units(of: word).elementsEqual([0x56FD, 0x5BB6])
    {
      if let place = chart.clearName(at: word), place.record.level == "country",
        place.record.id != Self.china
      {
        country = place.record.id
      }
      word += 1
      // 白俄罗斯|国防部 is no 国防部 of China.
      let isKnown = chart.names(at: word).contains {
        !$0.isAmbiguous && $0.kind == scan.head.kind && $0.words.upperBound == scan.last + 1
          && (scan.head.kind != .government || country == nil || $0.record.parent == country)
      }
      if isKnown { return true }
    }
    return false
  }

  /// Whether what stands before a known zone is no place: 刘树基|回|秦皇岛开发区 names the zone alone.
  private func hasMoreThanPlaces(_ first: Int, _ scan: Scan, in chart: Chart) -> Bool {
    var word = first
    while word <= scan.last {
      let isKnown = chart.names(at: word).contains {
        !$0.isAmbiguous && $0.kind == .zone && $0.words.upperBound == scan.last + 1
          && chart.range($0.words).count >= 5
      }
      if isKnown { return (first..<word).contains { !chart.isPlace($0) } }
      word += 1
    }
    return false
  }

  /// Takes a place in brackets behind a name: 国泰君安(香港).
  private func extendedByPlace(
    _ range: TextRange, last: Int, kind: EntityKind, in chart: Chart
  ) -> TextRange {
    guard kind == .firm || kind == .lab || kind == .zone, last + 3 < chart.words.count,
      chart.isUnit(last + 1, 0x28), chart.isUnit(last + 3, 0x29), chart.isPlace(last + 2)
    else { return range }
    return range.union(chart.words[last + 3].range)
  }
}
