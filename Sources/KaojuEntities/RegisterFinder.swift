import KaojuVocabulary

/// Proposes the names that a register or the user's lexicon knows.
///
/// Names that are ordinary words too wait for context: 路北 beside 唐山, “远景” in quotation marks.
struct RegisterFinder: Sendable {
  static let clear: RuleID = "register/name"
  static let inContext: RuleID = "register/context"
  /// The medium of a dateline (央视网消息, 新华社北京3月1日电), of which nothing is said.
  static let dateline: RuleID = "register/dateline"
  static let users: RuleID = "lexicon/user"
  /// A name that several bear, of which nobody can say who is meant (鼓楼区, 交大).
  static let shared: RuleID = "register/shared"

  /// Adds candidates for every known name of the chart.
  func find(in chart: inout Chart, on day: Validity.Day, register: some NameRegister) {
    var spoken: Set<Name> = []
    for name in chart.names where !name.isAmbiguous { spoken.insert(name.record.key) }
    // A county speaks for its city and province, so that 路北 is known beside 唐山市路南区.
    var around = spoken
    for name in chart.names where !name.isAmbiguous {
      if let parent = name.record.parentKey { around.insert(parent) }
    }
    var index = 0
    while index < chart.names.count {
      let name = chart.names[index]
      var end = index + 1
      while end < chart.names.count, chart.names[end].words == name.words { end += 1 }
      let readings = chart.names[index..<end]
      index = end
      if let users = readings.first(where: \.isUsers) {
        post(users, rule: Self.users, trust: .user, to: &chart)
      } else if let choice = choose(
        readings, spoken: spoken, around: around, day: day, in: chart, register: register)
      {
        let reading = choice.name
        let rule =
          !choice.isSettled
          ? Self.shared
          : isDateline(reading, in: chart)
            ? Self.dateline : reading.isAmbiguous ? Self.inContext : Self.clear
        post(reading, rule: rule, trust: .register, others: choice.others, to: &chart)
      }
    }
  }

  /// Whether a medium opens a paragraph before 消息, 讯 or 电, or before a place and them.
  private func isDateline(_ name: Chart.KnownName, in chart: Chart) -> Bool {
    let first = name.words.lowerBound
    guard name.kind == .organization, first == 0 || chart.words[first].hasGapBefore else {
      return false
    }
    for word in name.words.upperBound..<min(name.words.upperBound + 5, chart.words.count) {
      let units = chart.units(of: word)
      if units.elementsEqual([0x6D88, 0x606F]) || units.elementsEqual([0x8BAF])
        || units.elementsEqual([0x7535])
      {
        return true
      }
      guard chart.isPlace(word) || chart.words[word].shape == .number else { return false }
    }
    return false
  }

  private func post(
    _ name: Chart.KnownName, rule: RuleID, trust: Candidate.Trust, others: [EntityID] = [],
    to chart: inout Chart
  ) {
    let words = name.isUsers ? name.words : extended(name, in: chart)
    // 海南英利 is no register's 英利, but 海南金盘科技股份有限公司 is the one without its place.
    let isOther =
      words.lowerBound < name.words.lowerBound && chart.range(name.words).count < 5
      || rule == Self.shared
    chart.candidates.append(
      Candidate(
        range: quoted(words, kind: name.kind, in: chart) ?? chart.range(words), kind: name.kind,
        rule: rule, trust: trust, record: isOther ? nil : name.record, others: others))
    if name.kind == .zone {
      let head = chart.units(of: name.words.upperBound - 1).last
      if head == 0x533A || head == 0x56ED || head == 0x57CE {
        chart.nameEnds[name.words.upperBound - 1] = .zone
      }
    } else if name.kind != .place, name.kind != .person {
      chart.nameEnds[name.words.upperBound - 1] = name.kind
    }
  }

  /// What stands in quotation marks inside a name, without its classifier: “九章”光量子计算原型机;
  /// “蛟龙”号 keeps its marks.
  private func quoted(
    _ words: Range<Int>, kind: EntityKind, in chart: Chart
  ) -> TextRange? {
    guard kind == .product || kind == .policy, words.count > 3,
      let open = words.first(where: { chart.isUnit($0, 0x201C) }),
      let close = words.first(where: { chart.isUnit($0, 0x201D) }), close > open + 1,
      close + 1 >= words.upperBound || !chart.isUnit(close + 1, 0x53F7)
    else { return nil }
    return chart.range(open + 1..<close)
  }

  /// Takes what belongs to a name beside it: a place in front that it does not begin with
  /// (三亚崖州湾科技城, 海南英利), a place in brackets behind (国泰君安(香港)).
  private func extended(_ name: Chart.KnownName, in chart: Chart) -> Range<Int> {
    guard name.kind == .zone || name.kind == .lab || name.kind == .firm else { return name.words }
    var words = name.words
    let last = words.upperBound
    if name.kind != .zone, last + 2 < chart.words.count, chart.isUnit(last, 0x28),
      chart.isUnit(last + 2, 0x29), chart.isPlace(last + 1)
    {
      words = words.lowerBound..<last + 3
    }
    let first = words.lowerBound
    guard chart.range(name.words).count >= 5 || name.kind == .firm, first > 0,
      !chart.words[first].hasGapBefore, !chart.isPlace(first),
      chart.words[first - 1].count > 1, let place = chart.clearName(at: first - 1),
      place.words.upperBound == first, place.kind == .place,
      ["province", "prefecture", "county"].contains(place.record.level),
      // 黄埔区|广州开发区 are two.
      place.record.level != "county" || name.kind != .zone
        || name.record.parent == place.record.id,
      chart.range(name.words).count >= 5 || chart.opensClause(first - 1)
        || chart.words[first - 2].tag == .adverb
    else { return words }
    return first - 1..<words.upperBound
  }

  private func choose(
    _ readings: ArraySlice<Chart.KnownName>, spoken: Set<Name>, around: Set<Name>,
    day: Validity.Day, in chart: Chart, register: some NameRegister
  ) -> RegisterChoice? {
    guard let first = readings.first, !isOfMany(first, in: chart),
      !isPartOfPlace(first, in: chart), !isPartOfQuarter(first, in: chart)
    else { return nil }
    if readings.count == 1 {
      guard
        !first.isAmbiguous || hasContext(first, spoken: spoken, around: around, in: chart)
      else { return nil }
      return RegisterChoice(only: first, on: day, in: chart, register: register)
    }
    return RegisterChoice(
      among: readings, spoken: spoken, around: around, on: day, in: chart, register: register
    ) { hasContext($0, spoken: spoken, around: around, in: chart) }
  }

  /// Whether a direction is a part of the place before it: 伊拉克|西部, 吉林省|东部.
  private func isPartOfPlace(_ name: Chart.KnownName, in chart: Chart) -> Bool {
    let first = name.words.lowerBound
    return name.kind == .place && name.record.level == "region" && first > 0
      && name.words.count == 1 && chart.words[first].count == 2
      && !chart.words[first].hasGapBefore && chart.units(of: first).last == 0x90E8
      && chart.isPlace(first - 1)
  }

  /// Whether a zone's nickname only begins another's name: 同济医院|光谷|院区.
  private func isPartOfQuarter(_ name: Chart.KnownName, in chart: Chart) -> Bool {
    name.kind == .zone && !name.isUsers && chart.range(name.words).count < 4
      && chart.isQuarter(after: name.words.upperBound - 1)
  }

  /// Whether a body's name means all of its kind: 各级科协, 各地工商联.
  private func isOfMany(_ name: Chart.KnownName, in chart: Chart) -> Bool {
    let first = name.words.lowerBound
    guard name.kind == .organization || name.kind == .government, first > 0,
      !chart.words[first].hasGapBefore
    else { return false }
    return chart.units[chart.words[first - 1].range.start] == 0x5404
      && chart.words[first - 1].count <= 2
  }

  private func hasContext(
    _ name: Chart.KnownName, spoken: Set<Name>, around: Set<Name>, in chart: Chart
  ) -> Bool {
    let first = name.words.lowerBound
    let last = name.words.upperBound - 1
    if name.kind == .place {
      return placeHasContext(name, spoken: spoken, around: around, in: chart)
    }
    if spoken.contains(name.record.key) { return true }
    // “重大” is no university.
    if name.kind != .university, isQuoted(first, last, in: chart) { return true }
    guard name.kind == .firm || name.kind == .product || name.kind == .zone else { return false }
    if name.kind == .zone {
      return name.record.parentKey.map { spoken.contains($0) } ?? false
    }
    if name.kind == .firm {
      // iPhone is named, or other firms stand in the same list: 苹果、三星和诺基亚.
      if around.contains(name.record.key) || isListedWithFirms(first, last, in: chart) {
        return true
      }
    }
    if last + 1 < chart.words.count, !chart.words[last + 1].hasGapBefore {
      let next = chart.words[last + 1].classes
      if name.kind == .firm, next.contains(.firmCue) || next.contains(.legal) { return true }
      if name.kind == .firm, chart.opensClause(first), next.contains(.speech) { return true }
      if name.kind == .firm, next.contains(.titleBefore) { return true }
    }
    return false
  }

  /// Whether a firm that is clear stands on the other side of 、 or 和.
  private func isListedWithFirms(_ first: Int, _ last: Int, in chart: Chart) -> Bool {
    func joins(_ word: Int) -> Bool {
      chart.words.indices.contains(word)
        && (chart.isUnit(word, 0x3001) || chart.isUnit(word, 0x548C) || chart.isUnit(word, 0x4E0E))
    }
    if joins(last + 1), last + 2 < chart.words.count, let next = chart.clearName(at: last + 2),
      next.kind == .firm
    {
      return true
    }
    return joins(first - 1) && first > 1 && chart.nameEnds[first - 2] == .firm
  }

  private func placeHasContext(
    _ name: Chart.KnownName, spoken: Set<Name>, around: Set<Name>, in chart: Chart
  ) -> Bool {
    let first = name.words.lowerBound
    let last = name.words.upperBound - 1
    let size = chart.range(name.words).count
    if size == 1 {
      guard spoken.contains(name.record.key), first > 0 else { return false }
      return chart.words[first - 1].classes.contains(.toward)
        && !chart.words[first].hasGapBefore
        && (last + 1 >= chart.words.count || chart.words[last + 1].count > 1
          || chart.words[last + 1].shape != .han)
    }
    guard name.words.count == 1 || size > 2 else { return false }
    if let parent = name.record.parentKey {
      if spoken.contains(parent) { return true }
      if name.record.level == "county", around.contains(parent) { return true }
    }
    // 国内 and 世界 are anaphors or ordinary words.
    return name.record.level != "world" && name.record.level != "country"
      && spoken.contains(name.record.key)
  }

  private func isQuoted(_ first: Int, _ last: Int, in chart: Chart) -> Bool {
    first > 0 && last + 1 < chart.words.count && chart.isUnit(first - 1, 0x201C)
      && chart.isUnit(last + 1, 0x201D)
  }
}
