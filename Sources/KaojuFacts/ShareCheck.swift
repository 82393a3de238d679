import KaojuVocabulary

/// Checks a share against its part and its whole, where the document prints all three.
///
/// 全市产值200亿元,高新区产值50亿元,占全市的30%: 50 is 25 percent of 200, so the share is flagged.
struct ShareCheck {
  private struct Amount: Hashable {
    var subject: Int32
    var attribute: String
    var timex: String
  }

  /// Flags shares that their part and whole deny.
  func check(_ facts: inout [Fact], diagnostics: inout [Diagnostic]) {
    var amounts: [Amount: Int] = [:]
    for (index, fact) in facts.enumerated() where fact.claim.kind == .measurement {
      let claim = fact.claim
      guard let key = key(claim.subject, claim.attribute, claim.time), claim.value != nil else {
        continue
      }
      if amounts[key] == nil { amounts[key] = index }
    }
    for index in facts.indices where facts[index].claim.kind == .share {
      let claim = facts[index].claim
      guard let partKey = key(claim.subject, claim.attribute, claim.time),
        let wholeKey = key(claim.whole, claim.attribute, claim.time),
        let part = amounts[partKey], let whole = amounts[wholeKey], part != whole,
        let ratio = claim.value?.value, let small = facts[part].claim.value?.value,
        let large = facts[whole].claim.value?.value, small.unit == large.unit,
        Consistency.isShare(small, of: large, ratio: ratio) == false
      else { continue }
      facts[index].flags.append("contradicts:\(facts[part].id)")
      diagnostics.append(
        Diagnostic(
          code: "fact/share", message: "The share is not the part by the whole that are printed.",
          range: claim.evidence))
    }
  }

  private func key(_ owner: Filler?, _ attribute: Filler?, _ time: TimeExpression?) -> Amount? {
    guard let entity = owner?.entity, let attribute, let time else { return nil }
    return Amount(
      subject: entity, attribute: SlotKey.folded(attribute.text), timex: time.timex)
  }
}
