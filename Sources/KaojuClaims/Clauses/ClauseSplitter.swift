package import KaojuVocabulary

/// Cuts a document's sentences into clauses and says which layers' items stand in each.
package struct ClauseSplitter {
  /// A bracket that closes no sooner than this many characters on is no unit.
  private static let longestBracket = 60
  /// A quotation that closes no sooner than this many characters on is speech, which is cut.
  private static let longestQuotation = 24

  /// A clause is cut here even without a mark, so that no work on a clause grows with the text.
  static let longestClause = 400

  private let document: Document
  private var mention = 0
  private var time = 0
  private var quantity = 0
  private var wholeEnd = 0
  /// Where the next mention, time or quantity begins.
  private var nextWhole: Int32 = -1

  /// Starts before the first sentence.
  package init(_ document: Document) { self.document = document }

  /// The clauses of all sentences, in order.
  package mutating func split() -> [Clause] {
    var clauses: [Clause] = []
    clauses.reserveCapacity(document.sentences.count * 3)
    for index in document.sentences.indices {
      split(sentence: index, into: &clauses)
    }
    assignItems(to: &clauses)
    return clauses
  }

  private mutating func split(sentence index: Int, into clauses: inout [Clause]) {
    let sentence = document.sentences[index]
    let units = document.text.units
    var start = sentence.range.start
    var position = start
    func add(upTo end: Int, mark: UInt16) {
      var first = start
      while first < end, units[first] == 0x20 || units[first] == 0x0A || units[first] == 0x201D {
        first += 1
      }
      guard first < end else { return }
      clauses.append(
        Clause(
          range: TextRange(first, end), mark: mark, sentence: Int32(truncatingIfNeeded: index),
          paragraph: sentence.paragraph))
    }
    while position < sentence.range.end {
      if position - start >= Self.longestClause {
        add(upTo: position, mark: 0)
        start = position
      }
      if let end = endOfWhole(at: position), end <= sentence.range.end {
        position = end
        continue
      }
      switch units[position] {
      case 0x28, 0x3010:
        position =
          close(from: position, limit: sentence.range.end, within: Self.longestBracket) ?? position
        position += 1
      case 0x201C, 0x300A, 0x300C:
        position =
          close(from: position, limit: sentence.range.end, within: Self.longestQuotation)
          ?? position
        position += 1
      case 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x3002, 0x2026, 0x2014, 0x0A:
        add(upTo: position, mark: units[position])
        position += 1
        start = position
      default:
        position += 1
      }
    }
    add(upTo: sentence.range.end, mark: 0)
  }

  /// Where the mention, time or quantity that covers `position` ends.
  private mutating func endOfWhole(at position: Int) -> Int? {
    let at = Int32(truncatingIfNeeded: position)
    if at < nextWhole { return wholeEnd > position ? wholeEnd : nil }
    while mention < document.mentions.count, document.mentions[mention].range.lowerBound <= at {
      wholeEnd = max(wholeEnd, document.mentions[mention].range.end)
      mention += 1
    }
    while time < document.times.count, document.times[time].range.lowerBound <= at {
      wholeEnd = max(wholeEnd, document.times[time].range.end)
      time += 1
    }
    while quantity < document.quantities.count,
      document.quantities[quantity].range.lowerBound <= at
    {
      wholeEnd = max(wholeEnd, document.quantities[quantity].range.end)
      quantity += 1
    }
    nextWhole = min(
      mention < document.mentions.count ? document.mentions[mention].range.lowerBound : .max,
      time < document.times.count ? document.times[time].range.lowerBound : .max,
      quantity < document.quantities.count
        ? document.quantities[quantity].range.lowerBound : .max)
    return wholeEnd > position ? wholeEnd : nil
  }

  /// Where the bracket or quotation that opens at `position` closes, if it is short.
  private func close(from position: Int, limit: Int, within length: Int) -> Int? {
    let units = document.text.units
    let closing: UInt16 =
      switch units[position] {
      case 0x28: 0x29
      case 0x3010: 0x3011
      case 0x201C: 0x201D
      case 0x300A: 0x300B
      default: 0x300D
      }
    var at = position + 1
    let end = min(limit, position + length)
    while at < end {
      if units[at] == closing { return at }
      if closing == 0x201D, units[at] == 0x3002 || units[at] == 0x3B { return nil }
      at += 1
    }
    return nil
  }

  /// Walks the layers once and gives each clause its items.
  private func assignItems(to clauses: inout [Clause]) {
    var mention = 0
    var time = 0
    var quantity = 0
    for index in clauses.indices {
      let range = clauses[index].range
      clauses[index].mentions = Self.take(from: &mention, within: range, of: document.mentions) {
        $0.range
      }
      clauses[index].times = Self.take(from: &time, within: range, of: document.times) { $0.range }
      clauses[index].quantities = Self.take(
        from: &quantity, within: range, of: document.quantities
      ) { $0.range }
    }
  }

  private static func take<Item>(
    from next: inout Int, within range: TextRange, of items: [Item], by place: (Item) -> TextRange
  ) -> Range<Int> {
    while next < items.count, place(items[next]).lowerBound < range.lowerBound { next += 1 }
    let first = next
    while next < items.count, place(items[next]).lowerBound < range.upperBound { next += 1 }
    return first..<next
  }
}
