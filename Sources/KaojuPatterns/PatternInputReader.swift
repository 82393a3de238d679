package import KaojuVocabulary

/// Turns a document's sentences into items one after another, in one walk over its layers.
///
/// What overlaps is decided by length: a mention swallows the time inside it (2020年科技创新工作会), and
/// a length of time that is read as a quantity too is one item that is both.
package struct PatternInputReader {
  private var sentence = 0
  private var token = 0
  private var quantity = 0
  private var time = 0
  private var mention = 0
  /// No quantity, time or mention begins between the last place asked for and here.
  private var nextStart: Int32 = -1
  /// What is left of a sentence that was cut.
  private var resume: Int32 = -1

  /// Starts before the first sentence.
  package init() {}

  /// The next sentence, or the next piece of one that is too long; `nil` after the last.
  package mutating func next(in document: Document) -> PatternInput? {
    guard sentence < document.sentences.count else { return nil }
    let whole = document.sentences[sentence].range
    var range = whole
    if resume >= 0 { range.lowerBound = resume }
    var items: [PatternItem] = []
    items.reserveCapacity(min(range.count, PatternInput.maximumItems))
    var position = range.lowerBound
    var clause: Int32 = 0
    var lastMark = -1
    while position < range.upperBound {
      var item: PatternItem
      if let plain = plainToken(at: position, below: range.upperBound, in: document) {
        item = plain
      } else if let kept = nextWhole(from: position, below: range.upperBound, in: document) {
        let stop = kept.range.lowerBound
        if stop > position, let plain = nextToken(from: position, below: stop, in: document) {
          item = plain
        } else {
          item = kept
        }
      } else if let plain = nextToken(from: position, below: range.upperBound, in: document) {
        item = plain
      } else {
        break
      }
      item.clause = clause
      if !item.isWhole { item.mark = Self.mark(of: item.range, in: document.text.units) }
      position = item.range.upperBound
      items.append(item)
      if item.mark == .clause {
        clause += 1
        lastMark = items.count
      }
      if items.count >= PatternInput.maximumItems, position < range.upperBound { break }
    }
    let index = sentence
    if position < range.upperBound, items.count >= PatternInput.maximumItems {
      if lastMark > PatternInput.maximumItems / 2 { items.removeLast(items.count - lastMark) }
      position = items.last?.range.upperBound ?? position
      resume = position
      rewind(to: position, in: document)
      range.upperBound = position
    } else {
      sentence += 1
      resume = -1
    }
    return PatternInput(text: document.text, range: range, sentence: index, items: items)
  }

  /// The token at `position` where nothing whole begins before its end: most tokens.
  private mutating func plainToken(
    at position: Int32, below end: Int32, in document: Document
  ) -> PatternItem? {
    guard position < nextStart else { return nil }
    while token < document.tokens.count, document.tokens[token].range.upperBound <= position {
      token += 1
    }
    guard token < document.tokens.count else { return nil }
    let found = document.tokens[token]
    guard found.range.lowerBound >= position, found.range.upperBound <= min(end, nextStart),
      !found.range.isEmpty
    else { return nil }
    return PatternItem(
      range: found.range, tag: found.tag, token: Int32(truncatingIfNeeded: token))
  }

  /// The first whole thing that starts at or behind `position`.
  private mutating func nextWhole(
    from position: Int32, below end: Int32, in document: Document
  ) -> PatternItem? {
    while quantity < document.quantities.count,
      document.quantities[quantity].range.lowerBound < position
    { quantity += 1 }
    while time < document.times.count, document.times[time].range.lowerBound < position {
      time += 1
    }
    while mention < document.mentions.count,
      document.mentions[mention].range.lowerBound < position
    { mention += 1 }
    nextStart = min(
      mention < document.mentions.count ? document.mentions[mention].range.lowerBound : .max,
      time < document.times.count ? document.times[time].range.lowerBound : .max,
      quantity < document.quantities.count
        ? document.quantities[quantity].range.lowerBound : .max)
    var best: PatternItem?
    func offer(_ range: TextRange, _ tag: PartOfSpeech, _ attach: (inout PatternItem) -> Void) {
      guard !range.isEmpty, range.upperBound <= end else { return }
      if let known = best {
        let isBetter =
          range.overlaps(known.range)
          ? range.count > known.range.count : range.lowerBound < known.range.lowerBound
        guard isBetter else { return }
      }
      var item = PatternItem(range: range, tag: tag, token: Int32(truncatingIfNeeded: token))
      attach(&item)
      best = item
    }
    if mention < document.mentions.count {
      let found = document.mentions[mention]
      offer(found.range, Self.tag(of: found.kind)) {
        $0.mention = Int32(truncatingIfNeeded: mention)
      }
    }
    if quantity < document.quantities.count {
      offer(document.quantities[quantity].range, .quantity) {
        $0.quantity = Int32(truncatingIfNeeded: quantity)
      }
    }
    if time < document.times.count {
      offer(document.times[time].range, .time) { $0.time = Int32(truncatingIfNeeded: time) }
    }
    guard var item = best, item.mention < 0 else { return best }
    if item.time < 0, time < document.times.count,
      document.times[time].range.overlaps(item.range)
    {
      item.time = Int32(truncatingIfNeeded: time)
    }
    if item.quantity < 0, quantity < document.quantities.count,
      document.quantities[quantity].range.overlaps(item.range)
    {
      item.quantity = Int32(truncatingIfNeeded: quantity)
    }
    return item
  }

  /// The token at or behind `position`, cut where a whole thing begins or ends inside it.
  private mutating func nextToken(
    from position: Int32, below end: Int32, in document: Document
  ) -> PatternItem? {
    while token < document.tokens.count, document.tokens[token].range.upperBound <= position {
      token += 1
    }
    guard token < document.tokens.count else { return nil }
    let found = document.tokens[token]
    let range = TextRange(max(found.range.lowerBound, position), min(found.range.upperBound, end))
    guard !range.isEmpty else { return nil }
    return PatternItem(range: range, tag: found.tag, token: Int32(truncatingIfNeeded: token))
  }

  /// Goes back to where a cut sentence resumes.
  private mutating func rewind(to position: Int32, in document: Document) {
    nextStart = -1
    while token > 0, document.tokens[token - 1].range.upperBound > position { token -= 1 }
    while quantity > 0, document.quantities[quantity - 1].range.lowerBound >= position {
      quantity -= 1
    }
    while time > 0, document.times[time - 1].range.lowerBound >= position { time -= 1 }
    while mention > 0, document.mentions[mention - 1].range.lowerBound >= position { mention -= 1 }
  }

  private static func tag(of kind: EntityKind) -> PartOfSpeech {
    switch kind {
    case .place: .placeName
    case .person: .personName
    case .firm, .lab, .university, .government, .organization: .organizationName
    default: .properNoun
    }
  }

  private static func mark(of range: TextRange, in units: [UInt16]) -> PatternItem.Mark {
    guard range.count > 0, range.count <= 6 else { return .none }
    return PatternItem.Mark(of: units[range.start])
  }
}
