/// One thing that is wrong with a model or rule file, and where.
public struct ModelFault: Hashable, Sendable, Comparable {
  /// The file, relative to the folder of models (`units/length.tsv`).
  public var file: String
  /// The line, from 1; 0 when the fault is the whole file's.
  public var line: Int
  /// The column in characters, from 1; 0 when the fault is the whole line's.
  public var column: Int
  /// What is wrong.
  public var problem: Problem

  /// What can be wrong with a model file.
  public enum Problem: Hashable, Sendable {
    /// The file is not there or cannot be read.
    case unreadable(reason: String)
    /// The header lacks a column that the table needs.
    case missingColumn(String)
    /// The header has a column that the table does not know.
    case unknownColumn(String, suggestion: String?)
    /// A row has more cells than the header.
    case extraCells(found: Int, expected: Int)
    /// A cell that must not be empty is.
    case emptyCell(column: String)
    /// A name that nothing defines (a unit, dimension, kind, word class, rule …).
    case undefined(what: String, name: String, suggestion: String?)
    /// Something that is defined twice.
    case duplicate(what: String, name: String, firstLine: Int)
    /// A value that does not have the form it should (a date, a number, a code, a pattern).
    case malformed(what: String, value: String, expected: String)
    /// A row or rule that no example proves.
    case unproved(what: String, name: String)
    /// Anything else, in one sentence.
    case other(String)
  }

  /// Makes a fault.
  public init(file: String, line: Int = 0, column: Int = 0, _ problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// Orders by file and place.
  public static func < (left: ModelFault, right: ModelFault) -> Bool {
    (left.file, left.line, left.column, left.description)
      < (right.file, right.line, right.column, right.description)
  }
}

/// All that is wrong with the models, found in one go.
public struct ModelError: Error, Hashable, Sendable {
  /// The faults, ordered by file and line.
  public var faults: [ModelFault]

  /// Makes an error of its faults.
  public init(_ faults: [ModelFault]) { self.faults = faults.sorted() }
}
