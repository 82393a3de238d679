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
    let words = WordBarriers(document.knownWords)
    var resolver = TimeResolver(published: document.published)
    var times: [TimeExpression] = []
    var place = PlaceCursor(document)
    var position = 0
    while position < units.count {
      guard model.triggers.mayBegin(units, at: position) else {
        position += 1
        continue
      }
      if let end = grammar.plainFigure(at: position) ?? grammar.plainNumeral(at: position) {
        position = end
        continue
      }
      guard let reading = grammar.reading(at: position), words.allow(reading, in: grammar),
        !grammar.isTitle(reading)
      else {
        position = grammar.skipNumber(at: position)
        continue
      }
      place.move(to: reading.start)
      resolver.context.paragraph = place.paragraph
      resolver.context.sentence = place.sentence
      resolver.context.isAlone = grammar.isWholeText(reading.start, reading.end)
      resolver.context.isFuture = grammar.looksAhead(from: reading.start, to: reading.end)
      resolver.context.isLed = grammar.isLed(at: reading.start)
      let isCompared = grammar.isCompared(reading)
      resolver.context.isCompared = isCompared
      if let time = resolver.resolve(reading, isCompared: isCompared)
        ?? reading.firstDate.flatMap({ resolver.resolve($0, isCompared: isCompared) })
      {
        if let last = times.last, isBegun(last, by: time, in: units) { times.removeLast() }
        times.append(time)
        position = time.range.end
      } else {
        let word = grammar.referenceReading(at: position)
        if let word, let time = resolver.resolve(word, isCompared: false) { times.append(time) }
        position = word?.end ?? grammar.skipNumber(at: position)
      }
    }
    document.times = times
  }

  /// Whether a date is only the beginning of the one right behind it: 六月 in 六月六月中旬.
  private func isBegun(
    _ first: TimeExpression, by second: TimeExpression, in units: [UInt16]
  ) -> Bool {
    first.kind == .date && first.range.upperBound == second.range.lowerBound
      && first.range.count > 1 && first.range.count < second.range.count
      && units[first.range.indices] == units[second.range.indices].prefix(first.range.count)
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
  private let words: [KnownWord]

  init(_ words: [KnownWord]) { self.words = words }

  /// Whether a reading may stand: a number not inside an idiom, a word not across a likelier one.
  func allow(_ reading: TimeReading, in grammar: TimeGrammar) -> Bool {
    if words.isEmpty { return true }
    let isNumber =
      grammar.isNumeral(reading.start) || grammar.unit(reading.start) == Character16.half
    if isNumber, !reading.isNamed { return !isBarred(reading) }
    return !isCrossed(reading)
  }

  /// Whether a word that crosses the reading's edge is likelier than the word that begins with it.
  ///
  /// 文明年 is 文明 and no 明年, but 从今天 holds 今天 and no 从今. A name that begins with the reading
  /// and goes on behind it is likelier where the reading is no day of its own (每日经济新闻).
  private func isCrossed(_ reading: TimeReading) -> Bool {
    let start = Int32(reading.start)
    var index = firstWord(from: start - Self.longestWord)
    var crossing = Float.infinity
    var own = Self.unknownCost
    while index < words.count, words[index].range.lowerBound <= start {
      let word = words[index]
      index += 1
      if word.flags.contains(.join) || word.range.count < 2 { continue }
      if word.range.lowerBound == start {
        if word.range.end <= reading.end {
          own = min(own, word.cost)
        } else if word.flags.contains(.name), reading.isOftenInNames {
          return true
        }
      } else if word.range.upperBound > start {
        if word.range.end >= reading.end, word.flags.contains(.name) { return true }
        crossing = min(crossing, word.cost)
      }
    }
    if case .reference = reading.phrase { return crossing < own + 3 }
    return crossing < own + (reading.end - reading.start > 2 ? -1 : 1)
  }

  /// The cost of a time that is no word of a dictionary (今春, 前三季度).
  private static let unknownCost: Float = 11

  private static let longestWord: Int32 = 8

  private func firstWord(from start: Int32) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an idiom or name reaches beyond the reading: 三月街 holds no March, while 十九世纪 is a
  /// word and a time.
  private func isBarred(_ reading: TimeReading) -> Bool {
    let range = TextRange(reading.start, reading.end)
    var index = firstWord(from: range.lowerBound - 2 * Self.longestWord)
    while index < words.count, words[index].range.lowerBound < range.upperBound {
      let word = words[index]
      index += 1
      if word.flags.contains(.barsNumbers), word.range.overlaps(range),
        !range.contains(word.range)
      {
        return true
      }
    }
    return false
  }
}
