import KaojuVocabulary

/// Derives a fact's id from its content, so that the same text and rules give the same id.
struct FactIdentity {
  let document: Document

  /// Sixteen hexadecimal digits of the hash over document, evidence, kind and slots.
  func id(of claim: Claim) -> String {
    var parts: [String] = [document.id, claim.kind.name]
    let evidence = document.text.offsets.codePoints(of: claim.evidence)
    parts.append("\(evidence.lowerBound)-\(evidence.upperBound)")
    add(claim.subject, "subject", to: &parts)
    add(claim.attribute, "attribute", to: &parts)
    add(claim.value, "value", to: &parts)
    add(claim.numerator, "numerator", to: &parts)
    add(claim.denominator, "denominator", to: &parts)
    add(claim.whole, "whole", to: &parts)
    add(claim.before, "before", to: &parts)
    add(claim.after, "after", to: &parts)
    add(claim.baseline, "baseline", to: &parts)
    add(claim.scope, "scope", to: &parts)
    add(claim.object, "object", to: &parts)
    for participant in claim.participants { add(participant, "participant", to: &parts) }
    add(claim.place, "place", to: &parts)
    if let event = claim.event { parts.append("event=\(event)") }
    if let relation = claim.relation { parts.append("relation=\(relation)") }
    if let time = claim.time { parts.append("time=\(time.timex)") }
    if let basis = claim.basis { parts.append("basis=\(basis.name)") }
    if claim.isDown { parts.append("down") }
    if claim.isNegated { parts.append("negated") }
    parts.append(claim.modality.name)
    let text = parts.joined(separator: "\u{1F}")
    return String(SHA256.hexadecimal(of: text.utf8).prefix(16))
  }

  private func add(_ filler: Filler?, _ name: String, to parts: inout [String]) {
    guard let filler else { return }
    let entity = filler.entity.map { document.entities[Int($0)].id.rawValue }
    parts.append("\(name)=\(entity ?? SlotKey.folded(filler.text))")
  }

  private func add(_ value: ClaimValue?, _ name: String, to parts: inout [String]) {
    guard let value = value?.value else { return }
    let numbers = [value.amount, value.low, value.high].map { $0?.description ?? "" }
    parts.append(
      "\(name)=\(numbers.joined(separator: ",")) \(value.comparator.sign) \(value.unit) "
        + value.dimension.rawValue)
  }

  private func add(_ reference: Reference?, _ name: String, to parts: inout [String]) {
    guard let reference else { return }
    add(reference.value, name, to: &parts)
    add(reference.filler, name, to: &parts)
    if let time = reference.time { parts.append("\(name)@\(time.timex)") }
  }
}
