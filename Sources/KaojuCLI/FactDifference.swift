import KaojuVocabulary

/// The facts that two readings of the same articles do not share.
struct FactDifference: CustomStringConvertible {
  /// What the change does to facts that are known to hold or not, where there is gold.
  var impact: GoldImpact?

  private var changes: [(rule: RuleID, line: String)] = []
  private var counts = (gained: 0, lost: 0, changed: 0)

  /// Compares two readings of one article.
  ///
  /// Facts of the same kind whose values or triggers stand at the same place are one fact that
  /// changed.
  mutating func add(_ old: Document, _ new: Document) {
    func key(_ fact: Fact) -> String {
      let place =
        fact.claim.value?.range ?? fact.claim.numerator?.range
        ?? fact.claim.after?.value?.range ?? fact.claim.trigger ?? fact.claim.evidence
      return "\(fact.claim.kind.name) \(place.lowerBound) \(place.upperBound)"
    }
    let before = Dictionary(old.facts.map { (key($0), $0) }) { first, _ in first }
    let after = Dictionary(new.facts.map { (key($0), $0) }) { first, _ in first }
    for key in Set(before.keys).union(after.keys).sorted() {
      switch (before[key], after[key]) {
      case (nil, let fact?):
        counts.gained += 1
        changes.append((fact.claim.rule, "+ " + Self.line(fact, in: new)))
      case (let fact?, nil):
        counts.lost += 1
        changes.append((fact.claim.rule, "- " + Self.line(fact, in: old)))
      case (let first?, let second?):
        let (was, now) = (Self.line(first, in: old), Self.line(second, in: new))
        guard was != now else { continue }
        counts.changed += 1
        changes.append((second.claim.rule, "~ \(was)\n  \(now)"))
      case (nil, nil): continue
      }
    }
  }

  /// The changes by rule, and a summary: the rules first whose change the gold feels most, losses
  /// before gains, then those that changed most.
  var description: String {
    var byRule: [String: [String]] = [:]
    for rule in impact?.rules ?? [] { byRule[rule] = [] }
    for change in changes { byRule[change.rule.rawValue, default: []].append(change.line) }
    func order(_ rule: String, _ lines: [String]) -> (Int, Int, Int, String) {
      let weight = impact?.weight(of: rule) ?? 0
      return (-abs(weight), weight, -lines.count, rule)
    }
    var text = ""
    for (rule, lines) in byRule.sorted(by: { order($0.key, $0.value) < order($1.key, $1.value) }) {
      text += "\(rule) (\(lines.count))\(impact?.note(on: rule) ?? "")\n"
      for line in lines { text += "  " + line + "\n" }
    }
    if let impact { text += "\(impact)\n" }
    return text
      + "\(counts.gained) gained, \(counts.lost) lost, \(counts.changed) changed\n"
  }

  private static func line(_ fact: Fact, in document: Document) -> String {
    let claim = fact.claim
    let slots = [
      claim.kind.name, claim.subject?.text, claim.attribute?.text,
      claim.value?.range.map(document.text.string), claim.object?.text, claim.whole?.text,
      claim.time.map { document.text.string($0.range) }, claim.basis?.name,
      claim.modality == .asserted ? nil : claim.modality.name,
    ].compactMap { $0 }
    return slots.joined(separator: " · ") + " 「\(document.text.string(claim.evidence))」"
  }
}
