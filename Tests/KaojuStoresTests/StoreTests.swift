import KaojuStores
import KaojuVocabulary
import Testing

@Suite("Stores")
struct StoreTests {
  @Test("PostgreSQL is there to be tested with")
  func server() {
    if let absence = PostgreSQLServer.shared.absence {
      print("skipping PostgreSQL: \(absence)")
    }
  }

  @Test("what was written is read back exactly", arguments: Engine.present)
  func roundTrip(engine: Engine) throws {
    let store = try TestStore(engine)
    let counts = try store.write([
      Sample.item(Sample.document()), .passedOver,
      .fault(location: "a.jsonl#3", code: "archive/invalid-json", message: "它坏了\t\\N\n"),
    ])
    #expect(counts.documents == 1 && counts.facts == 1 && counts.faults == 1)
    var facts: [StoredFact] = []
    try store.open().facts(FactQuery()) { facts.append($0) }
    let fact = try #require(facts.first)
    #expect(fact["subject_id"] == "zone/滨河新区")
    #expect(fact["amount"] == "90000000000")
    #expect(fact["unit"] == "CNY")
    #expect(fact["time_from"] == "2023-01-01")
    #expect(fact["time_to"] == "2024-01-01")
    #expect(fact["published"] == "2024-02-03")
    #expect(fact["evidence"] == "滨河新区2023年产值900亿元")
    #expect(fact["json"]?.hasPrefix("{\"id\":") == true)
    #expect(fact.isNegated == false)
    #expect(try store.dump().contains { $0.contains("它坏了\t\\N\n") })
  }

  @Test("both databases hold the same rows")
  func sameRows() throws {
    guard Engine.present.count == 2 else { return }
    let items = (0..<30).map { Sample.item(Sample.document(amount: 100 + $0)) }
    let stores = try Engine.allCases.map { try TestStore($0) }
    for store in stores { try store.write(items) }
    func plain(_ rows: [String]) -> [String] {
      rows.map { $0.replacing("| 1 |", with: "| true |").replacing("| 0 |", with: "| false |") }
    }
    let dumps = try stores.map { store in
      try ["entities", "facts", "quantities", "times"].flatMap { table in
        try store.open().connection.query(
          "SELECT * FROM \(table) ORDER BY 1, 2", []
        ).map { row in
          row.map { $0.real.map { "\($0)" } ?? $0.string ?? "–" }.joined(separator: "|")
        }
      }.map { $0.replacing("true", with: "1.0").replacing("false", with: "0.0") }
    }
    #expect(dumps[0] == dumps[1])
  }

  @Test("where portions end makes no difference", arguments: Engine.present)
  func portions(engine: Engine) throws {
    let items = (0..<12).flatMap { index -> [StoreItem] in
      [
        Sample.item(Sample.document(amount: 100 + index % 9)), .passedOver,
        .fault(location: "x#\(index)", code: "archive/empty", message: "空"),
      ]
    }
    let dumps = try [1, 5, 1024].map { portion in
      let store = try TestStore(engine)
      try store.write(items, portion: portion)
      return try store.dump()
    }
    #expect(dumps[0] == dumps[1])
    #expect(dumps[1] == dumps[2])
  }

  @Test("loading again changes nothing", arguments: Engine.present)
  func idempotent(engine: Engine) throws {
    let store = try TestStore(engine)
    let items = [Sample.item(Sample.document())]
    try store.write(items)
    let before = try store.dump()
    try store.write(items)
    #expect(try store.dump() == before)
  }

  @Test("a text in two archives is one document with two sources", arguments: Engine.present)
  func duplicates(engine: Engine) throws {
    let store = try TestStore(engine)
    try store.write([Sample.item(Sample.document())])
    let counts = try store.write(
      [
        Sample.item(Sample.document(source: "b#7"), location: "b.jsonl#7"),
        Sample.item(Sample.document(amount: 901)),
      ], path: "b.jsonl")
    #expect(counts.documents == 1 && counts.duplicates == 1)
    #expect(try store.count("SELECT count(*) FROM documents") == 2)
    #expect(try store.count("SELECT count(*) FROM sources WHERE document = 1") == 2)
    #expect(try store.count("SELECT duplicates FROM inputs WHERE path = 'b.jsonl'") == 1)
  }

  @Test("reprints share a cluster, other texts do not", arguments: Engine.present)
  func reprints(engine: Engine) throws {
    let body = (1...40).map { "第\($0)个项目在\($0 * 7)号地块开工,投资额比去年多\($0 * 3)万元。" }.joined()
    let other = (1...40).map { "\($0)名学生参加了\($0 * 11)场比赛,获奖者来自\($0)所学校。" }.joined()
    let store = try TestStore(engine)
    let counts = try store.write(
      [
        Sample.item(Sample.document(padding: body)),
        Sample.item(Sample.document(padding: other)),
        Sample.item(Sample.document(padding: "本报讯 " + body + "(完)")),
      ], portion: 1)
    #expect(counts.reprints == 1)
    let clusters = try store.open().connection.query(
      "SELECT cluster FROM documents ORDER BY document", []
    ).map { $0[0].integer }
    #expect(clusters == [1, 2, 1])
  }

  @Test(
    "reading again with other models keeps what is gone, with its end", arguments: Engine.present)
  func refresh(engine: Engine) throws {
    let store = try TestStore(engine)
    try store.write([
      Sample.item(Sample.document(amount: 1)), Sample.item(Sample.document(amount: 2)),
      Sample.item(Sample.document(amount: 3)),
    ])
    var lost = Sample.document(amount: 1)
    lost.facts = []
    var gained = Sample.document(amount: 2)
    gained.facts.append(Fact(id: "new", claim: gained.facts[0].claim))
    let changed = Sample.document(amount: 3, rule: "measurement/other")
    let items = [lost, gained, changed].map { Sample.item($0) }
    let newer = RunDescription(models: "b", kaoju: "0", icu: "72.1", options: "{}")
    #expect(try store.write(items, run: newer) == StoreCounts())
    let counts = try store.write(items, run: newer, refreshes: true)
    #expect(counts.replaced == 3)
    #expect([counts.gained, counts.lost, counts.changed] == [1, 1, 1])
    #expect(try store.count("SELECT count(*) FROM facts WHERE valid_to_run = 2") == 2)
    #expect(try store.count("SELECT count(*) FROM current_facts") == 3)
    #expect(try store.count("SELECT count(*) FROM mentions") == 3)
    #expect(try store.count("SELECT count(*) FROM documents WHERE run = 2") == 3)
    #expect(
      try store.count("SELECT count(*) FROM fact_slots s JOIN facts f ON f.fact = s.fact") == 20)
    if engine == .sqlite {
      #expect(try store.open().connection.query("PRAGMA foreign_key_check", []).isEmpty)
    }
  }

  @Test("a store of the first tables is refused with a reason")
  func oldTables() throws {
    let store = try TestStore(.sqlite)
    try store.open().connection.execute("UPDATE kaoju_schema SET version = 1", [])
    let error = #expect(throws: StoreError.self) { try store.open() }
    #expect(error?.kind == .incompatible)
  }

  @Test("questions by entity, attribute, kind and period", arguments: Engine.present)
  func questions(engine: Engine) throws {
    let store = try TestStore(engine)
    try store.write((2019...2023).map { Sample.item(Sample.document(amount: $0, year: $0)) })
    func found(_ change: (inout FactQuery) -> Void) throws -> Int {
      var question = FactQuery()
      change(&question)
      var count = 0
      try store.open().facts(question) { _ in count += 1 }
      return count
    }
    #expect(try found { $0.entity = "滨河新区" } == 5)
    #expect(try found { $0.entity = "zone/滨河新区" } == 5)
    #expect(try found { $0.entity = "别的' OR 1=1 --" } == 0)
    #expect(try found { $0.attribute = "output_value" } == 5)
    #expect(try found { $0.attribute = "产" } == 5)
    #expect(try found { $0.kind = "growth" } == 0)
    #expect(
      try found {
        $0.from = Moment(year: 2021)
        $0.to = Moment(year: 2022, month: 6)
      } == 2)
    #expect(try found { $0.confidence = 0.95 } == 0)
    #expect(try found { $0.limit = 3 } == 3)
  }

  @Test("a timeline tells conflicts from rounding", arguments: Engine.present)
  func timeline(engine: Engine) throws {
    let store = try TestStore(engine)
    try store.write([
      Sample.item(Sample.document(amount: 880, year: 2022, source: "a")),
      Sample.item(Sample.document(amount: 903, year: 2023, source: "b")),
      Sample.item(Sample.document(amount: 900, year: 2023, source: "c")),
      Sample.item(Sample.document(amount: 700, year: 2023, source: "d")),
    ])
    let timeline = try Timeline(store.open(), entity: "滨河新区", attribute: "output_value")
    #expect(timeline.points.map(\.amount).count == 4)
    #expect(timeline.points.map(\.from).first == "2022-01-01")
    #expect(timeline.points.first?.isInConflict == false)
    #expect(timeline.points.filter(\.isInConflict).count == 3)
    let svg = TimelineChart(timeline, title: "产值 <2023>").svg
    #expect(svg.contains("产值 &lt;2023&gt;") && svg.contains("#cc3311"))
  }

  @Test("JSON-LD names where a fact comes from", arguments: Engine.present)
  func linkedData(engine: Engine) throws {
    let store = try TestStore(engine)
    try store.write([Sample.item(Sample.document(padding: "此后又有增长。"))])
    var lines: [String] = []
    let open = try store.open()
    try open.facts(FactQuery()) {
      lines.append(String(decoding: try LinkedDataWriter().line(of: $0, in: open), as: UTF8.self))
    }
    let line = try #require(lines.first)
    #expect(line.contains("\"oa:exact\":\"滨河新区2023年产值900亿元\""))
    #expect(line.contains("\"oa:suffix\":\"。此后又有增长。\""))
    #expect(line.contains("\"prov:wasDerivedFrom\""))
  }

  @Test("every table and column is explained")
  func comments() {
    let sql = Schema.postgreSQL
    var table = ""
    for line in sql.split(separator: "\n") {
      if line.hasPrefix("CREATE TABLE ") {
        table = String(line.dropFirst(13).prefix { $0 != " " })
        #expect(sql.contains("COMMENT ON TABLE \(table) IS"))
      } else if line.hasPrefix("  "), !table.isEmpty, line.contains(where: \.isUppercase) {
        let column = line.dropFirst(2).prefix { $0 != " " }
        guard column.first?.isLowercase == true else { continue }
        if sql.contains("CREATE VIEW"), line.contains("AS ") { continue }
        #expect(sql.contains("COMMENT ON COLUMN \(table).\(column) IS"), "\(table).\(column)")
      } else if line.hasPrefix("CREATE VIEW") {
        table = ""
      }
    }
  }

  @Test("a database that is no store, or a newer one, is refused")
  func incompatible() throws {
    let store = try TestStore(.sqlite)
    try store.open().connection.execute("UPDATE kaoju_schema SET version = 99", [])
    #expect(throws: StoreError.self) { try store.open() }
    #expect(throws: StoreError.self) { try Store("/no/such/folder/facts.db") }
    #expect(throws: StoreError.self) { try Store("postgres://nobody@127.0.0.1:1/none") }
  }
}
