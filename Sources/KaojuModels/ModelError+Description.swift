extension ModelFault: CustomStringConvertible {
  /// `file:line:column: what is wrong; did you mean …`.
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(problem.description)"
  }
}

extension ModelFault.Problem: CustomStringConvertible {
  /// What is wrong, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .unreadable(let reason):
      "cannot be read: \(reason)"
    case .missingColumn(let name):
      "the header lacks the column \"\(name)\""
    case .unknownColumn(let name, let suggestion):
      "the table has no column \"\(name)\"" + Self.hint(suggestion)
    case .extraCells(let found, let expected):
      "the row has \(found) cells, the header \(expected)"
    case .emptyCell(let column):
      "the cell \"\(column)\" must not be empty"
    case .undefined(let what, let name, let suggestion):
      "\(what) \"\(name)\" is not defined" + Self.hint(suggestion)
    case .duplicate(let what, let name, let firstLine):
      "\(what) \"\(name)\" is already defined" + (firstLine > 0 ? " in line \(firstLine)" : "")
    case .malformed(let what, let value, let expected):
      "\(what) \"\(value)\" is not \(expected)"
    case .unproved(let what, let name):
      "\(what) \"\(name)\" is not proved by any example"
    case .other(let sentence):
      sentence
    }
  }

  private static func hint(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
  }
}

extension ModelError: CustomStringConvertible {
  /// Every fault on a line of its own.
  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
