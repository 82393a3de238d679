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

  /// Looks all words up.
  mutating func fill(from input: PatternInput, index: WordIndex) {
    hits.removeAll(keepingCapacity: true)
    firstFrom.removeAll(keepingCapacity: true)
    if presence.count < index.setCount {
      presence = [UInt64](repeating: 0, count: index.setCount)
    }
    for set in present { presence[Int(set)] = 0 }
    present.removeAll(keepingCapacity: true)
    let count = input.items.count
    for position in 0..<count {
      firstFrom.append(Int32(truncatingIfNeeded: hits.count))
      let bit = Self.bit(ofClause: input.items[position].clause)
      index.scan(input, from: position) { word, end in
        hits.append(
          Hit(
            word: word, start: Int32(truncatingIfNeeded: position),
            end: Int32(truncatingIfNeeded: end)))
        index.forEachNeededSet(of: word) { set in
          if presence[Int(set)] == 0 { present.append(set) }
          presence[Int(set)] |= bit
        }
      }
    }
    firstFrom.append(Int32(truncatingIfNeeded: hits.count))
    sortByEnd(positions: count + 1)
  }

  private mutating func sortByEnd(positions: Int) {
    firstTo.removeAll(keepingCapacity: true)
    firstTo.append(contentsOf: repeatElement(0, count: positions + 1))
    for hit in hits { firstTo[Int(hit.end) + 1] += 1 }
    for position in 1...positions { firstTo[position] += firstTo[position - 1] }
    byEnd.removeAll(keepingCapacity: true)
    byEnd.append(contentsOf: repeatElement(0, count: hits.count))
    for (index, hit) in hits.enumerated() {
      byEnd[Int(firstTo[Int(hit.end)])] = Int32(truncatingIfNeeded: index)
      firstTo[Int(hit.end)] += 1
    }
    for position in stride(from: positions, to: 0, by: -1) {
      firstTo[position] = firstTo[position - 1]
    }
    firstTo[0] = 0
  }

  /// Whether any word of a set that rules need stands in one of some clauses.
  func holds(set: Int32, inClauses clauses: UInt64) -> Bool {
    presence[Int(set)] & clauses != 0
  }

  /// The bit of a clause; those behind the 63rd share one.
  static func bit(ofClause clause: Int32) -> UInt64 { 1 << UInt64(min(max(clause, 0), 63)) }

  /// The hits that begin at a position, the shortest first.
  func indices(from position: Int) -> Range<Int> {
    position + 1 < firstFrom.count
      ? Int(firstFrom[position])..<Int(firstFrom[position + 1]) : 0..<0
  }

  /// The places in the order of ends of the hits that end at a position, the longest first.
  func placesByEnd(to position: Int) -> Range<Int> {
    Int(firstTo[position])..<Int(firstTo[position + 1])
  }

  /// The hit at a place in the order of ends.
  func hit(byEnd place: Int) -> Hit { hits[Int(byEnd[place])] }
}
