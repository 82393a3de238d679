public import KaojuVocabulary

/// The user's own words and names, which win against every other dictionary.
///
/// A table without a header, up to four cells a line: the surface, its kind of entity or part of
/// speech, its canonical name, its id.
/// ```
/// 星海湾算力港	zone	星海湾算力产业园	zone/xinghaiwan
/// 低空经济	n
/// ```
public struct UserLexicon: Sendable {
  /// A line of the table.
  public struct Row: Sendable, Hashable {
    /// The word as text prints it.
    public let surface: String
    /// Its kind of entity; `nil` for a word that names nothing.
    public let kind: EntityKind?
    /// Its part of speech.
    public let tag: PartOfSpeech
    /// Its canonical name.
    public let name: String
    /// Its id, where the user gives one.
    public let id: EntityID?
    /// The line in the file, from 1.
    public let line: Int
  }

  /// The kinds that the second cell may name.
  public static let kinds: [EntityKind] = [
    .zone, .firm, .lab, .university, .government, .organization, .place, .person, .product,
    .policy, .occasion,
  ]

  /// The rows in order; `KnownWord.reference` of a user's word is an index here.
  public let rows: [Row]
  /// The surfaces; `nil` when there are none.
  public let trie: WordTrie?

  /// Reads a file; `nil` and a fault when it cannot be read.
  public init?(path: String, faults: inout [ModelFault]) {
    guard let storage = BundleStorage(path: path) else {
      // An empty file cannot be mapped, and is a lexicon without words.
      if FileStatus(path: path)?.size == 0 {
        self.init(text: "", file: path, faults: &faults)
        return
      }
      faults.append(ModelFault(file: path, .unreadable(reason: "no such file")))
      return nil
    }
    guard let text = String(validating: storage.bytes, as: UTF8.self) else {
      faults.append(
        ModelFault(
          file: path, .unreadable(reason: "it is not UTF-8; convert it, e.g. with iconv")))
      return nil
    }
    self.init(text: text, file: path, faults: &faults)
  }

  /// Reads the text of a lexicon and reports every fault.
  public init(text: String, file: String, faults: inout [ModelFault]) {
    var rows: [Row] = []
    var builder = WordTrieBuilder()
    var lines: [[UInt16]: Int] = [:]
    var number = 0
    let text =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    for line in Substring(text).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    {
      number += 1
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.trimming() }
      guard let surface = cells.first, !surface.hasPrefix("#"),
        cells.contains(where: { !$0.isEmpty })
      else { continue }
      guard
        let row = Self.row(cells, line: number, file: file, faults: &faults)
      else { continue }
      let units = CharacterWidth.folded(surface)
      if let first = lines.updateValue(number, forKey: units) {
        faults.append(
          ModelFault(
            file: file, line: number, column: 1,
            .duplicate(what: "word", name: row.surface, firstLine: first)))
        continue
      }
      builder.add(
        units,
        WordEntry(
          cost: 0, reference: Int32(truncatingIfNeeded: rows.count),
          flags: row.kind == nil ? [] : .name, tag: row.tag, origin: .user))
      rows.append(row)
    }
    self.rows = rows
    if rows.isEmpty {
      self.trie = nil
    } else {
      let storage = BundleStorage(builder.bytes())
      self.trie = WordTrie(storage: storage, range: 0..<storage.bytes.count)
    }
  }

  private static func row(
    _ cells: [Substring], line: Int, file: String, faults: inout [ModelFault]
  ) -> Row? {
    func cell(_ index: Int) -> Substring { index < cells.count ? cells[index] : "" }
    if cells.count > 4 {
      faults.append(
        ModelFault(file: file, line: line, .extraCells(found: cells.count, expected: 4)))
    }
    guard !cell(0).isEmpty else {
      faults.append(
        ModelFault(file: file, line: line, column: 1, .emptyCell(column: "surface")))
      return nil
    }
    var kind: EntityKind?
    var tag = PartOfSpeech.noun
    if !cell(1).isEmpty {
      if let known = kinds.first(where: { $0.rawValue == cell(1) }) {
        kind = known
        tag = NameTables.tag(kind: known.rawValue)
      } else if let known = PartOfSpeech(cell(1)) {
        tag = known
      } else {
        faults.append(
          ModelFault(
            file: file, line: line, column: cell(0).count + 2,
            .undefined(
              what: "kind or part of speech", name: String(cell(1)),
              suggestion: Suggestion.nearest(
                to: String(cell(1)), among: kinds.map(\.rawValue)))))
        return nil
      }
    }
    return Row(
      surface: String(cell(0)), kind: kind, tag: tag,
      name: String(cell(2).isEmpty ? cell(0) : cell(2)),
      id: cell(3).isEmpty ? nil : EntityID(String(cell(3))), line: line)
  }
}
