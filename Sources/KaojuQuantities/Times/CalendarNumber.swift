import KaojuVocabulary

/// A whole number as calendars print it, with how it was written.
///
/// 2025, 二〇二五, 十二, 廿三, 两 and 几 are such numbers; 几 has no value.
struct CalendarNumber: Hashable, Sendable {
  /// How a number is written.
  enum Form: UInt8, Sendable {
    /// ASCII digits.
    case digits
    /// Chinese digits one beside the other (二〇二五).
    case positional
    /// Chinese with 十, 百, 千, 万 (二十五), or one digit (五).
    case spoken
    /// 两, 俩.
    case pair
    /// 几, 数, 多.
    case vague
    /// 半.
    case half
  }

  /// Its value; for a vague number, the tens that it adds to (十几 is 10).
  var value: Int
  /// The number of digits or characters.
  var width: Int
  /// Its end in the text.
  var end: Int
  /// How it is written.
  var form: Form
  /// Whether 几 or 多 makes it more than its value (十几, 二十多).
  var isOpen = false
  /// The decimals behind a point, as digits.
  var decimals: ExactDecimal?
  /// The upper of two neighbours (三四年 is 3 with 4).
  var upper: Int?
  /// Whether it begins with 0 or 零.
  var hasLeadingZero = false

  /// Whether it is written in Chinese characters.
  var isHan: Bool { form != .digits }

  /// The value with its decimals.
  var decimal: ExactDecimal { decimals ?? ExactDecimal(value) }
}
