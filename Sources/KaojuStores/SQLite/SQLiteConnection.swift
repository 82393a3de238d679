import GRDB
import KaojuVocabulary

/// A store in an SQLite file.
package final class SQLiteConnection: SQLConnection {
  package let name = "SQLite"
  package let types = columnTypes
  /// The types of the schema's columns.
  static let columnTypes = [
    "integer": "INTEGER", "number": "TEXT", "real": "REAL", "timestamp": "TEXT",
    "boolean": "BOOLEAN", "json": "TEXT",
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
      try database.execute(sql: "PRAGMA journal_mode = WAL")
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
    try perform { database in
      let statement = try database.cachedStatement(sql: sql)
      try statement.execute(arguments: StatementArguments(values.map(Self.bound)))
    }
  }

  package func query(
    _ sql: String, _ values: [SQLValue]
  ) throws(StoreError) -> [[SQLValue]] {
    var found: [[SQLValue]] = []
    try perform { database in
      let statement = try database.cachedStatement(sql: sql)
      let rows = try Row.fetchCursor(
        statement, arguments: StatementArguments(values.map(Self.bound)))
      while let row = try rows.next() {
        found.append(row.databaseValues.map(Self.value))
      }
    }
    return found
  }

  package func insert(
    into table: String, columns: [String], rows: [[SQLValue]]
  ) throws(StoreError) {
    guard !rows.isEmpty else { return }
    let marks = columns.map { _ in "?" }.joined(separator: ",")
    let sql = "INSERT INTO \(table) (\(columns.joined(separator: ","))) VALUES (\(marks))"
    try perform { database in
      let statement = try database.cachedStatement(sql: sql)
      for row in rows { try Self.step(statement, row) }
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
  }

  private func perform(_ body: (Database) throws -> Void) throws(StoreError) {
    do {
      if let current { try body(current) } else { try queue.inDatabase(body) }
    } catch {
      throw Self.storeError(error)
    }
  }

  private static func bound(_ value: SQLValue) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: nil
    case .integer(let number): number
    case .real(let number): number
    case .text(let text): text
    case .boolean(let flag): flag ? 1 : 0
    case .moment(let moment): moment.description
    }
  }

  private static func value(_ value: DatabaseValue) -> SQLValue {
    switch value.storage {
    case .null: .null
    case .int64(let number): .integer(number)
    case .double(let number): .real(number)
    case .string(let text): .text(text)
    case .blob(let data): .text(String(decoding: data, as: UTF8.self))
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
