/// A store of facts, in SQLite or PostgreSQL.
package final class Store {
  /// The database.
  package let connection: any SQLConnection

  /// Opens a store, making it if it is not there, and brings it to the newest version.
  ///
  /// - Parameter address: A file's path (`facts.db`), or `postgres://user@host/database`.
  /// - Throws: ``StoreError``.
  package convenience init(_ address: String) throws {
    let isServer = address.hasPrefix("postgres://") || address.hasPrefix("postgresql://")
    try self.init(
      isServer ? PostgreSQLConnection(address: address) : SQLiteConnection(path: address))
  }

  /// Uses a connection that is open.
  package init(_ connection: any SQLConnection) throws {
    self.connection = connection
    try Schema.migrate(connection)
  }

  /// The first number that a column does not have yet.
  func next(_ column: String, of table: String) throws(StoreError) -> Int {
    let rows = try connection.query("SELECT max(\(column)) FROM \(table)", [])
    return (rows.first?.first?.integer ?? 0) + 1
  }

  /// Runs a query for each portion of a long list of values.
  ///
  /// - Parameter sql: The query, with `??` where the list stands.
  func query(_ sql: String, among values: [SQLValue]) throws(StoreError) -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    var start = 0
    while start < values.count {
      var portion = Array(values[start..<min(start + 500, values.count)])
      start += portion.count
      // Three lengths are enough for all lists, so that the statements stay prepared.
      let length = portion.count > 64 ? 500 : portion.count > 8 ? 64 : 8
      if let last = portion.last {
        portion += repeatElement(last, count: length - portion.count)
      }
      let marks = (1...length).map { "?\($0)" }.joined(separator: ",")
      rows += try connection.query(sql.replacing("??", with: marks), portion)
    }
    return rows
  }
}
