import KaojuVocabulary

/// Resolves the words that point at a name: 该公司, 园区, 我国.
///
/// It reads the document once from left to right, keeping for each entity how often and where it was
/// spoken of, and follows the policy that `models/entities/anaphors.tsv` declares for each word.
/// When nothing fits it resolves nothing.
struct AnaphorResolver {
  static let rule: RuleID = "anaphor"
  /// How many mentions back an antecedent may stand.
  static let reach = 60

  let rules: NameRules
  let register: any NameRegister

  /// Adds the anaphors of a document to its mentions, which come in order.
  func resolve(_ mentions: [Mention], in chart: Chart, table: inout EntityTable) -> [Mention] {
    guard !rules.anaphorTrie.isEmpty else { return mentions }
    var result: [Mention] = []
    result.reserveCapacity(mentions.count)
    var counts: [Int32: Int] = [:]
    var next = 0
    var word = 0
    while word < chart.words.count {
      let start = chart.words[word].range.lowerBound
      while next < mentions.count, mentions[next].range.lowerBound <= start {
        counts[mentions[next].entity, default: 0] += 1
        result.append(mentions[next])
        next += 1
      }
      if let last = result.last, start < last.range.upperBound {
        word += 1
        continue
      }
      let limit = next < mentions.count ? mentions[next].range.lowerBound : Int32.max
      guard let (anaphor, end) = anaphor(at: word, in: chart),
        chart.words[end - 1].range.upperBound <= limit,
        !anaphor.isBare || isBare(word..<end, after: result.last, in: chart),
        let antecedent = antecedent(
          of: anaphor, at: word, mentions: result, all: mentions, counts: counts, chart: chart,
          table: &table)
      else {
        word += 1
        continue
      }
      counts[antecedent, default: 0] += 1
      result.append(
        Mention(
          range: chart.range(word..<end), kind: table.entities[Int(antecedent)].kind,
          entity: antecedent, isAnaphor: true, rule: Self.rule))
      word = end
    }
    result.append(contentsOf: mentions[min(next, mentions.count)...])
    return result
  }

  /// The longest word that points and begins here, and the word after it.
  private func anaphor(at first: Int, in chart: Chart) -> (Anaphor, Int)? {
    guard rules.anaphorTrie.begins(at: chart.words[first].range.start, in: chart.units) else {
      return nil
    }
    var node = PhraseTrie.root
    var found: (Anaphor, Int)?
    var word = first
    walk: while word < chart.words.count, word == first || !chart.words[word].hasGapBefore {
      for offset in chart.words[word].range.indices {
        guard let next = rules.anaphorTrie.step(from: node, by: chart.units[offset]) else {
          break walk
        }
        node = next
      }
      let value = rules.anaphorTrie.value(at: node)
      if value >= 0 { found = (rules.anaphors[Int(value)], word + 1) }
      word += 1
    }
    return found
  }

  /// Whether no noun, number or name stands right before the word, nor one that it modifies after it.
  private func isBare(_ words: Range<Int>, after mention: Mention?, in chart: Chart) -> Bool {
    let first = words.lowerBound
    guard first > 0, !chart.words[first].hasGapBefore else { return true }
    let before = chart.words[first - 1]
    if let mention, mention.range.upperBound == chart.words[first].range.lowerBound {
      return false
    }
    if before.shape == .number || before.shape == .latin {
      return chart.units(of: first - 1).last == 0x5E74 || chart.units(of: first - 1).last == 0x6708
        || before.tag == .time
    }
    if before.shape == .punctuation {
      return !chart.isUnit(first - 1, 0x201D) && !chart.isUnit(first - 1, 0x201C)
    }
    if before.classes.contains(.stop) {
      // 一家公司, 这个园区, 两家公司, 各园区 point at none.
      return before.tag != .classifier && !chart.isUnit(first - 1, 0x5404)
        && !chart.isUnit(first - 1, 0x6BCF) && !chart.isUnit(first - 1, 0x672C)
        && !chart.isUnit(first - 1, 0x4E2A) && !chart.isUnit(first - 1, 0x5BB6)
        && !chart.isUnit(first - 1, 0x7684) && !chart.isUnit(first - 1, 0x6709)
        && !chart.isUnit(first - 1, 0x8FD9) && !chart.isUnit(first - 1, 0x8BE5)
    }
    switch before.tag {
    case .verb, .preposition, .conjunction, .adverb, .timeWord, .particle: return true
    default: return before.count == 1 && before.tag == .punctuation
    }
  }

  private func antecedent(
    of anaphor: Anaphor, at word: Int, mentions: [Mention], all: [Mention],
    counts: [Int32: Int], chart: Chart, table: inout EntityTable
  ) -> Int32? {
    switch anaphor.policy {
    case .skip: return nil
    case .fixed:
      return anaphor.target.flatMap { register.record(of: $0) }.map { table.entity(of: $0) }
    case .nearest, .topic:
      var fallback: Int32?
      for mention in mentions.suffix(Self.reach).reversed()
      where fits(mention, anaphor, chart: chart, table: table) {
        if anaphor.policy == .nearest || opensClause(mention, chart: chart) {
          return mention.entity
        }
        if fallback == nil { fallback = mention.entity }
      }
      return fallback
    case .frequent:
      var best: (entity: Int32, count: Int)?
      for mention in mentions.suffix(Self.reach).reversed()
      where fits(mention, anaphor, chart: chart, table: table) {
        let count = counts[mention.entity] ?? 0
        if best.map({ count > $0.count }) ?? true { best = (mention.entity, count) }
      }
      return best?.entity
    case .dateline:
      return dateline(anaphor, all: all, table: &table)
    }
  }

  private func fits(
    _ mention: Mention, _ anaphor: Anaphor, chart: Chart, table: EntityTable
  ) -> Bool {
    guard anaphor.kinds.contains(mention.kind) else { return false }
    let index = Int(mention.entity)
    if let level = anaphor.level {
      guard table.records[index]?.level == level else { return false }
    } else if mention.kind == .place, table.records[index]?.level == "country" {
      return false
    }
    guard !anaphor.heads.isEmpty, !mention.isAnaphor else { return true }
    let units = chart.units[mention.range.indices]
    let name = Array(table.entities[index].name.utf16)
    return anaphor.heads.contains { head in
      units.suffix(head.count).elementsEqual(head) || name.suffix(head.count).elementsEqual(head)
    }
  }

  private func opensClause(_ mention: Mention, chart: Chart) -> Bool {
    var low = 0
    var high = chart.words.count
    while low < high {
      let middle = (low + high) / 2
      if chart.words[middle].range.lowerBound < mention.range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < chart.words.count && chart.opensClause(low)
  }

  /// The division that the document speaks from: the first of its level, else the parent of the
  /// most named division below it.
  private func dateline(
    _ anaphor: Anaphor, all: [Mention], table: inout EntityTable
  ) -> Int32? {
    var counts: [EntityID: Int] = [:]
    var order: [EntityID] = []
    for mention in all.prefix(Self.reach) where mention.kind == .place {
      var record = table.records[Int(mention.entity)]
      var steps = 0
      while let division = record, division.level != anaphor.level, steps < 3 {
        record = division.parent.flatMap { register.record(of: $0) }
        steps += 1
      }
      guard let division = record, division.level == anaphor.level else { continue }
      if counts[division.id] == nil { order.append(division.id) }
      counts[division.id, default: 0] += 1
    }
    var best: (id: EntityID, count: Int)?
    for id in order where best.map({ (counts[id] ?? 0) > $0.count }) ?? true {
      best = (id, counts[id] ?? 0)
    }
    return best.flatMap { register.record(of: $0.id) }.map { table.entity(of: $0) }
  }
}
