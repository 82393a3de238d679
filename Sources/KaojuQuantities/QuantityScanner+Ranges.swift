import KaojuVocabulary

extension QuantityScanner {
  /// Reads a second number behind —, ~, 至, 到: 28—46万辆, 10万到20万.
  mutating func readRange(
    _ first: Measured
  ) -> (range: (low: Measured, high: Measured), end: Int)? {
    guard !first.number.isRange || first.number.numeral.isPair, first.surplusBehind == nil,
      let (place, mark) = rangeMark(at: first.end), place < units.count,
      case let start = behindZero(at: place),
      reader.numerals.classes.startsNumeral(units[start]) || units[start] == Han.minus
        || units[start] == Han.ordinal
    else { return nil }
    let saved = diagnostics.count
    guard units[start] != Han.ordinal, !isInTime(start),
      codeEnd(at: start, behindMark: true) == nil, var second = readMeasured(at: start)
    else { return nil }
    if mark == .and, second.unitRange.count == 1, units[second.unitRange.start] == Han.between {
      second.unit = nil
      second.dimension = first.dimension
      second.end = second.unitRange.start
    }
    // 从5%到10% tells where something began and ended, not between what it lies.
    if mark == .word, first.unit != nil, second.unit != nil, first.number.range.start > 0,
      reader.cues.plays(.changeStart, units[first.number.range.start - 1])
    {
      return nil
    }
    if mark == .list, !areNeighbours(first, second) { return nil }
    var first = first
    var end = second.end
    if mark == .and {
      // 20和30之间
      let tail = end < units.count && units[end] == Han.between ? 1 : between(at: end)
      guard tail > 0 else {
        diagnostics.removeLast(diagnostics.count - saved)
        return nil
      }
      end += tail
    } else {
      end += between(at: end)
    }
    sharePart(of: first, with: &second)
    if first.unit == nil, let unit = second.unit {
      shareScale(with: &first, from: second)
      share(unit, of: second, with: &first)
    } else if first.unit != nil, second.unit == nil {
      return nil
    } else if first.unit == nil {
      guard mark != .hyphen || end > second.end || !second.number.numeral.scale.isEmpty else {
        return nil
      }
      shareScale(with: &first, from: second)
      second.dimension = first.dimension
    }
    guard first.unitID == second.unitID, first.dimension == second.dimension,
      let low = first.converted(first.number.low), let high = second.converted(second.number.high),
      isBelow(low, high) || isAcrossZero(first, second)
    else {
      diagnostics.removeLast(max(0, diagnostics.count - saved))
      return nil
    }
    return ((first, second), end)
  }

  /// The place of the number behind 零下 or 零上 at `index`, or `index`.
  private func behindZero(at index: Int) -> Int {
    guard index + 2 < units.count, units[index] == Han.zero,
      units[index + 1] == Han.below || units[index + 1] == Han.up,
      reader.numerals.classes.startsNumeral(units[index + 2])
    else { return index }
    return index + 2
  }

  /// Whether 零下 or 零上 stands before one of two temperatures, which then may fall: 零下10至零上3℃.
  private func isAcrossZero(_ first: Measured, _ second: Measured) -> Bool {
    first.dimension == .temperature && (zeroSign(of: first) != nil || zeroSign(of: second) != nil)
  }

  /// 零下 (true) or 零上 (false) before a number.
  func zeroSign(of measured: Measured) -> Bool? {
    let start = measured.number.range.start
    guard start > 1, units[start - 2] == Han.zero else { return nil }
    return units[start - 1] == Han.below ? true : units[start - 1] == Han.up ? false : nil
  }

  /// 百分之三到五: the second number is of the same hundred.
  private func sharePart(of first: Measured, with second: inout Measured) {
    guard first.number.isPercent, !second.number.isFraction, second.unit == nil,
      let part = first.number.numeral.amount.flatMap({ Rational($0) }),
      let low = second.number.low.divided(by: part),
      let high = second.number.high.divided(by: part)
    else { return }
    second.number.low = low
    second.number.high = high
    second.number.isFraction = true
    second.number.numeral.scale = TextRange(second.number.range.end, second.number.range.end)
    second.dimension = first.dimension
  }

  /// Whether two single Chinese digits follow each other: 六、七万 is a range, not a list.
  private func areNeighbours(_ first: Measured, _ second: Measured) -> Bool {
    let one = first.number.numeral
    let two = second.number.numeral
    let classes = reader.numerals.classes
    guard first.unit == nil, one.range.count == 1, two.digits.count == 1,
      !two.scale.isEmpty || second.unit != nil, one.form == .lower,
      classes.kind(units[one.range.start]) == .digit,
      classes.kind(units[two.range.start]) == .digit
    else { return false }
    return classes.value(units[two.range.start]) == classes.value(units[one.range.start]) + 1
  }

  /// Whether the number is a year in other clothes: 5.2020年 is item 5 of the year 2020, 09年 is
  /// 2009, 2013届 graduated in 2013.
  func isListedYear(_ measured: Measured) -> Bool {
    let range = measured.number.numeral.range
    guard measured.number.numeral.form == .digits, measured.unit != nil else { return false }
    if measured.unitRange.count == 1, isYear(measured.number),
      reader.cues.plays(.yearTail, units[measured.unitRange.start])
    {
      return true
    }
    guard measured.unitID == .year, measured.dimension == .time else { return false }
    if units[range.start] == 0x30, range.count == 2 { return true }
    guard range.count > 5, units[range.end - 5] == 0x2E else { return false }
    let century = (units[range.end - 4] - 0x30) * 10 + (units[range.end - 3] - 0x30)
    return century == 19 || century == 20
  }

  private enum RangeMark { case dash, word, hyphen, and, list }

  /// The place behind a mark between the two numbers of a range.
  private func rangeMark(at index: Int) -> (Int, RangeMark)? {
    var index = index
    if UnitCatalog.stands(Self.inclusive, in: units, at: index) { index += Self.inclusive.count }
    guard index < units.count else { return nil }
    let isSpaced = units[index] == 0x20
    if isSpaced { index += 1 }
    guard index < units.count else { return nil }
    var next = index + 1
    let mark: RangeMark
    let unit = units[index]
    if reader.cues.plays(.rangeDash, unit) {
      if next < units.count, units[next] == unit { next += 1 }
      mark = .dash
    } else if reader.cues.plays(.rangeWord, unit) {
      mark = .word
    } else if unit == 0x2D {
      mark = .hyphen
    } else if reader.cues.plays(.pairWord, unit) {
      mark = .and
    } else if unit == Han.comma {
      mark = .list
    } else {
      return nil
    }
    if isSpaced, next < units.count, units[next] == 0x20 { next += 1 }
    return (next, mark)
  }

  /// (含).
  private static let inclusive: [UInt16] = [0x28, 0x542B, 0x29]

  /// The length of 之间 at `index`.
  private func between(at index: Int) -> Int {
    UnitCatalog.stands([Han.of, Han.between], in: units, at: index) ? 2 : 0
  }

  func isBelow(_ low: Rational, _ high: Rational) -> Bool {
    guard let difference = low.multiplied(by: Rational(-1)).flatMap({ high.adding($0) }) else {
      return false
    }
    return difference.numerator > 0
  }

  /// Gives a bare number the scale of the one that ends the range, where it is the smaller: 28—46万.
  private func shareScale(with first: inout Measured, from second: Measured) {
    if first.number.isFraction { return }
    let scale = second.number.numeral.scale
    guard first.number.numeral.scale.isEmpty, !first.number.isFraction, !scale.isEmpty else {
      shareSmallScale(with: &first, from: second)
      return
    }
    var power = 0
    for index in scale.indices {
      power += units[index] | 0x20 == 0x6B ? 3 : reader.numerals.classes.value(units[index])
    }
    lift(&first, by: power, below: second)
  }

  /// 两~3百: a single digit takes the small scale of the other.
  private func shareSmallScale(with first: inout Measured, from second: Measured) {
    let last = second.number.numeral.range.end - 1
    guard first.number.numeral.range.count == 1, second.number.numeral.range.count == 2,
      reader.numerals.classes.kind(units[last]) == .small
    else { return }
    lift(&first, by: reader.numerals.classes.value(units[last]), below: second)
  }

  private func lift(_ first: inout Measured, by power: Int, below second: Measured) {
    guard let factor = Rational.powerOfTen(power),
      let low = first.number.low.multiplied(by: Rational(factor)),
      let high = first.number.high.multiplied(by: Rational(factor)),
      isBelow(low, second.number.high)
    else { return }
    first.number.low = low
    first.number.high = high
    first.number.numeral.scale = second.number.numeral.scale
  }

  func share(_ unit: MeasureUnit, of second: Measured, with first: inout Measured) {
    first.unit = unit
    first.unitID = second.unitID
    first.dimension = second.dimension
    first.factor = second.factor
    first.shift = second.shift
  }

  /// Gives a bare number the unit at the end of its list: 0.7、0.3个百分点; 10×20米; 153万和155万辆.
  ///
  /// What is counted is shared only where both numbers have a scale: 10、20万辆 leaves open what 10 is.
  mutating func shareUnit(with first: inout Measured) {
    let isScaled = !first.number.numeral.scale.isEmpty
    guard first.number.numeral.form == .digits || first.number.numeral.form == .mixed && isScaled,
      !first.number.isFraction
    else { return }
    let saved = diagnostics
    var index = first.end
    for _ in 0..<8 {
      guard index + 1 < units.count, reader.cues.plays(.listMark, units[index]) else { break }
      var start = index + 1
      if units[start] == 0x20 { start += 1 }
      guard start < units.count, units[start] >= 0x30, units[start] <= 0x39,
        !isInTime(start), codeEnd(at: start) == nil, let next = readMeasured(at: start)
      else { break }
      if let unit = next.unit {
        // 7×24小时 is every hour of the week, not seven hours.
        if unit.dimension == .time, units[first.end] != Han.comma { break }
        let hasScale = !next.number.numeral.scale.isEmpty && first.number.numeral.scale.isEmpty
        let isCounted = unit.kind == .classifier && isScaled && !next.number.numeral.scale.isEmpty
        if unit.kind == .measure && !hasScale || isCounted { share(unit, of: next, with: &first) }
        break
      }
      index = next.end
    }
    diagnostics = saved
  }
}
