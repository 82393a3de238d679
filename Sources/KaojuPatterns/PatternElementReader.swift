import KaojuVocabulary

/// Says which items of a sentence an element of a pattern can stand for.
///
/// One object for all sentences of a matcher: rules are tried in great number, and must cost no
/// more than the steps that they take.
final class PatternElementReader {
  private(set) var input: PatternInput
  private var quantities: [Quantity] = []
  private var times: [TimeExpression] = []
  private var mentions: [Mention] = []
  private var chunker: (any NounPhraseChunker)?
  private(set) var hits = WordHits()
  private let words: WordIndex
  /// The words that no noun phrase begins or ends with.
  private let barred: Int32?
  private var closed: [Bool] = []
  /// Where the noun phrase that ends (or begins) at a position begins (or ends): asked once.
  private var phraseStarts: [Int32] = []
  private var phraseEnds: [Int32] = []
  private static let notAsked: Int32 = -2
  private static let none: Int32 = -1

  init(rules: RuleSet) {
    words = rules.words
    barred = rules.barred
    input = PatternInput(
      text: CanonicalText(""), range: TextRange(0, 0), sentence: 0, items: [])
  }

  /// Turns to another document.
  func turn(to document: Document, chunker: any NounPhraseChunker) {
    quantities = document.quantities
    times = document.times
    mentions = document.mentions
    self.chunker = chunker
  }

  /// Turns to another sentence.
  func turn(to input: PatternInput) {
    self.input = input
    hits.fill(from: input, index: words)
    let count = input.items.count
    closed.removeAll(keepingCapacity: true)
    closed.append(contentsOf: repeatElement(false, count: count))
    phraseStarts.removeAll(keepingCapacity: true)
    phraseStarts.append(contentsOf: repeatElement(Self.notAsked, count: count + 1))
    phraseEnds.removeAll(keepingCapacity: true)
    phraseEnds.append(contentsOf: repeatElement(Self.notAsked, count: count + 1))
  }

  /// Closes an item to later rules.
  func close(_ position: Int) { closed[position] = true }

  /// Whether a rule took an item.
  func isClosed(_ position: Int) -> Bool { closed[position] }

  /// The dimension of the quantity at a position.
  func dimension(at position: Int) -> DimensionID? {
    let index = input.items[position].quantity
    return index >= 0 ? quantities[Int(index)].value.dimension : nil
  }

  private func phraseEdge(_ position: Int, forward: Bool) -> Int? {
    let known = forward ? phraseEnds[position] : phraseStarts[position]
    if known != Self.notAsked { return known == Self.none ? nil : Int(known) }
    let edge: Int?
    if isBarred(position, forward: forward) {
      edge = nil
    } else if forward {
      edge = chunker?.nounPhraseEnd(startingAt: position, in: input)
    } else {
      edge = chunker?.nounPhraseStart(endingAt: position, in: input)
    }
    let kept = edge.map { Int32(truncatingIfNeeded: $0) } ?? Self.none
    if forward { phraseEnds[position] = kept } else { phraseStarts[position] = kept }
    return edge
  }

  /// Reports each stretch that an element can walk over, the longest last; a bracket or a quotation
  /// mark in the way is stepped over.
  func ways(
    over element: PatternProgram.Element, from position: Int, forward: Bool,
    report: (_ start: Int, _ end: Int, _ word: Int32) -> Void
  ) {
    var any = false
    plainWays(over: element, from: position, forward: forward) {
      any = true
      report($0, $1, $2)
    }
    guard !any, let beyond = beyondMark(from: position, forward: forward) else { return }
    plainWays(over: element, from: beyond, forward: forward, report: report)
  }

  private func beyondMark(from position: Int, forward: Bool) -> Int? {
    let index = forward ? position : position - 1
    guard index >= 0, index < input.items.count else { return nil }
    switch input.items[index].mark {
    case .quote: return forward ? position + 1 : position - 1
    case .open where forward && input.bracketEnds[index] > 0: return Int(input.bracketEnds[index])
    case .close where !forward && input.bracketStarts[index] >= 0:
      return Int(input.bracketStarts[index])
    default: return nil
    }
  }

  private func plainWays(
    over element: PatternProgram.Element, from position: Int, forward: Bool,
    report: (_ start: Int, _ end: Int, _ word: Int32) -> Void
  ) {
    let index = forward ? position : position - 1
    guard index >= 0, index < input.items.count else { return }
    switch element.test {
    case .words(let set):
      if forward {
        for index in hits.indices(from: position) {
          let hit = hits.hits[index]
          guard words.contains(hit.word, in: set) else { continue }
          report(position, Int(hit.end), hit.word)
        }
      } else {
        for place in hits.placesByEnd(to: position).reversed() {
          let hit = hits.hit(byEnd: place)
          guard words.contains(hit.word, in: set) else { continue }
          report(Int(hit.start), position, hit.word)
        }
      }
    case .tag(let tags):
      let item = input.items[index]
      if !item.isWhole, tags.contains(item.tag) { report(index, index + 1, -1) }
    case .any:
      if input.items[index].mark != .clause { report(index, index + 1, -1) }
    case .filling(.noun), .filling(.plain):
      guard let edge = phraseEdge(position, forward: forward), edge != position else { return }
      var positions = min(edge, position)..<max(edge, position)
      if element.test == .filling(.plain) {
        positions = withoutNames(positions, forward: forward)
        guard !positions.isEmpty else { return }
      }
      if !forward, let last = lastItem(of: positions), passesText(element, last) {
        report(last.lowerBound, last.upperBound, -1)
      }
      if passesText(element, positions) { report(positions.lowerBound, positions.upperBound, -1) }
    case .filling:
      if passes(element, at: index) { report(index, index + 1, -1) }
    }
  }

  /// The last of several nouns that 和 joins, where a pattern asks for a list (指数和能力 → 能力).
  private func lastItem(of positions: Range<Int>) -> Range<Int>? {
    let joint = positions.last { position in
      input.isCharacter(0x548C, at: position) || input.isCharacter(0x4E0E, at: position)
        || input.isCharacter(0x53CA, at: position)
    }
    guard let joint, joint > positions.lowerBound, joint + 1 < positions.upperBound else {
      return nil
    }
    return (joint + 1)..<positions.upperBound
  }

  private func withoutNames(_ positions: Range<Int>, forward: Bool) -> Range<Int> {
    func isName(_ position: Int) -> Bool {
      input.items[position].mention >= 0 || input.items[position].mark == .quote
        || input.text.units[input.items[position].range.start] == 0x2014
    }
    if forward {
      let end = positions.first(where: isName) ?? positions.upperBound
      return positions.lowerBound..<end
    }
    let start = positions.last(where: isName).map { $0 + 1 } ?? positions.lowerBound
    return start..<positions.upperBound
  }

  /// Whether a word stands there that no noun phrase begins or ends with (同比, 达到).
  private func isBarred(_ position: Int, forward: Bool) -> Bool {
    guard let barred else { return false }
    if forward {
      return hits.indices(from: position).contains { index in
        words.contains(hits.hits[index].word, in: barred)
      }
    }
    return hits.placesByEnd(to: position).contains { place in
      words.contains(hits.hit(byEnd: place).word, in: barred)
    }
  }

  /// Whether one item is what an element wants.
  func passes(_ element: PatternProgram.Element, at index: Int) -> Bool {
    let item = input.items[index]
    guard case .filling(let filling) = element.test else { return true }
    let fits: Bool
    switch filling {
    case .quantity(let dimension):
      guard item.quantity >= 0, !closed[index] else { return false }
      let value = quantities[Int(item.quantity)].value
      fits =
        (dimension.map { $0 == value.dimension } ?? true)
        && (element.comparators.isEmpty || element.comparators.contains(value.comparator))
    case .mention(let kind):
      fits =
        item.mention >= 0
        && (kind.map { $0 == mentions[Int(item.mention)].kind } ?? true)
    case .time:
      guard item.time >= 0 else { return false }
      let kind = times[Int(item.time)].kind
      fits = kind == .date || kind == .time
    case .duration:
      let isTime = item.time >= 0 && times[Int(item.time)].timexIsLength
      let isQuantity =
        item.quantity >= 0 && !closed[index]
        && quantities[Int(item.quantity)].value.dimension == .time
      fits = isTime || isQuantity
    case .word: fits = !item.isWhole && item.mark == .none
    case .figure: fits = item.quantity >= 0
    case .noun, .plain: fits = false
    }
    return fits && passesText(element, index..<(index + 1))
  }

  private func passesText(_ element: PatternProgram.Element, _ positions: Range<Int>) -> Bool {
    guard element.testsText else { return true }
    let range = input.textRange(positions)
    let units = input.text.units
    func ends(in suffix: [UInt16]) -> Bool {
      suffix.count <= range.count
        && units[(range.end - suffix.count)..<range.end].elementsEqual(suffix)
    }
    func begins(with prefix: [UInt16]) -> Bool {
      prefix.count <= range.count
        && units[range.start..<(range.start + prefix.count)].elementsEqual(prefix)
    }
    return (element.heads.isEmpty || element.heads.contains(where: ends))
      && (element.starts.isEmpty || element.starts.contains(where: begins))
      && !element.barredHeads.contains(where: ends)
      && !element.barredStarts.contains(where: begins)
  }

  /// Whether a guard holds; a guard has no rounds, so its ways are few.
  func holds(
    _ code: [PatternProgram.Instruction], _ program: PatternProgram, from step: Int,
    at position: Int, forward: Bool, depth: Int
  ) -> Bool {
    guard depth < 64 else { return false }
    switch code[step] {
    case .accept: return true
    case .jump(let target):
      return holds(
        code, program, from: Int(target), at: position, forward: forward, depth: depth + 1)
    case .split(let first, let second):
      return holds(
        code, program, from: Int(first), at: position, forward: forward, depth: depth + 1)
        || holds(
          code, program, from: Int(second), at: position, forward: forward, depth: depth + 1)
    case .take(let index):
      var holds = false
      ways(over: program.elements[Int(index)], from: position, forward: forward) { start, end, _ in
        guard !holds else { return }
        holds = self.holds(
          code, program, from: step + 1, at: forward ? end : start, forward: forward,
          depth: depth + 1)
      }
      return holds
    case .edge(let atStart):
      guard atStart ? input.isClauseStart(position) : input.isClauseEnd(position) else {
        return false
      }
      return holds(
        code, program, from: step + 1, at: position, forward: forward, depth: depth + 1)
    case .look(let end, let ahead, let negated):
      let inner = holds(
        code, program, from: step + 1, at: position, forward: ahead, depth: depth + 1)
      return inner != negated
        && holds(
          code, program, from: Int(end), at: position, forward: forward, depth: depth + 1)
    case .open, .close, .enterRounds, .nextRound, .leaveRounds:
      return holds(
        code, program, from: step + 1, at: position, forward: forward, depth: depth + 1)
    }
  }
}

extension TimeExpression {
  /// Whether it is a length of time, or one that recurs.
  fileprivate var timexIsLength: Bool { kind == .duration || kind == .set }
}
