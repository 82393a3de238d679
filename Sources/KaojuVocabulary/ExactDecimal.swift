/// An exact decimal number: a 128-bit mantissa times a power of ten.
///
/// `ExactDecimal("2.5")` times ten to the eighth is `250000000`, exactly. An operation whose
/// result does not fit returns `nil`; the caller leaves a diagnostic instead of guessing.
@frozen
public struct ExactDecimal: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The digits, without trailing zeros unless the number is zero.
  public let mantissa: Int128
  /// The power of ten.
  public let exponent: Int32

  /// Zero.
  public static let zero = ExactDecimal(0)
  /// One.
  public static let one = ExactDecimal(1)

  /// Makes `mantissa` × 10^`exponent` in normal form.
  public init(mantissa: Int128, exponent: Int32) {
    var mantissa = mantissa
    var exponent = exponent
    if mantissa == 0 {
      exponent = 0
    } else {
      while mantissa % 10 == 0 {
        mantissa /= 10
        exponent += 1
      }
    }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Makes a whole number.
  public init(_ value: Int) { self.init(mantissa: Int128(value), exponent: 0) }

  /// Reads `-1234.5`; `nil` when it is no plain decimal or has more than 38 digits.
  public init?(_ string: some StringProtocol) {
    var mantissa: Int128 = 0
    var exponent: Int32 = 0
    var digits = 0
    var seenPoint = false
    var isNegative = false
    for (index, byte) in string.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, carried) = product.addingReportingOverflow(Int128(byte - 0x30))
        guard !overflow, !carried else { return nil }
        mantissa = sum
        digits += 1
        if seenPoint { exponent -= 1 }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, exponent: exponent)
  }

  /// The number times ten to the `power`.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    ExactDecimal(mantissa: mantissa, exponent: exponent + Int32(power))
  }

  /// The exact product, or `nil` when it does not fit.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return overflow ? nil : ExactDecimal(mantissa: product, exponent: exponent + other.exponent)
  }

  /// The exact sum, or `nil` when it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    guard let (left, right, exponent) = Self.aligned(self, other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(mantissa: sum, exponent: exponent)
  }

  /// The exact difference, or `nil` when it does not fit.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    adding(ExactDecimal(mantissa: -other.mantissa, exponent: other.exponent))
  }

  /// Whether the number is whole.
  public var isWhole: Bool { exponent >= 0 }

  /// Whether the number is below zero.
  public var isNegative: Bool { mantissa < 0 }

  /// The number as an `Int`, where it is whole and fits.
  public var whole: Int? {
    guard exponent >= 0, exponent < 38 else { return nil }
    var value = mantissa
    for _ in 0..<exponent {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return Int(exactly: value)
  }

  /// The nearest `Double`, for ordering and drawing only; never for a value that is printed.
  public var approximate: Double {
    var value = Double(mantissa)
    var power = exponent
    while power > 0 {
      value *= 10
      power -= 1
    }
    while power < 0 {
      value /= 10
      power += 1
    }
    return value
  }

  /// The number in plain digits: no exponent, no trailing zeros (`280000000000`, `0.0005`).
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``description`` in ASCII.
  package func write(to bytes: inout [UInt8]) {
    if mantissa < 0 { bytes.append(0x2D) }
    let start = bytes.count
    let places = Swift.max(0, -Int(exponent))
    var written = 0
    func put(_ digit: UInt8) {
      if written == places, places > 0 { bytes.append(0x2E) }
      bytes.append(0x30 + digit)
      written += 1
    }
    for _ in 0..<Swift.max(0, Int(exponent)) where mantissa != 0 { put(0) }
    // Digits come from the last to the first and are turned round at the end.
    var wide = mantissa.magnitude
    while wide > UInt128(UInt64.max) {
      let (quotient, digit) = wide.quotientAndRemainder(dividingBy: 10)
      put(UInt8(truncatingIfNeeded: digit))
      wide = quotient
    }
    var rest = UInt64(truncatingIfNeeded: wide)
    repeat {
      put(UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0 || written <= places
    var left = start
    var right = bytes.count - 1
    while left < right {
      bytes.swapAt(left, right)
      left += 1
      right -= 1
    }
  }

  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if let (a, b, _) = aligned(left, right) { return a < b }
    return left.approximate < right.approximate
  }

  private static func aligned(
    _ left: ExactDecimal, _ right: ExactDecimal
  ) -> (Int128, Int128, Int32)? {
    let exponent = Swift.min(left.exponent, right.exponent)
    func lifted(_ value: ExactDecimal) -> Int128? {
      var mantissa = value.mantissa
      for _ in 0..<(value.exponent - exponent) {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        mantissa = product
      }
      return mantissa
    }
    guard left.mantissa != 0 else { return lifted(right).map { (0, $0, exponent) } ?? nil }
    guard right.mantissa != 0 else { return lifted(left).map { ($0, 0, exponent) } ?? nil }
    guard left.exponent - exponent < 39, right.exponent - exponent < 39,
      let a = lifted(left), let b = lifted(right)
    else { return nil }
    return (a, b, exponent)
  }
}
