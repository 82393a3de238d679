package import KaojuVocabulary

/// Runs a rule set over sentences; one per worker, since it keeps its working memory.
///
/// Each rule is tried at its anchors: right of the anchor first, then left. A step of a rule is
/// tried once at each position, so a rule costs at most its length times the sentence's, whatever
/// the text.
package struct PatternMatcher: ~Copyable {
  /// The rules.
  package let rules: RuleSet
  private var hits = WordHits()
  private var walk = PatternWalk()
  private var candidates: [UInt64] = []
  private var closed: [Bool] = []

  /// Takes a rule set.
  package init(_ rules: RuleSet) { self.rules = rules }

  /// Finds what the rules say of a sentence.
  ///
  /// - Parameters:
  ///   - input: The sentence.
  ///   - document: Where its quantities, times and mentions are.
  ///   - chunker: Knows the open edges of noun phrases.
  ///   - trace: Where attempts are noted, when wanted.
  ///   - accept: Gets each match; `false` refuses it, so that its quantities stay open.
  package mutating func match(
    _ input: PatternInput, in document: Document, chunker: some NounPhraseChunker,
    trace: inout PatternTrace?, accept: (PatternMatch) -> Bool
  ) {
    guard !input.items.isEmpty else { return }
    hits.fill(from: input, index: rules.words)
    collectCandidates(input, document)
    guard !candidates.isEmpty else { return }
    closed.removeAll(keepingCapacity: true)
    closed.append(contentsOf: repeatElement(false, count: input.items.count))
    for candidate in candidates {
      let entry = rules.entries[Int(candidate >> 40)]
      let start = Int(candidate >> 20 & 0xFFFFF)
      let end = start + Int(candidate & 0x3FF)
      if (start..<end).contains(where: { closed[$0] }) { continue }
      let word = Int(candidate >> 10 & 0x3FF) - 1
      trace?.begin(rule: Int(entry.rule), anchor: start)
      guard
        let found = walk.run(
          entry.program, input: input, document: document, anchor: start..<end, hits: hits,
          rules: rules, closed: closed, chunker: chunker, trace: &trace)
      else { continue }
      let match = found.match(
        rule: Int(entry.rule), program: entry.program, anchor: start..<end,
        word: word >= 0 ? Int(hits.hits[Int(hits.indices(from: start).lowerBound) + word].word) : -1
      )
      trace?.succeed()
      guard accept(match) else { continue }
      for position in start..<end { closed[position] = true }
      for position in found.quantities { closed[position] = true }
    }
  }

  /// Lists (rule, anchor) pairs in the order in which they are tried.
  private mutating func collectCandidates(_ input: PatternInput, _ document: Document) {
    candidates.removeAll(keepingCapacity: true)
    func add(_ entries: [Int32], at position: Int, width: Int, word: Int) {
      for entry in entries {
        let program = rules.entries[Int(entry)].program
        guard program.needed.allSatisfy({ hits.holds(set: $0) }) else { continue }
        candidates.append(
          UInt64(UInt32(bitPattern: entry)) << 40 | UInt64(position) << 20 | UInt64(word + 1) << 10
            | UInt64(width))
      }
    }
    for (position, item) in input.items.enumerated() {
      if item.quantity >= 0 {
        let quantity = document.quantities[Int(item.quantity)]
        add(rules.entriesByAnyQuantity, at: position, width: 1, word: -1)
        if let entries = rules.entriesByDimension[quantity.value.dimension] {
          add(entries, at: position, width: 1, word: -1)
        }
      }
      let range = hits.indices(from: position)
      for index in range.reversed() where index - range.lowerBound < 0x3FE {
        let hit = hits.hits[index]
        let entries = rules.entriesByWord[Int(hit.word)]
        guard !entries.isEmpty, hit.end - hit.start < 0x3FF else { continue }
        add(
          entries, at: position, width: Int(hit.end - hit.start), word: index - range.lowerBound)
      }
    }
    candidates.sort()
  }
}
