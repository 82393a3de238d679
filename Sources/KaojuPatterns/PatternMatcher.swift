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
  private var features = FeatureMap()

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
    reader.prepare()
    features.fill(from: reader)
    for candidate in candidates {
      let entry = rules.entries[Int(candidate >> 40)]
      let start = Int(candidate >> 20 & 0xFFFFF)
      let end = start + Int(candidate & 0x3FF)
      if (start..<end).contains(where: { reader.isClosed($0) }) { continue }
      guard trace != nil || holdsNeeds(of: entry, at: start..<end) else { continue }
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

  /// Whether mentions, quantities and times stand where a rule needs them.
  private func holdsNeeds(of entry: RuleSet.Entry, at anchor: Range<Int>) -> Bool {
    let inClause = entry.staysInClause && !reader.input.hasClauseInBracket
    return entry.program.needs.areMet(
      left: features.before(anchor.lowerBound, inClause: inClause),
      right: features.after(anchor.upperBound, inClause: inClause))
  }

  private func holdsNeeds(of entry: Int, inClauses clauses: UInt64) -> Bool {
    for place in rules.needs.places(of: entry)
    where !reader.hits.holds(set: rules.needs.items[place], inClauses: clauses) {
      return false
    }
    return true
  }

  /// Lists (rule, anchor) pairs in the order in which they are tried.
  private mutating func collectCandidates(_ input: PatternInput, tryingAll: Bool) {
    candidates.removeAll(keepingCapacity: true)
    let items = input.items.span
    for position in items.indices where items[position].quantity >= 0 {
      let clauses = clauses(at: position, of: input)
      for entry in rules.entriesByAnyQuantity {
        add(entry, at: position, width: 1, word: -1, clauses, tryingAll)
      }
      let dimension = reader.dimension(at: position)
      guard dimension >= 0 else { continue }
      for place in rules.entriesByDimension.places(of: dimension) {
        add(
          rules.entriesByDimension.items[place], at: position, width: 1, word: -1, clauses,
          tryingAll)
      }
    }
    for index in reader.hits.hits.indices {
      let hit = reader.hits.hits[index]
      let places = rules.entriesByWord.places(of: Int(hit.word))
      guard !places.isEmpty, hit.end - hit.start < 0x3FF else { continue }
      let position = Int(hit.start)
      let word = index - reader.hits.indices(from: position).lowerBound
      guard word < 0x3FE else { continue }
      let clauses = clauses(at: position, of: input)
      for place in places {
        add(
          rules.entriesByWord.items[place], at: position, width: Int(hit.end - hit.start),
          word: word, clauses, tryingAll)
      }
    }
    candidates.sort()
  }

  /// The clauses in which what a rule needs must stand, unless it reaches beyond its anchor's.
  private func clauses(at position: Int, of input: PatternInput) -> UInt64 {
    input.hasClauseInBracket ? .max : WordHits.bit(ofClause: input.items[position].clause)
  }

  private mutating func add(
    _ entry: Int32, at position: Int, width: Int, word: Int, _ clauses: UInt64, _ tryingAll: Bool
  ) {
    let clauses = rules.staysInClause[Int(entry)] ? clauses : UInt64.max
    guard tryingAll || holdsNeeds(of: Int(entry), inClauses: clauses) else { return }
    candidates.append(
      UInt64(UInt32(bitPattern: entry)) << 40 | UInt64(position) << 20 | UInt64(word + 1) << 10
        | UInt64(width))
  }
}
