import KaojuVocabulary

/// A number with its unit, before comparators.
struct Measured {
  /// The number.
  var number: NumberExpression
  /// The unit that follows; `nil` for a bare number.
  var unit: MeasureUnit?
  /// Where the unit is printed; empty for none.
  var unitRange: TextRange
  /// The normal unit, quotients included.
  var unitID: UnitID
  /// The dimension, quotients included.
  var dimension: DimensionID
  /// What one of the printed unit is in the normal unit.
  var factor: Rational
  /// What is added after multiplying.
  var shift: Rational?
  /// 多, 余, 来 behind the unit (3年多).
  var surplusBehind: Numeral.Surplus?
  /// 半 behind the unit (三年半).
  var hasHalf = false
  /// Whether a scale behind it can be read in more than one way.
  var isRefused = false
  /// The end of it all.
  var end: Int

  /// A number in the normal unit.
  func converted(_ value: Rational) -> Rational? {
    guard let product = value.multiplied(by: factor) else { return nil }
    return shift.map { product.adding($0) } ?? product
  }
}

extension QuantityScanner {
  /// Reads a number and its unit at `start`.
  mutating func readMeasured(at start: Int) -> Measured? {
    guard let number = readNumber(at: start) else { return nil }
    return measure(number)
  }

  /// Finds the unit of a number.
  mutating func measure(_ number: NumberExpression) -> Measured {
    var number = number
    joinScale(to: &number)
    joinLetter(to: &number)
    var bare = Measured(
      number: number, unit: nil, unitRange: TextRange(number.range.end, number.range.end),
      unitID: .one, dimension: number.isFraction ? .ratio : .number, factor: .one,
      end: number.range.end)
    let end = number.range.end
    if let prefixed = prefixedUnit(number) { return finish(prefixed) }
    if let joined = countedUnit(number) { return finish(joined) }
    var position = end
    while position < units.count, units[position] == 0x20, position < end + 4 { position += 1 }
    if let percent = brokenPercent(at: position) { position = percent }
    if let (unit, unitEnd) = reader.catalog.unit(
      in: text, at: position, numberStart: number.range.start)
    {
      bare.unit = unit
      bare.unitRange = TextRange(position, unitEnd)
      bare.unitID = unit.isBareMoney ? reader.currency : unit.unit
      bare.dimension = unit.dimension
      bare.factor = unit.factor
      bare.shift = unit.shift
      bare.end = unitEnd
      takeScale(before: number.range.start, into: &bare)
      if units[position] == Han.discount, unitEnd == position + 1, !fitsDiscount(&bare) {
        bare.unit = nil
        bare.unitRange.upperBound = bare.unitRange.lowerBound
        bare.isRefused = true
      }
      if isGradeOfMoney(bare) {
        bare.dimension = .money
        bare.unitID = reader.currency
        bare.number.surplus = .roughly
      }
      return finish(bare)
    }
    if let inch = inchMark(at: end, number) { return inch }
    if end < units.count, reader.numerals.classes.kind(units[end]) == .large, end == position {
      // 兆 is 10^6 or 10^12, 京 10^16 or a city; nothing here says which.
      let isZhao = units[end] == Han.zhao
      if isZhao || isEdge(end + 1) {
        refuse(
          isZhao ? "number/ambiguous-zhao" : "number/ambiguous-jing",
          TextRange(number.range.start, end + 1))
        bare.isRefused = true
        bare.end = end + 1
      }
    }
    return bare
  }

  /// Takes 度 on the scale that is named before the number: 华氏98度.
  private func takeScale(before start: Int, into measured: inout Measured) {
    guard measured.unitRange.count == 1, units[measured.unitRange.start] == Han.degree else {
      return
    }
    for (name, scale) in Self.degreeScales
    where UnitCatalog.stands(name, in: units, at: start - name.count) {
      guard
        let (unit, _) = reader.catalog.unit(in: CanonicalText(scale), at: 0, numberStart: 0)
      else { return }
      measured.unit = unit
      measured.unitID = unit.unit
      measured.dimension = unit.dimension
      measured.factor = unit.factor
      measured.shift = unit.shift
    }
  }

  /// The scales of temperature that may stand before a number, and their units.
  private static let degreeScales: [(name: [UInt16], scale: String)] = [
    (Array("华氏".utf16), "华氏度"), (Array("华氏温度".utf16), "华氏度"),
    (Array("摄氏".utf16), "摄氏度"), (Array("摄氏温度".utf16), "摄氏度"),
  ]

  /// Reads 6.1" as inches, unless the mark closes a quotation that is open in the line.
  private func inchMark(at end: Int, _ number: NumberExpression) -> Measured? {
    guard end < units.count, units[end] == 0x22, number.numeral.form == .digits,
      !number.isFraction, end + 1 >= units.count || isEdge(end + 1) || Han.contains(units[end + 1]),
      let (unit, _) = reader.catalog.unit(in: CanonicalText("英寸"), at: 0, numberStart: 0)
    else { return nil }
    var index = number.range.start - 1
    var isOpen = false
    while index >= 0, units[index] != 0x0A {
      if units[index] == 0x22 { isOpen.toggle() }
      index -= 1
    }
    if isOpen { return nil }
    return Measured(
      number: number, unit: unit, unitRange: TextRange(end, end + 1), unitID: unit.unit,
      dimension: unit.dimension, factor: unit.factor, shift: nil, end: end + 1)
  }

  /// Whether 级 behind a bare scale of 百亿 or more grades a sum of money: 千亿级产业.
  private func isGradeOfMoney(_ measured: Measured) -> Bool {
    let number = measured.number
    return measured.unit?.kind == .grade && units[measured.unitRange.start] == Han.grade
      && number.low.numerator >= 10_000_000_000 && !number.numeral.scale.isEmpty
      && (measured.end >= units.count
        || !reader.cues.plays(.notMoneyBehind, units[measured.end]))
  }

  /// The place of a percent sign that a line break has torn from its number.
  private func brokenPercent(at index: Int) -> Int? {
    var next = index
    while next < units.count, next < index + 4, units[next] == 0x0A { next += 1 }
    return next > index && next < units.count && units[next] == 0x25 ? next : nil
  }

  /// Takes 八折 as 0.8 and 五五折, 85折 as hundredths; 十折 and 300折 are none.
  private func fitsDiscount(_ measured: inout Measured) -> Bool {
    let number = measured.number
    guard number.low.numerator > 0, isSmaller(number.high, than: 100) else { return false }
    if isSmaller(number.high, than: 10) { return true }
    guard number.numeral.form == .serial || number.numeral.form == .digits,
      number.numeral.digits.count == 2, let hundredth = Rational(1, over: 100)
    else { return false }
    measured.factor = hundredth
    return true
  }

  private func isSmaller(_ value: Rational, than limit: Int128) -> Bool {
    value.numerator < value.denominator.multipliedReportingOverflow(by: limit).partialValue
  }

  /// Joins 个亿, 个万 to the number in front: 200个亿 is 200亿.
  private func joinScale(to number: inout NumberExpression) {
    let end = number.range.end
    guard end + 1 < units.count, units[end] == Han.piece, number.numeral.scale.isEmpty,
      reader.numerals.classes.kind(units[end + 1]) == .large,
      reader.numerals.classes.value(units[end + 1]) <= 8,
      let power = Rational.powerOfTen(reader.numerals.classes.value(units[end + 1])),
      let low = number.low.multiplied(by: Rational(power)),
      let high = number.high.multiplied(by: Rational(power))
    else { return }
    number.low = low
    number.high = high
    number.surplusBound = number.surplusBound?.multiplied(by: Rational(power))
    number.numeral.scale = TextRange(end + 1, end + 2)
    number.range.upperBound = Int32(end + 2)
  }

  /// Joins the k of 15k元, and k, K or M where the text holds nothing else (1.2M); in a sentence 4K is
  /// a name.
  private func joinLetter(to number: inout NumberExpression) {
    let end = number.range.end
    guard end < units.count, units[end] | 0x20 == 0x6B || units[end] == 0x4D,
      number.numeral.form == .digits, number.numeral.scale.isEmpty, !number.isFraction
    else { return }
    let isMeasured =
      units[end] == 0x6B
      && (UnitCatalog.stands([Han.yuan], in: units, at: end + 1)
        || UnitCatalog.stands([Han.piece, Han.hundred, Han.part], in: units, at: end + 1))
    let power = units[end] == 0x4D ? 6 : 3
    guard isMeasured || isNumberOnly, let scale = Rational.powerOfTen(power),
      let low = number.low.multiplied(by: Rational(scale)),
      let high = number.high.multiplied(by: Rational(scale))
    else { return }
    number.low = low
    number.high = high
    number.numeral.scale = TextRange(end, end + 1)
    number.range.upperBound = Int32(end + 1)
  }

  /// Whether the text holds figures, their letters and a range’s mark alone.
  private var isNumberOnly: Bool {
    units.count < 24
      && units.allSatisfy {
        ($0 >= 0x2B && $0 <= 0x39) || $0 | 0x20 == 0x6B || $0 == 0x4D
          || reader.cues.plays(.rangeDash, $0)
      }
  }

  /// Scales that may belong to the unit behind them: 兆瓦, 百分点, and 万度, which is always energy.
  private static let prefixPowers: [UInt16: Int] = [
    Han.zhao: 12, Han.thousand: 3, Han.hundred: 2, Han.myriad: 4, Han.hundredMillion: 8,
  ]

  /// Reads a unit whose prefix the numeral has swallowed: 5兆瓦 is 5 × 兆瓦, not 5兆 × 瓦.
  private func prefixedUnit(_ number: NumberExpression) -> Measured? {
    let last = number.range.end - 1
    guard last > number.start, !number.isFraction, Self.prefixPowers[units[last]] != nil,
      let (unit, end) = reader.catalog.unit(
        in: text, at: last, numberStart: number.range.start),
      end > number.range.end, unit.kind == .measure
    else { return nil }
    let power = Self.prefixPowers[units[last]] ?? 0
    guard let scale = Rational.powerOfTen(power), let low = number.low.divided(by: Rational(scale)),
      let high = number.high.divided(by: Rational(scale))
    else { return nil }
    var number = number
    number.low = low
    number.high = high
    number.range.upperBound = Int32(last)
    number.numeral.digits = TextRange(number.numeral.digits.start, last)
    number.numeral.scale = TextRange(last, last)
    return Measured(
      number: number, unit: unit, unitRange: TextRange(last, end), unitID: unit.unit,
      dimension: unit.dimension, factor: unit.factor, shift: unit.shift, end: end)
  }

  /// Reads 个 with something between it and the unit: 三个多月, 两个半小时.
  private func countedUnit(_ number: NumberExpression) -> Measured? {
    let end = number.range.end
    guard end + 2 < units.count, units[end] == Han.piece else { return nil }
    let kind = reader.numerals.classes.kind(units[end + 1])
    let isHalf = units[end + 1] == Han.half
    guard kind == .surplus || kind == .roughly || isHalf else { return nil }
    let tail = CanonicalText(
      String(decoding: [Han.piece] + units[(end + 2)..<min(units.count, end + 6)], as: UTF16.self))
    guard let (unit, length) = reader.catalog.unit(in: tail, at: 0, numberStart: 0), length > 1
    else { return nil }
    var measured = Measured(
      number: number, unit: unit, unitRange: TextRange(end, end + 1 + length), unitID: unit.unit,
      dimension: unit.dimension, factor: unit.factor, shift: unit.shift, end: end + 1 + length)
    measured.hasHalf = isHalf
    if !isHalf { measured.surplusBehind = kind == .surplus ? .more : .roughly }
    return measured
  }

  /// Adds what may follow a unit: a currency's name, 每 and a second unit, 半, 多.
  private func finish(_ measured: Measured) -> Measured {
    var measured = measured
    if measured.unit?.isBareMoney == true,
      let (unit, end) = reader.catalog.unit(
        in: text, at: measured.end, numberStart: measured.number.range.start),
      unit.dimension == .money, !unit.isBareMoney, unit.factor == .one
    {
      measured.unitID = unit.unit
      measured.unitRange.upperBound = Int32(end)
      measured.end = end
    }
    if measured.end < units.count, units[measured.end] == Han.half, !measured.hasHalf,
      measured.unit?.kind == .measure, !isHalfWord(at: measured.end)
    {
      measured.hasHalf = true
      measured.end += 1
    }
    readQuotient(into: &measured)
    return measured
  }

  /// Whether 半 begins a word of its own (5年半价).
  private func isHalfWord(at index: Int) -> Bool {
    guard index + 1 < units.count else { return false }
    return reader.cues.plays(.halfWord, units[index + 1])
  }

  /// Reads /平方米, 每小时 behind a unit.
  private func readQuotient(into measured: inout Measured) {
    guard let unit = measured.unit, unit.kind == .measure || unit.kind == .classifier,
      measured.end + 1 < units.count, !measured.hasHalf
    else { return }
    let mark = units[measured.end]
    guard mark == 0x2F || mark == Han.each else { return }
    var start = measured.end + 1
    if units[start] == 0x20 { start += 1 }
    var below = denominatorUnit(at: start, per: measured.dimension)
    // The longer of the two, since 千克 and 百帕 begin like a scale.
    if let scaled = scaledUnit(at: start, per: measured.dimension, behind: mark),
      scaled.1 > below?.1 ?? 0
    {
      below = scaled
    }
    guard let (denominator, end) = below else { return }
    if mark == Han.each {
      // 2000元每人 is a quotient; in 每… at the start of a clause the second number follows.
      let next = end < units.count ? units[end] : 0x20
      if reader.numerals.classes.startsNumeral(next) { return }
    }
    // In 连续7年每年 the second length begins anew.
    if measured.dimension == .time { return }
    measured.unitRange.upperBound = Int32(end)
    measured.end = end
    switch measured.dimension {
    case .count, .ratio, .ratioDifference: return
    default: break
    }
    // 110元/块 is paid a piece.
    if denominator.unit == measured.unitID { return }
    guard denominator.kind == .measure, let factor = measured.factor.divided(by: denominator.factor)
    else { return }
    measured.factor = factor
    measured.dimension = reader.catalog.dimension(
      of: measured.dimension, per: denominator.dimension)
    measured.unitID = UnitID("\(measured.unitID)/\(denominator.unit)")
    if measured.unitID == "bit/s/s" { measured.unitID = "bit/s" }
    if measured.unitID == "m/s", let factor = Rational(18, over: 5)?.multiplied(by: factor) {
      measured.factor = factor
      measured.unitID = .kilometresAnHour
    }
  }

  /// A unit with a scale below the line: 0.5吨标准煤/万元 is burnt for each ten thousand yuan,
  /// 5.8升每百公里 on a hundred kilometres.
  ///
  /// Behind 每 only lengths have one, as what follows may begin a clause of its own. Counts keep
  /// what they are counted by apart, and so have none (5人/万人).
  private func scaledUnit(
    at start: Int, per dimension: DimensionID, behind mark: UInt16
  ) -> (MeasureUnit, Int)? {
    if dimension == .count || dimension == .ratio || dimension == .ratioDifference { return nil }
    let classes = reader.numerals.classes
    var position = start
    var power = 0
    while position < min(units.count, start + Self.longestScale),
      classes.kind(units[position]) == .small || classes.kind(units[position]) == .large
    {
      power += classes.value(units[position])
      position += 1
    }
    guard position > start, power <= Self.largestPower,
      let (unit, end) = reader.catalog.unit(in: text, at: position, numberStart: start),
      unit.kind == .measure, unit.shift == nil, mark == 0x2F || unit.dimension == .length,
      let scale = Rational(ExactDecimal(mantissa: 1, exponent: Int32(power))),
      let factor = unit.factor.multiplied(by: scale)
    else { return nil }
    return (unit.varied(factor: factor), end)
  }

  /// 百万 and 千万 are the longest scales below a line.
  private static let longestScale = 2
  private static let largestPower = 12

  /// A unit below the line; 年, 月, 日, 人, 吨 among them without a number.
  private func denominatorUnit(
    at start: Int, per dimension: DimensionID
  ) -> (MeasureUnit, Int)? {
    guard start < units.count else { return nil }
    // 0.5元/度 is paid for electricity.
    if dimension == .money, units[start] == Han.degree,
      let (unit, _) = reader.catalog.unit(in: CanonicalText("度电"), at: 0, numberStart: 0)
    {
      return (unit, start + 1)
    }
    if let name = Self.calendarUnits[units[start]] {
      let isLonger =
        reader.catalog.unit(in: text, at: start, numberStart: start)
        .map { $0.end > start + 1 } ?? false
      if !isLonger {
        return (
          MeasureUnit(
            unit: name.unit, dimension: .time, factor: Rational(name.seconds), shift: nil,
            kind: .measure, isSymbol: false, isBareMoney: false, needs: [], bars: [],
            rule: "units/time"), start + 1
        )
      }
    }
    return reader.catalog.unit(in: text, at: start, numberStart: start).map { ($0.unit, $0.end) }
  }

  /// 年, 月, 日, 时, 分 below the line.
  private static let calendarUnits: [UInt16: (unit: UnitID, seconds: Int128)] = [
    0x5E74: ("a", 1), Han.month: ("mo", 1), 0x65E5: ("s", 86_400), 0x65F6: ("s", 3600),
    Han.part: ("s", 60), 0x5929: ("s", 86_400), 0x79D2: ("s", 1),
  ]
}
