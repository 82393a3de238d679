import KaojuModels
import KaojuQuantities
import KaojuTestSupport
import KaojuVocabulary
import Testing

/// Every row of the unit tables, proved by an example beside it.
@Suite struct UnitTableTests {
  static let tables = [
    "angle", "area", "chemistry", "classifiers", "compound", "currency", "data", "electricity",
    "energy", "frequency", "length", "light", "mass", "mechanics", "power", "prefixes", "ratio",
    "speed", "temperature", "time", "transport", "volume",
  ]

  static let columns = ["sentence", "amount", "unit", "dimension"]

  private func read(_ text: String) throws -> [Quantity] {
    var document = Document(text: CanonicalText(text))
    try #require(QuantityReaderTests.reader).read(&document)
    return document.quantities
  }

  @Test(
    arguments: try tables.flatMap {
      try ExampleFile.load("units/\($0).examples.tsv", columns: columns)
    })
  func convertsTheExample(row: ExampleRow) throws {
    let marked = MarkedText(row["sentence"])
    let range = try #require(marked.ranges("q").first)
    let quantity = try #require(try read(marked.text).first { $0.range == range })
    #expect(quantity.value.amount?.description == row["amount"])
    #expect(quantity.value.unit.rawValue == row["unit"])
    #expect(quantity.value.dimension.rawValue == row["dimension"])
  }

  @Test func everyRowIsProvedByAnExample() throws {
    var proved: Set<String> = []
    for table in Self.tables {
      for row in try ExampleFile.load("units/\(table).examples.tsv", columns: Self.columns) {
        for quantity in try read(MarkedText(row["sentence"]).text) {
          proved.insert(quantity.rule.rawValue)
        }
      }
    }
    var faults: [ModelFault] = []
    let folder = try ModelFolder.locate()
    for table in Self.tables where !["prefixes", "compound"].contains(table) {
      let file = "units/\(table).tsv"
      let rows = folder.table(
        file, required: ["name"],
        optional: [
          "symbol", "unit", "dimension", "factor", "prefixes", "needs", "bars", "source", "kind",
          "shift",
        ], faults: &faults)
      for row in rows?.rows ?? [] where !proved.contains("units/\(table):\(row.line)") {
        faults.append(
          ModelFault(file: file, line: row.line, .unproved(what: "unit", name: String(row["name"])))
        )
      }
    }
    #expect(faults.map(\.description) == [])
  }
}
