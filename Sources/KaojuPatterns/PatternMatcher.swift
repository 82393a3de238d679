package import KaojuVocabulary

/// Runs a rule set over sentences; one per worker, since it keeps its working memory.
///
/// Each rule is tried at its anchors: right of the anchor first, then left. A step of a rule is
/// tried once at each position, so a rule costs at most its length times the sentence's, whatever
/// the text.
package struct PatternMatcher: ~Copyable {
  /// The rules.
  package let rules: RuleSet
  private var reader: PatternElementReader
  private var walk = PatternWalk()
  private var candidates: [UInt64] = []

  /// Takes a rule set.
  package init(_ rules: RuleSet) {
    self.rules = rules
    reader = PatternElementReader(rules: rules)
  }

  /// Turns to a document; its sentences follow.
  ///
  /// - Parameters:
  ///   - document: Where quantities, times and mentions are.
  ///   - chunker: Knows the open edges of noun phrases.
  package mutating func begin(_ document: Document, chunker: some NounPhraseChunker) {
    reader.turn(to: document, chunker: chunker)
  }

  /// Finds what the rules say of a sentence.
  ///
  /// - Parameters:
  ///   - input: The sentence.
  ///   - trace: Where attempts are noted, when wanted.
  ///   - accept: Gets each match; `false` refuses it, so that its quantities stay open.
  package mutating func match(
    _ input: PatternInput, trace: inout PatternTrace?, accept: (PatternMatch) -> Bool
  ) {
    guard !input.items.isEmpty else { return }
    reader.turn(to: input)
    walk.forgetFailures()
    // A trace wants to hear of rules whose words are absent too.
    collectCandidates(input, tryingAll: trace != nil)
    guard !candidates.isEmpty else { return }
    for candidate in candidates {
      let entry = rules.entries[Int(candidate >> 40)]
      let start = Int(candidate >> 20 & 0xFFFFF)
      let end = start + Int(candidate & 0x3FF)
      if (start..<end).contains(where: { reader.isClosed($0) }) { continue }
      let word = Int(candidate >> 10 & 0x3FF) - 1
      trace?.begin(rule: Int(entry.rule), anchor: start)
      guard
        let found = walk.run(entry, anchor: start..<end, &reader, trace: &trace)
      else { continue }
      let match = found.match(
        rule: Int(entry.rule), program: entry.program, anchor: start..<end,
        word: word >= 0
          ? Int(reader.hits.hits[reader.hits.indices(from: start).lowerBound + word].word) : -1
      )
      trace?.succeed()
      guard accept(match) else { continue }
      for position in start..<end { reader.close(position) }
      for position in found.quantities { reader.close(position) }
      walk.forgetFailures()
    }
  }

  private func holdsNeeds(of entry: Int, inClauses clauses: UInt64) -> Bool {
    for place in Int(rules.needStarts[entry])..<Int(rules.needStarts[entry + 1])
    where !reader.hits.holds(set: rules.needs[place], inClauses: clauses) {
      return false
    }
    return true
  }

  /// Lists (rule, anchor) pairs in the order in which they are tried.
  private mutating func collectCandidates(_ input: PatternInput, tryingAll: Bool) {
    candidates.removeAll(keepingCapacity: true)
    func add(_ entries: [Int32], at position: Int, width: Int, word: Int) {
      // What a rule needs must stand in the clause of its anchor, unless it reaches beyond.
      let clause =
        input.hasClauseInBracket ? .max : WordHits.bit(ofClause: input.items[position].clause)
      for entry in entries {
        let clauses = rules.staysInClause[Int(entry)] ? clause : UInt64.max
        guard tryingAll || holdsNeeds(of: Int(entry), inClauses: clauses) else { continue }
        candidates.append(
          UInt64(UInt32(bitPattern: entry)) << 40 | UInt64(position) << 20 | UInt64(word + 1) << 10
            | UInt64(width))
      }
    }
    for (position, item) in input.items.enumerated() {
      if item.quantity >= 0 {
        add(rules.entriesByAnyQuantity, at: position, width: 1, word: -1)
        let dimension = reader.dimension(at: position)
        if dimension >= 0, dimension < rules.entriesByDimension.count {
          add(rules.entriesByDimension[dimension], at: position, width: 1, word: -1)
        }
      }
      let range = reader.hits.indices(from: position)
      for index in range.reversed() where index - range.lowerBound < 0x3FE {
        let hit = reader.hits.hits[index]
        let entries = rules.entriesByWord[Int(hit.word)]
        guard !entries.isEmpty, hit.end - hit.start < 0x3FF else { continue }
        add(
          entries, at: position, width: Int(hit.end - hit.start), word: index - range.lowerBound)
      }
    }
    candidates.sort()
  }
}
