import KaojuVocabulary

extension QuantityScanner {
  /// Reads the power of ten behind a number in digits: 1.2×10^4, 3×10⁸, 1.94×10－5.
  ///
  /// - Returns: Why the number is refused, if it is: what is left of a raised exponent can be read
  ///   in more than one way (9.37×106千焦), or the number is too big.
  func readPower(into number: inout NumberExpression) -> RuleID? {
    guard number.numeral.form == .digits, number.numeral.scale.isEmpty, !number.isFraction,
      number.surplus == nil, let base = powerBase(at: number.range.end)
    else { return nil }
    var end = base
    var isNegative = false
    var power: Int?
    switch unit(at: end) {
    case 0x5E:  // ^
      (isNegative, power, end) = signedDigits(at: end + 1)
    case 0x2D, Han.minusSign:
      // 10－5 has lost the raising of its exponent and keeps its sign.
      guard isScientific(number) else { return nil }
      (isNegative, power, end) = signedDigits(at: end)
    case 0x30...0x39:
      guard isScientific(number) else { return nil }
      while (0x30...0x39).contains(unit(at: end)) { end += 1 }
      number.range.upperBound = Int32(end)
      return end - base < 3 && unit(at: end) != 0x2E ? "number/lost-power" : nil
    default:
      if unit(at: end) == 0x207B { (isNegative, end) = (true, end + 1) }
      while let digit = raised(unit(at: end)) {
        power = min((power ?? 0) * 10 + digit, 1000)
        end += 1
      }
    }
    guard let power else { return nil }
    number.range.upperBound = Int32(end)
    guard let ten = Rational.powerOfTen(power),
      let factor = isNegative ? Rational(1, over: ten) : Rational(ten),
      let low = number.low.multiplied(by: factor), let high = number.high.multiplied(by: factor)
    else { return "number/too-big" }
    (number.low, number.high) = (low, high)
    number.numeral.digits = number.range
    number.numeral.scale = TextRange(end, end)
    return nil
  }

  /// Takes the scale that an English word gives: US$ 3 million.
  func readScaleWord(into number: inout NumberExpression) {
    guard number.numeral.form == .digits, number.numeral.scale.isEmpty, !number.isFraction,
      number.surplus == nil
    else { return }
    var start = number.range.end
    if unit(at: start) == 0x20 { start += 1 }
    guard let (power, end) = reader.scaleWords.longest(in: units, at: start),
      !isLatinOrDigit(unit(at: end)), let ten = Rational.powerOfTen(power),
      let low = number.low.multiplied(by: Rational(ten)),
      let high = number.high.multiplied(by: Rational(ten))
    else { return }
    (number.low, number.high) = (low, high)
    number.range.upperBound = Int32(end)
    number.numeral.digits = number.range
    number.numeral.scale = TextRange(end, end)
  }

  /// The place behind ×10.
  private func powerBase(at start: Int) -> Int? {
    var index = start
    if unit(at: index) == 0x20 { index += 1 }
    guard unit(at: index) != Han.comma, !Han.contains(unit(at: index)),
      reader.cues.plays(.listMark, unit(at: index))
    else { return nil }
    index += 1
    if unit(at: index) == 0x20 { index += 1 }
    guard unit(at: index) == 0x31, unit(at: index + 1) == 0x30 else { return nil }
    return index + 2
  }

  /// Whether a number has one digit before its point, as those before a power of ten have.
  private func isScientific(_ number: NumberExpression) -> Bool {
    unit(at: number.start + 1) == 0x2E && unit(at: number.start) != 0x30
  }

  /// The number behind a sign or none, its own digits and its end.
  private func signedDigits(at start: Int) -> (isNegative: Bool, value: Int?, end: Int) {
    var end = start
    let isNegative = unit(at: end) == 0x2D || unit(at: end) == Han.minusSign
    if isNegative || unit(at: end) == 0x2B { end += 1 }
    var value: Int?
    while (0x30...0x39).contains(unit(at: end)) {
      value = min((value ?? 0) * 10 + Int(unit(at: end) - 0x30), 1000)
      end += 1
    }
    return (isNegative, value, end)
  }

  /// The value of a raised digit.
  private func raised(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x2070: 0
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2074...0x2079: Int(unit - 0x2070)
    default: nil
    }
  }

  /// The code unit at an offset; 0 behind the text.
  private func unit(at index: Int) -> UInt16 { index < units.count ? units[index] : 0 }
}
