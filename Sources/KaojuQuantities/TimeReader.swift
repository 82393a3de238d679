package import KaojuModels
package import KaojuVocabulary

/// Finds every time in a document and puts it on the calendar.
///
/// 2025年4月18日上午, 去年同期, “十四五”期间, 近三年 and 每3天 become ``TimeExpression``s in the order
/// of the text, none overlapping.
package struct TimeReader: Sendable {
  private let model: TimeModel

  /// Loads the tables under `models/times`.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    model = TimeModel(models: models, faults: &faults)
  }

  /// Fills `document.times`.
  package func read(_ document: inout Document) {
    let units = document.text.units
    let grammar = TimeGrammar(units: units, model: model)
    let words = WordBarriers(document.knownWords, count: units.count)
    var resolver = TimeResolver(published: document.published)
    var times: [TimeExpression] = []
    var place = PlaceCursor(document)
    var position = 0
    while position < units.count {
      guard model.triggers.contains(units[position]) else {
        position += 1
        continue
      }
      guard let reading = grammar.reading(at: position), words.allow(reading, in: grammar) else {
        position = grammar.skipNumber(at: position)
        continue
      }
      place.move(to: reading.start)
      resolver.context.paragraph = place.paragraph
      resolver.context.sentence = place.sentence
      resolver.context.isAlone = grammar.isWholeText(reading.start, reading.end)
      resolver.context.isFuture = grammar.looksAhead(from: reading.start, to: reading.end)
      if let time = resolver.resolve(reading, isCompared: grammar.isCompared(at: reading.start)) {
        times.append(time)
        position = reading.end
      } else {
        position = grammar.skipNumber(at: position)
      }
    }
    document.times = times
  }
}

/// Where in the document's paragraphs and sentences the reader stands; it only moves forward.
private struct PlaceCursor {
  private let paragraphs: [Paragraph]
  private let sentences: [Sentence]
  private(set) var paragraph = 0
  private(set) var sentence = 0

  init(_ document: Document) {
    paragraphs = document.paragraphs
    sentences = document.sentences
  }

  mutating func move(to offset: Int) {
    while sentence + 1 < sentences.count, sentences[sentence + 1].range.start <= offset {
      sentence += 1
    }
    while paragraph + 1 < paragraphs.count, paragraphs[paragraph + 1].range.start <= offset {
      paragraph += 1
    }
  }
}

/// Where known words forbid a time.
private struct WordBarriers {
  /// Bits of offsets inside a known word, where another word cannot begin or end.
  private var inside: [UInt64]
  /// Bits of offsets that idioms and names cover.
  private var barred: [UInt64]
  private let hasWords: Bool

  init(_ words: [KnownWord], count: Int) {
    hasWords = !words.isEmpty
    inside = []
    barred = []
    guard hasWords else { return }
    inside = [UInt64](repeating: 0, count: count / 64 + 1)
    barred = inside
    for word in words {
      let range = word.range.indices.clamped(to: 0..<count)
      guard range.count > 1 else { continue }
      if !word.flags.contains(.join) {
        for offset in (range.lowerBound + 1)..<range.upperBound { Self.set(&inside, offset) }
      }
      if word.flags.contains(.barsNumbers) {
        for offset in range { Self.set(&barred, offset) }
      }
    }
  }

  /// Whether a reading may stand: a number not inside an idiom, a word not across another.
  func allow(_ reading: TimeReading, in grammar: TimeGrammar) -> Bool {
    guard hasWords else { return true }
    if grammar.isNumeral(reading.start) || grammar.unit(reading.start) == Character16.half {
      return !(reading.start..<reading.end).contains { Self.has(barred, $0) }
    }
    switch reading.phrase {
    case .reference:
      return !Self.has(inside, reading.start) && !Self.has(inside, reading.end)
    default: return !Self.has(inside, reading.start)
    }
  }

  private static func set(_ bits: inout [UInt64], _ offset: Int) {
    bits[offset >> 6] |= 1 << UInt64(offset & 63)
  }

  private static func has(_ bits: [UInt64], _ offset: Int) -> Bool {
    offset >> 6 < bits.count && bits[offset >> 6] & (1 << UInt64(offset & 63)) != 0
  }
}
