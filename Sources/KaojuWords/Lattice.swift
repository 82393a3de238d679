import KaojuVocabulary

/// Finds the most probable path of words through a stretch of text.
///
/// Costs are negative logarithms, so the best path is the cheapest. Every Chinese character has an
/// edge of its own, and every other run one over the whole of it, so that there always is a path.
struct Lattice {
  /// What a character costs that no dictionary knows.
  private static let unknownCost: Float = 18
  /// What a run in letters or digits costs that no dictionary knows.
  private static let runCost: Float = 12
  /// A single character above this cost is rare as a word of its own.
  private static let rareCost: Float = 9

  /// The way to a place: what it cost, from where, and by which token.
  private struct Arrival {
    var cost: Float
    var from: Int32
    var token: Token
    var isRare = false
  }

  private static let unreached = Arrival(
    cost: .infinity, from: -1, token: Token(range: TextRange(0, 0), tag: .unknown, origin: .rules))

  private var arrivals: [Arrival] = []
  private var nextWord = 0

  /// Forgets the document before: the next stretch is the first of another.
  mutating func begin() { nextWord = 0 }

  /// Appends the tokens of the best path through a range.
  ///
  /// - Parameters:
  ///   - range: The stretch; those of one document come in order after ``begin()``.
  ///   - firstRun: The index of the run in which the stretch begins.
  ///   - runs: All runs of the document.
  ///   - units: The canonical text.
  ///   - words: All known words of the document.
  ///   - tokens: Where the tokens are added.
  ///   - rare: Where it is added whether a token is a character that is rare as a word, so that it
  ///     is more likely a piece of a word that no dictionary knows.
  mutating func solve(
    _ range: TextRange, firstRun: Int, runs: [TextRun], units: [UInt16], words: [KnownWord],
    into tokens: inout [Token], rare: inout [Bool]
  ) {
    let start = range.lowerBound
    let count = range.count
    arrivals.removeAll(keepingCapacity: true)
    arrivals.append(contentsOf: repeatElement(Self.unreached, count: count + 1))
    arrivals[0].cost = 0
    while nextWord < words.count, words[nextWord].range.lowerBound < start { nextWord += 1 }
    var run = firstRun
    for place in 0..<count {
      let position = start + Int32(truncatingIfNeeded: place)
      while runs[run].range.upperBound <= position { run += 1 }
      let cost = arrivals[place].cost
      if cost == .infinity {
        while nextWord < words.count, words[nextWord].range.lowerBound == position { nextWord += 1 }
        continue
      }
      addWords(at: position, cost: cost, limit: range.upperBound, base: start, words: words)
      addFallback(
        at: position, cost: cost, run: runs[run], limit: range.upperBound, base: start,
        units: units)
    }
    backtrack(count: count, into: &tokens, rare: &rare)
  }

  @inline(__always)
  private mutating func relax(_ token: Token, cost: Float, base: Int32, isRare: Bool = false) {
    let place = Int(token.range.upperBound - base)
    if cost < arrivals[place].cost {
      arrivals[place] = Arrival(
        cost: cost, from: token.range.lowerBound - base, token: token, isRare: isRare)
    }
  }

  /// Adds the known words that begin at a place, one edge for each length.
  ///
  /// Of several dictionaries that know a word the one with the better right gives the tag, and the
  /// lowest cost holds. A name that needs context adds no edge of its own.
  @inline(__always)
  private mutating func addWords(
    at position: Int32, cost: Float, limit: Int32, base: Int32, words: [KnownWord]
  ) {
    while nextWord < words.count, words[nextWord].range.lowerBound == position {
      let end = words[nextWord].range.upperBound
      var best: KnownWord?
      var lowest = Float.infinity
      while nextWord < words.count, words[nextWord].range.lowerBound == position,
        words[nextWord].range.upperBound == end
      {
        let word = words[nextWord]
        nextWord += 1
        if word.flags.contains(.ambiguous) || word.flags.contains(.join) { continue }
        if best == nil { best = word }
        lowest = min(lowest, word.cost)
      }
      guard let best, end <= limit else { continue }
      relax(
        Token(range: best.range, tag: best.tag, origin: best.origin), cost: cost + lowest,
        base: base, isRare: best.range.count == 1 && lowest > Self.rareCost)
    }
  }

  /// Adds the edge that needs no dictionary: a character, or the rest of a run.
  @inline(__always)
  private mutating func addFallback(
    at position: Int32, cost: Float, run: TextRun, limit: Int32, base: Int32, units: [UInt16]
  ) {
    switch run.kind {
    case .han:
      var end = position + 1
      if end < limit, units[Int(end)] & 0xFC00 == 0xDC00 { end += 1 }
      relax(
        Token(
          range: TextRange(position, end), tag: .unknown, origin: .dictionary, isUnknown: true),
        cost: cost + Self.unknownCost, base: base, isRare: true)
    case .punctuation:
      relax(
        Token(
          range: TextRange(position, min(run.range.upperBound, limit)), tag: .punctuation,
          origin: .rules), cost: cost, base: base)
    case .latin, .number, .kana, .space, .other:
      let tag: PartOfSpeech =
        run.kind == .latin ? .latin : run.kind == .number ? .numeral : .unknown
      relax(
        Token(
          range: TextRange(position, min(run.range.upperBound, limit)), tag: tag, origin: .rules),
        cost: cost + Self.runCost, base: base)
    }
  }

  private func backtrack(count: Int, into tokens: inout [Token], rare: inout [Bool]) {
    let first = tokens.count
    var place = count
    while place > 0 {
      tokens.append(arrivals[place].token)
      rare.append(arrivals[place].isRare)
      place = Int(arrivals[place].from)
    }
    tokens[first...].reverse()
    rare[first...].reverse()
  }
}
