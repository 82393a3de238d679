package import KaojuPatterns
package import KaojuVocabulary

/// A rule whose anchor stood in the text: whether it held, and if not, where it stopped and why.
package struct RuleAttempt: Hashable, Sendable {
  /// The rule.
  package var rule: RuleID
  /// The value or trigger that it was entered from.
  package var anchor: TextRange
  /// Whether it held.
  package var holds: Bool
  /// What stood where it stopped; empty at the edge of the sentence.
  package var stoppedAt: TextRange
  /// What would have let it go on.
  package var expected: [String]
}

extension DraftFinder {
  /// Every rule that was entered in a document's sentences, in the order it was tried.
  package func attempts(
    in document: Document, chunker: some NounPhraseChunker
  ) -> [RuleAttempt] {
    let builder = ClaimBuilder(rules: rules, document: document)
    var matcher = PatternMatcher(rules.set)
    var reader = PatternInputReader()
    var attempts: [RuleAttempt] = []
    matcher.begin(document, chunker: chunker)
    while let input = reader.next(in: document) {
      var trace: PatternTrace? = PatternTrace()
      matcher.match(input, trace: &trace) { builder.drafts(from: $0, in: input) != nil }
      for attempt in trace?.attempts ?? [] {
        let place = attempt.stoppedLeft ? attempt.farthest - 1 : attempt.farthest
        let isInside = input.items.indices.contains(place)
        attempts.append(
          RuleAttempt(
            rule: rules.set.rules[attempt.rule].id, anchor: input.items[attempt.anchor].range,
            holds: attempt.holds,
            stoppedAt: isInside ? input.items[place].range : TextRange(0, 0),
            expected: attempt.expected))
      }
    }
    return attempts
  }
}
