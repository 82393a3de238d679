import KaojuVocabulary

/// Puts festivals on the calendar.
enum FestivalCalendar {
  /// A festival's first day in a year; a lunar festival belongs to the lunar year of that number.
  static func day(_ rule: FestivalTerm.Rule, year: Int) -> GregorianDay? {
    switch rule {
    case .solar(let month, let day):
      return GregorianDay(year: year, month: month, day: day)
    case .lunar(let month, 0):
      // The last day of a month is the day before the next begins.
      let next =
        month == 12
        ? ForeignCalendar.chinese.day(year: year + 1, month: 1, day: 1)
        : ForeignCalendar.chinese.day(year: year, month: month + 1, day: 1)
      return next.map { $0 + -1 }
    case .lunar(let month, let day):
      return ForeignCalendar.chinese.day(year: year, month: month, day: day)
    case .solarTerm(let longitude):
      return SolarTerm.day(longitude: longitude, year: year)
    case .weekday(let month, let index, let weekday, let offset):
      return nthWeekday(index, weekday: weekday, month: month, year: year) + offset
    case .dates(let days): return days[year]
    case .easter(let offset): return Easter.western(year: year) + offset
    case .orthodoxEaster(let offset): return Easter.orthodox(year: year) + offset
    case .islamic(let month, let day, let offset):
      return inGregorianYear(.islamic, year: year, month: month, day: day, offset: offset)
    case .hebrew(let month, let day, let offset):
      return inGregorianYear(.hebrew, year: year, month: month, day: day, offset: offset)
    }
  }

  /// The nth weekday of a month; -1 is the last.
  static func nthWeekday(_ index: Int, weekday: Int, month: Int, year: Int) -> GregorianDay {
    if index < 0 {
      let end = GregorianDay(
        year: year, month: month, day: GregorianDay.length(ofMonth: month, year: year))
      return end + -GregorianDay.modulo(end.weekday - weekday, 7)
    }
    let first = GregorianDay(year: year, month: month, day: 1)
    return first + (GregorianDay.modulo(weekday - first.weekday, 7) + 7 * (index - 1))
  }

  /// The first day in a Gregorian year on which another calendar has a date.
  private static func inGregorianYear(
    _ calendar: ForeignCalendar, year: Int, month: Int, day: Int, offset: Int
  ) -> GregorianDay? {
    let start = GregorianDay(year: year, month: 1, day: 1)
    guard let (foreign, _, _, _) = calendar.date(of: start) else { return nil }
    for candidate in foreign...(foreign + 1) {
      if let found = calendar.day(year: candidate, month: month, day: day),
        (found + offset) >= start
      {
        return found + offset
      }
    }
    return nil
  }
}
