package import KaojuPatterns
package import KaojuVocabulary

/// Finds what the rules say in a document's sentences, before discourse.
package struct DraftFinder: Sendable {
  let rules: ClaimRules

  /// Takes the rules.
  package init(rules: ClaimRules) { self.rules = rules }

  /// The drafts in the order of their anchors.
  package func drafts(
    in document: Document, chunker: some NounPhraseChunker, matcher: inout PatternMatcher,
    diagnostics: inout [Diagnostic]
  ) -> [ClaimDraft] {
    let builder = ClaimBuilder(rules: rules, document: document)
    var trace: PatternTrace?
    var reader = PatternInputReader()
    var drafts: [ClaimDraft] = []
    matcher.begin(document, chunker: chunker)
    while let input = reader.next(in: document) {
      matcher.match(input, trace: &trace) { match in
        guard let found = builder.drafts(from: match, in: input) else {
          diagnostics.append(
            Diagnostic(
              code: "claim/unequal-lists",
              message: "The lists that belong together have unequal lengths.",
              range: input.textRange(match.positions)))
          return false
        }
        for draft in found where isTorn(draft) { return false }
        drafts += found
        return true
      }
    }
    let order = drafts.indices.sorted { left, right in
      (drafts[left].anchor, left) < (drafts[right].anchor, right)
    }
    return order.map { drafts[$0] }
  }

  /// Whether a slot holds what is left of a phrase that could not be read (率 of 返岗率).
  private func isTorn(_ draft: ClaimDraft) -> Bool {
    draft.claim.object.map { Self.isOneCharacter($0.text) } ?? false
      || draft.claim.attribute.map {
        rules.tornPhrases.contains($0.text) || Self.isHalfBracketed($0.text)
      } ?? false
  }

  /// Whether a bracket closes that did not open: 85.68万吨).
  private static func isHalfBracketed(_ text: String) -> Bool {
    text.utf8.last == UInt8(ascii: ")") && !text.utf8.contains(UInt8(ascii: "("))
  }

  private static func isOneCharacter(_ text: String) -> Bool {
    text.utf8.count <= 4 && text.unicodeScalars.count == 1
  }
}
