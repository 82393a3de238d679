package import KaojuVocabulary

/// A value of a row.
package enum SQLValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A rounded number.
  case real(Double)
  /// A text, or an exact decimal in plain digits.
  case text(String)
  /// A truth value.
  case boolean(Bool)
  /// A point on the calendar.
  case moment(Moment)

  /// A text or nothing.
  package init(_ string: String?) { self = string.map { .text($0) } ?? .null }

  /// A whole number.
  package init(_ number: some BinaryInteger) { self = .integer(Int64(clamping: number)) }

  /// An exact decimal, or nothing where it would have more digits than any store holds.
  package init(_ decimal: ExactDecimal?) {
    guard let decimal, abs(decimal.exponent) <= 1000 else {
      self = .null
      return
    }
    self = .text(decimal.description)
  }

  /// A point on the calendar, or nothing.
  package init(_ moment: Moment?) {
    guard let moment, moment.isOnCalendar else {
      self = .null
      return
    }
    self = .moment(moment)
  }

  /// The text of a text value.
  package var string: String? {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .boolean(let flag): flag ? "true" : "false"
    case .moment(let moment): moment.description
    case .null: nil
    }
  }

  /// The number of a whole number.
  package var integer: Int? {
    switch self {
    case .integer(let number): Int(number)
    case .boolean(let flag): flag ? 1 : 0
    case .text(let text): Int(text)
    default: nil
    }
  }

  /// The number of a rounded number.
  package var real: Double? {
    switch self {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .text(let text): Double(text)
    default: nil
    }
  }
}

extension Moment {
  /// Whether there is such a day, in the years that every store can hold.
  var isOnCalendar: Bool {
    guard year != 0, (-4712...9999).contains(year), (1...12).contains(month), day >= 1 else {
      return false
    }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days: Int8 =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return day <= days && hour < 24 && minute < 60 && second < 60
  }
}
