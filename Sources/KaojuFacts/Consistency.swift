import KaojuVocabulary

/// Compares exact numbers as far as they were printed.
enum Consistency {
  /// How two printed values of one thing stand to one another.
  enum Verdict: Equatable {
    /// They may be the same number.
    case agree
    /// They are a power of ten apart.
    case unitSlip
    /// They are different numbers.
    case differ
  }

  /// Compares two values of one unit; bounds and rounding are taken into account.
  static func compare(_ left: QuantityValue, _ right: QuantityValue) -> Verdict {
    guard left.unit == right.unit, left.dimension == right.dimension else { return .agree }
    guard let a = left.amount, let b = right.amount else { return .agree }
    if a == b { return .agree }
    if left.comparator != .equal || right.comparator != .equal {
      return boundsAgree(left, a, right, b) ? .agree : .differ
    }
    if a.mantissa == b.mantissa { return .unitSlip }
    guard let difference = a.subtracting(b) else { return .agree }
    return magnitude(difference) <= max(step(of: left), step(of: right)) ? .agree : .differ
  }

  /// Whether `after` is `before` grown by `ratio`, as far as the three were printed; `nil` when
  /// one of them is no exact number.
  static func grows(
    _ before: QuantityValue, to after: QuantityValue, by ratio: QuantityValue, down: Bool
  ) -> Bool? {
    guard let from = exact(before), let to = exact(after), let share = exact(ratio),
      let factor = ExactDecimal.one.adding(
        down ? ExactDecimal(mantissa: -share.mantissa, exponent: share.exponent) : share),
      let expected = from.multiplied(by: factor), let error = to.subtracting(expected),
      let slack = from.multiplied(by: step(of: ratio)),
      let wide = magnitude(factor).multiplied(by: step(of: before)),
      let tolerance = slack.adding(wide)?.adding(step(of: after))
    else { return nil }
    return magnitude(error) <= tolerance
  }

  /// Whether `part` is `ratio` of `whole`, as far as the three were printed; `nil` when one of
  /// them is no exact number.
  static func isShare(
    _ part: QuantityValue, of whole: QuantityValue, ratio: QuantityValue
  ) -> Bool? {
    guard let small = exact(part), let large = exact(whole), let share = exact(ratio),
      let expected = large.multiplied(by: share), let error = small.subtracting(expected),
      let slack = large.multiplied(by: step(of: ratio)),
      let wide = share.multiplied(by: step(of: whole)),
      let tolerance = slack.adding(wide)?.adding(step(of: part))
    else { return nil }
    return magnitude(error) <= tolerance
  }

  private static func exact(_ value: QuantityValue) -> ExactDecimal? {
    value.comparator == .equal ? value.amount : nil
  }

  /// One in the last digit that was printed: 20亿 is exact to 1亿, 20.50亿 to a million.
  private static func step(of value: QuantityValue) -> ExactDecimal {
    guard let amount = value.amount else { return .zero }
    var zeros: Int32 = 0
    for byte in (value.written.amount ?? "").utf8.reversed() {
      if byte == UInt8(ascii: "0") {
        zeros += 1
      } else if byte != UInt8(ascii: ".") {
        break
      }
    }
    return ExactDecimal(mantissa: 1, exponent: amount.exponent - zeros)
  }

  private static func boundsAgree(
    _ left: QuantityValue, _ a: ExactDecimal, _ right: QuantityValue, _ b: ExactDecimal
  ) -> Bool {
    func allows(_ value: QuantityValue, _ amount: ExactDecimal, _ other: ExactDecimal) -> Bool {
      switch value.comparator {
      case .equal: return true
      case .more, .atLeast: return other >= amount && (value.high.map { other <= $0 } ?? true)
      case .less, .atMost, .justUnder: return other <= amount
      case .about: return true
      }
    }
    return allows(left, a, b) && allows(right, b, a)
  }

  private static func magnitude(_ number: ExactDecimal) -> ExactDecimal {
    number.isNegative
      ? ExactDecimal(mantissa: -number.mantissa, exponent: number.exponent) : number
  }
}
