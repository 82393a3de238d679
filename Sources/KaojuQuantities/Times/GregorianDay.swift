import KaojuVocabulary

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// 2025-04-18 is day 20196, a Friday. Years before our era count downward through 0.
/// - Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms* (public domain).
struct GregorianDay: Hashable, Comparable, Sendable {
  /// The days since 1970-01-01.
  var number: Int

  init(number: Int) { self.number = number }

  /// Makes a day of a year, month and day of the month; the day may run past the month's end.
  init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Makes the day of a moment, its clock left out.
  init(_ moment: Moment) {
    self.init(year: Int(moment.year), month: Int(moment.month), day: Int(moment.day))
  }

  /// The year, month and day of the month.
  var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The day as a moment without a clock.
  var moment: Moment {
    let (year, month, day) = components
    return Moment(year: year, month: month, day: day)
  }

  /// The day of the week, Monday 1 to Sunday 7.
  var weekday: Int { Self.modulo(number + 3, 7) + 1 }

  /// The Monday of its week.
  var weekStart: GregorianDay { GregorianDay(number: number - weekday + 1) }

  /// The year and number of its week by ISO 8601, where week 1 holds the year's first Thursday.
  var isoWeek: (year: Int, week: Int) {
    let thursday = GregorianDay(number: weekStart.number + 3)
    let year = thursday.components.year
    let first = GregorianDay(year: year, month: 1, day: 1)
    return (year, (thursday.number - first.number) / 7 + 1)
  }

  /// The Monday of a year's first ISO week.
  static func firstWeek(of year: Int) -> GregorianDay {
    GregorianDay(year: year, month: 1, day: 4).weekStart
  }

  /// The number of days of a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The remainder that is never negative.
  static func modulo(_ value: Int, _ divisor: Int) -> Int {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  static func < (left: GregorianDay, right: GregorianDay) -> Bool { left.number < right.number }
  static func + (day: GregorianDay, days: Int) -> GregorianDay {
    GregorianDay(number: day.number + days)
  }
}
