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
  private var blocks: [[RowBlock]] = Array(repeating: [], count: StoreTable.allCases.count)

  /// Adds rows of a document, or of the writer's own.
  mutating func add(_ table: StoreTable, _ block: RowBlock) {
    if !block.rows.isEmpty { blocks[table.rawValue].append(block) }
  }

  /// Adds a row of the writer's own.
  mutating func add(_ table: StoreTable, _ row: [SQLValue]) {
    var rows = RowBytes()
    for value in row { rows.add(value: value) }
    add(table, RowBlock(rows: rows))
  }

  /// Writes all rows and forgets them.
  mutating func write(to connection: any SQLConnection) throws(StoreError) {
    for table in StoreTable.allCases where !blocks[table.rawValue].isEmpty {
      try connection.insert(
        into: table.name, columns: table.columns, blocks: blocks[table.rawValue])
    }
    clear()
  }

  /// Forgets rows and what was looked up.
  mutating func clear() {
    for index in blocks.indices { blocks[index].removeAll(keepingCapacity: true) }
    known.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
  }
}
