import KaojuModels
import KaojuQuantities
import KaojuTestSupport
import KaojuVocabulary
import Testing

/// Every row of `models/times` is proved by the examples beside it.
@Suite struct TimeExamplesTests {
  static let tables = [
    "counters", "dayparts", "deictics", "eras", "festivals", "future_cues", "guards", "leaders",
    "length_modifiers", "lunar", "parts", "periods", "references", "seasons", "sets",
    "solar_terms", "subdivisions", "suffixes", "units", "weekdays",
  ]

  static let examples: [ExampleRow] = tables.flatMap { table in
    (try? ExampleFile.load(
      "times/\(table).examples.tsv",
      columns: ["text", "published", "expression", "timex", "from", "to", "type", "mod"])) ?? []
  }

  @Test(arguments: tables)
  func hasExamples(table: String) throws {
    let rows = try ExampleFile.load(
      "times/\(table).examples.tsv",
      columns: ["text", "published", "expression", "timex", "from", "to", "type", "mod"])
    #expect(!rows.isEmpty)
  }

  @Test(arguments: examples)
  func readsTheExample(row: ExampleRow) throws {
    let document = try TimeProbe.shared.read(row["text"], published: row["published"])
    guard !row["expression"].isEmpty else {
      #expect(document.times.isEmpty, "\(document.times.map { document.text.folded($0.range) })")
      return
    }
    let time = try #require(
      document.times.first { document.text.folded($0.range) == row["expression"] })
    #expect(time.timex == row["timex"])
    #expect(time.from?.description ?? "" == row["from"])
    #expect(time.to?.description ?? "" == row["to"])
    #expect(time.kind.name == row["type"])
    #expect(time.modifier?.name ?? "" == row["mod"])
  }

  @Test(arguments: tables)
  func everyRowIsProved(table: String) throws {
    var faults: [ModelFault] = []
    let folder = try ModelFolder.locate()
    let texts = try ExampleFile.load(
      "times/\(table).examples.tsv",
      columns: ["text", "published", "expression", "timex", "from", "to", "type", "mod"]
    ).map { $0["text"] }
    let column = table == "festivals" ? "names" : table == "guards" ? "guard" : "surface"
    guard table != "guards", let text = folder.text(of: "times/\(table).tsv", faults: &faults)
    else { return }
    let header = text.split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
    let rows = Table(
      text: text, file: table, required: header.split(separator: "\t").map(String.init),
      faults: &faults
    ).rows
    for row in rows {
      let names = row.list(column)
      let isProved = names.contains { name in texts.contains { $0.contains(name) } }
      #expect(isProved, "\(table): \(row[column])")
    }
  }
}

/// One reader for all tests of times.
struct TimeProbe: Sendable {
  static let shared = TimeProbe()
  private let reader: Result<TimeReader, ModelError>

  private init() {
    do throws(ModelError) {
      var faults: [ModelFault] = []
      let reader = TimeReader(models: try ModelFolder.locate(), faults: &faults)
      self.reader = faults.isEmpty ? .success(reader) : .failure(ModelError(faults))
    } catch {
      self.reader = .failure(error)
    }
  }

  /// A text with its times, as one sentence without known words.
  func read(_ text: String, published: String = "") throws -> Document {
    var document = Document(published: Moment(iso8601: published), text: CanonicalText(text))
    try reader.get().read(&document)
    return document
  }
}
