import GRDB
import KaojuVocabulary

/// A store in an SQLite file.
package final class SQLiteConnection: SQLConnection {
  package let name = "SQLite"
  package let types = columnTypes
  /// The types of the schema's columns, and how a table is kept in the order of its key.
  static let columnTypes = [
    "integer": "INTEGER", "number": "TEXT", "real": "REAL", "timestamp": "TEXT",
    "boolean": "BOOLEAN", "json": "TEXT", "clustered": " WITHOUT ROWID",
  ]
  package let keepsComments = false
  private let path: String
  private let queue: DatabaseQueue
  private var fileLock: FileLock?
  private var current: Database?

  /// Opens a file, making it if it is not there.
  ///
  /// - Throws: `unavailable` when it cannot be opened, `incompatible` when it is no database.
  package init(path: String) throws(StoreError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      // Facts are long rows: larger pages hold several, and a new file is the smaller for it.
      try database.execute(sql: "PRAGMA page_size = 16384")
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 2000")
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      try database.execute(sql: "PRAGMA cache_size = -65536")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw Self.storeError(error, unavailable: true)
    }
  }

  package func execute(_ sql: String, _ values: [SQLValue]) throws(StoreError) {
    _ = try query(sql, values)
  }

  package func query(
    _ sql: String, _ values: [SQLValue]
  ) throws(StoreError) -> [[SQLValue]] {
    var found: [[SQLValue]] = []
    try perform { database in
      found = try Self.run(database.cachedStatement(sql: sql), values)
    }
    return found
  }

  package func insert(
    into table: String, columns: [String], blocks: [RowBlock]
  ) throws(StoreError) {
    let marks = "(\(columns.map { _ in "?" }.joined(separator: ",")))"
    // FAIL, not ABORT: a failure undoes the whole transaction, so no statement need be undone alone.
    let sql = "INSERT OR FAIL INTO \(table) (\(columns.joined(separator: ","))) VALUES "
    let several = repeatElement(marks, count: Self.group).joined(separator: ",")
    try perform { database in
      let many = try database.cachedStatement(sql: sql + several)
      let one = try database.cachedStatement(sql: sql + marks)
      for block in blocks {
        try Self.insert(block, columns: columns.count, many: many, one: one)
      }
    }
  }

  package func transaction<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws {
    do {
      try queue.inTransaction(.immediate) { database in
        current = database
        defer { current = nil }
        try body()
        return .commit
      }
    } catch let error as DatabaseError {
      throw Self.storeError(error)
    }
  }

  package func lock() throws(StoreError) {
    guard let lock = FileLock(path: path + ".lock") else {
      throw StoreError(.locked, "another batch is writing to this store")
    }
    fileLock = lock
    // The writer numbers all rows itself and writes what they refer to before them, so that looking
    // each reference up again would only cost; `PRAGMA foreign_key_check` finds none broken.
    try execute("PRAGMA foreign_keys = OFF", [])
  }

  private func perform(_ body: (Database) throws -> Void) throws(StoreError) {
    do {
      if let current { try body(current) } else { try queue.inDatabase(body) }
    } catch {
      throw Self.storeError(error)
    }
  }

  static func storeError(_ error: any Error, unavailable: Bool = false) -> StoreError {
    guard let error = error as? DatabaseError else {
      return StoreError(unavailable ? .unavailable : .refused, "\(error)")
    }
    let kind: StoreError.Kind =
      switch error.resultCode {
      case .SQLITE_FULL: .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_NOTADB: .incompatible
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY: .unavailable
      case .SQLITE_IOERR, .SQLITE_CORRUPT: .lost
      default: unavailable ? .unavailable : .refused
      }
    return StoreError(kind, error.message ?? "\(error)")
  }
}
