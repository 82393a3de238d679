import GRDB
import GRDBSQLite
import KaojuVocabulary

/// Statements through the C interface, which costs a tenth of what general argument conversion
/// does; a document has hundreds of rows.
///
/// SAFETY: texts are bound in place (no destructor), and each binding is cleared before the bytes
/// that it points at can move: they belong to a row block that is held while it is read, or to the
/// values' own call.
extension SQLiteConnection {
  /// How many rows one statement adds where there are enough.
  static let group = 4

  /// Adds the rows of a block.
  ///
  /// - Parameters:
  ///   - columns: How many columns a row has.
  ///   - many: A statement that adds ``group`` rows.
  ///   - one: A statement that adds one row.
  static func insert(
    _ block: RowBlock, columns: Int, many: Statement, one: Statement
  ) throws {
    let (many, one) = (many.sqliteStatement, one.sqliteStatement)
    defer {
      sqlite3_clear_bindings(many)
      sqlite3_clear_bindings(one)
    }
    try block.read { reader throws(DatabaseError) in
      while !reader.isAtEnd {
        let start = reader
        var rows = 0
        sqlite3_clear_bindings(many)
        while rows < group, !reader.isAtEnd {
          if bind(&reader, many, columns: columns, after: rows * columns) { rows += 1 }
        }
        if rows == group {
          try add(many)
          continue
        }
        reader = start
        while !reader.isAtEnd {
          sqlite3_clear_bindings(one)
          if bind(&reader, one, columns: columns, after: 0) { try add(one) }
        }
      }
    }
  }

  private static func add(_ handle: OpaquePointer) throws(DatabaseError) {
    let status = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard status == SQLITE_DONE else { throw failure(status, of: handle) }
  }

  /// Binds a row; `false` when it is left out.
  private static func bind(
    _ reader: inout RowReader, _ handle: OpaquePointer, columns: Int, after position: Int
  ) -> Bool {
    for column in 1...columns {
      guard let cell = reader.next() else {
        reader.skip(columns - column)
        return false
      }
      bind(cell, handle, Int32(position + column))
    }
    return true
  }

  /// Runs a statement with these values, and gives the rows that it finds.
  static func run(_ statement: Statement, _ values: [SQLValue]) throws -> [[SQLValue]] {
    let handle = statement.sqliteStatement
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    var bytes = RowBytes()
    for value in values { bytes.add(value: value) }
    var rows: [[SQLValue]] = []
    try RowBlock(rows: bytes).read { reader throws(DatabaseError) in
      var column: Int32 = 0
      while !reader.isAtEnd {
        column += 1
        if let cell = reader.next() { bind(cell, handle, column) }
      }
      var status = sqlite3_step(handle)
      while status == SQLITE_ROW {
        rows.append((0..<sqlite3_column_count(handle)).map { value(handle, $0) })
        status = sqlite3_step(handle)
      }
      guard status == SQLITE_DONE else { throw failure(status, of: handle) }
    }
    return rows
  }

  private static func bind(_ cell: RowCell, _ handle: OpaquePointer?, _ position: Int32) {
    switch cell {
    case .null: break
    case .integer(let number): sqlite3_bind_int64(handle, position, number)
    case .real(let number): sqlite3_bind_double(handle, position, number)
    case .boolean(let flag): sqlite3_bind_int64(handle, position, flag ? 1 : 0)
    case .text(let bytes), .moment(let bytes):
      sqlite3_bind_text(
        handle, position, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: bytes.count), nil)
    }
  }

  private static func value(_ handle: OpaquePointer?, _ column: Int32) -> SQLValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
    case SQLITE_NULL: return .null
    default:
      guard let text = sqlite3_column_text(handle, column) else { return .text("") }
      let count = Int(sqlite3_column_bytes(handle, column))
      return .text(
        String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    }
  }

  private static func failure(_ status: Int32, of handle: OpaquePointer?) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: status),
      message: sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) })
  }
}
