import CPQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A store in a PostgreSQL database, through libpq.
package final class PostgreSQLConnection: SQLConnection {
  package let name = "PostgreSQL"
  package let types = columnTypes
  /// The types of the schema's columns.
  static let columnTypes = [
    "integer": "BIGINT", "number": "NUMERIC", "real": "DOUBLE PRECISION",
    "timestamp": "TIMESTAMP", "boolean": "BOOLEAN", "json": "JSON", "clustered": "",
  ]
  package let keepsComments = true
  private let handle: OpaquePointer
  /// Tables whose staging tables have rows of this transaction.
  private var staged: Set<String> = []

  /// A number of Kaoju's own, for the lock that keeps a second batch out.
  private static let lockNumber = 0x6B61_6F6A

  /// Connects to a database.
  ///
  /// - Parameter address: A connection URI (`postgres://user@host:5432/facts`).
  /// - Throws: `unavailable` with the server's reason.
  package init(address: String) throws(StoreError) {
    guard let handle = PQconnectdb(address) else {
      throw StoreError(.unavailable, "libpq has no memory left")
    }
    guard PQstatus(handle) == CONNECTION_OK else {
      let reason = Self.message(PQerrorMessage(handle))
      PQfinish(handle)
      throw StoreError(.unavailable, reason)
    }
    self.handle = handle
    for setting in [
      "SET client_encoding = 'UTF8'", "SET client_min_messages = warning",
      "SET datestyle = 'ISO, YMD'", "SET extra_float_digits = 1",
    ] {
      _ = try run(setting, [])
    }
  }

  deinit { PQfinish(handle) }

  package func execute(_ sql: String, _ values: [SQLValue]) throws(StoreError) {
    _ = try run(Self.numbered(sql), values)
  }

  package func query(
    _ sql: String, _ values: [SQLValue]
  ) throws(StoreError) -> [[SQLValue]] {
    try run(Self.numbered(sql), values)
  }

  package func transaction<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws {
    staged.removeAll()
    try execute("BEGIN", [])
    do {
      try body()
    } catch {
      try? execute("ROLLBACK", [])
      throw error
    }
    try execute("COMMIT", [])
  }

  package func lock() throws(StoreError) {
    // A connection that was just closed keeps its lock for a moment.
    try execute("SET lock_timeout = '3s'", [])
    do {
      _ = try query("SELECT pg_advisory_lock(\(Self.lockNumber))", [])
    } catch  where error.kind == .refused {
      throw StoreError(.locked, "another batch is writing to this store")
    }
    try execute("SET lock_timeout = 0", [])
    // The writer numbers all rows itself and writes what they refer to before them. Checking each
    // reference again costs more than the rows do; only a superuser may leave it out.
    try? execute("SET session_replication_role = replica", [])
  }

  /// Copies rows into a staging table and from there, in one statement, into the table.
  package func insert(
    into table: String, columns: [String], blocks: [RowBlock]
  ) throws(StoreError) {
    let list = columns.joined(separator: ",")
    if staged.insert(table).inserted {
      try execute(
        "CREATE TEMPORARY TABLE IF NOT EXISTS staged_\(table) (LIKE \(table))"
          + " ON COMMIT DELETE ROWS", [])
    } else {
      try execute("DELETE FROM staged_\(table)", [])
    }
    try copy("COPY staged_\(table) (\(list)) FROM STDIN", blocks, columns: columns.count)
    try execute("INSERT INTO \(table) (\(list)) SELECT \(list) FROM staged_\(table)", [])
  }

  private func copy(_ sql: String, _ blocks: [RowBlock], columns: Int) throws(StoreError) {
    // SAFETY: each result is cleared once; libpq copies the bytes that it is handed.
    let begun = PQexec(handle, sql)
    let status = PQresultStatus(begun)
    PQclear(begun)
    guard status == PGRES_COPY_IN else { throw failure() }
    var lines = CopyLines()
    for block in blocks {
      lines.add(block, columns: columns)
      if lines.bytes.count >= 1 << 17 { try put(&lines) }
    }
    try put(&lines)
    guard PQputCopyEnd(handle, nil) == 1 else { throw failure() }
    var refusal: StoreError?
    while let result = PQgetResult(handle) {
      if PQresultStatus(result) != PGRES_COMMAND_OK { refusal = failure() }
      PQclear(result)
    }
    if let refusal { throw refusal }
  }

  private func put(_ lines: inout CopyLines) throws(StoreError) {
    let sent = lines.bytes.withUnsafeBytes { bytes in
      PQputCopyData(
        handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    lines.removeAll()
    guard sent == 1 else { throw failure() }
  }

  private func run(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [[SQLValue]] {
    // SAFETY: the duplicated parameters outlive the call and are freed after it; the result is
    // cleared once.
    let parameters = values.map { value -> UnsafeMutablePointer<CChar>? in
      CopyLines.text(of: value).flatMap { strdup($0) }
    }
    defer { for parameter in parameters { free(parameter) } }
    let result = PQexecParams(
      handle, sql, Int32(values.count), nil, parameters.map { UnsafePointer($0) }, nil, nil, 0)
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK: return []
    case PGRES_TUPLES_OK: return rows(of: result)
    default: throw failure(result)
    }
  }

  private func rows(of result: OpaquePointer?) -> [[SQLValue]] {
    let columns = (0..<PQnfields(result)).map { ($0, PQftype(result, $0)) }
    return (0..<PQntuples(result)).map { row in
      columns.map { column, type in
        if PQgetisnull(result, row, column) == 1 { return .null }
        let text = Self.text(PQgetvalue(result, row, column))
        switch type {
        case 16: return .boolean(text == "t")
        case 20, 21, 23: return Int64(text).map { .integer($0) } ?? .text(text)
        case 700, 701: return Double(text).map { .real($0) } ?? .text(text)
        case 1114: return .text(CopyLines.moment(printed: text))
        default: return .text(text)
        }
      }
    }
  }

  private func failure(_ result: OpaquePointer? = nil) -> StoreError {
    let state = PQresultErrorField(result, 67).map { Self.text($0) } ?? ""
    let message = Self.message(PQerrorMessage(handle))
    if PQstatus(handle) != CONNECTION_OK || state.hasPrefix("57P") || state.hasPrefix("08") {
      return StoreError(.lost, message)
    }
    if state == "53100" { return StoreError(.full, message) }
    return StoreError(.refused, message)
  }

  /// `?1` in PostgreSQL's spelling, `$1`.
  private static func numbered(_ sql: String) -> String {
    sql.contains("?") ? sql.replacing("?", with: "$") : sql
  }

  /// A message of libpq, without the line end behind it.
  private static func message(_ bytes: UnsafePointer<CChar>?) -> String {
    var message = text(bytes)
    while message.last == "\n" { message.removeLast() }
    return message
  }

  private static func text(_ bytes: UnsafePointer<CChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
