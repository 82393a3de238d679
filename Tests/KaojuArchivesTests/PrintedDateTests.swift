import KaojuArchives
import KaojuVocabulary
import Testing

@Suite("Printed dates")
struct PrintedDateTests {
  @Test(
    "dates of metadata in the usual spellings",
    arguments: [
      ("2020-4-1 16:56:00", "2020-04-01T16:56:00"),
      ("2012年7月2日", "2012-07-02"),
      ("20120702", "2012-07-02"),
      ("20120702083000", "2012-07-02T08:30:00"),
      ("2012-07-02T08:30:00+08:00", "2012-07-02T08:30:00"),
      ("2012/07/02 08:30", "2012-07-02T08:30:00"),
      ("Wed, 01 Apr 2020 08:56:00 GMT", "2020-04-01T08:56:00"),
      ("1588723200000", "2020-05-06T08:00:00"),
      ("2024-02-29", "2024-02-29"),
    ])
  func dates(printed: String, moment: String) {
    #expect(PrintedDate.moment(printed)?.description == moment)
  }

  @Test(
    "what is no date gives none",
    arguments: [
      "", "昨天", "2023-02-29", "2020-13-01", "99999999", "2020", "12345678901234567890", "1月5日",
    ])
  func none(printed: String) {
    #expect(PrintedDate.moment(printed) == nil)
  }
}
