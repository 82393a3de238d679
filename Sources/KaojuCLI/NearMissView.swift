import KaojuClaims
import KaojuText
import KaojuVocabulary

/// Tells why rules whose anchor stood in the text did not hold.
struct NearMissView {
  /// The phrase that is asked about.
  let phrase: String

  /// How many rules are shown for one anchor.
  private static let limit = 3

  /// The rules that were entered from the phrase, the nearest to holding first.
  func render(_ document: Document, _ attempts: [RuleAttempt]) -> String {
    let places = ranges(in: document)
    guard !places.isEmpty else { return "The text does not hold 「\(phrase)」.\n" }
    let touched = attempts.filter { attempt in places.contains { $0.overlaps(attempt.anchor) } }
    guard !touched.isEmpty else {
      return "No rule is entered from 「\(phrase)」: it is no value and no trigger word.\n"
    }
    var lines: [String] = []
    for attempt in touched where attempt.holds {
      lines.append("held     \(attempt.rule) at 「\(document.text.string(attempt.anchor))」")
    }
    lines += Self.nearest(touched).map { "stopped  " + Self.line($0, in: document) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For each anchor that no rule took, the rules that came farthest.
  static func nearest(_ attempts: [RuleAttempt]) -> [RuleAttempt] {
    var result: [RuleAttempt] = []
    let taken = Set(attempts.filter(\.holds).map(\.anchor))
    for (anchor, tried) in Dictionary(grouping: attempts, by: \.anchor)
      .sorted(by: { $0.key < $1.key }) where !taken.contains(anchor)
    {
      var seen = Set<RuleID>()
      let farthest = tried.sorted { reach($0) > reach($1) }.filter { seen.insert($0.rule).inserted }
      result += farthest.prefix(limit)
    }
    return result
  }

  /// One attempt in a line: the rule, its anchor, where it stopped, and what it wanted there.
  static func line(_ attempt: RuleAttempt, in document: Document) -> String {
    let place =
      attempt.stoppedAt.isEmpty
      ? "the edge of the sentence" : "「\(document.text.string(attempt.stoppedAt))」"
    let wanted = attempt.expected.prefix(4).joined(separator: " or ")
    return "\(attempt.rule) from 「\(document.text.string(attempt.anchor))」 at \(place)"
      + (wanted.isEmpty ? "" : ", where \(wanted) would have matched")
  }

  /// How far from its anchor an attempt came.
  private static func reach(_ attempt: RuleAttempt) -> Int32 {
    guard !attempt.stoppedAt.isEmpty else { return 0 }
    return abs(attempt.stoppedAt.lowerBound - attempt.anchor.lowerBound)
  }

  private func ranges(in document: Document) -> [TextRange] {
    let wanted = Array(phrase.utf16)
    let units = document.text.printed
    guard !wanted.isEmpty, units.count >= wanted.count else { return [] }
    return (0...(units.count - wanted.count)).filter {
      units[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }.map { TextRange($0, $0 + wanted.count) }
  }
}
