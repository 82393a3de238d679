import KaojuVocabulary

extension QuantityScanner {
  /// Reads the quantity whose number begins at `start`; gives the end of what was read or rejected.
  ///
  /// - Parameters:
  ///   - from: Where the sign of a currency before it begins, else `start`.
  ///   - sign: The currency that the sign stands for.
  mutating func readQuantity(at start: Int, from: Int, sign: MeasureUnit?) -> Int {
    if let end = readProportion(at: start) ?? codeEnd(at: start) { return end }
    guard var first = readMeasured(at: start) else { return numeralEnd(at: start) }
    if first.isRefused { return first.end }
    if first.unit == nil, let end = codeTail(at: first.end, number: first.number) { return end }
    if let sign { apply(sign, to: &first) }
    first = joinSmallerUnits(first)
    joinSpokenTenth(&first)
    if let end = readTolerance(first, from: from) { return end }
    if isListedYear(first) { return first.end }
    if let (range, end) = readRange(first) {
      if range.high.unit == nil {
        let areYears = isYear(range.low.number) && isYear(range.high.number)
        if areYears || (end < units.count && Self.dateMarks.contains(units[end])) { return end }
      }
      emit(range.low, to: range.high, from: from, end: end)
      return end
    }
    if first.unit == nil { shareUnit(with: &first) }
    if first.unit == nil, !acceptsBareNumber(&first, from: from) { return first.end }
    if isArticle(first, from: from) { return first.end }
    emit(first, to: nil, from: from, end: first.end)
    return quantities.last.map { max($0.range.end, first.end) } ?? first.end
  }

  private func numeralEnd(at start: Int) -> Int {
    let begin = reader.numerals.classes.startsNumeral(units[start]) ? start : start + 1
    return max(reader.numerals.read(text, at: begin)?.range.end ?? start + 1, start + 1)
  }

  private func apply(_ sign: MeasureUnit, to measured: inout Measured) {
    if let unit = measured.unit, !(unit.dimension == .money && unit.isBareMoney) { return }
    if measured.unit == nil {
      measured.unit = sign
      measured.factor = sign.factor
      measured.dimension = .money
    }
    measured.unitID = sign.unit
  }

  // MARK: Codes

  /// The end of a code, name or address that digits at `start` are part of, or `nil`.
  ///
  /// DeepSeek-V3, G100, 600519.SH, 12:30, 010-88886666 are no numbers.
  private func codeEnd(at start: Int, behindMark: Bool = false) -> Int? {
    guard units[start] >= 0x30, units[start] <= 0x39 else { return nil }
    if start > 0, !behindMark {
      let last = units[start - 1]
      let isGlued =
        UnitCatalog.isLetter(last) || last == 0x5F || last == 0x23 || last == 0x40
        || (start > 1 && (last == 0x2D || last == 0x2E || last == 0x2F || last == 0x3A)
          && isLatinOrDigit(units[start - 2]))
      if isGlued { return runEnd(from: start) }
      // 座位号35L
      if last == 0x53F7, runEnd(from: start) > digitsEnd(from: start) { return runEnd(from: start) }
    }
    let end = digitsEnd(from: start)
    if end + 1 < units.count, units[end] == 0x2E || units[end] == 0x3A || units[end] == 0x2D,
      UnitCatalog.isLetter(units[end + 1])
    {
      return runEnd(from: start)
    }
    if end + 1 < units.count, units[end] == 0x3A, units[end + 1] >= 0x30, units[end + 1] <= 0x39 {
      return runEnd(from: start)
    }
    let isVersion = isVersion(at: start)
    return isVersion ? runEnd(from: start) : nil
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while end < units.count, units[end] >= 0x30, units[end] <= 0x39 { end += 1 }
    return end
  }

  /// Whether digits at `start` are parts of 1.2.3 or 192.168.0.1.
  private func isVersion(at start: Int) -> Bool {
    var points = 0
    var index = start
    while index < units.count, index < start + 24 {
      if units[index] == 0x2E, index + 1 < units.count, units[index + 1] >= 0x30,
        units[index + 1] <= 0x39
      {
        points += 1
      } else if !(units[index] >= 0x30 && units[index] <= 0x39) {
        break
      }
      index += 1
    }
    return points > 1
  }

  /// The end of a run of letters, digits and the marks that join them.
  private func runEnd(from start: Int) -> Int {
    var end = start
    while end < units.count,
      isLatinOrDigit(units[end]) || [0x2D, 0x2E, 0x5F, 0x3A, 0x2F, 0x40].contains(units[end])
    {
      end += 1
    }
    return max(end, start + 1)
  }

  private func isLatinOrDigit(_ unit: UInt16) -> Bool {
    UnitCatalog.isLetter(unit) || (unit >= 0x30 && unit <= 0x39)
  }

  /// The end of a code that goes on behind a bare number: 5G, 2B, 3号楼, 2025-03.
  private func codeTail(at end: Int, number: NumberExpression) -> Int? {
    guard end < units.count, !number.isFraction else { return nil }
    let next = units[end]
    let isDigits = number.numeral.form == .digits
    if UnitCatalog.isLetter(next), isDigits { return runEnd(from: end) }
    // 号 楼 代
    if next == 0x53F7 || next == 0x697C || next == 0x4EE3 { return end + 1 }
    return nil
  }

  // MARK: Ranges and lists

  /// Reads a second number behind —, ~, 至, 到: 28—46万辆, 10万到20万.
  private mutating func readRange(
    _ first: Measured
  ) -> (range: (low: Measured, high: Measured), end: Int)? {
    guard !first.number.isRange || first.number.numeral.isPair, first.surplusBehind == nil,
      let (start, mark) = rangeMark(at: first.end), start < units.count,
      reader.numerals.classes.startsNumeral(units[start]) || units[start] == 0x8D1F
        || units[start] == 0x7B2C
    else { return nil }
    let saved = diagnostics.count
    guard units[start] != 0x7B2C, !isInTime(start),
      codeEnd(at: start, behindMark: true) == nil, var second = readMeasured(at: start)
    else { return nil }
    if mark == .and, second.unitRange.count == 1, units[second.unitRange.start] == 0x95F4 {
      second.unit = nil
      second.dimension = first.dimension
      second.end = second.unitRange.start
    }
    if mark == .list, !areNeighbours(first, second) { return nil }
    var first = first
    var end = second.end
    if mark == .and {
      // 20和30之间
      let tail = end < units.count && units[end] == 0x95F4 ? 1 : between(at: end)
      guard tail > 0 else {
        diagnostics.removeLast(diagnostics.count - saved)
        return nil
      }
      end += tail
    } else {
      end += between(at: end)
    }
    if first.unit == nil, let unit = second.unit {
      shareScale(with: &first, from: second)
      share(unit, of: second, with: &first)
    } else if first.unit != nil, second.unit == nil {
      guard mark == .dash, first.dimension != .money || mark == .and else { return nil }
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
      isBelow(low, high)
    else {
      diagnostics.removeLast(max(0, diagnostics.count - saved))
      return nil
    }
    return ((first, second), end)
  }

  /// 年 月 日 号 时 behind a range of bare numbers makes a time of it.
  private static let dateMarks: [UInt16] = [0x5E74, 0x6708, 0x65E5, 0x53F7, 0x65F6]

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
  private func isListedYear(_ measured: Measured) -> Bool {
    let range = measured.number.numeral.range
    guard measured.number.numeral.form == .digits, measured.unit != nil else { return false }
    if measured.dimension == .ordinal { return isYear(measured.number) }
    guard measured.unitID == "a", measured.dimension == .time else { return false }
    if units[range.start] == 0x30, range.count == 2 { return true }
    guard range.count > 5, units[range.end - 5] == 0x2E else { return false }
    let century = (units[range.end - 4] - 0x30) * 10 + (units[range.end - 3] - 0x30)
    return century == 19 || century == 20
  }

  private enum RangeMark { case dash, hyphen, and, list }

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
    switch units[index] {
    case 0x2014, 0x2013, 0x2015, 0x2500, 0x7E, 0x223C, 0xFF5E, 0x301C:
      if next < units.count, units[next] == units[index] { next += 1 }
      mark = .dash
    case 0x81F3, 0x5230:  // 至 到
      mark = .dash
    case 0x2D: mark = .hyphen
    case 0x548C, 0x4E0E:  // 和 与
      mark = .and
    case 0x3001: mark = .list  // 、
    default: return nil
    }
    if isSpaced, next < units.count, units[next] == 0x20 { next += 1 }
    return (next, mark)
  }

  /// (含).
  private static let inclusive: [UInt16] = [0x28, 0x542B, 0x29]

  /// The length of 之间 at `index`.
  private func between(at index: Int) -> Int {
    UnitCatalog.stands([0x4E4B, 0x95F4], in: units, at: index) ? 2 : 0
  }

  private func isBelow(_ low: Rational, _ high: Rational) -> Bool {
    guard let difference = low.multiplied(by: Rational(-1)).flatMap({ high.adding($0) }) else {
      return false
    }
    return difference.numerator > 0
  }

  /// Gives a bare number the scale of the one that ends the range, where it is the smaller: 28—46万.
  private func shareScale(with first: inout Measured, from second: Measured) {
    let scale = second.number.numeral.scale
    guard first.number.numeral.scale.isEmpty, !first.number.isFraction, !scale.isEmpty else {
      shareSmallScale(with: &first, from: second)
      return
    }
    var power = 0
    for index in scale.indices { power += reader.numerals.classes.value(units[index]) }
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

  private func share(_ unit: MeasureUnit, of second: Measured, with first: inout Measured) {
    first.unit = unit
    first.unitID = second.unitID
    first.dimension = second.dimension
    first.factor = second.factor
    first.shift = second.shift
  }

  /// Gives a bare number the unit at the end of its list: 0.7、0.3个百分点; 10×20米.
  private mutating func shareUnit(with first: inout Measured) {
    guard first.number.numeral.form == .digits, !first.number.isFraction else { return }
    let saved = diagnostics
    var index = first.end
    for _ in 0..<8 {
      guard index + 1 < units.count, Self.listMarks.contains(units[index]) else { break }
      var start = index + 1
      if units[start] == 0x20 { start += 1 }
      guard start < units.count, units[start] >= 0x30, units[start] <= 0x39,
        !isInTime(start), codeEnd(at: start) == nil, let next = readMeasured(at: start)
      else { break }
      if let unit = next.unit {
        let hasScale = !next.number.numeral.scale.isEmpty && first.number.numeral.scale.isEmpty
        if unit.kind == .measure, !hasScale { share(unit, of: next, with: &first) }
        break
      }
      index = next.end
    }
    diagnostics = saved
  }

  /// 、 和 与 及 或 × x * in lists and sizes.
  private static let listMarks: [UInt16] = [
    0x3001, 0x548C, 0x4E0E, 0x53CA, 0x6216, 0xD7, 0x78, 0x58, 0x2A,
  ]

  /// Joins 一年六个月 into eighteen months.
  private mutating func joinMonths(_ years: Measured) -> Measured? {
    guard years.unitID == "a", years.dimension == .time, !years.hasHalf else { return nil }
    let saved = diagnostics
    guard let next = readMeasured(at: years.end), next.unitID == "mo", !next.hasHalf,
      let months = years.number.low.multiplied(by: Rational(12)),
      let sum = next.converted(next.number.low).flatMap({ months.adding($0) })
    else {
      diagnostics = saved
      return nil
    }
    var joined = years
    joined.unit = next.unit
    joined.unitID = "mo"
    joined.factor = .one
    joined.number.low = sum
    joined.number.high = sum
    joined.number.range.upperBound = Int32(next.end)
    joined.end = next.end
    return joined
  }

  /// Joins the tenth that is spoken behind 米 and 块: 三米九 is 3.9 m.
  private func joinSpokenTenth(_ measured: inout Measured) {
    let end = measured.end
    guard measured.unitRange.count == 1, end == measured.unitRange.end, end < units.count,
      units[end - 1] == 0x7C73 || units[end - 1] == 0x5757,
      reader.numerals.classes.kind(units[end]) == .digit,
      reader.numerals.classes.value(units[end]) > 0, !measured.number.isRange,
      measured.number.low.isWhole, measured.number.numeral.form == .lower,
      isEdge(end + 1) || reader.approximators.behind(units, at: end + 1) != nil
        || units[end + 1] == 0x7684,
      let tenth = Rational(Int128(reader.numerals.classes.value(units[end])), over: 10),
      let sum = measured.number.low.adding(tenth)
    else { return }
    measured.number.low = sum
    measured.number.high = sum
    measured.end = end + 1
  }

  /// Joins what follows in a smaller unit: 50元6角三分, 3斤5两, 1小时30分.
  private mutating func joinSmallerUnits(_ first: Measured) -> Measured {
    guard first.unit?.kind == .measure, !first.number.isRange, first.number.surplus == nil,
      first.dimension != .ratio, first.dimension != .multiple
    else { return first }
    var joined = first
    var smallest = first.factor
    while joined.end < units.count,
      reader.numerals.classes.startsNumeral(units[joined.end]), joined.surplusBehind == nil
    {
      let saved = diagnostics
      if let months = joinMonths(joined) { return months }
      guard let next = readMeasured(at: joined.end), next.unitID == joined.unitID,
        next.dimension == joined.dimension, isBelow(next.factor, smallest),
        let value = next.converted(next.number.low).flatMap({ $0.divided(by: joined.factor) }),
        let low = joined.number.low.adding(value)
      else {
        diagnostics = saved
        break
      }
      smallest = next.factor
      joined.number.low = low
      joined.number.high = low
      joined.number.range.upperBound = Int32(next.end)
      joined.hasHalf = false
      joined.end = next.end
    }
    return joined
  }
}
