/// The committed figures of the corpus, which may only move by a reviewed diff.
///
/// ```
/// figure	f1
/// quantity	0.981
/// fact/share	0.742
/// ```
package struct Baseline: Hashable, Sendable {
  /// The figures in thousandths, by name.
  package private(set) var figures: [String: Int]

  /// Takes the figures of a scorecard.
  package init(_ card: Scorecard) {
    figures = Dictionary(
      uniqueKeysWithValues: card.figures.map { ($0.name, Int(($0.value * 1000).rounded())) })
  }

  /// Reads a table of figures.
  package init(text: String) {
    figures = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let value = Double(cells[1]) else { continue }
      figures[String(cells[0])] = Int((value * 1000).rounded())
    }
  }

  /// The table.
  package var text: String {
    "figure\tf1\n"
      + figures.sorted { $0.key < $1.key }
      .map { "\($0.key)\t\(Self.decimal($0.value))\n" }.joined()
  }

  /// What differs from `other`, one line a figure: `quantity was 0.981, is 0.979`.
  package func differences(from other: Baseline) -> [String] {
    Set(figures.keys).union(other.figures.keys).sorted().compactMap { name in
      let (new, old) = (figures[name], other.figures[name])
      guard new != old else { return nil }
      return
        "\(name) was \(old.map(Self.decimal) ?? "absent"), is \(new.map(Self.decimal) ?? "absent")"
    }
  }

  private static func decimal(_ thousandths: Int) -> String {
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
