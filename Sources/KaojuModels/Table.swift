/// A model table: tab-separated values with a header row and `#` comments.
///
/// ```
/// surface	unit	dimension	factor	source
/// 公里	m	length	1000	GB 3100
/// ```
/// A cell with several values separates them by `|`. Blank lines are skipped. Reading collects
/// every fault instead of stopping at the first.
public struct Table: Sendable {
  /// A row of cells, which knows its line.
  public struct Row: Sendable {
    /// The line in the file, from 1.
    public let line: Int
    fileprivate let cells: [Substring]
    fileprivate let columns: [String: Int]

    /// The cell under `column`; empty when the row is shorter or the table has no such column.
    public subscript(column: String) -> Substring {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }

    /// The values of a cell that may hold several, separated by `|`.
    public func list(_ column: String) -> [Substring] {
      self[column].utf8.split(separator: UInt8(ascii: "|")).map { Substring($0).trimming() }
    }

    /// The column in characters where a cell begins, for messages.
    public func position(of column: String) -> Int {
      guard let index = columns[column] else { return 0 }
      return cells.prefix(index).reduce(1) { $0 + $1.count + 1 }
    }
  }

  /// The file, relative to the folder of models.
  public let file: String
  /// The rows in order.
  public let rows: [Row]

  /// Reads a table and checks its header.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: Its path for messages.
  ///   - required: Columns that the header must have.
  ///   - optional: Columns that it may have.
  ///   - faults: Where faults are added.
  public init(
    text: String, file: String, required: [String], optional: [String] = [],
    faults: inout [ModelFault]
  ) {
    self.file = file
    var columns: [String: Int] = [:]
    var rows: [Row] = []
    var hasHeader = false
    var number = 0
    // Bytes, since a CR and LF are one character, and characters are slow to part.
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Substring($0).trimming() }
      if !hasHeader {
        hasHeader = true
        for (index, cell) in cells.enumerated() { columns[String(cell)] = index }
        let known = required + optional
        for name in required where columns[name] == nil {
          faults.append(ModelFault(file: file, line: number, .missingColumn(name)))
        }
        for name in columns.keys.sorted() where !known.contains(name) {
          let hint = Suggestion.nearest(to: name, among: known)
          faults.append(
            ModelFault(file: file, line: number, .unknownColumn(name, suggestion: hint)))
        }
        continue
      }
      if cells.count > columns.count {
        faults.append(
          ModelFault(
            file: file, line: number,
            .extraCells(found: cells.count, expected: columns.count)))
      }
      rows.append(Row(line: number, cells: cells, columns: columns))
    }
    if !hasHeader {
      faults.append(ModelFault(file: file, .unreadable(reason: "it has no header row")))
    }
    self.rows = rows
  }

  /// Adds a fault for each row whose cell under `column` is empty.
  public func requireCells(_ columns: [String], faults: inout [ModelFault]) {
    for row in rows {
      for column in columns where row[column].isEmpty {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: column),
            .emptyCell(column: column)))
      }
    }
  }
}

extension Substring {
  /// The text without blanks at either end.
  package func trimming() -> Substring {
    var view = self.utf8
    guard view.first == 0x20 || view.last == 0x20 else { return self }
    while view.first == 0x20 { view = view.dropFirst() }
    while view.last == 0x20 { view = view.dropLast() }
    return Substring(view)
  }
}
