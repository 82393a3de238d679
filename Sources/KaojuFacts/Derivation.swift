package import KaojuVocabulary

/// Computes what a document does not say but its facts imply; kept apart from what it says.
///
/// 由20亿元增长到30亿元 implies a growth of 50 percent, with the flag `derived` and the id of its source.
package struct Derivation: Sendable {
  /// Makes a derivation.
  package init() {}

  /// The derived facts of a document whose facts are assembled.
  package func facts(of document: Document) -> [Fact] {
    var identity = FactIdentity(document: document)
    return document.facts.compactMap { fact in
      guard let claim = growth(of: fact.claim) else { return nil }
      return Fact(
        id: FactIdentity.id(identity.number(of: claim)), claim: claim,
        flags: ["derived", "from:\(fact.id)"])
    }
  }

  /// The growth between the two exact values of a change.
  private func growth(of change: Claim) -> Claim? {
    guard change.kind == .change, let before = change.before?.value?.value,
      let after = change.after?.value?.value, before.unit == after.unit,
      before.dimension == after.dimension, before.dimension != .ratio,
      before.comparator == .equal, after.comparator == .equal, let from = before.amount,
      let to = after.amount, from > .zero, let difference = to.subtracting(from),
      let ratio = Self.quotient(difference, by: from)
    else { return nil }
    var claim = Claim(
      kind: .growth, evidence: change.evidence, rule: "derived/growth-of-change",
      confidence: change.confidence)
    claim.subject = change.subject
    claim.attribute = change.attribute
    claim.isDown = ratio.isNegative
    claim.value = ClaimValue(
      value: QuantityValue(
        amount: ExactDecimal(
          mantissa: ratio.isNegative ? -ratio.mantissa : ratio.mantissa, exponent: ratio.exponent),
        comparator: .about, dimension: .ratio))
    claim.time = change.after?.time
    claim.baseline = change.before?.time.map { Reference(time: $0) }
    claim.basis = claim.baseline == nil ? nil : .since
    claim.modality = change.modality
    return claim
  }

  /// The quotient to four places, cut off.
  private static func quotient(_ number: ExactDecimal, by divisor: ExactDecimal) -> ExactDecimal? {
    let places: Int32 = 4
    let shift = number.exponent - divisor.exponent + places
    guard abs(shift) < 80 else { return nil }
    var numerator = number.mantissa
    var denominator = divisor.mantissa
    for _ in 0..<abs(shift) {
      let (product, overflow) =
        shift > 0
        ? numerator.multipliedReportingOverflow(by: 10)
        : denominator.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      if shift > 0 { numerator = product } else { denominator = product }
    }
    guard denominator != 0 else { return nil }
    return ExactDecimal(mantissa: numerator / denominator, exponent: -places)
  }
}
