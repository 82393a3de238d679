/// Rows that are written together.
struct StorePortion {
  /// The next numbers of what the store counts.
  struct Numbers {
    var document = 1
    var entity = 1
    var fact = 1
    var input = 1

    init() {}

    init(_ store: Store) throws(StoreError) {
      document = try store.next("document", of: "documents")
      entity = try store.next("entity", of: "entities")
      fact = try store.next("fact", of: "facts")
      input = try store.next("input", of: "inputs")
    }
  }

  /// A document that the store has.
  struct KnownDocument {
    var number: Int
    var run: Int
  }

  /// A document that others may be reprints of.
  struct Head {
    var number: Int
    var signature: Signature
  }

  var numbers = Numbers()
  var known: [String: KnownDocument] = [:]
  var heads: [Int64: Head] = [:]
  private var rows: [String: [[SQLValue]]] = [:]

  /// The tables in an order in which each row's references are there before it.
  static let tables: [(name: String, columns: [String])] = [
    (
      "documents",
      [
        "document", "id", "source", "title", "published", "published_from", "script", "length",
        "url", "publisher", "charset", "cluster", "signature", "run", "text",
      ]
    ),
    ("reprint_bands", ["band", "document"]),
    ("sources", ["document", "input", "item", "source", "location"]),
    ("diagnostics", ["document", "code", "message", "first", "last"]),
    ("entities", ["entity", "id", "kind", "name", "linked"]),
    ("mentions", ["document", "entity", "first", "last", "text", "anaphor"]),
    (
      "quantities",
      [
        "document", "first", "last", "text", "amount", "amount_real", "low", "high", "comparator",
        "unit", "dimension", "counted", "fraction",
      ]
    ),
    (
      "times",
      ["document", "first", "last", "text", "type", "timex", "time_from", "time_to", "mod"]
    ),
    (
      "facts",
      ["fact", "id", "document"] + DocumentRows.factColumns + ["json", "valid_from_run"]
    ),
    ("fact_slots", ["fact"] + DocumentRows.slotColumns),
    ("evidences", ["fact", "position", "first", "last", "text"]),
    ("faults", ["input", "item", "location", "code", "message"]),
  ]

  /// Adds a row.
  mutating func add(_ table: String, _ row: [SQLValue]) { rows[table, default: []].append(row) }

  /// Writes all rows and forgets them.
  mutating func write(to connection: any SQLConnection) throws(StoreError) {
    for (name, columns) in Self.tables {
      guard let added = rows[name] else { continue }
      try connection.insert(into: name, columns: columns, rows: added)
    }
    clear()
  }

  /// Forgets rows and what was looked up.
  mutating func clear() {
    rows.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
  }
}
