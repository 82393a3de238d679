/// Where the words of a rule set stand in a sentence, by their first and by their last item.
struct WordHits {
  struct Hit {
    var word: Int32
    var start: Int32
    var end: Int32
  }

  private(set) var hits: [Hit] = []
  private var firstFrom: [Int32] = []
  private var byEnd: [Int32] = []
  private var firstTo: [Int32] = []
  /// For each word set, a bit for each clause that it stands in; see ``bit(ofClause:)``.
  private var presence: [UInt64] = []
  /// The word sets whose bits are set.
  private var present: [Int32] = []

  /// The number of items of the sentence.
  private var count = 0

  /// Looks all words up.
  mutating func fill(from input: PatternInput, index: WordIndex) {
    hits.removeAll(keepingCapacity: true)
    count = input.items.count
    if firstFrom.count < count + 2 {
      firstFrom = [Int32](repeating: 0, count: count * 2 + 2)
      firstTo = firstFrom
    }
    index.scan(input, into: &hits, firsts: &firstFrom)
    if presence.count < index.setCount {
      presence = [UInt64](repeating: 0, count: index.setCount)
    }
    Self.note(hits, in: input, index: index, &presence, &present)
  }

  /// Notes in which clauses each set stands that rules need.
  private static func note(
    _ hits: [Hit], in input: PatternInput, index: WordIndex, _ presence: inout [UInt64],
    _ present: inout [Int32]
  ) {
    var clauses = presence.mutableSpan
    for set in present { clauses[Int(set)] = 0 }
    present.removeAll(keepingCapacity: true)
    let items = input.items.span
    for hit in hits {
      let bit = bit(ofClause: items[Int(hit.start)].clause)
      for place in index.needs.places(of: Int(hit.word)) {
        let set = index.needs.items[place]
        if clauses[Int(set)] == 0 { present.append(set) }
        clauses[Int(set)] |= bit
      }
    }
  }

  /// Orders the hits by their ends, as is asked of sentences in which a rule may hold.
  mutating func sortByEnd() {
    if byEnd.count < hits.count {
      byEnd = [Int32](repeating: 0, count: hits.count * 2)
    }
    Self.sortByEnd(hits, count: count, &firstTo, &byEnd)
  }

  private static func sortByEnd(
    _ hits: [Hit], count: Int, _ firstTo: inout [Int32], _ byEnd: inout [Int32]
  ) {
    var firsts = firstTo.mutableSpan
    var order = byEnd.mutableSpan
    for position in 0...(count + 1) { firsts[position] = 0 }
    for hit in hits { firsts[Int(hit.end) + 1] += 1 }
    for position in 1...(count + 1) { firsts[position] += firsts[position - 1] }
    for (index, hit) in hits.enumerated() {
      let end = Int(hit.end)
      order[Int(firsts[end])] = Int32(truncatingIfNeeded: index)
      firsts[end] += 1
    }
    for position in stride(from: count + 1, to: 0, by: -1) {
      firsts[position] = firsts[position - 1]
    }
    firsts[0] = 0
  }

  /// Whether any word of a set that rules need stands in one of some clauses.
  func holds(set: Int32, inClauses clauses: UInt64) -> Bool {
    presence[Int(set)] & clauses != 0
  }

  /// The bit of a clause; those behind the 63rd share one.
  static func bit(ofClause clause: Int32) -> UInt64 { 1 << UInt64(min(max(clause, 0), 63)) }

  /// The hits that begin at a position, the shortest first.
  func indices(from position: Int) -> Range<Int> {
    position < count ? Int(firstFrom[position])..<Int(firstFrom[position + 1]) : 0..<0
  }

  /// The places in the order of ends of the hits that end at a position, the longest first.
  func placesByEnd(to position: Int) -> Range<Int> {
    Int(firstTo[position])..<Int(firstTo[position + 1])
  }

  /// The hit at a place in the order of ends.
  func hit(byEnd place: Int) -> Hit { hits[Int(byEnd[place])] }
}
