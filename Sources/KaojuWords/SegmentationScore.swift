package import KaojuVocabulary

/// How well tokens agree with words that a person cut, as the SIGHAN contests count it.
package struct SegmentationScore: Sendable, Hashable {
  /// The words that both have, at the same place.
  package private(set) var agreed = 0
  /// The words of the gold.
  package private(set) var expected = 0
  /// The words found.
  package private(set) var found = 0

  /// Makes a score of nothing.
  package init() {}

  /// Adds a text, given the ranges of its words in the gold and as found, each in order.
  package mutating func add(gold: [TextRange], found tokens: [TextRange]) {
    expected += gold.count
    found += tokens.count
    agreed += Set(gold).intersection(tokens).count
  }

  /// The share of the found words that the gold has.
  package var precision: Double { found == 0 ? 0 : Double(agreed) / Double(found) }
  /// The share of the gold's words that were found.
  package var recall: Double { expected == 0 ? 0 : Double(agreed) / Double(expected) }
  /// The harmonic mean of the two.
  package var f1: Double {
    expected + found == 0 ? 0 : 2 * Double(agreed) / Double(expected + found)
  }
}
