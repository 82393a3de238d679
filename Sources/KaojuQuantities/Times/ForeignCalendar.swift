import CICU
import Synchronization

/// A calendar of ICU's other than the Gregorian, asked for single days.
///
/// The first day of the lunar year 2025 is 2025-01-29. A calendar is opened for each new question,
/// since ICU's handle must not cross threads; news asks for the same few festivals again and again,
/// and the moon is reckoned for each year of one but once.
enum ForeignCalendar: String, Sendable {
  case chinese
  case hebrew
  case islamic = "islamic-umalqura"

  /// A date of a calendar.
  private struct Question: Hashable {
    var calendar: ForeignCalendar
    var year: Int
    var month: Int
    var day: Int
    var isLeap: Bool
  }

  /// The answers given so far, at most ``answerLimit``.
  private static let answers = Mutex<[Question: GregorianDay?]>([:])
  private static let answerLimit = 4096

  /// The Gregorian day of a date of this calendar; `nil` when it has no such day.
  ///
  /// - Parameters:
  ///   - year: Its year; for the Chinese calendar the Gregorian year in which the lunar one begins.
  ///   - month: From 1, in ICU's order of months.
  func day(year: Int, month: Int, day: Int, isLeap: Bool = false) -> GregorianDay? {
    let question = Question(calendar: self, year: year, month: month, day: day, isLeap: isLeap)
    if let known = Self.answers.withLock({ $0[question] }) { return known }
    let found = reckon(year, month, day, isLeap)
    Self.answers.withLock { answers in
      if answers.count >= Self.answerLimit { answers.removeAll() }
      answers[question] = .some(found)
    }
    return found
  }

  private func reckon(_ year: Int, _ month: Int, _ day: Int, _ isLeap: Bool) -> GregorianDay? {
    guard self == .chinese else { return icuDay(year, month, day, isLeap) }
    guard let found = icuDay(year, month, 1, isLeap) else { return nil }
    let start = NewMoon.day(near: found)
    let length = NewMoon.day(near: start + 30).number - start.number
    guard abs(start.number - found.number) <= 1 else { return icuDay(year, month, day, isLeap) }
    return (1...length).contains(day) ? start + (day - 1) : nil
  }

  private func icuDay(_ year: Int, _ month: Int, _ day: Int, _ isLeap: Bool) -> GregorianDay? {
    guard (-9999...9999).contains(year) else { return nil }
    let date = KaojuCalendarDate(
      year: Int32(year + yearOffset), month: Int32(month), day: Int32(day),
      isLeapMonth: isLeap ? 1 : 0)
    var number: Int64 = 0
    guard kaoju_calendar_day(locale, date, &number) != 0 else { return nil }
    return GregorianDay(number: Int(number))
  }

  /// The year, month and day of this calendar on a Gregorian day, as ICU has it.
  func date(of day: GregorianDay) -> (year: Int, month: Int, day: Int, isLeap: Bool)? {
    var date = KaojuCalendarDate()
    guard kaoju_calendar_date(locale, Int64(day.number), &date) != 0 else { return nil }
    return (
      Int(date.year) - yearOffset, Int(date.month), Int(date.day), date.isLeapMonth != 0
    )
  }

  private var locale: String { "en@calendar=" + rawValue }

  /// ICU counts Chinese years from 2637 BC.
  private var yearOffset: Int { self == .chinese ? 2637 : 0 }
}
