package import KaojuVocabulary

/// Which facts of a store are asked for; what is left out does not narrow the question.
package struct FactQuery: Sendable {
  /// An entity's id or name, in any slot.
  package var entity: String?
  /// An indicator's id, or a part of what is printed.
  package var attribute: String?
  /// A kind of fact.
  package var kind: String?
  /// The first day of the period that the fact's time must touch.
  package var from: Moment?
  /// The day after the last one of that period.
  package var to: Moment?
  /// The least confidence, 0 to 1.
  package var confidence: Double?
  /// How many facts at most.
  package var limit: Int?

  /// Asks for everything.
  package init() {}

  /// The conditions in SQL, and their values.
  func conditions(entities: [Int]?) -> (sql: String, values: [SQLValue]) {
    var conditions: [String] = []
    var values: [SQLValue] = []
    func mark(_ value: SQLValue) -> String {
      values.append(value)
      return "?\(values.count)"
    }
    if let entity {
      let name = mark(.text(entity))
      let numbers = (entities ?? []).map(String.init).joined(separator: ",")
      let inSlots =
        numbers.isEmpty
        ? "" : " OR fact IN (SELECT fact FROM fact_slots WHERE entity IN (\(numbers)))"
      conditions.append("(subject_text = \(name)\(inSlots))")
    }
    if let attribute {
      let name = mark(.text(attribute))
      conditions.append("(attribute = \(name) OR attribute_text LIKE '%' || \(name) || '%')")
    }
    if let kind { conditions.append("kind = \(mark(.text(kind)))") }
    if let from { conditions.append("time_to > \(mark(.moment(from)))") }
    if let to { conditions.append("time_from < \(mark(.moment(to)))") }
    if let confidence { conditions.append("confidence >= \(mark(.real(confidence)))") }
    return (conditions.map { " AND \($0)" }.joined(), values)
  }
}

/// A fact as a store gives it back.
package struct StoredFact: Sendable {
  private let cells: [String: SQLValue]

  /// The columns that are read, in the order of tables.
  package static let columns = [
    "fact", "id", "kind", "subject_name", "subject_id", "attribute_text", "attribute",
    "value_text", "amount", "low", "high", "comparator", "unit", "dimension", "counted",
    "whole_name", "whole_id", "scope_text", "event", "trigger_text", "relation", "object_name",
    "object_id", "direction", "basis", "place_name", "time_text", "timex", "time_from", "time_to",
    "modality", "negated", "attribution", "confidence", "rule", "evidence", "first", "last",
    "document_id", "source", "title", "published", "url", "json",
  ]

  init(_ row: [SQLValue]) {
    cells = Dictionary(uniqueKeysWithValues: zip(Self.columns, row))
  }

  /// The text of a column; `nil` when it is empty.
  package subscript(column: String) -> String? {
    if column == "negated" { return isNegated ? "true" : nil }
    return cells[column]?.string
  }

  /// The number of the fact in the store.
  var number: Int { cells["fact"]?.integer ?? 0 }
  /// The first code point of the evidence.
  var first: Int { cells["first"]?.integer ?? 0 }
  /// The end of the evidence.
  var last: Int { cells["last"]?.integer ?? 0 }
  /// Whether the text denies it.
  package var isNegated: Bool { cells["negated"]?.integer == 1 }
}

extension Store {
  private static let page = 500

  /// Hands on the facts that a question asks for, in the order of the store, a page at a time.
  package func facts(
    _ question: FactQuery, each: (StoredFact) throws -> Void
  ) throws {
    let entities = try question.entity.map { try self.entities(named: $0) }
    let (conditions, values) = question.conditions(entities: entities)
    var left = question.limit ?? Int.max
    var after = 0
    while left > 0 {
      let size = min(left, Self.page)
      let rows = try connection.query(
        "SELECT \(StoredFact.columns.joined(separator: ",")) FROM current_facts"
          + " WHERE fact > ?\(values.count + 1)\(conditions) ORDER BY fact LIMIT \(size)",
        values + [SQLValue(after)])
      for row in rows {
        let fact = StoredFact(row)
        after = fact.number
        try each(fact)
      }
      if rows.count < size { return }
      left -= rows.count
    }
  }

  /// The numbers of the entities with an id or name.
  func entities(named name: String) throws(StoreError) -> [Int] {
    try connection.query(
      "SELECT entity FROM entities WHERE id = ?1 OR name = ?1 ORDER BY entity", [.text(name)]
    ).compactMap { $0[0].integer }
  }

  /// The text of a document, and what stands before and after a place in it.
  func context(of fact: StoredFact, length: Int) throws(StoreError) -> (String, String) {
    let start = max(0, fact.first - length)
    let rows = try connection.query(
      "SELECT substr(text, \(start + 1), \(fact.first - start)),"
        + " substr(text, \(fact.last + 1), \(length)) FROM documents WHERE id = ?1",
      [.text(fact["document_id"] ?? "")])
    return (rows.first?[0].string ?? "", rows.first?[1].string ?? "")
  }

  /// What the store holds, by heading.
  package func statistics() throws(StoreError) -> [(heading: String, rows: [(String, Int)])] {
    func count(_ heading: String, _ sql: String) throws(StoreError) -> (String, [(String, Int)]) {
      let rows = try connection.query(sql, [])
      return (heading, rows.map { ($0[0].string ?? "", $0[1].integer ?? 0) })
    }
    let tables = [
      "documents", "sources", "entities", "mentions", "quantities", "times", "facts", "faults",
    ]
    var totals: [(String, Int)] = []
    for table in tables {
      let rows = try connection.query("SELECT count(*) FROM \(table)", [])
      totals.append((table, rows.first?.first?.integer ?? 0))
    }
    totals.append(
      (
        "stories",
        try connection.query("SELECT count(DISTINCT cluster) FROM documents", [])
          .first?.first?.integer ?? 0
      ))
    return [
      ("rows", totals),
      try count(
        "facts by kind",
        "SELECT kind, count(*) FROM facts WHERE valid_to_run IS NULL GROUP BY kind"
          + " ORDER BY 2 DESC, 1"),
      try count(
        "facts by attribute",
        "SELECT attribute, count(*) FROM facts WHERE valid_to_run IS NULL"
          + " AND attribute IS NOT NULL GROUP BY attribute ORDER BY 2 DESC, 1 LIMIT 20"),
      try count(
        "facts by subject",
        "SELECT subject_name, count(*) FROM current_facts WHERE subject_id IS NOT NULL"
          + " GROUP BY subject_name ORDER BY 2 DESC, 1 LIMIT 20"),
      try count(
        "faults by code", "SELECT code, count(*) FROM faults GROUP BY code ORDER BY 2 DESC, 1"),
    ]
  }
}
