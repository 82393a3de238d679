import KaojuVocabulary

extension Discourse {
  /// Follows an event's object to where its noun phrase ends.
  ///
  /// In 签署内地与澳门驾照互认协议 a rule that bound 内地 has only the beginning of the object.
  func settleObject(of claim: inout Claim, in index: Int) {
    guard claim.kind == .event, let object = claim.object?.range, !tokens.isEmpty,
      claim.trigger.map({ $0.upperBound <= object.lowerBound }) ?? false
    else { return }
    let clause = map.clauses[index]
    guard object.upperBound < clause.range.upperBound else { return }
    var end = object.upperBound
    var head = end
    for word in tokens.tokens(in: TextRange(end, min(clause.range.upperBound, end + 40))) {
      if isNounWord(word) {
        end = word.range.upperBound
        head = end
      } else if isJoining(word) {
        end = word.range.upperBound
      } else {
        // A verb or a mark ends the phrase; a verb right behind it means that it was whole.
        break
      }
    }
    guard head > object.upperBound else { return }
    let range = TextRange(object.lowerBound, head)
    claim.object = Filler(text: document.text.string(range), range: range)
    claim.evidence = claim.evidence.union(range)
    claim.confidence = claim.confidence * 95 / 100
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
