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
  private var presence: [UInt32] = []
  private var generation: UInt32 = 0

  /// Looks all words up.
  mutating func fill(from input: PatternInput, index: WordIndex) {
    hits.removeAll(keepingCapacity: true)
    firstFrom.removeAll(keepingCapacity: true)
    generation &+= 1
    if presence.count < index.setCount {
      presence = [UInt32](repeating: 0, count: index.setCount)
      generation = 1
    }
    let count = input.items.count
    for position in 0..<count {
      firstFrom.append(Int32(truncatingIfNeeded: hits.count))
      index.scan(input, from: position) { word, end in
        hits.append(
          Hit(
            word: word, start: Int32(truncatingIfNeeded: position),
            end: Int32(truncatingIfNeeded: end)))
        index.forEachSet(of: word) { presence[Int($0)] = generation }
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

  /// Whether any word of a set stands in the sentence.
  func holds(set: Int32) -> Bool { presence[Int(set)] == generation }

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
