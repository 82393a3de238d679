import CICU

/// A calendar of ICU's other than the Gregorian, asked for single days.
///
/// The first day of the lunar year 2025 is 2025-01-29. A calendar is opened for each question:
/// lunar dates are rare, and ICU's handle must not cross threads.
enum ForeignCalendar: String, Sendable {
  case chinese
  case hebrew
  case islamic = "islamic-umalqura"

  /// The Gregorian day of a date of this calendar; `nil` when it has no such day.
  ///
  /// - Parameters:
  ///   - year: Its year; for the Chinese calendar the Gregorian year in which the lunar one begins.
  ///   - month: From 1, in ICU's order of months.
  func day(year: Int, month: Int, day: Int, isLeap: Bool = false) -> GregorianDay? {
    let field = Int32(self == .chinese ? year + 2637 : year)
    return withCalendar { calendar, status in
      kaoju_ucal_clear(calendar)
      kaoju_ucal_set(calendar, UCAL_EXTENDED_YEAR, field)
      kaoju_ucal_set(calendar, UCAL_MONTH, Int32(month - 1))
      if self == .chinese { kaoju_ucal_set(calendar, UCAL_IS_LEAP_MONTH, isLeap ? 1 : 0) }
      kaoju_ucal_set(calendar, UCAL_DATE, Int32(day))
      let millis = kaoju_ucal_getMillis(calendar, &status)
      guard kaoju_icu_failed(status) == 0,
        kaoju_ucal_get(calendar, UCAL_MONTH, &status) == Int32(month - 1),
        kaoju_ucal_get(calendar, UCAL_DATE, &status) == Int32(day),
        self != .chinese
          || kaoju_ucal_get(calendar, UCAL_IS_LEAP_MONTH, &status) == (isLeap ? 1 : 0)
      else { return nil }
      return GregorianDay(number: Int((millis / 86_400_000).rounded(.down)))
    }
  }

  /// The year, month and day of this calendar on a Gregorian day.
  func date(of day: GregorianDay) -> (year: Int, month: Int, day: Int, isLeap: Bool)? {
    withCalendar { calendar, status in
      kaoju_ucal_setMillis(calendar, Double(day.number) * 86_400_000, &status)
      let year = Int(kaoju_ucal_get(calendar, UCAL_EXTENDED_YEAR, &status))
      let month = Int(kaoju_ucal_get(calendar, UCAL_MONTH, &status)) + 1
      let date = Int(kaoju_ucal_get(calendar, UCAL_DATE, &status))
      let leap = self == .chinese && kaoju_ucal_get(calendar, UCAL_IS_LEAP_MONTH, &status) == 1
      guard kaoju_icu_failed(status) == 0 else { return nil }
      return (self == .chinese ? year - 2637 : year, month, date, leap)
    }
  }

  private func withCalendar<Result>(
    _ body: (UnsafeMutablePointer<UCalendar?>, inout UErrorCode) -> Result?
  ) -> Result? {
    var status = U_ZERO_ERROR
    let zone = Array("UTC".utf16)
    let locale = "en@calendar=" + rawValue
    // SAFETY: the handle is opened and closed here and never leaves this call.
    guard
      let calendar = kaoju_ucal_open(zone, Int32(zone.count), locale, UCAL_DEFAULT, &status),
      kaoju_icu_failed(status) == 0
    else { return nil }
    defer { kaoju_ucal_close(calendar) }
    return body(calendar, &status)
  }
}
