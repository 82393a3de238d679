/// Hits, spare predictions and misses, and what follows from them.
package struct Tally: Hashable, Sendable {
  /// Gold items that were found.
  package var hits = 0
  /// Predictions that no gold item asks for.
  package var spare = 0
  /// Gold items that were not found.
  package var missed = 0

  /// Makes an empty tally.
  package init() {}

  /// The share of predictions that hold.
  package var precision: Double { ratio(hits, hits + spare) }
  /// The share of gold items that were found.
  package var recall: Double { ratio(hits, hits + missed) }
  /// The harmonic mean of precision and recall.
  package var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// Adds another tally.
  package static func += (left: inout Tally, right: Tally) {
    left.hits += right.hits
    left.spare += right.spare
    left.missed += right.missed
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }
}
