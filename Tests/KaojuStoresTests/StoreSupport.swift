import Foundation
import KaojuStores
import KaojuVocabulary
import Testing

/// The databases that every test of stores runs on.
enum Engine: String, CaseIterable, Sendable {
  case sqlite, postgreSQL

  /// The engines that are there.
  static var present: [Engine] {
    PostgreSQLServer.shared.absence == nil ? allCases : [.sqlite]
  }
}

/// A store of a test's own, gone when the test is.
final class TestStore {
  let address: String
  private let folder: String?

  init(_ engine: Engine) throws {
    switch engine {
    case .sqlite:
      let path = NSTemporaryDirectory() + "kaoju-store-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      folder = path
      address = path + "/facts.db"
    case .postgreSQL:
      folder = nil
      address = try PostgreSQLServer.shared.newDatabase()
    }
  }

  deinit {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }

  func open() throws -> Store { try Store(address) }

  static let run = RunDescription(models: "a", kaoju: "0", icu: "72.1", options: "{}")
  static let now = Moment(year: 2024, month: 5, day: 6, hour: 7)

  /// Writes a file of these items, as a batch does.
  @discardableResult
  func write(
    _ items: [StoreItem], path: String = "a.jsonl", run: RunDescription = run,
    refreshes: Bool = false, portion: Int = 1024
  ) throws -> StoreCounts {
    let writer = try StoreWriter(open(), run, refreshes: refreshes, now: Self.now)
    writer.portionLimit = portion
    guard let done = writer.itemsDone(path: path, hash: "h") else {
      try writer.finish(now: Self.now)
      return writer.counts
    }
    try writer.add(.begin(path: path, hash: "h", size: 1))
    for item in items.dropFirst(done) { try writer.add(item) }
    try writer.add(.end)
    try writer.finish(now: Self.now)
    return writer.counts
  }

  /// All rows of all tables but the sessions, which have clock times.
  func dump() throws -> [String] {
    let store = try open()
    let tables = [
      "runs", "inputs", "faults", "documents", "reprint_bands", "sources", "diagnostics",
      "entities", "mentions", "quantities", "times", "facts", "fact_slots", "evidences",
    ]
    return try tables.flatMap { table in
      try store.connection.query("SELECT * FROM \(table)", []).map { row in
        "\(table): " + row.map { $0.string ?? "–" }.joined(separator: " | ")
      }.sorted()
    }
  }

  func count(_ sql: String) throws -> Int {
    try open().connection.query(sql, []).first?.first?.integer ?? -1
  }
}

/// Documents made by hand.
enum Sample {
  /// `滨河新区2023年产值AMOUNT亿元。`, with its measurement.
  static func document(
    amount: Int = 900, year: Int = 2023, source: String = "a#1", rule: String = "measurement/value",
    padding: String = ""
  ) -> Document {
    let text = "滨河新区\(year)年产值\(amount)亿元。\(padding)"
    let digits = "\(amount)".utf16.count
    var document = Document(
      id: SHA256.documentID(of: text), source: source, title: "产值", text: CanonicalText(text),
      length: text.unicodeScalars.count)
    document.published = Moment(year: year + 1, month: 2, day: 3)
    let subject = TextRange(0, 4)
    let time = TimeExpression(
      range: TextRange(4, 9), kind: .date, timex: "\(year)", from: Moment(year: year),
      to: Moment(year: year + 1), rule: "times/year")
    let quantity = Quantity(
      range: TextRange(11, 13 + digits),
      value: QuantityValue(
        amount: ExactDecimal(amount).scaled(byPowerOfTen: 8), unit: "CNY", dimension: .money,
        written: .init(amount: "\(amount)", scale: "亿", unit: "元")),
      rule: "units/money")
    document.entities = [
      Entity(id: "zone/滨河新区", kind: .zone, name: "滨河新区", isLinked: false)
    ]
    document.mentions = [Mention(range: subject, kind: .zone, entity: 0, rule: "zone/suffix")]
    document.quantities = [quantity]
    document.times = [time]
    var claim = Claim(
      kind: .measurement, evidence: TextRange(0, 13 + digits), rule: RuleID(rule), confidence: 90)
    claim.subject = Filler(text: "滨河新区", range: subject, entity: 0)
    claim.attribute = Filler(text: "产值", range: TextRange(9, 11), attribute: "output_value")
    claim.value = ClaimValue(quantity)
    claim.time = time
    document.facts = [Fact(id: SHA256.hexadecimal(of: (text + "产值").utf8), claim: claim)]
    return document
  }

  static func item(_ document: Document, location: String = "a.jsonl#1") -> StoreItem {
    .document(
      DocumentRows(
        document, text: String(decoding: document.text.printed, as: UTF16.self),
        origin: DocumentOrigin(location: location, publishedFrom: "metadata:published")))
  }
}
