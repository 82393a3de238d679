import KaojuModels
package import KaojuPatterns
import KaojuVocabulary

/// Says where a noun phrase begins or ends when the other edge is known.
///
/// What ends in a known indicator is never cut inside its name: 实际使用外资金额 stays whole although
/// 使用 is a verb.
package struct NounPhraseEdges: NounPhraseChunker, Sendable {
  private let models: DiscourseModels
  /// A phrase is not followed further than this many items.
  private static let longest = 24

  /// Takes the tables.
  package init(models: DiscourseModels) { self.models = models }

  package func nounPhraseStart(endingAt end: Int, in input: PatternInput) -> Int? {
    guard end > 0 else { return nil }
    let kept = protectedStart(endingAt: end, in: input)
    var start = leftEdge(from: end, keeping: kept, in: input)
    while start < end, start < kept,
      isFront(at: start, before: end, in: input) || isMarket(at: start, before: end, in: input)
    { start += 1 }
    // 5亿元（含税）,占…: what is left of a bracket is no phrase.
    if input.items[end - 1].mark == .close, let open = input.bracketStart(closingAt: end - 1),
      start > open
    {
      return nil
    }
    guard start < end,
      kept < end || isNounLike(start..<end, in: input) || isMeasured(start..<end, in: input)
    else { return nil }
    return start
  }

  package func nounPhraseEnd(startingAt start: Int, in input: PatternInput) -> Int? {
    var at = start
    var hasNoun = false
    let limit = min(input.items.count, start + Self.longest)
    scan: while at < limit {
      let item = input.items[at]
      if at > start, isBlank(before: at, in: input) { break }
      switch item.mark {
      case .clause, .close, .open: break scan
      case .quote:
        guard let close = closingQuote(from: at, limit: limit, in: input) else { break scan }
        at = close
        hasNoun = true
        continue
      case .list:
        guard hasNoun, let end = listEnd(from: at, limit: limit, in: input) else { break scan }
        at = end
        continue
      case .none: break
      }
      if item.quantity >= 0 || item.time >= 0 { break }
      if item.mention >= 0 {
        if hasNoun { break }
        hasNoun = true
        at += 1
        continue
      }
      if input.isCharacter(0x7684, at: at) {
        guard hasNoun, at > start, isVerb(at - 1, in: input) else { break }
        at += 1
        continue
      }
      if isCloser(at, in: input) { break }
      if isJoint(at, in: input) {
        guard hasNoun, at + 1 < limit, isPlainNoun(at + 1, in: input) else { break }
        at += 1
        continue
      }
      if isVerb(at, in: input) {
        guard let end = relativeEnd(from: at, hasNoun: hasNoun, limit: limit, in: input) else {
          break
        }
        at = end
        continue
      }
      hasNoun = true
      at += 1
    }
    return hasNoun && at > start ? at : nil
  }

  private func isBlank(before position: Int, in input: PatternInput) -> Bool {
    input.text.hasBlank(
      between: input.items[position - 1].range, and: input.items[position].range)
  }

  // MARK: The left edge

  /// The position from which the indicator's name that ends the phrase must be kept whole.
  private func protectedStart(endingAt end: Int, in input: PatternInput) -> Int {
    let units = input.text.units
    let textEnd = input.items[end - 1].range.end
    var from = max(input.range.start, textEnd - 24)
    while let name = models.attributes.indicator(endingAt: textEnd, from: from, in: units) {
      var position = end
      while position > 0, input.items[position - 1].range.end > name.start {
        if input.items[position - 1].mark != .none { return end }
        position -= 1
      }
      let first = input.items[position]
      // 去年|产值 is no 年产值.
      guard first.isWhole, first.range.start < name.start, first.range.end < textEnd else {
        return position
      }
      from = first.range.end
    }
    return end
  }

  private func leftEdge(from end: Int, keeping kept: Int, in input: PatternInput) -> Int {
    var at = min(end, kept)
    var hasRelative = false
    let limit = max(0, end - Self.longest)
    while at > limit {
      let item = input.items[at - 1]
      if at < end, isBlank(before: at, in: input) { return at }
      switch item.mark {
      case .clause, .list, .open: return at
      case .close:
        guard let open = input.bracketStart(closingAt: at - 1), open >= limit,
          at == end || open > 0
        else { return at }
        at = open
        continue
      case .quote:
        guard let open = openingQuote(before: at, limit: limit, in: input) else { return at }
        at = open
        continue
      case .none: break
      }
      if item.isWhole {
        guard isCommonName(at - 1, in: input) else { return at }
        at -= 1
        continue
      }
      if input.isCharacter(0x7684, at: at - 1) {
        guard at > 1, !isOwner(at - 2, in: input) else { return at }
        hasRelative = true
        at -= 1
        continue
      }
      let classes = models.cues.classes(of: item.range, in: input.text.units)
      if classes.contains(.prefix) {
        guard at < end, isPlainNoun(at, in: input) else { return at }
      } else if isCut(at - 1, classes, hasRelative: hasRelative, in: input),
        at != end - 1 || !isSuffix(at, behind: at - 1, in: input),
        at != end || !isHead(at - 1, in: input)
      {
        return at
      }
      at -= 1
    }
    return at
  }

  /// A disease or the like: a name that stays inside a noun phrase (新冠肺炎确诊病例).
  private func isCommonName(_ position: Int, in input: PatternInput) -> Bool {
    let item = input.items[position]
    guard item.mention >= 0 else { return false }
    return models.cues.wordEnds(
      at: item.range.end, from: item.range.start, in: input.text.units, of: .neverTopic,
      longest: 2) != nil
  }

  /// Whether a noun phrase cannot reach across a word to its left.
  ///
  /// Strong verbs and 了 part always, other verbs only where no 的 makes them modify (使用的催化剂).
  private func isCut(
    _ position: Int, _ classes: CueClass, hasRelative: Bool, in input: PatternInput
  ) -> Bool {
    if input.isCharacter(0x4E86, at: position) || input.isCharacter(0x7740, at: position)
      || input.isCharacter(0x8FC7, at: position)
    {
      return true
    }
    if classes.contains(.nominal) { return false }
    if classes.contains(.verb) { return true }
    guard !hasRelative, position > 0, input.items[position].tag.isVerbal else { return false }
    let subject = input.items[position - 1]
    let word = input.items[position].range
    if models.attributes.indicator(endingAt: word.end, from: word.start, in: input.text.units)
      != nil || isHead(position, in: input)
    {
      return false
    }
    return !subject.isWhole && subject.mark == .none && subject.tag.description.hasPrefix("n")
  }

  /// Whether an item is a single character that makes a noun of the verb before it: 重载|率.
  private func isSuffix(_ position: Int, behind verb: Int, in input: PatternInput) -> Bool {
    let range = input.items[position].range
    guard range.count == 1, input.items[verb].range.count == 2,
      input.items[verb].range.end == range.start
    else { return false }
    switch input.text.units[range.start] {
    case 0x7387, 0x91CF, 0x989D, 0x503C, 0x8D39, 0x4EF7, 0x6570, 0x5EA6: return true
    default: return false
    }
  }

  /// Whether 的 behind this item parts an owner from what it owns.
  private func isOwner(_ position: Int, in input: PatternInput) -> Bool {
    let item = input.items[position]
    return item.isWhole || item.tag == .pronoun || item.mark == .quote
  }

  /// Whether an item at the head of a phrase is no part of it.
  private func isFront(at position: Int, before end: Int, in input: PatternInput) -> Bool {
    let item = input.items[position]
    if item.mark != .none && item.mark != .quote { return true }
    let classes = models.cues.classes(of: item.range, in: input.text.units)
    if classes.contains(.nominal) || classes.contains(.prefix) { return false }
    if !classes.isDisjoint(with: [.front, .connective, .verb, .tense]) { return true }
    switch item.tag {
    case .adverb, .conjunction, .preposition, .particle, .pronoun: return true
    default: return false
    }
  }

  /// Whether 市场 only says what the name before it is, and a noun of its own is measured:
  /// 临江|市场|汽车销量, but not 临江|市场规模.
  private func isMarket(at position: Int, before end: Int, in input: PatternInput) -> Bool {
    guard position > 0, end - position > 2, input.items[position - 1].mention >= 0 else {
      return false
    }
    let range = input.items[position].range
    return range.count == 2 && input.text.units[range.start] == 0x5E02
      && input.text.units[range.start + 1] == 0x573A
  }

  /// Whether the last word of a phrase can be its head.
  private func isNounLike(_ positions: Range<Int>, in input: PatternInput) -> Bool {
    let item = input.items[positions.upperBound - 1]
    if item.mark == .quote || item.mark == .close { return true }
    guard item.mark == .none else { return false }
    let classes = models.cues.classes(of: item.range, in: input.text.units)
    if classes.contains(.nominal) { return true }
    // 过年|时 is when.
    if classes.contains(.closer), item.range.count == 1 { return false }
    return item.tag.isNominal && !Self.noHeads.contains(item.tag)
  }

  /// Whether a verb ends the phrase that is the head of a measure: 资本|支出.
  private func isMeasured(_ positions: Range<Int>, in input: PatternInput) -> Bool {
    positions.count > 1 && isHead(positions.upperBound - 1, in: input)
  }

  /// Whether a word is the head of a measure, or, when no verb, ends in one: 支出, 最高|值.
  private func isHead(_ position: Int, in input: PatternInput) -> Bool {
    let item = input.items[position]
    guard
      let head = models.attributes.head(
        endingAt: item.range.end, from: item.range.start, in: input.text.units)
    else { return false }
    return head.start == item.range.start || !item.tag.isVerbal
  }

  private func openingQuote(before end: Int, limit: Int, in input: PatternInput) -> Int? {
    let closing = input.text.units[input.items[end - 1].range.start]
    guard closing == 0x201D || closing == 0x300B else { return nil }
    var at = end - 1
    while at > limit {
      at -= 1
      if input.items[at].mark == .clause { return nil }
      let unit = input.text.units[input.items[at].range.start]
      if unit == 0x201C || unit == 0x300A { return at }
    }
    return nil
  }

  // MARK: The right edge

  private func closingQuote(from start: Int, limit: Int, in input: PatternInput) -> Int? {
    let opening = input.text.units[input.items[start].range.start]
    guard opening == 0x201C || opening == 0x300A else { return nil }
    var at = start + 1
    while at < limit {
      if input.items[at].mark == .clause { return nil }
      let unit = input.text.units[input.items[at].range.start]
      if unit == 0x201D || unit == 0x300B { return at + 1 }
      at += 1
    }
    return nil
  }

  /// Where a list that 等 closes goes on: 产业、人才、金融等|对接活动.
  private func listEnd(from start: Int, limit: Int, in input: PatternInput) -> Int? {
    var at = start
    while at < limit {
      let item = input.items[at]
      if item.mark == .clause || item.quantity >= 0 || item.time >= 0 { return nil }
      if input.isCharacter(0x7B49, at: at), at + 1 < limit, isPlainNoun(at + 1, in: input) {
        return at + 1
      }
      at += 1
    }
    return nil
  }

  private func isCloser(_ position: Int, in input: PatternInput) -> Bool {
    models.cues.classes(of: input.items[position].range, in: input.text.units).contains(.closer)
  }

  private func isJoint(_ position: Int, in input: PatternInput) -> Bool {
    let range = input.items[position].range
    guard range.count == 1 else { return false }
    switch input.text.units[range.start] {
    case 0x548C, 0x53CA, 0x4E0E, 0x6216: return true
    default: return false
    }
  }

  private func isPlainNoun(_ position: Int, in input: PatternInput) -> Bool {
    let item = input.items[position]
    guard !item.isWhole, item.mark == .none, !isVerb(position, in: input) else { return false }
    return !Self.noNouns.contains(item.tag)
  }

  /// Directions, times and idioms, which head no noun phrase.
  private static let noHeads = TagSet("f", "t", "tg", "l", "i")
  /// Idioms, prepositions and particles.
  private static let noNouns = TagSet("i", "l", "p", "u", "uj", "y")

  /// Whether an item is a verb, adverb or preposition and no modifier of a noun.
  private func isVerb(_ position: Int, in input: PatternInput) -> Bool {
    let item = input.items[position]
    guard !item.isWhole, item.mark == .none else { return false }
    let classes = models.cues.classes(of: item.range, in: input.text.units)
    if classes.contains(.nominal) { return false }
    if classes.contains(.verb) { return true }
    switch item.tag {
    case .adverb, .preposition, .conjunction: return true
    default: return item.tag.isVerbal
    }
  }

  /// Where a relative clause ends that begins at a verb: 引领的|新赛道; `nil` when none does.
  private func relativeEnd(
    from start: Int, hasNoun: Bool, limit: Int, in input: PatternInput
  ) -> Int? {
    let reach = min(limit, start + (hasNoun ? 2 : 8))
    var at = start + 1
    while at < reach {
      let item = input.items[at]
      if item.mark == .clause || item.quantity >= 0 || item.time >= 0 { return nil }
      if input.isCharacter(0x7684, at: at) {
        return at + 1 < limit && isPlainNoun(at + 1, in: input) ? at + 1 : nil
      }
      at += 1
    }
    if !hasNoun, start + 1 < limit, isPlainNoun(start + 1, in: input) { return start + 1 }
    return nil
  }
}
