import KaojuVocabulary

extension Discourse {
  /// An object is not followed further than this.
  private static let longestObject: Int32 = 40

  /// Takes a place that 在 governs out of the subject: 论坛在安徽|合肥举行 is about 论坛.
  func releasePlace(of claim: inout Claim, in index: Int) {
    guard claim.kind == .event, let subject = claim.subject?.range, claim.place == nil else {
      return
    }
    let clause = map.clauses[index]
    guard var mention = clause.mentions.first(where: { document.mentions[$0].range == subject })
    else { return }
    let kind = document.mentions[mention].kind
    guard kind == .place || kind == .zone else { return }
    while mention > clause.mentions.lowerBound, isJoined(mention - 1, mention) { mention -= 1 }
    guard
      models.cues.wordEnds(
        at: document.mentions[mention].range.start, from: clause.range.start,
        in: document.text.units, of: .locative, longest: 1) != nil
    else { return }
    claim.place = claim.subject
    claim.subject = nil
  }

  /// Whether nothing but 、 or 和 stands between two mentions.
  private func isJoined(_ left: Int, _ right: Int) -> Bool {
    let end = document.mentions[left].range.end
    let start = document.mentions[right].range.start
    if end == start { return true }
    guard start - end == 1 else { return false }
    switch document.text.units[end] {
    case 0x3001, 0x548C, 0x53CA, 0x4E0E: return true
    default: return false
    }
  }

  /// Follows an event's object to where its noun phrase ends.
  ///
  /// In 签署内地与澳门驾照互认协议 a rule that bound 内地 has only the beginning of the object.
  func settleObject(of claim: inout Claim, in index: Int) {
    guard claim.kind == .event, let object = claim.object?.range, !tokens.isEmpty,
      claim.trigger.map({ $0.upperBound <= object.lowerBound }) ?? false
    else { return }
    let clause = map.clauses[index]
    guard object.upperBound < clause.range.upperBound else { return }
    var head = object.upperBound
    var reached = object
    let rest = tokens.tokens(
      in: TextRange(head, min(clause.range.upperBound, head + Self.longestObject)))
    for (position, word) in rest.enumerated() {
      // 召开会议 讨论工作: a headline's blank ends a clause.
      if document.text.hasBlank(between: reached, and: word.range) { break }
      reached = word.range
      // 签订合同额|2万亿美元: a figure is said of the object and is no part of it.
      let isFigure = clause.quantities.contains {
        document.quantities[$0].range.lowerBound == word.range.lowerBound
      }
      if isFigure, !(rest.dropFirst(position + 1).first.map(isNounWord) ?? false) { break }
      if isNounWord(word) {
        head = word.range.upperBound
      } else if isModifier(word, before: rest.dropFirst(position + 1).first) {
        if position + 1 == rest.count { head = word.range.upperBound }
      } else if !isJoining(word) {
        break
      }
    }
    guard head > object.upperBound else { return }
    let range = TextRange(object.lowerBound, head)
    claim.object = Filler(text: document.text.string(range), range: range)
    claim.evidence = claim.evidence.union(range)
    claim.confidence = claim.confidence * 95 / 100
  }

  private static let openTags = TagSet("b", "a", "ad", "m", "d", "r", "p", "uv", "uj", "c", "q")

  /// Whether an event's object ends in a word that cannot end a noun phrase: 发布国内首个|可交易指数.
  func isCutShort(_ claim: Claim) -> Bool {
    guard claim.kind == .event, let object = claim.object?.range, claim.object?.entity == nil,
      let last = tokens.last(endingAt: object.end)
    else { return false }
    return Self.openTags.contains(last.tag)
  }

  /// Whether a verb modifies the noun behind it (水旱灾害|防御|工作会议) or ends the phrase as a noun.
  private func isModifier(_ token: Token, before next: Token?) -> Bool {
    let classes = models.cues.classes(of: token.range, in: document.text.units)
    guard classes.isDisjoint(with: [.verb, .closer, .report, .distributor, .connective]),
      token.tag.isVerbal || token.tag == .adjective
    else { return false }
    return next.map(isNounWord) ?? true
  }

  /// Whether a word goes on with a noun phrase.
  private func isNounWord(_ token: Token) -> Bool {
    let classes = models.cues.classes(of: token.range, in: document.text.units)
    if classes.contains(.nominal) { return true }
    if !classes.isDisjoint(with: [.verb, .closer, .report, .distributor]) { return false }
    return token.tag.isNominal && token.tag.description != "f"
  }

  /// Whether a word may stand between the nouns of one phrase.
  private func isJoining(_ token: Token) -> Bool {
    guard token.range.count == 1 else { return false }
    switch document.text.units[token.range.start] {
    case 0x7684, 0x4E0E, 0x548C, 0x53CA, 0x201C, 0x201D, 0x300A, 0x300B: return true
    default: return false
    }
  }
}
