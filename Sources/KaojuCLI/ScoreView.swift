import KaojuScore

/// Prints a scorecard as the scoring script does, with the worst errors and the reliability of
/// confidence below.
struct ScoreView {
  /// The figures.
  func render(_ card: Scorecard, mistakes limit: Int) -> String {
    var lines = ["              precision   recall      F1   hit  spare  missed"]
    for layer in Scorecard.Layer.allCases {
      let tally = card.layers[layer, default: Tally()]
      lines.append(
        padded(layer.rawValue, 12) + number(tally.precision, 10) + number(tally.recall, 9)
          + number(tally.f1, 8) + padded("\(tally.hits)", -6) + padded("\(tally.spare)", -7)
          + padded("\(tally.missed)", -8))
    }
    for (name, tally) in [("link", card.linked), ("comparator", card.comparators)] {
      lines.append(
        padded(name, 12) + number(tally.precision, 10) + "  of \(tally.hits + tally.spare)")
    }
    for (kind, tallies) in card.kinds.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  " + padded(kind, 12) + " fact F1 \(number(tallies.fact.f1, 5))"
          + "  slot F1 \(number(tallies.slot.f1, 5))"
          + "  of \(tallies.fact.hits + tallies.fact.missed)")
    }
    if !card.reliability.isEmpty {
      lines.append("")
      lines.append("confidence   facts   hold")
      for (tenth, band) in card.reliability.sorted(by: { $0.key < $1.key }) {
        lines.append(
          padded("\(Double(tenth) / 10)–\(Double(tenth + 1) / 10)", 12)
            + padded("\(band.facts)", -6)
            + number(Double(band.held) / Double(max(1, band.facts)), 7))
      }
    }
    if limit > 0 { lines += mistakes(card, limit) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func mistakes(_ card: Scorecard, _ limit: Int) -> [String] {
    var counts: [String: Int] = [:]
    for mistake in card.mistakes { counts[mistake.label, default: 0] += 1 }
    let worst = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var lines = ["", "worst errors"]
    for (label, count) in worst.prefix(limit) {
      lines.append(padded("\(count)", -5) + "  " + label)
      for mistake in card.mistakes.lazy.filter({ $0.label == label }).prefix(3) {
        let item = mistake.predicted ?? mistake.gold
        let place = item?.value["evidence"] ?? item?.value
        lines.append("         \(mistake.document): \(place?["text"]?.text ?? "")")
      }
    }
    return lines
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? blanks + text : text + blanks
  }

  private func number(_ value: Double, _ width: Int) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    let text =
      "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    return padded(text, -width)
  }
}
