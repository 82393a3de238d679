import KaojuVocabulary

/// Reads written times on the characters, each from its first character to its last.
///
/// The grammar knows how times are written, not when they are: `TimeResolver` puts a reading on
/// the calendar. Every rule looks a bounded number of characters ahead, so that reading is linear.
struct TimeGrammar: Sendable {
  let units: [UInt16]
  let model: TimeModel
  /// Where the first character that is no blank stands, and the end of the last one.
  let bounds: Range<Int>

  init(units: [UInt16], model: TimeModel) {
    self.units = units
    self.model = model
    var low = 0
    var high = units.count
    while low < high, Self.isMargin(units[low]) { low += 1 }
    while high > low, Self.isMargin(units[high - 1]) { high -= 1 }
    bounds = low..<high
  }

  /// The longest reading that starts at `start`.
  func reading(at start: Int) -> TimeReading? {
    let start = listedYear(at: start) ?? start
    var best: TimeReading?
    func offer(_ reading: TimeReading?) {
      guard let reading, reading.end > start else { return }
      if best.map({ reading.end > $0.end }) ?? true { best = reading }
    }
    offer(dateReading(at: start))
    offer(setReading(at: start))
    offer(referenceReading(at: start))
    offer(lengthReading(at: start))
    return best
  }

  /// Whether a stretch is all that the text holds.
  func isWholeText(_ start: Int, _ end: Int) -> Bool {
    start <= bounds.lowerBound && end >= bounds.upperBound
  }

  // MARK: Characters

  /// The code unit at an offset; 0 outside the text.
  @inline(__always)
  func unit(_ offset: Int) -> UInt16 {
    offset >= 0 && offset < units.count ? units[offset] : 0
  }

  /// Whether the text goes on with `word` at `offset`.
  func has(_ word: String, at offset: Int) -> Bool {
    var position = offset
    for unit in word.utf16 {
      guard self.unit(position) == unit else { return false }
      position += 1
    }
    return true
  }

  /// Whether the text goes on with one of `words`.
  func hasAny(_ words: [[UInt16]], at offset: Int) -> Bool {
    words.contains { word in
      word.indices.allSatisfy { unit(offset + $0) == word[$0] }
    }
  }

  /// The end of the first word of a guard that stands at `offset`.
  func end(of guardian: TimeGuard, at offset: Int) -> Int? {
    for word in model[guardian] where hasAny([word], at: offset) { return offset + word.count }
    return nil
  }

  func isHan(_ offset: Int) -> Bool { (0x4E00...0x9FFF).contains(unit(offset)) }

  func isDigit(_ offset: Int) -> Bool { Character16.isDigit(unit(offset)) }

  func isNumeral(_ offset: Int) -> Bool {
    isDigit(offset) || model.numbers.digit(unit(offset)) != nil
      || model.numbers.scale(unit(offset)) != nil || unit(offset) == Character16.several
  }

  /// The first offset behind blanks of one line.
  func skipBlanks(_ offset: Int) -> Int {
    var position = offset
    while unit(position) == 0x20 || unit(position) == 0xA0, position - offset < 4 {
      position += 1
    }
    return position
  }

  /// The end of a range's connecting mark or word at `offset`: — - – ~ ～ 至 到.
  func connector(at offset: Int) -> Int? {
    var position = skipBlanks(offset)
    switch unit(position) {
    case 0x2014, 0x2D, 0x2013, 0x7E, 0xFF5E, 0x2015, 0x2500, 0x301C:
      let mark = unit(position)
      position += 1
      if unit(position) == mark { position += 1 }
    case 0x81F3, 0x5230:  // 至 到
      position += 1
    default: return nil
    }
    return skipBlanks(position)
  }

  private static func isMargin(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20, 0xA0, 0x0A, 0x09, 0x2C, 0x3002, 0x2E, 0x3B, 0x21, 0x3F, 0x2E3: true
    default: false
    }
  }
}

extension RuleID {
  /// A date or time of day.
  static let date: RuleID = "times/date"
  /// Two dates and what lies between.
  static let timeRange: RuleID = "times/range"
  /// A length of time.
  static let length: RuleID = "times/length"
  /// A length between two.
  static let lengthRange: RuleID = "times/length-range"
  /// What recurs.
  static let timeSet: RuleID = "times/set"
  /// A word for now, the past or the future.
  static let reference: RuleID = "times/reference"
}
