/// The tables of a store, and how an older store becomes a newer one.
package enum Schema {
  /// A step from one version to the next, as its `.sql` file has it.
  package struct Migration: Sendable {
    /// The version that it leads to.
    package let version: Int
    /// The statements, types in braces.
    package let sql: String
  }

  /// All steps, in order.
  package static let migrations = [
    Migration(version: 2, sql: String(decoding: PackageResources.schema_2_sql, as: UTF8.self))
  ]

  /// The oldest version that steps lead on from.
  private static let oldest = 2

  /// The newest version.
  package static var version: Int { migrations.last?.version ?? 0 }

  /// All tables in PostgreSQL's SQL.
  package static var postgreSQL: String {
    text(types: PostgreSQLConnection.columnTypes, keepingComments: true)
  }

  /// All tables in SQLite's SQL, comments as comments.
  package static var sqlite: String {
    text(types: SQLiteConnection.columnTypes, keepingComments: false)
  }

  private static func text(types: [String: String], keepingComments: Bool) -> String {
    migrations.map { migration in
      statements(of: migration, types: types).map { statement in
        if statement.hasPrefix("COMMENT"), !keepingComments { return "-- \(statement)\n" }
        return "\(statement);\n"
      }.joined()
    }.joined()
  }

  /// The statements of a step in the types of one database.
  private static func statements(of migration: Migration, types: [String: String]) -> [String] {
    let lines = migration.sql.split(separator: "\n", omittingEmptySubsequences: true)
      .filter { !$0.hasPrefix("--") }
    return (lines.joined(separator: "\n") + "\n").split(separator: ";\n").map { statement in
      types.reduce(into: String(statement)) { sql, type in
        sql = sql.replacing("{\(type.key)}", with: type.value)
      }
    }
  }

  /// Brings a store to the newest version.
  ///
  /// - Throws: `incompatible` when a newer Kaoju made it, or one before version 2 of the tables.
  package static func migrate(_ connection: any SQLConnection) throws {
    try connection.execute(
      "CREATE TABLE IF NOT EXISTS kaoju_schema (version INTEGER NOT NULL)", [])
    let found = try connection.query("SELECT max(version) FROM kaoju_schema", [])
    let current = found.first?.first?.integer ?? 0
    guard current <= version else {
      throw StoreError(
        .incompatible,
        "the store has version \(current), and this Kaoju knows versions up to \(version)")
    }
    guard current == 0 || current >= oldest else {
      throw StoreError(
        .incompatible,
        "the store has version \(current), from before the first release; make it anew")
    }
    for migration in migrations where migration.version > current {
      try connection.transaction { () throws(StoreError) in
        for statement in statements(of: migration, types: connection.types)
        where connection.keepsComments || !statement.hasPrefix("COMMENT") {
          try connection.execute(statement, [])
        }
        try connection.execute(
          "INSERT INTO kaoju_schema (version) VALUES (?1)", [SQLValue(migration.version)])
      }
    }
  }
}
