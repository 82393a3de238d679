import KaojuVocabulary

/// A numeral with what makes a fraction of it, before units and comparators.
///
/// 2800亿, 百分之三, 三分之一, 1/6, 一又二分之一, 5±0.2, 二十万.
struct NumberExpression {
  /// Where it stands, sign included.
  var range: TextRange
  /// Where its own numeral begins, without a sign.
  var start: Int
  /// What it amounts to, or the lower of two.
  var low: Rational
  /// The higher of two.
  var high: Rational
  /// The surplus inside (一千多万), and the bound that it sets.
  var surplus: Numeral.Surplus?
  var surplusBound: Rational?
  /// The last numeral, for its written parts.
  var numeral: Numeral
  /// Whether it is a part of something: 分之, slash.
  var isFraction = false
  /// Whether it is 百分之, 千分之, 万分之.
  var isPercent = false

  var isRange: Bool { low != high }

  /// 分之.
  static let partOf: [UInt16] = [Han.part, Han.of]
}

extension QuantityScanner {
  /// Reads a number at `start`; leaves a diagnostic and gives `nil` for one that is refused.
  mutating func readNumber(at start: Int) -> NumberExpression? {
    var begin = start
    var isNegative = false
    if units[begin] == Han.minus || units[begin] == 0x2D || units[begin] == Han.minusSign {
      isNegative = true
      begin += 1
    }
    guard let numeral = reader.numerals.read(text, at: begin) else { return nil }
    if let refusal = numeral.refusal {
      refuse(refusal, numeral.range)
      return nil
    }
    guard var number = expression(numeral, from: start) else {
      refuse("number/too-big", numeral.range)
      return nil
    }
    readFraction(into: &number)
    if let reason = readPower(into: &number) {
      refuse(reason, number.range)
      return nil
    }
    readScaleWord(into: &number)
    if isNegative {
      guard let low = number.high.multiplied(by: Rational(-1)),
        let high = number.low.multiplied(by: Rational(-1))
      else { return nil }
      number.low = low
      number.high = high
    }
    return number
  }

  private func expression(_ numeral: Numeral, from start: Int) -> NumberExpression? {
    guard let low = Rational(numeral.low), let high = Rational(numeral.high) else { return nil }
    return NumberExpression(
      range: TextRange(start, numeral.range.end), start: numeral.range.start, low: low, high: high,
      surplus: numeral.surplus, surplusBound: numeral.surplusBound.flatMap { Rational($0) },
      numeral: numeral)
  }

  /// Turns 三分之一, 百分之二点五, 一又二分之一, 1/6 into a fraction.
  private func readFraction(into number: inout NumberExpression) {
    let end = number.range.end
    if UnitCatalog.stands(NumberExpression.partOf, in: units, at: end)
      || isShortPart(number, at: end)
    {
      let skip = units[end + 1] == Han.of ? 2 : 1
      if let part = number.numeral.amount, let bottom = Rational(part),
        let top = signed(at: end + skip), let value = top.low.divided(by: bottom),
        let upper = top.high.divided(by: bottom)
      {
        number.low = value
        number.high = upper
        number.surplus = top.surplus
        number.surplusBound = top.surplusBound?.divided(by: bottom)
        number.range.upperBound = top.range.upperBound
        number.isFraction = true
        number.isPercent =
          number.numeral.scale.isEmpty
          ? [100, 1000].contains(part.whole ?? 0) : part.whole == 10_000
        number.numeral.digits = number.range
        number.numeral.scale = TextRange(number.range.end, number.range.end)
      }
      return
    }
    if end < units.count, units[end] == Han.and {
      guard let next = signed(at: end + 1) else { return }
      var part = next
      readFraction(into: &part)
      guard part.isFraction, part.low == part.high, let sum = number.low.adding(part.low) else {
        return
      }
      number.low = sum
      number.high = sum
      number.range.upperBound = part.range.upperBound
      number.isFraction = true
      number.numeral.digits = number.range
      return
    }
    if !readMixed(into: &number) { readSlash(into: &number) }
  }

  /// Reads 8 1/2 and 6.76 1/2: a half, fourth or eighth of the last place, as grain is quoted.
  private func readMixed(into number: inout NumberExpression) -> Bool {
    let start = number.range.end + 1
    guard start + 2 < units.count, units[start - 1] == 0x20, number.numeral.form == .digits,
      number.numeral.surplus == nil, number.numeral.scale.isEmpty,
      let top = reader.numerals.read(text, at: start, options: .noSurplus), top.form == .digits,
      let above = top.amount?.whole, units[min(top.range.end, units.count - 1)] == 0x2F,
      let bottom = reader.numerals.read(text, at: top.range.end + 1, options: .noSurplus),
      bottom.form == .digits, let below = bottom.amount?.whole, [2, 4, 8].contains(below),
      (1..<below).contains(above),
      bottom.range.end >= units.count || !isLatinOrSlash(units[bottom.range.end])
    else { return false }
    let digits = units[number.numeral.range.indices]
    let places = digits.lastIndex(of: 0x2E).map { digits.endIndex - $0 - 1 } ?? 0
    guard let scale = Rational.powerOfTen(places),
      let part = Rational(Int128(above), over: Int128(below) * scale),
      let sum = number.low.adding(part)
    else { return false }
    number.low = sum
    number.high = sum
    number.range.upperBound = bottom.range.upperBound
    number.numeral.digits = number.range
    number.numeral.scale = TextRange(bottom.range.end, bottom.range.end)
    return true
  }

  /// 二分一, 百分三十: the short form, only right behind 十, 百, 千, 二, 三, 四 and before a numeral.
  private func isShortPart(_ number: NumberExpression, at end: Int) -> Bool {
    guard end + 1 < units.count, units[end] == Han.part, number.numeral.form == .lower else {
      return false
    }
    return number.numeral.amount?.whole.map { $0 == 100 || $0 <= 4 } ?? false
      && reader.numerals.classes.kind(units[end + 1]) != .ascii
      && reader.numerals.classes.startsNumeral(units[end + 1])
      && units[end + 1] != Han.several && units[end + 1] != Han.few
  }

  private func signed(at start: Int) -> NumberExpression? {
    guard start < units.count else { return nil }
    let isNegative = units[start] == Han.minus
    let begin = isNegative ? start + 1 : start
    guard let numeral = reader.numerals.read(text, at: begin), numeral.refusal == nil,
      var number = expression(numeral, from: start)
    else { return nil }
    if isNegative, let negative = number.low.multiplied(by: Rational(-1)) {
      number.low = negative
      number.high = negative
    }
    return number
  }

  /// Reads 1/6: a proper fraction of small whole numbers that stands alone.
  private func readSlash(into number: inout NumberExpression) {
    let end = number.range.end
    guard end + 1 < units.count, units[end] == 0x2F || units[end] == 0x2215,
      number.numeral.form == .digits,
      number.numeral.surplus == nil, let top = number.numeral.amount?.whole, top > 0, top < 1000,
      number.start == 0 || !isLatinOrSlash(units[number.start - 1]),
      let next = reader.numerals.read(text, at: end + 1, options: .noSurplus), next.refusal == nil,
      next.form == .digits, let bottom = next.amount?.whole, bottom < 10_000,
      bottom > top || (number.range.start == 0 && next.range.end == units.count && bottom > 1),
      units[end + 1] != 0x30, units[number.start] != 0x30,
      let value = Rational(Int128(top), over: Int128(bottom))
    else { return }
    let after = next.range.end
    if after < units.count, isLatinOrSlash(units[after]) || units[after] == Han.month { return }
    number.low = value
    number.high = value
    number.range.upperBound = next.range.upperBound
    number.isFraction = true
    number.numeral.digits = number.range
    number.numeral.scale = TextRange(after, after)
  }

  private func isLatinOrSlash(_ unit: UInt16) -> Bool {
    UnitCatalog.isLetter(unit) || unit == 0x2F || (unit >= 0x30 && unit <= 0x39)
  }
}
