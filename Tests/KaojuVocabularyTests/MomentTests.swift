import KaojuVocabulary
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    ("2026-01-05", "2026-01-05"), ("2024-02-29", "2024-02-29"),
    ("2013-02-12T04:30:00", "2013-02-12T04:30:00"),
    ("2020-01-05 08:05", "2020-01-05T08:05:00"),
    ("2020-01-05T08:05:09+08:00", "2020-01-05T08:05:09"),
  ])
  func readsWhatItPrints(input: String, output: String) throws {
    #expect(try #require(Moment(iso8601: input)).description == output)
  }

  @Test(arguments: ["", "2026", "2025-02-29", "2026-13-01", "yesterday", "2026-1-5", "T", "——"])
  func refusesWhatIsNoDay(input: String) {
    #expect(Moment(iso8601: input) == nil)
  }

  @Test func ordersByTheCalendar() {
    #expect(Moment(year: 2025, month: 12, day: 31) < Moment(year: 2026))
    #expect(
      Moment(year: 2026, month: 1, day: 1) < Moment(year: 2026, month: 1, day: 1, hour: 9))
  }
}
