import KaojuModels
import KaojuQuantities
import KaojuTestSupport
import KaojuVocabulary
import Testing

@Suite struct NumeralReaderTests {
  let reader: NumeralReader

  init() throws {
    var faults: [ModelFault] = []
    reader = NumeralReader(models: try ModelFolder.locate(), faults: &faults)
    if !faults.isEmpty { throw ModelError(faults) }
  }

  @Test(
    arguments: try ExampleFile.load(
      "numbers/digits.examples.tsv", columns: ["text", "low", "high", "surplus", "rest"]))
  func readsTheExamples(row: ExampleRow) throws {
    let text = CanonicalText(row["text"])
    let numeral = try #require(reader.read(text, at: 0))
    #expect(numeral.refusal == nil)
    #expect(numeral.low.description == row["low"])
    #expect(numeral.high.description == (row["high"].isEmpty ? row["low"] : row["high"]))
    #expect(numeral.surplus.map { String(describing: $0) } ?? "" == row["surplus"])
    #expect(text.folded(TextRange(numeral.range.end, text.count)) == row["rest"])
  }

  @Test(arguments: [
    ("3万500", "number/ambiguous-digits"), ("五千万三百亿", "number/ambiguous-scale"),
    ("12345678901234567890123456789012345678901", "number/too-big"),
  ])
  func refusesWhatIsAmbiguousOrTooBig(text: String, code: String) throws {
    let numeral = try #require(reader.read(CanonicalText(text), at: 0))
    #expect(numeral.refusal?.rawValue == code)
  }

  @Test(arguments: NumeralSpeller.allCases)
  func readsBackEverySpelling(spelling: NumeralSpeller) throws {
    var values = Array(UInt64(0)...12_000)
    for power in 4...15 {
      let scale = UInt64((0..<power).reduce(1) { value, _ in value * 10 })
      for factor in UInt64(1)...9 {
        for offset: UInt64 in [0, 1, 10, 11, 100, 1000, 1001, 9999] {
          values.append(scale * factor + offset)
          if scale * factor > offset { values.append(scale * factor - offset) }
        }
      }
    }
    var state: UInt64 = 20_260_105
    for index in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let limit = (0..<index % 17).reduce(UInt64(1)) { value, _ in value * 10 }
      values.append((state >> 3) % limit)
      values.append((state >> 5) % 1000 &* limit % 10_000_000_000_000_000)
    }
    values.append(10_000_000_000_000_000)
    for value in values {
      guard let spelled = spelling.spell(value) else { continue }
      let numeral = reader.read(CanonicalText(spelled), at: 0)
      guard numeral?.amount?.description == String(value), numeral?.refusal == nil,
        numeral?.range.end == spelled.utf16.count
      else {
        let found = numeral?.amount?.description ?? "nothing"
        Issue.record("\(spelled) is \(value), was read as \(found)")
        return
      }
    }
  }

  @Test func readsBackDecimals() {
    var state: UInt64 = 7
    for _ in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let whole = (state >> 9) % 30_000
      let fraction = String((state >> 33) % 99_999 + 1)
      let words = NumeralSpeller.lower.spell(whole) ?? ""
      let digits = fraction.map { Array("零一二三四五六七八九")[Int(String($0)) ?? 0] }
      let value = ExactDecimal("\(whole).\(fraction)")
      for (text, power) in [
        ("\(whole).\(fraction)", 0), (words + "点" + String(digits), 0),
        ("\(whole).\(fraction)亿", 8), (words + "点" + String(digits) + "万亿", 12),
      ] {
        let numeral = reader.read(CanonicalText(text), at: 0)
        #expect(numeral?.amount == value?.scaled(byPowerOfTen: power), "\(text)")
      }
    }
  }

  @Test(arguments: ["", "，", "万", "零", "百", "几", "数", "3万亿京兆多余来几几几零零零点点", "点", "十十十十"])
  func neverFails(text: String) {
    let text = CanonicalText(text)
    for start in 0..<text.count { _ = reader.read(text, at: start) }
  }
}
