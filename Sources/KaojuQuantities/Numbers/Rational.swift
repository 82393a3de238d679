package import KaojuVocabulary

/// An exact fraction in lowest terms, for conversions whose factor has no finite decimal.
///
/// 1000亩 is 1000 × 2000/3 m²; as a decimal it is `666666.666667`, exactly it is `2000000/3`.
package struct Rational: Hashable, Sendable {
  /// Above the line; carries the sign.
  package let numerator: Int128
  /// Below the line; above zero.
  package let denominator: Int128

  /// One.
  package static let one = Rational(1)

  /// Makes a whole number.
  package init(_ whole: Int128) {
    self.numerator = whole
    self.denominator = 1
  }

  /// Makes `numerator` / `denominator` in lowest terms; `nil` when the denominator is zero or too big.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, denominator != .min, numerator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / divisor)
    self.denominator = sign * (denominator / divisor)
  }

  /// Takes an exact decimal; `nil` when it is too big or too fine.
  package init?(_ decimal: ExactDecimal) {
    guard let power = Self.powerOfTen(Int(decimal.exponent.magnitude)) else { return nil }
    if decimal.exponent >= 0 {
      let (product, overflow) = decimal.mantissa.multipliedReportingOverflow(by: power)
      if overflow { return nil }
      self.init(product)
    } else {
      self.init(decimal.mantissa, over: power)
    }
  }

  /// Reads `2000/3`, `0.3048` or a product of such (`1000*3600`); `nil` for anything else.
  package init?(text: some StringProtocol) {
    var result = Rational.one
    for factor in text.split(separator: "*", omittingEmptySubsequences: false) {
      let parts = factor.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2 else { return nil }
      for (index, part) in parts.enumerated() {
        guard let decimal = ExactDecimal(part), let value = Rational(decimal),
          let next = index == 0 ? result.multiplied(by: value) : result.divided(by: value)
        else { return nil }
        result = next
      }
    }
    self = result
  }

  /// Ten to the `power`, or `nil` when it does not fit.
  package static func powerOfTen(_ power: Int) -> Int128? {
    guard power >= 0, power <= 38 else { return nil }
    var value: Int128 = 1
    for _ in 0..<power { value *= 10 }
    return value
  }

  /// The exact product, or `nil` when it does not fit.
  package func multiplied(by other: Rational) -> Rational? {
    let a = Self.greatestCommonDivisor(numerator, other.denominator)
    let b = Self.greatestCommonDivisor(other.numerator, denominator)
    let (top, high) = (numerator / a).multipliedReportingOverflow(by: other.numerator / b)
    let (bottom, low) = (denominator / b).multipliedReportingOverflow(by: other.denominator / a)
    return high || low ? nil : Rational(top, over: bottom)
  }

  /// The exact quotient, or `nil` when it does not fit or divides by zero.
  package func divided(by other: Rational) -> Rational? {
    guard let inverse = Rational(other.denominator, over: other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  /// The number with the other sign.
  package var negated: Rational { multiplied(by: Rational(-1)) ?? self }

  /// The exact sum, or `nil` when it does not fit.
  package func adding(_ other: Rational) -> Rational? {
    let (left, a) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, b) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (top, c) = left.addingReportingOverflow(right)
    let (bottom, d) = denominator.multipliedReportingOverflow(by: other.denominator)
    return a || b || c || d ? nil : Rational(top, over: bottom)
  }

  /// The number as a finite decimal, where it has one.
  package var decimal: ExactDecimal? {
    var bottom = denominator
    var twos: Int32 = 0
    var fives: Int32 = 0
    while bottom % 2 == 0 {
      bottom /= 2
      twos += 1
    }
    while bottom % 5 == 0 {
      bottom /= 5
      fives += 1
    }
    guard bottom == 1 else { return nil }
    let places = max(twos, fives)
    var mantissa = numerator
    for (count, factor) in [(places - twos, Int128(2)), (places - fives, Int128(5))] {
      for _ in 0..<count {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        mantissa = product
      }
    }
    return ExactDecimal(mantissa: mantissa, exponent: -places)
  }

  /// The number rounded to twelve significant digits, half to even.
  ///
  /// 2000000/3 is `666666.666667`.
  package var rounded: ExactDecimal {
    let isNegative = numerator < 0
    let top = numerator.magnitude
    let bottom = UInt128(denominator)
    var digits = top / bottom
    var remainder = top % bottom
    var exponent: Int32 = 0
    let limit: UInt128 = 1_000_000_000_000
    var isExact = true
    while digits < limit, remainder != 0, exponent > -60 {
      let (lifted, overflow) = remainder.multipliedReportingOverflow(by: 10)
      if overflow { break }
      digits = digits * 10 + lifted / bottom
      remainder = lifted % bottom
      exponent -= 1
    }
    while digits >= limit {
      let last = digits % 10
      digits /= 10
      exponent += 1
      let isTie = last == 5 && remainder == 0 && isExact
      if digits < limit, last > 5 || (last == 5 && !isTie) || (isTie && digits % 2 == 1) {
        digits += 1
        break
      }
      if last != 0 { isExact = false }
    }
    let mantissa = Int128(digits)
    return ExactDecimal(mantissa: isNegative ? -mantissa : mantissa, exponent: exponent)
  }

  /// `2000000/3`.
  package var fraction: String { "\(numerator)/\(denominator)" }

  private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    var x = a.magnitude
    var y = b.magnitude
    while y != 0 { (x, y) = (y, x % y) }
    return x == 0 ? 1 : Int128(truncatingIfNeeded: x)
  }
}
