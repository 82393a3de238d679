import KaojuModels
import KaojuQuantities
import KaojuTestSupport
import KaojuVocabulary
import Testing

/// Sentences with marked quantities, one row each: `numbers/quantities.examples.tsv`.
@Suite struct QuantityReaderTests {
  static let reader: QuantityReader? = {
    var faults: [ModelFault] = []
    guard let models = try? ModelFolder.locate() else { return nil }
    let reader = QuantityReader(models: models, faults: &faults)
    for fault in faults { Issue.record("\(fault)") }
    return reader
  }()

  private func quantities(_ text: String) throws -> Document {
    var document = Document(text: CanonicalText(text))
    try #require(Self.reader).read(&document)
    return document
  }

  @Test func theTablesLoadWithoutFault() throws {
    var faults: [ModelFault] = []
    _ = QuantityReader(models: try ModelFolder.locate(), faults: &faults)
    #expect(faults.map(\.description) == [])
  }

  @Test(
    arguments: try ExampleFile.load(
      "numbers/quantities.examples.tsv",
      columns: ["sentence", "amount", "low", "high", "comparator", "unit", "dimension"]))
  func readsTheMarkedQuantity(row: ExampleRow) throws {
    let marked = MarkedText(row["sentence"])
    let document = try quantities(marked.text)
    guard let range = marked.ranges("q").first else {
      #expect(document.quantities.map { document.text.folded($0.range) } == [])
      return
    }
    let found = document.quantities.first { $0.range == range }
    let quantity = try #require(
      found, "found \(document.quantities.map { document.text.folded($0.range) })")
    #expect(quantity.value.amount?.description ?? "" == row["amount"])
    #expect(quantity.value.low?.description ?? "" == row["low"])
    #expect(quantity.value.high?.description ?? "" == row["high"])
    #expect(quantity.value.comparator.sign == (row["comparator"].isEmpty ? "=" : row["comparator"]))
    #expect(quantity.value.unit.rawValue == (row["unit"].isEmpty ? "1" : row["unit"]))
    #expect(quantity.value.dimension.rawValue == row["dimension"])
  }

  /// A phrase has the same value alone and inside a sentence.
  @Test(
    arguments: try UnitTableTests.tables.flatMap {
      try ExampleFile.load("units/\($0).examples.tsv", columns: UnitTableTests.columns)
    })
  func readsAPhraseAsInASentence(row: ExampleRow) throws {
    let marked = MarkedText(row["sentence"])
    let alone = try quantities(marked.text).quantities.map(\.value)
    for (front, back) in [("记者获悉,", "。"), ("据统计,", ",比上年有所增加。"), ("“", "”")] {
      let inside = try quantities(front + marked.text + back).quantities.map(\.value)
      #expect(inside == alone, "\(front + marked.text + back)")
    }
  }

  @Test(arguments: [
    "", "每", "第", "前", "￥", "负", "-", "翻了", "半", "3个", "5/", "3—", "1.2.3.4.5", "3亿亿亿亿亿亿亿亿亿",
  ])
  func neverFails(text: String) throws { _ = try quantities(text) }

  @Test func refusesWhatIsAmbiguousWithADiagnostic() throws {
    let document = try quantities("总投资3万500元,另有100兆")
    #expect(
      document.diagnostics.map(\.code.rawValue).sorted() == [
        "number/ambiguous-digits", "number/ambiguous-zhao",
      ])
  }
}
