import KaojuVocabulary

extension Moment {
  /// The moment as a day without a clock.
  var startOfDay: Moment { Moment(year: Int(year), month: Int(month), day: Int(day)) }

  /// The month counted through all years, January of year 0 being 0.
  var monthNumber: Int { Int(year) * 12 + Int(month) - 1 }

  /// The first day of a month counted through all years.
  init(monthNumber: Int, day: Int = 1) {
    let year = (monthNumber >= 0 ? monthNumber : monthNumber - 11) / 12
    self.init(year: year, month: monthNumber - year * 12 + 1, day: day)
  }

  /// Adds calendar months; a day that the month lacks becomes its last (31 January + 1 month is 28
  /// or 29 February).
  func adding(months: Int) -> Moment {
    var result = Moment(monthNumber: monthNumber + months)
    let length = GregorianDay.length(ofMonth: Int(result.month), year: Int(result.year))
    result.day = Int8(min(Int(day), length))
    (result.hour, result.minute, result.second) = (hour, minute, second)
    return result
  }

  /// Adds days.
  func adding(days: Int) -> Moment {
    var result = (GregorianDay(self) + days).moment
    (result.hour, result.minute, result.second) = (hour, minute, second)
    return result
  }

  /// Adds seconds; the result has a clock.
  func adding(seconds: Int) -> Moment {
    let start = Int(max(hour, 0)) * 3600 + Int(minute) * 60 + Int(second)
    let total = start + seconds
    let clock = GregorianDay.modulo(total, 86_400)
    let day = (GregorianDay(self) + (total - clock) / 86_400).moment
    return day.at(second: clock)
  }

  /// The moment of its day at a second counted from midnight; 86400 is the next day's midnight.
  func at(second: Int) -> Moment {
    if second >= 86_400 { return adding(days: 1).startOfDay.at(second: second - 86_400) }
    return Moment(
      year: Int(year), month: Int(month), day: Int(day), hour: second / 3600,
      minute: second / 60 % 60, second: second % 60)
  }
}
