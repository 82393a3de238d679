import KaojuClaims
import KaojuText
import KaojuVocabulary

/// Tells how each layer of a document came about.
struct ExplainView {
  /// The whole explanation of a document and of the rules that were entered in it.
  func render(
    _ document: Document, _ attempts: [RuleAttempt], derived: [Fact] = []
  ) -> String {
    var lines: [String] = []
    for sentence in document.sentences where !sentence.range.isEmpty {
      lines.append("")
      lines.append("§ " + document.text.string(sentence.range))
      lines += layers(of: sentence.range, in: document)
      let misses = NearMissView.nearest(attempts.filter { sentence.range.contains($0.anchor) })
      lines += misses.map { "  stopped     " + NearMissView.line($0, in: document) }
    }
    if !derived.isEmpty {
      lines.append("")
      lines.append("derived, and not said")
      for one in derived { lines += fact(one, in: document) }
    }
    if !document.diagnostics.isEmpty {
      lines.append("")
      lines.append("diagnostics")
      for diagnostic in document.diagnostics {
        let place = diagnostic.range.map { " 「\(document.text.string($0))」" } ?? ""
        lines.append("  \(diagnostic.code)\(place): \(diagnostic.message)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func layers(of range: TextRange, in document: Document) -> [String] {
    var lines: [String] = []
    let tokens = document.tokens.filter { range.contains($0.range) }
    if !tokens.isEmpty {
      lines.append("  tokens      " + tokens.map { token($0, in: document) }.joined(separator: " "))
    }
    for quantity in document.quantities where range.contains(quantity.range) {
      lines.append("  quantity    " + self.quantity(quantity, in: document))
    }
    for time in document.times where range.contains(time.range) {
      lines.append("  time        " + self.time(time, in: document))
    }
    for mention in document.mentions where range.contains(mention.range) {
      lines.append("  entity      " + self.mention(mention, in: document))
    }
    for fact in document.facts where range.contains(fact.claim.evidence.lowerBound) {
      lines += self.fact(fact, in: document)
    }
    return lines
  }

  private func token(_ token: Token, in document: Document) -> String {
    var text = "\(document.text.string(token.range))/\(token.tag)"
    switch token.origin {
    case .dictionary, .rules: break
    default: text += "·\(token.origin)"
    }
    return text + (token.isUnknown ? "?" : "")
  }

  private func quantity(_ quantity: Quantity, in document: Document) -> String {
    let value = ClaimValue(quantity)
    var text = document.text.string(quantity.range) + " = " + FactTableView.normalized(value)
    text += " (\(quantity.value.dimension))"
    if quantity.value.low != nil || quantity.value.high != nil {
      let bounds = [quantity.value.low, quantity.value.high].map { $0?.description ?? "" }
      text += " within \(bounds.joined(separator: "…"))"
    }
    if let noun = quantity.of { text += " of \(document.text.string(noun))" }
    return text + "  [\(quantity.rule)]"
  }

  private func time(_ time: TimeExpression, in document: Document) -> String {
    var text = "\(document.text.string(time.range)) = \(time.timex) (\(time.kind.name))"
    if let from = time.from { text += " from \(from)" }
    if let to = time.to { text += " to \(to)" }
    if let modifier = time.modifier { text += " \(modifier.name)" }
    if time.isAmbiguous { text += " ambiguous" }
    return text + "  [\(time.rule)]"
  }

  private func mention(_ mention: Mention, in document: Document) -> String {
    let entity = document.entities[Int(mention.entity)]
    var text = "\(document.text.string(mention.range)) → \(entity.id)"
    if entity.name != document.text.string(mention.range) { text += " \(entity.name)" }
    if mention.isAnaphor { text += " anaphor" }
    if !entity.candidates.isEmpty {
      text += " (could be \(entity.candidates.map(\.rawValue).joined(separator: ", ")))"
    }
    return text + "  [\(mention.rule)]"
  }

  private func fact(_ fact: Fact, in document: Document) -> [String] {
    let claim = fact.claim
    var lines = [
      "  fact        \(claim.kind.name) \(fact.id)  [\(claim.rule)] \(claim.confidence)%"
    ]
    func add(_ name: String, _ text: String?, _ slot: Slot? = nil) {
      guard let text, !text.isEmpty else { return }
      let inherited = slot.map { claim.inherited.contains($0) } ?? false
      lines.append(
        "    \(DisplayWidth.pad(name, to: 12))\(text)\(inherited ? "  (inherited)" : "")")
    }
    func value(_ value: ClaimValue?) -> String? {
      guard let value else { return nil }
      let printed = value.range.map { document.text.string($0) + " = " } ?? ""
      return printed + FactTableView.normalized(value)
    }
    func reference(_ reference: Reference?) -> String? {
      guard let reference else { return nil }
      return [
        reference.filler?.text, value(reference.value),
        reference.time.map { document.text.string($0.range) },
      ].compactMap { $0 }.joined(separator: ", ")
    }
    add("subject", claim.subject?.text, .subject)
    add("attribute", claim.attribute?.text, .attribute)
    add("value", value(claim.value))
    add("numerator", value(claim.numerator))
    add("denominator", value(claim.denominator))
    add("whole", claim.whole?.text, .whole)
    add("before", reference(claim.before))
    add("after", reference(claim.after))
    add("baseline", reference(claim.baseline))
    add("scope", claim.scope?.text)
    add("event", claim.event)
    add("trigger", claim.trigger.map(document.text.string))
    add("relation", claim.relation)
    add("object", claim.object?.text)
    add("direction", claim.isDown ? "down" : nil)
    add("basis", claim.basis?.name)
    add("place", claim.place?.text, .place)
    add("time", claim.time.map { "\(document.text.string($0.range)) = \($0.timex)" }, .time)
    add("modality", claim.modality == .asserted ? nil : claim.modality.name, .modality)
    add("negated", claim.isNegated ? "true" : nil)
    add("attribution", claim.attribution?.text, .attribution)
    add("evidence", document.text.string(claim.evidence))
    let doubts = Doubts.names.filter { claim.doubts.contains($0.value) }.map(\.key)
    add("doubts", doubts.joined(separator: ", "))
    for candidate in claim.candidates {
      lines.append(
        "      \(candidate.slot.name) could be \(candidate.filler.text)"
          + "  [\(candidate.policy)] \(candidate.score)%")
    }
    if !fact.flags.isEmpty { add("flags", fact.flags.joined(separator: ", ")) }
    return lines
  }
}
