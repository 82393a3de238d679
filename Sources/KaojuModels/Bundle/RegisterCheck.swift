/// What the registers say of one another: parents, codes, dates, and who owns which name.
///
/// Reading a register needs none of this, so only `kaoju models check` asks. A clear name that two
/// firms claim is a fault; marked with `?` in one of them (`交大?`), it is not.
public struct RegisterCheck: Sendable {
  /// Every fault, in the order of the files.
  public private(set) var faults: [ModelFault] = []
  private var ids: Set<Substring> = []
  private var owners: [Claim: Owner] = [:]

  private struct Claim: Hashable {
    var kind: Substring
    var name: Substring
  }

  private struct Owner {
    var id: Substring
    var file: String
    var line: Int
  }

  /// Checks every register of a folder.
  public init(folder: ModelFolder) {
    var unread: [ModelFault] = []
    let tables = NameTables.files(in: folder).compactMap { file in
      folder.table(
        file, required: NameTables.required, optional: NameTables.optional, faults: &unread)
    }
    for table in tables {
      for row in table.rows { ids.insert(row["id"]) }
    }
    for table in tables {
      let hasSources = table.rows.contains { !$0["source"].isEmpty }
      for row in table.rows {
        checkForm(of: row, in: table.file, needsSource: hasSources)
        checkLinks(of: row, in: table.file)
        checkNames(of: row, in: table.file)
      }
    }
  }

  private mutating func checkForm(of row: Table.Row, in file: String, needsSource: Bool) {
    if needsSource, row["source"].isEmpty {
      add(.emptyCell(column: "source"), at: "source", of: row, in: file)
    }
    if !row["id"].hasPrefix(row["kind"] + "/") {
      let expected = "an id of the kind \"\(row["kind"])\""
      add(
        .malformed(what: "id", value: String(row["id"]), expected: expected), at: "id", of: row,
        in: file)
    }
    if row["kind"] == "place", !row["code"].isEmpty, !Self.isPlaceCode(row["code"]) {
      add(
        .malformed(
          what: "code", value: String(row["code"]),
          expected: "six digits of GB/T 2260 or two letters of ISO 3166"),
        at: "code", of: row, in: file)
    }
    for column in ["from", "to"] where !row[column].isEmpty && !Self.isDate(row[column]) {
      add(
        .malformed(what: "date", value: String(row[column]), expected: "a year, month or day"),
        at: column, of: row, in: file)
    }
  }

  private mutating func checkLinks(of row: Table.Row, in file: String) {
    for column in ["parent", "predecessor"] {
      for id in row.list(column) where !ids.contains(id) {
        add(
          .undefined(what: column, name: String(id), suggestion: nil), at: column, of: row,
          in: file)
      }
    }
  }

  private mutating func checkNames(of row: Table.Row, in file: String) {
    var marked: Set<Substring> = []
    for alias in row.list("aliases") where alias.last == "?" { marked.insert(alias.dropLast()) }
    for name in row.list("aliases") + [row["name"]] where name.last != "?" {
      guard !marked.contains(name) else { continue }
      let claim = Claim(kind: row["kind"], name: name)
      guard let owner = owners[claim] else {
        owners[claim] = Owner(id: row["id"], file: file, line: row.line)
        continue
      }
      guard owner.id != row["id"] else { continue }
      add(
        .other(
          "\(row["kind"]) \"\(name)\" also belongs to \(owner.id) (\(owner.file):\(owner.line)); "
            + "mark it with ? in one of them"),
        at: "aliases", of: row, in: file)
    }
  }

  private mutating func add(
    _ problem: ModelFault.Problem, at column: String, of row: Table.Row, in file: String
  ) {
    faults.append(
      ModelFault(file: file, line: row.line, column: row.position(of: column), problem))
  }

  private static func isPlaceCode(_ code: Substring) -> Bool {
    switch code.utf8.count {
    case 6: code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    case 2: code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    default: false
    }
  }

  /// Whether a cell is `2014`, `2014-03` or `2014-03-31`.
  private static func isDate(_ date: Substring) -> Bool {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts.first?.utf8.count == 4 else { return false }
    return parts.allSatisfy { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        && (part.utf8.count == 2 || part.startIndex == date.startIndex)
    }
  }
}
