import KaojuStores
import KaojuVocabulary
import Testing

@Suite("Stores that fail")
struct FailureTests {
  static let items = (0..<60).map { Sample.item(Sample.document(amount: 100 + $0)) }

  @Test("a full disk ends the batch with nothing half written, and it goes on when there is room")
  func full() throws {
    let whole = try TestStore(.sqlite)
    try whole.write(Self.items, portion: 10)
    let store = try TestStore(.sqlite)
    let failure = try Self.failure(of: store, room: 1)
    #expect(failure?.kind == .full)
    let there = try store.count("SELECT count(*) FROM documents")
    #expect(there < 60)
    #expect(try store.count("SELECT coalesce(max(items), 0) FROM inputs") == there)
    try store.write(Self.items, portion: 10)
    #expect(try store.dump() == whole.dump())
  }

  /// How writing fails when there is room for so many pages more; the writer ends with the call.
  private static func failure(of store: TestStore, room: Int) throws -> StoreError? {
    let open = try store.open()
    let pages = try open.connection.query("PRAGMA page_count", []).first?.first?.integer ?? 0
    _ = try open.connection.query("PRAGMA max_page_count = \(pages + room)", [])
    let writer = try StoreWriter(open, TestStore.run, refreshes: false, now: TestStore.now)
    writer.portionLimit = 10
    do {
      try writer.add(.begin(path: "a.jsonl", hash: "h", size: 1))
      for item in items { try writer.add(item) }
    } catch let error as StoreError {
      return error
    }
    return nil
  }

  @Test("a lost connection ends the batch, and the next call goes on")
  func lost() throws {
    guard Engine.present.contains(.postgreSQL) else { return }
    let whole = try TestStore(.postgreSQL)
    try whole.write(Self.items, portion: 7)
    let store = try TestStore(.postgreSQL)
    let open = try store.open()
    let process = try open.connection.query("SELECT pg_backend_pid()", []).first?.first?.integer
    let writer = try StoreWriter(open, TestStore.run, refreshes: false, now: TestStore.now)
    writer.portionLimit = 7
    var failure: StoreError?
    do {
      try writer.add(.begin(path: "a.jsonl", hash: "h", size: 1))
      for (index, item) in Self.items.enumerated() {
        if index == 30 {
          _ = try store.open().connection.query(
            "SELECT pg_terminate_backend(\(process ?? 0))", [])
        }
        try writer.add(item)
      }
    } catch let error as StoreError {
      failure = error
    }
    #expect(failure?.kind == .lost)
    try store.write(Self.items, portion: 7)
    #expect(try store.dump() == whole.dump())
  }

  @Test("two batches do not write to one store at a time", arguments: Engine.present)
  func locked(engine: Engine) throws {
    let store = try TestStore(engine)
    let first = try StoreWriter(store.open(), TestStore.run, refreshes: false, now: TestStore.now)
    let error = #expect(throws: StoreError.self) {
      try StoreWriter(store.open(), TestStore.run, refreshes: false, now: TestStore.now)
    }
    #expect(error?.kind == .locked)
    try first.finish(now: TestStore.now)
  }

  @Test(
    "texts that PostgreSQL cannot hold, and days that no calendar has, do not stop it",
    arguments: Engine.present)
  func odd(engine: Engine) throws {
    var document = Sample.document()
    document.title = "题\0目\\N\t\u{FEFF}"
    document.times[0].from = Moment(year: 2023, month: 2, day: 31)
    document.times.append(
      TimeExpression(
        range: TextRange(0, 2), kind: .date, timex: "-0551", from: Moment(year: -551),
        to: Moment(year: -550), rule: "times/year"))
    document.quantities[0].value.amount = ExactDecimal(mantissa: 7, exponent: 2_000_000)
    let store = try TestStore(engine)
    try store.write([Sample.item(document)])
    #expect(try store.count("SELECT count(*) FROM times WHERE time_from IS NULL") == 1)
    #expect(try store.count("SELECT count(*) FROM quantities WHERE amount IS NULL") == 1)
    #expect(
      try store.open().connection.query("SELECT time_from FROM times ORDER BY first", [])
        .first?.first?.string == "-0551-01-01")
  }
}
