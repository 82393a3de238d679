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

  /// The way to a place: what it cost, from where, and by which edge.
  private struct Arrival {
    var cost: Float
    var from: Int32
    /// The index of a known word, or the number of a ``Fallback``.
    var edge: Int32
    var isRare: Bool
  }

  /// An edge that needs no dictionary; a negative number where known words have their index.
  private enum Fallback: Int32 {
    case character = -1
    case punctuation = -2
    case latin = -3
    case number = -4
    case other = -5

    init(_ kind: TextRun.Kind) {
      switch kind {
      case .han: self = .character
      case .punctuation: self = .punctuation
      case .latin: self = .latin
      case .number: self = .number
      case .kana, .space, .other: self = .other
      }
    }
  }

  private static let unreached = Arrival(cost: .infinity, from: -1, edge: -1, isRare: false)

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
    let known = words.span
    var next = nextWord
    while next < known.count, known[next].range.lowerBound < start { next += 1 }
    var places = arrivals.mutableSpan
    var run = firstRun
    for place in 0..<count {
      let position = start + Int32(truncatingIfNeeded: place)
      while runs[run].range.upperBound <= position { run += 1 }
      let cost = places[place].cost
      if cost == .infinity {
        while next < known.count, known[next].range.lowerBound == position { next += 1 }
        continue
      }
      Self.addWords(
        at: position, cost: cost, limit: range.upperBound, base: start, words: known, &next,
        &places)
      Self.addFallback(
        at: position, cost: cost, run: runs[run], limit: range.upperBound, base: start,
        units: units, &places)
    }
    nextWord = next
    backtrack(base: start, count: count, words: words, into: &tokens, rare: &rare)
  }

  @inline(__always)
  private static func relax(
    to end: Int32, from start: Int32, edge: Int32, cost: Float, base: Int32, isRare: Bool,
    _ places: inout MutableSpan<Arrival>
  ) {
    let place = Int(end - base)
    if cost < places[place].cost {
      places[place] = Arrival(cost: cost, from: start - base, edge: edge, isRare: isRare)
    }
  }

  /// Adds the known words that begin at a place, one edge for each length.
  ///
  /// Of several dictionaries that know a word the one with the better right gives the tag, and the
  /// lowest cost holds. A name that needs context adds no edge of its own.
  @inline(__always)
  private static func addWords(
    at position: Int32, cost: Float, limit: Int32, base: Int32, words: Span<KnownWord>,
    _ next: inout Int, _ places: inout MutableSpan<Arrival>
  ) {
    while next < words.count, words[next].range.lowerBound == position {
      let end = words[next].range.upperBound
      var best = -1
      var lowest = Float.infinity
      while next < words.count, words[next].range.lowerBound == position,
        words[next].range.upperBound == end
      {
        let flags = words[next].flags
        if !flags.contains(.ambiguous), !flags.contains(.join) {
          if best < 0 { best = next }
          lowest = min(lowest, words[next].cost)
        }
        next += 1
      }
      guard best >= 0, end <= limit else { continue }
      relax(
        to: end, from: position, edge: Int32(truncatingIfNeeded: best), cost: cost + lowest,
        base: base, isRare: end - position == 1 && lowest > Self.rareCost, &places)
    }
  }

  /// Adds the edge that needs no dictionary: a character, or the rest of a run.
  @inline(__always)
  private static func addFallback(
    at position: Int32, cost: Float, run: TextRun, limit: Int32, base: Int32, units: [UInt16],
    _ places: inout MutableSpan<Arrival>
  ) {
    var end = min(run.range.upperBound, limit)
    var edgeCost = Self.runCost
    if run.kind == .han {
      end = position + 1
      if end < limit, units[Int(end)] & 0xFC00 == 0xDC00 { end += 1 }
      edgeCost = Self.unknownCost
    } else if run.kind == .punctuation {
      edgeCost = 0
    }
    relax(
      to: end, from: position, edge: Fallback(run.kind).rawValue, cost: cost + edgeCost,
      base: base, isRare: run.kind == .han, &places)
  }

  private func backtrack(
    base: Int32, count: Int, words: [KnownWord], into tokens: inout [Token],
    rare: inout [Bool]
  ) {
    let first = tokens.count
    var place = count
    while place > 0 {
      let arrival = arrivals[place]
      let range = TextRange(base + arrival.from, base + Int32(truncatingIfNeeded: place))
      tokens.append(Self.token(arrival.edge, range, words))
      rare.append(arrival.isRare)
      place = Int(arrival.from)
    }
    var left = first
    var right = tokens.count - 1
    while left < right {
      tokens.swapAt(left, right)
      rare.swapAt(left, right)
      left += 1
      right -= 1
    }
  }

  private static func token(_ edge: Int32, _ range: TextRange, _ words: [KnownWord]) -> Token {
    if edge >= 0 {
      let word = words[Int(edge)]
      return Token(range: range, tag: word.tag, origin: word.origin)
    }
    switch Fallback(rawValue: edge) ?? .other {
    case .character:
      return Token(range: range, tag: .unknown, origin: .dictionary, isUnknown: true)
    case .punctuation: return Token(range: range, tag: .punctuation, origin: .rules)
    case .latin: return Token(range: range, tag: .latin, origin: .rules)
    case .number: return Token(range: range, tag: .numeral, origin: .rules)
    case .other: return Token(range: range, tag: .unknown, origin: .rules)
    }
  }
}
