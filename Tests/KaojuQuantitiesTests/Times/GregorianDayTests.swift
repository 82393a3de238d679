import KaojuVocabulary
import Testing

@testable import KaojuQuantities

@Suite struct GregorianDayTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2025, 4, 18, 20_196, 5),
    (1949, 10, 1, -7397, 6), (1582, 10, 15, -141_427, 5), (1, 1, 1, -719_162, 1),
    (-4713, 11, 24, -2_440_588, 1),
  ])
  func countsKnownDays(year: Int, month: Int, day: Int, number: Int, weekday: Int) {
    let found = GregorianDay(year: year, month: month, day: day)
    #expect(found.number == number)
    #expect(found.components == (year, month, day))
    #expect(found.weekday == weekday)
  }

  @Test func goesThroughEveryDayWithoutAGap() {
    var day = GregorianDay(year: -1, month: 1, day: 1)
    var (year, month, date) = (-1, 1, 1)
    while year < 2400 {
      #expect(day.components == (year, month, date))
      day = day + 1
      date += 1
      if date > GregorianDay.length(ofMonth: month, year: year) { (month, date) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: [
    (2021, 1, 3, 2020, 53), (2021, 1, 4, 2021, 1), (2024, 12, 30, 2025, 1), (2025, 6, 18, 2025, 25),
  ])
  func numbersWeeksByISO8601(year: Int, month: Int, day: Int, weekYear: Int, week: Int) {
    #expect(GregorianDay(year: year, month: month, day: day).isoWeek == (weekYear, week))
  }

  @Test func keepsAMonthsLastDay() {
    let end = Moment(year: 2024, month: 1, day: 31)
    #expect(end.adding(months: 1).description == "2024-02-29")
    #expect(end.adding(months: -2).description == "2023-11-30")
    #expect(end.adding(seconds: -1).description == "2024-01-30T23:59:59")
  }
}

@Suite struct SolarTermTests {
  @Test(arguments: [
    (15, 2024, "2024-04-04"), (15, 2025, "2025-04-04"), (15, 2023, "2023-04-05"),
    (315, 2021, "2021-02-03"), (315, 2024, "2024-02-04"), (270, 2022, "2022-12-22"),
    (270, 2024, "2024-12-21"), (180, 2018, "2018-09-23"), (90, 2020, "2020-06-21"),
    (120, 2025, "2025-07-22"), (285, 2021, "2021-01-05"),
  ])
  func fallsOnThePublishedDay(longitude: Int, year: Int, day: String) {
    #expect(SolarTerm.day(longitude: longitude, year: year).moment.description == day)
  }

  @Test(arguments: [
    (2000, "2000-04-23", "2000-04-30"), (2019, "2019-04-21", "2019-04-28"),
    (2024, "2024-03-31", "2024-05-05"), (2038, "2038-04-25", "2038-04-25"),
  ])
  func findsBothEasters(year: Int, western: String, orthodox: String) {
    #expect(Easter.western(year: year).moment.description == western)
    #expect(Easter.orthodox(year: year).moment.description == orthodox)
  }
}

@Suite struct ForeignCalendarTests {
  @Test(arguments: [
    (2000, 1, 1, false, "2000-02-05"), (2012, 1, 15, false, "2012-02-06"),
    (2020, 4, 1, true, "2020-05-23"), (2023, 2, 1, true, "2023-03-22"),
    (2024, 8, 15, false, "2024-09-17"), (2025, 1, 1, false, "2025-01-29"),
  ])
  func findsLunarDays(year: Int, month: Int, day: Int, isLeap: Bool, solar: String) throws {
    let found = try #require(
      ForeignCalendar.chinese.day(year: year, month: month, day: day, isLeap: isLeap))
    #expect(found.moment.description == solar)
    let back = try #require(ForeignCalendar.chinese.date(of: found))
    #expect(back == (year, month, day, isLeap))
  }

  @Test func knowsTheDaysThatAMonthLacks() {
    #expect(ForeignCalendar.chinese.day(year: 2024, month: 4, day: 1, isLeap: true) == nil)
    #expect(ForeignCalendar.chinese.day(year: 2024, month: 13, day: 1) == nil)
  }

  /// The second answer comes from the cache, that a month has no such day among them, and a date
  /// that differs in one part only has its own.
  @Test func givesTheSameAnswerTwice() {
    for _ in 0..<2 {
      #expect(
        ForeignCalendar.chinese.day(year: 2025, month: 6, day: 1)?.moment.description
          == "2025-06-25")
      #expect(
        ForeignCalendar.chinese.day(year: 2025, month: 6, day: 1, isLeap: true)?.moment.description
          == "2025-07-25")
      #expect(ForeignCalendar.chinese.day(year: 2025, month: 5, day: 1, isLeap: true) == nil)
      #expect(
        ForeignCalendar.hebrew.day(year: 5786, month: 1, day: 1)?.moment.description
          == "2025-09-23")
      #expect(
        ForeignCalendar.islamic.day(year: 1446, month: 9, day: 1)?.moment.description
          == "2025-03-01")
    }
  }

  /// More questions than the cache holds empty it, and the answers stay right on every thread.
  @Test func outlivesTheLimitOfItsCache() async {
    let days = await withTaskGroup(of: [GregorianDay?].self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<5000).map {
            ForeignCalendar.islamic.day(year: $0 % 1250 + 300, month: 1 + $0 % 12, day: 1)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(days.count == 4)
    for other in days.dropFirst() { #expect(other == days.first) }
  }
}
