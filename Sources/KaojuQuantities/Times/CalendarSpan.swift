import KaojuVocabulary

/// A stretch of the calendar with its TIMEX3 value.
///
/// 2025年4月 is `2025-04`, from 2025-04-01 to 2025-05-01, of unit month.
struct CalendarSpan: Hashable, Sendable {
  /// Its start, inclusive.
  var from: Moment
  /// Its end, exclusive.
  var to: Moment
  /// The unit it is one of.
  var unit: TimeUnit
  /// Its TIMEX3 value.
  var timex: String
  /// Its TIMEX3 modifier.
  var modifier: TimeExpression.Modifier?
  /// Whether it took a part from the publication date or the text around it.
  var isRelative = false
  /// Whether another reading is possible.
  var isAmbiguous = false

  /// Its first year.
  var year: Int { Int(from.year) }

  static func year(_ year: Int) -> CalendarSpan {
    CalendarSpan(
      from: Moment(year: year), to: Moment(year: year + 1), unit: .year, timex: padded(year, 4))
  }

  /// The nth of a year's equal parts of `unit` (half, quarter, month), from 1.
  static func part(_ index: Int, of year: Int, unit: TimeUnit) -> CalendarSpan {
    let length = unit.months ?? 1
    let start = Moment(monthNumber: year * 12 + (index - 1) * length)
    let tail =
      switch unit {
      case .half: "-H\(index)"
      case .quarter: "-Q\(index)"
      default: "-" + padded(index, 2)
      }
    return CalendarSpan(
      from: start, to: start.adding(months: length), unit: unit, timex: padded(year, 4) + tail)
  }

  /// The month that a moment falls in, moved by some months.
  static func month(of moment: Moment, offset: Int = 0) -> CalendarSpan {
    let start = Moment(monthNumber: moment.monthNumber + offset)
    return part(Int(start.month), of: Int(start.year), unit: .month)
  }

  static func day(_ day: GregorianDay) -> CalendarSpan {
    CalendarSpan(
      from: day.moment, to: (day + 1).moment, unit: .day, timex: day.moment.description)
  }

  static func week(_ monday: GregorianDay) -> CalendarSpan {
    let (year, week) = monday.isoWeek
    return CalendarSpan(
      from: monday.moment, to: (monday + 7).moment, unit: .week,
      timex: padded(year, 4) + "-W" + padded(week, 2))
  }

  static func decade(_ start: Int) -> CalendarSpan {
    CalendarSpan(
      from: Moment(year: start), to: Moment(year: start + 10), unit: .decade,
      timex: padded(start / 10, 3))
  }

  static func century(_ number: Int) -> CalendarSpan {
    let start = (number - 1) * 100
    return CalendarSpan(
      from: Moment(year: start), to: Moment(year: start + 100), unit: .century,
      timex: padded(number - 1, 2))
  }

  /// From the start of one span to the end of another.
  static func range(_ first: CalendarSpan, _ last: CalendarSpan) -> CalendarSpan {
    CalendarSpan(
      from: first.from, to: last.to, unit: max(first.unit, last.unit),
      timex: first.timex + "/" + last.timex, isRelative: first.isRelative || last.isRelative,
      isAmbiguous: first.isAmbiguous || last.isAmbiguous)
  }

  /// The first or last months of a year as one stretch (前三季度 → `2021-01/2021-09`).
  static func months(from first: Moment, to end: Moment) -> CalendarSpan {
    .range(.month(of: first), .month(of: end, offset: -1))
  }

  /// A number with leading zeros.
  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(abs(value))
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count))
      + digits
  }
}
