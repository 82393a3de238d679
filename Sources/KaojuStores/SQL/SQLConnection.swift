/// A connection to a database that holds a store.
///
/// Statements are written once for all of them: parameters are `?1`, `?2` … in order.
package protocol SQLConnection: AnyObject {
  /// What the database is called in messages (`SQLite`).
  var name: String { get }
  /// The types of the schema's columns in this database, by the words in braces.
  var types: [String: String] { get }
  /// Whether the database keeps comments on tables and columns.
  var keepsComments: Bool { get }

  /// Runs a statement.
  func execute(_ sql: String, _ values: [SQLValue]) throws(StoreError)
  /// Runs a query and hands on its rows.
  func query(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [[SQLValue]]
  /// Adds rows to a table, fast.
  func insert(into table: String, columns: [String], blocks: [RowBlock]) throws(StoreError)
  /// Runs `body` wholly or not at all.
  func transaction<Failure: Error>(_ body: () throws(Failure) -> Void) throws
  /// Keeps other writers out until the connection ends.
  func lock() throws(StoreError)
}

extension SQLConnection {
  /// Adds a few rows to a table.
  func insert(
    into table: String, columns: [String], rows: [[SQLValue]]
  ) throws(StoreError) {
    guard !rows.isEmpty else { return }
    var bytes = RowBytes()
    for row in rows { for value in row { bytes.add(value: value) } }
    try insert(into: table, columns: columns, blocks: [RowBlock(rows: bytes)])
  }
}

/// Why a store could not be read or written.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is.
  package enum Kind: Hashable, Sendable {
    /// There is no such store, or it cannot be opened.
    case unavailable
    /// It was made by a newer Kaoju, or is no store at all.
    case incompatible
    /// Another process writes to it.
    case locked
    /// The disk is full.
    case full
    /// The connection was lost.
    case lost
    /// The database refused a statement.
    case refused
  }

  /// What kind of trouble it is.
  package var kind: Kind
  /// What the database says.
  package var description: String

  /// Makes an error.
  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
