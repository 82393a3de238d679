import KaojuText
import KaojuVocabulary

/// Shows the facts of a document as a table that a person reads on a terminal.
struct FactTableView {
  /// The width of the terminal in columns.
  var width = 120

  private static let headings = [
    "subject", "attribute", "value", "normalized", "time", "kind", "modality", "evidence",
  ]
  private static let limits = [22, 24, 20, 26, 14, 11, 9, 60]

  /// The table of a document, with its title above and a line for what could not be read below.
  func render(_ document: Document) -> String {
    var lines: [String] = []
    lines.append("── " + (document.title ?? document.source))
    lines.append(
      "   \(document.facts.count) facts · \(document.entities.count) entities · "
        + "\(document.quantities.count) quantities · \(document.times.count) times"
        + (document.published.map { " · published \($0)" } ?? ""))
    let rows = document.facts.map { cells(of: $0, in: document) }
    guard !rows.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    var widths = Self.headings.indices.map { column in
      let widest = rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
      return min(Self.limits[column], max(widest, Self.headings[column].count))
    }
    let used = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    widths[widths.count - 1] = max(16, min(widths[widths.count - 1], width - used))
    lines.append(line(Self.headings, widths))
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    lines += rows.map { line($0, widths) }
    for diagnostic in document.diagnostics.prefix(10) {
      lines.append("   ! \(diagnostic.code): \(diagnostic.message)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = zip(cells, widths)
      .map { DisplayWidth.pad(DisplayWidth.cut($0, to: $1), to: $1) }.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text
  }

  private func cells(of fact: Fact, in document: Document) -> [String] {
    let claim = fact.claim
    var attribute = claim.attribute?.text ?? claim.trigger.map(document.text.string) ?? ""
    if let object = claim.object?.text {
      attribute += (attribute.isEmpty ? "" : " → ") + object
    }
    if let whole = claim.whole?.text { attribute += " / " + whole }
    if let scope = claim.scope?.text { attribute += " @ " + scope }
    return [
      claim.subject?.text ?? "", attribute, printed(claim, in: document), normalized(claim),
      claim.time.map { document.text.string($0.range) } ?? "", claim.kind.name,
      (claim.isNegated ? "not " : "") + (claim.modality == .asserted ? "" : claim.modality.name),
      document.text.string(claim.evidence),
    ]
  }

  private func printed(_ claim: Claim, in document: Document) -> String {
    func text(_ value: ClaimValue?) -> String {
      value?.range.map(document.text.string) ?? ""
    }
    if let numerator = claim.numerator { return "\(text(numerator))/\(text(claim.denominator))" }
    if claim.before != nil || claim.after != nil {
      return "\(text(claim.before?.value)) → \(text(claim.after?.value))"
    }
    return (claim.isDown ? "↓" : "") + text(claim.value)
  }

  private func normalized(_ claim: Claim) -> String {
    if let numerator = claim.numerator {
      return "\(Self.normalized(numerator)) per \(Self.normalized(claim.denominator))"
    }
    if claim.before != nil || claim.after != nil {
      return "\(Self.normalized(claim.before?.value)) → \(Self.normalized(claim.after?.value))"
    }
    return Self.normalized(claim.value)
  }

  /// A value as the contract normalizes it: `> 280000000000 CNY`.
  static func normalized(_ value: ClaimValue?) -> String {
    guard let value = value?.value else { return "" }
    var text = ""
    if value.comparator != .equal { text += value.comparator.sign + " " }
    if let amount = value.amount {
      text += amount.description
    } else {
      text += [value.low, value.high].map { $0?.description ?? "" }.joined(separator: "…")
    }
    if value.unit != .one { text += " \(value.unit)" }
    return text
  }
}
