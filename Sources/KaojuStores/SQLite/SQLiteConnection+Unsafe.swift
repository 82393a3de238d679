import GRDB
import GRDBSQLite
import KaojuVocabulary

extension SQLiteConnection {
  /// Runs a prepared statement with these values.
  ///
  /// Binding through the C interface costs a tenth of what general argument conversion does, and
  /// a document has hundreds of rows.
  static func step(_ statement: Statement, _ row: [SQLValue]) throws {
    let handle = statement.sqliteStatement
    // SAFETY: every text is copied by SQLite (SQLITE_TRANSIENT) before the call returns.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in row.enumerated() {
      let position = Int32(index + 1)
      switch value {
      case .null: sqlite3_bind_null(handle, position)
      case .integer(let number): sqlite3_bind_int64(handle, position, number)
      case .real(let number): sqlite3_bind_double(handle, position, number)
      case .boolean(let flag): sqlite3_bind_int64(handle, position, flag ? 1 : 0)
      case .text(let text): bind(text, handle, position, transient)
      case .moment(let moment): bind(moment.description, handle, position, transient)
      }
    }
    let status = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard status == SQLITE_DONE else {
      let database = sqlite3_db_handle(handle)
      throw DatabaseError(
        resultCode: ResultCode(rawValue: status),
        message: sqlite3_errmsg(database).map { String(cString: $0) })
    }
  }

  private static func bind(
    _ text: String, _ handle: OpaquePointer?, _ position: Int32,
    _ transient: sqlite3_destructor_type
  ) {
    guard !text.isEmpty else {
      sqlite3_bind_text(handle, position, "", 0, transient)
      return
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        _ = sqlite3_bind_text(
          handle, position, bytes.baseAddress, Int32(clamping: bytes.count), transient)
      }
    }
  }
}
