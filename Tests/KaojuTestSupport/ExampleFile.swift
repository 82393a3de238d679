import KaojuModels

/// A row of an examples table under `models/`, as a test argument with a name.
public struct ExampleRow: Sendable, CustomStringConvertible {
  /// The file and line, and the first cell.
  public let description: String
  private let row: Table.Row

  init(file: String, row: Table.Row, first: String) {
    self.description = "\(file):\(row.line) \(row[first])"
    self.row = row
  }

  /// The cell under a column.
  public subscript(column: String) -> String { String(row[column]) }
}

/// Loads examples from the models folder, one test case a row.
public enum ExampleFile {
  /// The rows of a table whose header has exactly `columns` (the later ones may be left out).
  public static func load(_ file: String, columns: [String]) throws -> [ExampleRow] {
    var faults: [ModelFault] = []
    let folder = try ModelFolder.locate()
    let table = folder.table(
      file, required: Array(columns.prefix(1)), optional: Array(columns.dropFirst()),
      faults: &faults)
    guard let table, faults.isEmpty else { throw ModelError(faults) }
    return table.rows.map { ExampleRow(file: file, row: $0, first: columns[0]) }
  }
}
