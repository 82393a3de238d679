import KaojuModels
import KaojuVocabulary

extension Discourse {
  /// A noun phrase at the head of the clause that names no entity but is the subject all the same.
  ///
  /// 抑郁症是常见的疾病之一 is about 抑郁症, whoever the paragraph speaks of.
  func nounSubject(of claim: Claim, at anchor: Int32, in index: Int) -> Filler? {
    guard !tokens.isEmpty, claim.attribute == nil || claim.attribute?.range != nil else {
      return nil
    }
    let clause = map.clauses[index]
    if let attribute = claim.attribute?.range, !clause.range.contains(attribute) { return nil }
    var end = min(anchor, claim.evidence.lowerBound)
    for slot in [claim.attribute?.range, claim.trigger, claim.object?.range, claim.scope?.range] {
      if let slot { end = min(end, slot.lowerBound) }
    }
    end = beforeTime(end, in: clause)
    if let subject = nounPhrase(from: clause.content, upTo: end, in: clause) { return subject }
    if let name = latinName(upTo: end, in: clause) { return name }
    // A clause before it may be nothing but the noun phrase: 该项目,是重点项目之一.
    guard index > 0, hasNothingBefore(end, in: clause) else { return nil }
    let before = map.clauses[index - 1]
    guard before.sentence == clause.sentence, before.mark == 0x2C, before.mentions.isEmpty,
      before.quantities.isEmpty
    else { return nil }
    // 生活水平不断提高,收入…: what does something is no mere noun phrase.
    let subject = nounPhrase(from: before.content, upTo: before.range.upperBound, in: before)
    return subject?.range?.upperBound == before.range.upperBound ? subject : nil
  }

  /// The counted group that a clause opens with and that does what follows:
  /// 这17家上市公司|目前共实现营业收入90亿元.
  func countedSubject(of claim: Claim, in index: Int) -> Filler? {
    guard !tokens.isEmpty, let attribute = claim.attribute?.range else { return nil }
    let clause = map.clauses[index]
    guard
      let quantity = clause.quantities.first(where: {
        document.quantities[$0].range.lowerBound >= clause.content
      }).map({ document.quantities[$0] }), quantity.value.dimension == .count,
      isGroupOpener(TextRange(clause.content, quantity.range.lowerBound), in: index),
      quantity.range != claim.value?.range, quantity.range.upperBound < attribute.lowerBound
    else { return nil }
    var last: Token?
    var end = quantity.range.upperBound
    for word in tokens.tokens(in: TextRange(end, attribute.lowerBound)) {
      guard word.range.lowerBound == end, isPartOfNoun(word) || last == nil && word.tag.isVerbal
      else { break }
      last = word
      end = word.range.upperBound
    }
    guard let last, isHead(last), end < attribute.lowerBound,
      !isJoint(document.text.units[Int(end)])
    else { return nil }
    let range = TextRange(quantity.range.lowerBound, last.range.upperBound)
    return Filler(text: document.text.string(range), range: range)
  }

  /// Whether 这, 上述 or nothing stands before a counted group.
  ///
  /// Nothing is enough only where the paragraph has no topic that the group may belong to.
  private func isGroupOpener(_ range: TextRange, in index: Int) -> Bool {
    guard !range.isEmpty else { return track.paragraphTopic[index] < 0 }
    return range.count <= 3
      && tokens.tokens(in: range).allSatisfy { $0.tag == .pronoun || $0.tag == .adjective }
  }

  /// Takes a structure that the attribute itself begins with as its subject: 临兰高铁|全长.
  func takeFacility(for claim: inout Claim) -> Bool {
    guard claim.kind == .measurement, let attribute = claim.attribute?.range else { return false }
    let units = document.text.units
    guard
      let name = models.attributes.indicator(
        endingAt: attribute.end, from: attribute.start, in: units),
      let first = models.cues.wordEnds(
        at: name.start, from: attribute.start, in: units, of: .facility, longest: 4),
      first > attribute.start
    else { return false }
    let own = TextRange(attribute.start, name.start)
    let rest = TextRange(name.start, attribute.end)
    claim.subject = Filler(text: document.text.string(own), range: own)
    claim.attribute = Filler(text: document.text.string(rest), range: rest)
    claim.subjectPolicy = SubjectPolicy.noun
    return true
  }

  /// A name in Latin letters that the clause opens with and that acts: Veeco|取得了41%的份额.
  private func latinName(upTo end: Int32, in clause: Clause) -> Filler? {
    guard clause.topic < 0, clause.content < end,
      let first = tokens.tokens(in: TextRange(clause.content, end)).first,
      first.range.lowerBound == clause.content, first.tag.description == "eng",
      (0x41...0x5A).contains(document.text.units[first.range.start]),
      document.text.units[first.range.indices].contains(where: { (0x61...0x7A).contains($0) }),
      first.range.upperBound < end
    else { return nil }
    return Filler(text: document.text.string(first.range), range: first.range)
  }

  /// Where 在2009年的 begins that ends at `end`: 甲|在2009年的|市场份额 is about 甲.
  private func beforeTime(_ end: Int32, in clause: Clause) -> Int32 {
    let units = document.text.units
    var start = end
    guard start > clause.content, units[Int(start) - 1] == 0x7684 else { return end }
    start -= 1
    guard
      let time = clause.times.first(where: { document.times[$0].range.upperBound == start })
    else { return end }
    start = document.times[time].range.lowerBound
    if start > clause.content,
      let first = models.cues.wordEnds(
        at: Int(start), from: Int(clause.content), in: units, of: .locative, longest: 2)
    {
      start = Int32(truncatingIfNeeded: first)
    }
    return start > clause.content ? start : end
  }

  /// What a clause before is about, for a figure that names nothing itself.
  ///
  /// In 高技术行业势头迅猛,同比增长12.3% it is 高技术行业 that grew.
  func leadingNoun(before index: Int) -> Filler? {
    guard !tokens.isEmpty, index > 0 else { return nil }
    let clause = map.clauses[index]
    let before = map.clauses[index - 1]
    guard before.sentence == clause.sentence, before.mark == 0x2C, before.quantities.isEmpty,
      clause.topic < 0, before.kind == .full, before.speaker < 0
    else { return nil }
    var start = before.content
    if before.topic >= 0 {
      start = max(start, document.mentions[Int(before.topic)].range.upperBound)
    }
    var words: [Token] = []
    for word in tokens.tokens(in: TextRange(start, before.range.upperBound)) {
      let classes = models.cues.classes(of: word.range, in: document.text.units)
      // 英特尔|所占的|市场份额有所下降
      let opens = document.text.units[word.range.start]
      if words.isEmpty, opens == 0x6240 || opens == 0x7684 {
        start = word.range.upperBound
        continue
      }
      guard isPartOfNoun(word) || isQuote(word), !classes.contains(.bearing) else { break }
      if words.isEmpty, word.range.lowerBound - start > 1 { return nil }
      words.append(word)
    }
    // 工业|生产 is a noun phrase whatever its last word may be elsewhere.
    guard let first = words.first, let last = words.last, words.count > 1 || isHead(last),
      last.range.upperBound < before.range.upperBound,
      last.range.upperBound - first.range.lowerBound >= 2
    else { return nil }
    let range = TextRange(first.range.lowerBound, last.range.upperBound)
    return Filler(text: document.text.string(range), range: range)
  }

  /// Takes a name in quotation marks before a bare indicator as the subject: “凌岳X2”|身高.
  func takeQuoted(for claim: inout Claim) -> Bool {
    guard claim.kind == .measurement, let attribute = claim.attribute?.range else { return false }
    let units = document.text.units
    guard let close = units[attribute.indices].lastIndex(of: 0x201D), close + 1 < attribute.end,
      let open = units[attribute.start..<close].lastIndex(of: 0x201C), close - open > 2,
      let name = models.attributes.indicator(
        endingAt: attribute.end, from: close + 1, in: units), name.start == close + 1
    else { return false }
    let quoted = TextRange(open + 1, close)
    let rest = TextRange(close + 1, attribute.end)
    claim.subject = Filler(text: document.text.string(quoted), range: quoted)
    claim.attribute = Filler(text: document.text.string(rest), range: rest)
    claim.subjectPolicy = SubjectPolicy.noun
    return true
  }

  /// Whether only adverbs stand between the head of a clause and `end`.
  private func hasNothingBefore(_ end: Int32, in clause: Clause) -> Bool {
    guard clause.content < end else { return true }
    return tokens.tokens(in: TextRange(clause.content, end)).allSatisfy(isAdverbial)
  }

  /// The noun phrase that fills a stretch but for adverbs at its end.
  private func nounPhrase(from start: Int32, upTo end: Int32, in clause: Clause) -> Filler? {
    guard start < end, end - start <= 24,
      clause.mentions.allSatisfy({ document.mentions[$0].range.lowerBound >= end })
    else { return nil }
    var words = tokens.tokens(in: TextRange(start, end))
    while let last = words.last, isAdverbial(last) || isQuote(last) {
      // 信息|与|通信产品: half of a pair is no subject.
      if last.range.count == 1, isJoint(document.text.units[last.range.start]) { return nil }
      words.removeLast()
    }
    let hasFigure = clause.quantities.contains {
      let range = document.quantities[$0].range
      return range.lowerBound >= start && range.upperBound <= end
    }
    if hasFigure { return nil }
    guard let first = words.first, let last = words.last, isHead(last),
      first.range.lowerBound - start <= 1, words.allSatisfy({ isPartOfNoun($0) || isQuote($0) }),
      last.range.upperBound - first.range.lowerBound >= 2
    else { return nil }
    let range = TextRange(first.range.lowerBound, last.range.upperBound)
    return Filler(text: document.text.string(range), range: range)
  }

  private func isQuote(_ token: Token) -> Bool {
    guard token.range.count == 1 else { return false }
    switch document.text.units[token.range.start] {
    case 0x201C, 0x201D, 0x300A, 0x300B: return true
    default: return false
    }
  }

  private static let headTags = TagSet("n", "nz", "nt", "nr", "ng", "j", "eng", "s", "x")

  /// Whether a word can be the head of a subject: a noun that no verb has become.
  private func isHead(_ token: Token) -> Bool {
    let classes = models.cues.classes(of: token.range, in: document.text.units)
    guard classes.isDisjoint(with: [.nominal, .verb, .front, .report]) else { return false }
    return Self.headTags.contains(token.tag)
  }

  private func isAdverbial(_ token: Token) -> Bool {
    if token.tag == .adverb || token.tag == .preposition {
      return true
    }
    let classes = models.cues.classes(of: token.range, in: document.text.units)
    return !classes.isDisjoint(with: [.tense, .link, .distributor, .connective])
  }

  /// Whether a word may stand inside a noun phrase that is a subject.
  private func isPartOfNoun(_ token: Token) -> Bool {
    let classes = models.cues.classes(of: token.range, in: document.text.units)
    if classes.contains(.nominal) { return true }
    if !classes.isDisjoint(with: [.verb, .front, .report]) { return false }
    return token.tag.isNominal || token.tag == .particle || token.tag.description == "uj"
      || token.tag == .adjective || token.tag.description == "b"
  }

  /// The person named last, where the clause opens with 他 or 她.
  func pronounTopic(in index: Int) -> Int32? {
    let clause = map.clauses[index]
    let units = document.text.units
    guard clause.topic < 0, clause.content < clause.range.upperBound,
      models.cues.longest(
        at: Int(clause.content), limit: clause.range.end, in: units, of: .personPronoun) != nil
    else { return nil }
    var mention = clause.mentions.lowerBound - 1
    let last = max(0, mention - 30)
    while mention >= last {
      if document.mentions[mention].kind == .person { return Int32(truncatingIfNeeded: mention) }
      mention -= 1
    }
    return nil
  }

  /// The county that was spoken of last, where the clause opens with 全县 and nothing resolved it.
  func regionTopic(in index: Int) -> Int32? {
    let clause = map.clauses[index]
    let units = document.text.units
    let at = Int(clause.content)
    guard clause.topic < 0, at + 1 < clause.range.end, units[at] == 0x5168 else { return nil }
    switch units[at + 1] {
    case 0x7701, 0x5E02, 0x53BF, 0x533A, 0x5DDE, 0x9547, 0x6751: break
    default: return nil
    }
    var mention = clause.mentions.lowerBound - 1
    let last = max(0, mention - 60)
    while mention >= last {
      let found = document.mentions[mention]
      if found.kind == .place || found.kind == .zone,
        document.entities[Int(found.entity)].name.utf16.last == units[at + 1]
      {
        return Int32(truncatingIfNeeded: mention)
      }
      mention -= 1
    }
    return nil
  }

  /// A topic with a count behind it, 中部地区|22家高新区, or the topic alone.
  func counted(_ mention: Int32, before anchor: Int32) -> Filler {
    let topic = document.mentions[Int(mention)].range
    let plain = filler(mention)
    guard !tokens.isEmpty, let index = map.clause(at: topic.lowerBound),
      let quantity = map.clauses[index].quantities.first(where: {
        document.quantities[$0].range.lowerBound == topic.upperBound
      }), document.quantities[quantity].value.dimension == .count,
      document.quantities[quantity].range.upperBound < anchor
    else { return plain }
    let start = document.quantities[quantity].range.upperBound
    var end = start
    for word in tokens.tokens(in: TextRange(start, min(anchor, start + 16))) {
      guard isPartOfNoun(word), word.range.lowerBound == end else { break }
      end = word.range.upperBound
    }
    guard end > start, end < anchor else { return plain }
    let range = TextRange(topic.lowerBound, end)
    return Filler(text: document.text.string(range), range: range)
  }
}
