import KaojuVocabulary

/// Walks one document from left to right and reads what counts or measures.
struct QuantityScanner {
  let reader: QuantityReader
  let text: CanonicalText
  let units: [UInt16]
  let times: [TimeExpression]
  /// The known words whose numerals are no numbers, in order.
  let barringWords: [KnownWord]
  var quantities: [Quantity] = []
  var diagnostics: [Diagnostic] = []
  private var nextTime = 0
  private var nextWord = 0
  /// Up to here a name, idiom or date bars numbers.
  private(set) var barEnd = 0
  /// What stands behind the unit of 每天早上8点, which counts nothing.
  private var setTail = 0..<0

  /// Scans a document, or its text without the blanks inside numerals.
  init(reader: QuantityReader, document: Document, squeezed: SpacedNumerals?) {
    self.reader = reader
    let barring = document.knownWords.filter { $0.flags.contains(.barsNumbers) }
    guard let squeezed else {
      self.text = document.text
      self.units = document.text.units
      self.times = document.times
      self.barringWords = barring
      return
    }
    self.text = squeezed.text
    self.units = squeezed.text.units
    self.times = document.times.map {
      var time = $0
      time.range = squeezed.squeezed($0.range)
      return time
    }
    self.barringWords = barring.map {
      var word = $0
      word.range = squeezed.squeezed($0.range)
      return word
    }
  }

  /// Reads the whole document.
  mutating func scan() {
    var index = 0
    while index < units.count {
      let unit = units[index]
      if index >= barEnd, !reader.entrances.contains(unit), !isBarPending(at: index) {
        index += 1
        continue
      }
      bar(at: index)
      if setTail.contains(index) {
        index = setTail.upperBound
        continue
      }
      if index < barEnd, !mayStart(unit) {
        index += 1
        continue
      }
      if index < barEnd {
        index = skipBarred(from: index)
        continue
      }
      if let end = readSpecial(at: index) {
        index = max(end, index + 1)
      } else if let start = numberStart(at: index) {
        index = max(readQuantity(at: start.number, from: index, sign: start.sign), index + 1)
      } else {
        index += 1
      }
    }
  }

  /// The place behind what is barred, and behind a numeral that began with it (一二 in 一二三四).
  private mutating func skipBarred(from index: Int) -> Int {
    var end = barEnd
    // COVID19万例 says no number: 19 is of the name.
    var first = end
    while first > 0, (0x30...0x39).contains(units[first - 1]) { first -= 1 }
    if first < end, first > 0, UnitCatalog.isLetter(units[first - 1]) {
      return skipScale(behindCode: end, from: first)
    }
    if units[index..<end].allSatisfy({ mayStart($0) }) {
      while end < units.count, mayStart(units[end]) { end += 1 }
    }
    return end
  }

  /// Whether a date, time of day or barring word begins at `index`.
  @inline(__always)
  private func isBarPending(at index: Int) -> Bool {
    (nextTime < times.count && times[nextTime].range.start <= index)
      || (nextWord < barringWords.count && barringWords[nextWord].range.start <= index)
  }

  /// Moves the bar past dates, times of day, names and set phrases that begin here.
  private mutating func bar(at index: Int) {
    while nextTime < times.count, times[nextTime].range.start <= index {
      let time = times[nextTime]
      let bars = time.kind == .date || (time.kind == .time && !isDecimal(time.range))
      if bars || time.timex.hasPrefix("XXXX"), time.range.end > barEnd {
        barEnd = time.range.end
      } else if time.kind == .set {
        setTail = tail(ofSet: time.range)
      }
      nextTime += 1
    }
    while nextWord < barringWords.count, barringWords[nextWord].range.start <= index {
      let word = barringWords[nextWord]
      if word.range.start == index, word.range.end > barEnd,
        units[index] != Han.each, !countsPast(word.range),
        !UnitCatalog.stands(NumberExpression.partOf, in: units, at: word.range.end - 1)
      {
        barEnd = word.range.end
      }
      nextWord += 1
    }
    if let end = reader.guards.phraseEnd(units, at: index), end > barEnd { barEnd = end }
  }

  /// Whether a numeral that ends a dictionary's name of two characters counts what follows:
  /// 国三 in 全国三十个城市, 全国三分之一.
  private func countsPast(_ word: TextRange) -> Bool {
    let classes = reader.numerals.classes
    guard word.count == 2, word.end < units.count, !classes.startsNumeral(units[word.start]),
      classes.startsNumeral(units[word.end - 1])
    else { return false }
    if classes.kind(units[word.end]) != .none
      || UnitCatalog.stands(NumberExpression.partOf, in: units, at: word.end)
    {
      return true
    }
    // 伊万|船长, 后一|公里: neither a scale nor one alone is a count there.
    return units[word.end - 1] != Han.one && classes.kind(units[word.end - 1]) == .digit
      && reader.catalog.unit(in: text, at: word.end, numberStart: word.end - 1) != nil
  }

  /// What follows the unit in a time that recurs: 早上8点 in 每天早上8点; empty in 每3天.
  private func tail(ofSet range: TextRange) -> Range<Int> {
    let start = range.start + 1
    guard start < range.end, units[start] != Han.apart,
      !reader.numerals.classes.startsNumeral(units[start])
    else { return 0..<0 }
    var end = start + (units[start] == Han.piece ? 2 : 1)
    if let (_, unitEnd) = reader.catalog.unit(in: text, at: start, numberStart: start) {
      end = max(end, unitEnd)
    }
    return end < range.end ? end..<range.end : 0..<0
  }

  /// Whether a clock time is rather a decimal: 零点零一, 零点77, 一点二五; not 三点零五 or 8点30.
  private func isDecimal(_ range: TextRange) -> Bool {
    let classes = reader.numerals.classes
    guard range.count > 1, classes.kind(units[range.start]) == .digit,
      classes.kind(units[range.start + 1]) == .point
    else { return false }
    var end = range.start + 2
    while end < units.count, [.digit, .ascii].contains(classes.kind(units[end])) { end += 1 }
    let first = units[min(range.start + 2, units.count - 1)]
    let isZero = classes.kind(first) == .digit && classes.value(first) == 0
    guard end > range.start + 2, end >= range.end,
      classes.value(units[range.start]) == 0 || !isZero
    else { return false }
    return end >= units.count
      || (!reader.cues.plays(.clockMark, units[end]) && classes.kind(units[end]) != .small)
  }

  /// Whether a date or time of day covers `index`.
  func isInTime(_ index: Int) -> Bool {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle].range.end <= index { low = middle + 1 } else { high = middle }
    }
    return low < times.count && times[low].range.contains(Int32(index))
      && (times[low].kind == .date || times[low].kind == .time)
  }

  /// Whether a length of time is told from now or then (近两年, 这两天) and measures nothing.
  func isDeictic(_ quantity: Quantity) -> Bool {
    guard quantity.value.dimension == .time, nextTime > 0 else { return false }
    let time = times[nextTime - 1]
    return time.kind == .duration && time.range.contains(quantity.core)
      && time.range.start < quantity.range.start
  }

  private func mayStart(_ unit: UInt16) -> Bool {
    reader.numerals.classes.startsNumeral(unit)
  }

  /// Where a number begins at `index`, behind a sign or the sign of a currency.
  private func numberStart(at index: Int) -> (number: Int, sign: MeasureUnit?)? {
    let unit = units[index]
    if mayStart(unit) { return (index, nil) }
    let next = index + 1
    switch unit {
    case Han.minus where next < units.count && mayStart(units[next]):
      return opensSign(at: index) ? (index, nil) : nil
    case 0x2D, Han.minusSign:
      guard next < units.count, units[next] >= 0x30, units[next] <= 0x39,
        index == 0 || !isWordLike(units[index - 1]) || opensSign(at: index)
      else { return nil }
      return (index, nil)
    default:
      guard index == 0 || !UnitCatalog.isLetter(units[index - 1]),
        let (sign, end) = reader.catalog.sign(in: text, at: index), end < units.count
      else { return nil }
      let number = units[end] == 0x20 ? end + 1 : end
      guard number < units.count, mayStart(units[number]) else { return nil }
      return (number, sign)
    }
  }

  /// Whether a sign may stand at `index`: at an edge or behind 为, 是, 至 and the like (为-1.46元);
  /// in 减负3000亿元 负 is no sign.
  private func opensSign(at index: Int) -> Bool {
    guard index > 0, !isEdge(index - 1) else {
      return index == 0 || units[index - 1] != 0x2D
    }
    return reader.cues.plays(.opensSign, units[index - 1])
  }

  /// Whether a hyphen behind the character joins and does not negate.
  private func isWordLike(_ unit: UInt16) -> Bool {
    UnitCatalog.isLetter(unit) || (unit >= 0x30 && unit <= 0x39) || unit == 0x25 || unit == 0x29
      || Han.contains(unit) || unit == 0x2D
  }

  /// Leaves a diagnostic for a number that is refused.
  mutating func refuse(_ code: RuleID, _ range: TextRange) {
    diagnostics.append(
      Diagnostic(
        code: code, message: "\(text.string(range)) can be read in more than one way or is too big",
        range: range))
  }
}
