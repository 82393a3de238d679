import KaojuVocabulary

/// Says which items of a sentence an element of a pattern can stand for.
///
/// One value for all sentences of a matcher: rules are tried in great number, and must cost no more
/// than the steps that they take. So what a document says of its quantities and mentions is turned
/// into numbers once, and the ways over an element go into one buffer.
struct PatternElementReader {
  /// A stretch that an element can walk over.
  struct Way {
    var start: Int32
    var end: Int32
    /// The word that stands there, or -1.
    var word: Int32
  }

  private(set) var input: PatternInput
  private var dimensions: [Int16] = []
  private var comparators: [Comparator] = []
  private var isLength: [Bool] = []
  private var kinds: [Int16] = []
  private let names: NameTable
  private var chunker: (any NounPhraseChunker)?
  private(set) var hits = WordHits()
  private let words: WordIndex
  /// The words that no noun phrase begins or ends with.
  private let barred: Int32?
  private var closed: [Bool] = []
  /// Where the noun phrase that ends (or begins) at a position begins (or ends): asked once.
  private var phraseStarts: [Int32] = []
  private var phraseEnds: [Int32] = []
  /// The ways that guards are looking into.
  var guardWays: [Way] = []
  /// For each step of a guard and each position, the generation of the guard in which it failed.
  var guardFailures: [UInt32] = []
  var guardGeneration: UInt32 = 0
  private static let notAsked: Int32 = -2
  private static let none: Int32 = -1

  init(rules: RuleSet) {
    words = rules.words
    barred = rules.barred
    names = rules.names
    input = PatternInput(
      text: CanonicalText(""), range: TextRange(0, 0), sentence: 0, items: [])
  }

  /// Turns to another document.
  mutating func turn(to document: Document, chunker: any NounPhraseChunker) {
    dimensions = document.quantities.map { names[$0.value.dimension.name] }
    comparators = document.quantities.map(\.value.comparator)
    isLength = document.times.map { $0.kind == .duration || $0.kind == .set }
    kinds = document.mentions.map { names[$0.kind.name] }
    self.chunker = chunker
  }

  /// Turns to another sentence.
  mutating func turn(to input: PatternInput) {
    self.input = input
    hits.fill(from: input, index: words)
  }

  /// Gets ready for walks over the sentence, once a rule may hold in it.
  mutating func prepare() {
    hits.sortByEnd()
    let count = input.items.count
    closed.removeAll(keepingCapacity: true)
    closed.append(contentsOf: repeatElement(false, count: count))
    phraseStarts.removeAll(keepingCapacity: true)
    phraseStarts.append(contentsOf: repeatElement(Self.notAsked, count: count + 1))
    phraseEnds.removeAll(keepingCapacity: true)
    phraseEnds.append(contentsOf: repeatElement(Self.notAsked, count: count + 1))
  }

  /// Closes an item to later rules.
  mutating func close(_ position: Int) { closed[position] = true }

  /// Whether a rule took an item.
  func isClosed(_ position: Int) -> Bool { closed[position] }

  /// The number of the dimension of the quantity at a position, or -1.
  func dimension(at position: Int) -> Int {
    let index = input.items[position].quantity
    return index >= 0 ? Int(dimensions[Int(index)]) : -1
  }

  /// What stands at an item besides words.
  func features(of item: PatternItem) -> ItemFeatures {
    var found: ItemFeatures = []
    if item.quantity >= 0 {
      found.formUnion([.quantity, .name(dimensions[Int(item.quantity)])])
    }
    if item.mention >= 0 { found.formUnion([.mention, .name(kinds[Int(item.mention)])]) }
    if item.time >= 0 { found.insert(.time) }
    return found
  }

  private mutating func phraseEdge(_ position: Int, forward: Bool) -> Int? {
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

  /// Adds each stretch that an element can walk over to a buffer, the longest last; a bracket or a
  /// quotation mark in the way is stepped over.
  mutating func ways(
    over element: PatternProgram.Step, of program: PatternProgram, from position: Int,
    forward: Bool, into ways: inout [Way]
  ) {
    let before = ways.count
    plainWays(over: element, of: program, from: position, forward: forward, into: &ways)
    guard ways.count == before, let beyond = beyondMark(from: position, forward: forward) else {
      return
    }
    plainWays(over: element, of: program, from: beyond, forward: forward, into: &ways)
  }

  private func beyondMark(from position: Int, forward: Bool) -> Int? {
    let index = forward ? position : position - 1
    guard index >= 0, index < input.items.count else { return nil }
    switch input.items[index].mark {
    case .quote: return forward ? position + 1 : position - 1
    case .open where forward: return input.bracketEnd(openingAt: index)
    case .close where !forward: return input.bracketStart(closingAt: index)
    default: return nil
    }
  }

  private mutating func plainWays(
    over element: PatternProgram.Step, of program: PatternProgram, from position: Int,
    forward: Bool, into ways: inout [Way]
  ) {
    func report(_ start: Int, _ end: Int, _ word: Int32) {
      ways.append(
        Way(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), word: word))
    }
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
    case .tags(let tags):
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
      if !forward, let last = lastItem(of: positions), passesText(element, program, last) {
        report(last.lowerBound, last.upperBound, -1)
      }
      if passesText(element, program, positions) {
        report(positions.lowerBound, positions.upperBound, -1)
      }
    case .filling:
      if passes(element, program, at: index) { report(index, index + 1, -1) }
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
  func passes(
    _ element: PatternProgram.Step, _ program: PatternProgram, at index: Int
  ) -> Bool {
    let item = input.items[index]
    guard case .filling(let filling) = element.test else { return true }
    let fits: Bool
    switch filling {
    case .quantity(let dimension):
      guard item.quantity >= 0, !closed[index] else { return false }
      let quantity = Int(item.quantity)
      fits =
        (dimension == nil || element.name == dimensions[quantity])
        && element.comparators & 1 << UInt64(comparators[quantity].rawValue) != 0
    case .mention(let kind):
      fits =
        item.mention >= 0 && (kind == nil || element.name == kinds[Int(item.mention)])
    case .time:
      fits = item.time >= 0 && !isLength[Int(item.time)]
    case .duration:
      let isTime = item.time >= 0 && isLength[Int(item.time)]
      let isQuantity =
        item.quantity >= 0 && !closed[index]
        && dimensions[Int(item.quantity)] == names.time
      fits = isTime || isQuantity
    case .word: fits = !item.isWhole && item.mark == .none
    case .figure: fits = item.quantity >= 0
    case .noun, .plain: fits = false
    }
    return fits && passesText(element, program, index..<(index + 1))
  }

  private func passesText(
    _ step: PatternProgram.Step, _ program: PatternProgram, _ positions: Range<Int>
  ) -> Bool {
    guard step.testsText else { return true }
    let element = program.element(of: step)
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
}
