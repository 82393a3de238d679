package import KaojuVocabulary

/// A numeral as it stands in the text, with what it amounts to.
///
/// 三四十亿 has ``low`` 3000000000 and ``high`` 4000000000; 两千四百五 has both at 2450;
/// 一千多万 has both at 10000000 and a ``surplus``.
package struct Numeral: Hashable, Sendable {
  /// How a numeral is written.
  package enum Form: UInt8, Sendable, Hashable {
    /// 2800.
    case digits
    /// 两千八百.
    case lower
    /// 贰仟捌佰.
    case upper
    /// 3万4000.
    case mixed
    /// 二〇二五.
    case serial
  }

  /// A word inside a numeral that says it is not exact.
  package enum Surplus: UInt8, Sendable, Hashable {
    /// 多, 余: and some more.
    case more
    /// 来: about.
    case roughly
  }

  /// Where it stands.
  package var range: TextRange
  /// What it amounts to, or the lower of two.
  package var low: ExactDecimal
  /// The higher of two, else the same as ``low``.
  package var high: ExactDecimal
  /// The word inside that says it is not exact (一千多万).
  package var surplus: Surplus?
  /// The digits as printed (2800 of 2800亿); empty for 千亿.
  package var digits: TextRange
  /// The scale as printed (亿 of 2800亿); empty where there is none.
  package var scale: TextRange
  /// How it is written.
  package var form: Form
  /// Whether an unnamed digit (几, 数) stands in it.
  package var isVague: Bool
  /// Whether two neighbouring digits give a range (三四十).
  package var isPair: Bool
  /// Why the numeral was refused; its amounts then mean nothing.
  package var refusal: RuleID?

  /// The one number that it amounts to.
  package var amount: ExactDecimal? { low == high ? low : nil }

  /// What a surplus adds at most: one at the last digit that is printed.
  ///
  /// 50余 is below 60, 一千多万 below 20000000, 340多亿 below 35000000000.
  package var surplusBound: ExactDecimal? {
    low.adding(ExactDecimal(mantissa: 1, exponent: low.exponent))
  }
}
