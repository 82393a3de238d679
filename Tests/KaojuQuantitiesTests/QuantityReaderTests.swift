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

  /// One comma of full width separates thousands where the number stands in its sentence.
  @Test(arguments: [
    ("总展出面积达35，000平方米", "35000"), ("(约合4，784美元)", "4784"), ("收入1，234，567元", "1234567"),
    ("男子100米第1，200米第2", "100,1,200,2"), ("12，300元", "12,300"), ("见表1，200元起", "200"),
  ])
  func readsWideCommas(text: String, amounts: String) throws {
    let printed = Array(text.utf16)
    let folded = printed.map { $0 == 0xFF0C ? 0x2C : $0 }
    var document = Document(
      text: CanonicalText(
        units: folded, printed: printed, offsets: OffsetMap(identityOver: folded)))
    try #require(Self.reader).read(&document)
    let found = document.quantities.compactMap { $0.value.amount?.description }
    #expect(found.joined(separator: ",") == amounts)
  }

  /// What is refused says why and where, with the scale and unit that lost their number.
  @Test(arguments: [
    ("全年售出iPhone15万台", "number/code", "15万台"),
    ("确诊COVID19万例", "number/code", "19万例"),
    ("日收购6 8 万斤", "number/torn", "6 8 万斤"),
    ("降幅为6 8%", "number/torn", "6 8%"), ("冒充1 6级的屏", "number/torn", "1 6级"),
    ("产量约为2247,640吨", "number/torn", "2247,640吨"),
    ("热量为9.37×106千焦", "number/lost-power", "9.37×106"),
    ("总量为3×10^60个", "number/too-big", "3×10^60"),
  ])
  func saysWhatItRefuses(text: String, code: String, refused: String) throws {
    let document = try quantities(text)
    #expect(document.quantities.map { document.text.folded($0.range) } == [])
    #expect(document.diagnostics.map(\.code.rawValue) == [code])
    let range = try #require(document.diagnostics.first?.range)
    #expect(document.text.folded(range) == refused)
  }
}
