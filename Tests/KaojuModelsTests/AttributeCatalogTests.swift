import KaojuTestSupport
import KaojuVocabulary
import Testing

@testable import KaojuModels

/// Every indicator and head is proved by a phrase of news that ends in it.
@Suite struct AttributeCatalogTests {
  private let catalog: AttributeCatalog

  init() throws {
    var faults: [ModelFault] = []
    catalog = AttributeCatalog(models: try ModelFolder.locate(), faults: &faults)
    #expect(faults.isEmpty)
  }

  @Test(
    arguments: try ExampleFile.load(
      "attributes/indicators.examples.tsv", columns: ["phrase", "id"]))
  func phraseEndsInIndicator(_ example: ExampleRow) {
    let units = Array(example["phrase"].utf16)
    let found = catalog.indicator(endingAt: units.count, from: 0, in: units)
    #expect(found?.indicator.id.rawValue == example["id"])
  }

  @Test func everyIndicatorHasAnExample() throws {
    let examples = try ExampleFile.load(
      "attributes/indicators.examples.tsv", columns: ["phrase", "id"])
    let proved = Set(examples.map { $0["id"] })
    let unproved = catalog.indicators.map(\.id.rawValue).filter { !proved.contains($0) }
    #expect(unproved.isEmpty)
    #expect(catalog.indicators.count >= 300)
  }

  @Test(
    arguments: try ExampleFile.load("attributes/heads.examples.tsv", columns: ["phrase", "head"]))
  func phraseEndsInHead(_ example: ExampleRow) throws {
    let units = Array(example["phrase"].utf16)
    let found = try #require(catalog.head(endingAt: units.count, from: 0, in: units))
    #expect(String(decoding: units[found.start...], as: UTF16.self) == example["head"])
  }

  @Test func longestNameWins() {
    let units = Array("全市规模以上工业增加值".utf16)
    let found = catalog.indicator(endingAt: units.count, from: 0, in: units)
    #expect(found?.indicator.id == "industrial_value_added")
    #expect(found?.start == 2)
  }
}
