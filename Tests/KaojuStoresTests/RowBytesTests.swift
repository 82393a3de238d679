import KaojuVocabulary
import Testing

@testable import KaojuStores

@Suite("Rows as bytes")
struct RowBytesTests {
  /// The rows as `COPY` takes them.
  static func lines(_ block: RowBlock, columns: Int) -> String {
    var lines = CopyLines()
    lines.add(block, columns: columns)
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  @Test("every kind of value comes back as it went in")
  func values() {
    var rows = RowBytes()
    rows.add("产值\t\\\n\0")
    rows.add(String?.none)
    rows.add(-7)
    rows.add(0.25)
    rows.add(true)
    rows.add(Moment(year: -551))
    rows.add(Moment(year: 987, month: 2, day: 3, hour: 4, minute: 5, second: 6))
    rows.add(Moment(year: 2023, month: 2, day: 30))
    rows.add(value: .text(""))
    #expect(
      Self.lines(RowBlock(rows: rows), columns: 9)
        == "产值\\t\\\\\\n\u{FFFD}\t\\N\t-7\t0.25\tt\t0551-01-01 BC\t0987-02-03T04:05:06\t\\N\t\n")
  }

  @Test(
    "decimals are written as they print",
    arguments: [
      ExactDecimal(0), ExactDecimal(-12), ExactDecimal(mantissa: 512, exponent: 9),
      ExactDecimal(mantissa: -5, exponent: -4), ExactDecimal(mantissa: 1125, exponent: -2),
      ExactDecimal(mantissa: 1, exponent: -18), ExactDecimal(mantissa: 1, exponent: -30),
      ExactDecimal(mantissa: 3, exponent: 30),
      ExactDecimal(mantissa: 123_456_789_012_345_678_901, exponent: -3),
    ])
  func decimals(decimal: ExactDecimal) {
    var rows = RowBytes()
    rows.add(decimal)
    #expect(Self.lines(RowBlock(rows: rows), columns: 1) == decimal.description + "\n")
  }

  @Test("marks become the store's numbers, and rows of facts that are left out are none")
  func marks() {
    var rows = RowBytes()
    for fact in 0..<3 {
      rows.add(.fact, index: fact)
      rows.add(.entity, index: 1 + fact)
      rows.add(.document)
      rows.add(.cluster)
      rows.add(.run)
    }
    let block = RowBlock(
      rows: rows, document: 5, cluster: 4, run: 2, entities: [70, 71, 72], facts: [8, -1, 9])
    #expect(Self.lines(block, columns: 5) == "8\t71\t5\t4\t2\n9\t\\N\t5\t4\t2\n")
  }

  @Test("UTF-16 becomes UTF-8, halves of pairs U+FFFD")
  func transcoding() {
    let units = Array("aé产😀".utf16) + [0xD800, 0x41, 0xDC00, 0xD83D]
    var bytes: [UInt8] = []
    bytes.append(utf16: units[...])
    #expect(String(decoding: bytes, as: UTF8.self) == "aé产😀\u{FFFD}A\u{FFFD}\u{FFFD}")
  }
}
