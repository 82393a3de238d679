public import KaojuVocabulary

/// Every named thing that the tables under `models/entities` know, read from the bundle on demand.
///
/// `register.record(id: "zone/xian-hi-tech")?.name` is 西安高新技术产业开发区.
public struct Register: Sendable {
  /// A row of a register.
  public struct Record: Sendable, Hashable {
    /// Its id (`place/610000`).
    public let id: EntityID
    /// Its kind.
    public let kind: EntityKind
    /// Its canonical name.
    public let name: String
    /// Its other names, without the mark of ambiguity.
    public let aliases: [String]
    /// The code that an authority gives it (610000, 600519.SH).
    public let code: String
    /// The id of what it belongs to.
    public let parent: String
    /// Its rank among its kind (province, city, national …).
    public let level: String
    /// From when it exists, as an ISO 8601 date.
    public let from: String
    /// Until when it existed.
    public let to: String
    /// The id of what it was before.
    public let predecessor: String
    /// Where the row was taken from.
    public let source: String
  }

  /// The cells of a record in the order of the section.
  static let fields = [
    "id", "kind", "name", "aliases", "code", "parent", "level", "from", "to", "predecessor",
    "source",
  ]

  private let storage: BundleStorage
  private let start: Int
  /// The number of records.
  public let count: Int

  /// Opens the register that lies in a range of a bundle; `nil` when it does not fit.
  init?(storage: BundleStorage, range: Range<Int>) {
    let count = storage.number(at: range.lowerBound)
    let header = 8 + (UInt64(Self.fields.count) + 1) * count * 8
    guard count < 1 << 24, header <= UInt64(range.count) else { return nil }
    self.storage = storage
    self.start = range.lowerBound
    self.count = Int(count)
  }

  /// The record in a row, as `KnownWord.reference` gives it; `nil` when there is no such row.
  public func record(at row: Int) -> Record? {
    guard row >= 0, row < count else { return nil }
    let aliases = cell(3, of: row).split(separator: "|").map { alias in
      String(alias.last == "?" ? alias.dropLast() : alias)
    }
    return Record(
      id: EntityID(cell(0, of: row)), kind: EntityKind(cell(1, of: row)), name: cell(2, of: row),
      aliases: aliases, code: cell(4, of: row), parent: cell(5, of: row), level: cell(6, of: row),
      from: cell(7, of: row), to: cell(8, of: row), predecessor: cell(9, of: row),
      source: cell(10, of: row))
  }

  /// The id in a row; empty when there is no such row.
  public func id(at row: Int) -> EntityID { EntityID(text(0, of: row)) }

  /// The kind in a row.
  public func kind(at row: Int) -> EntityKind { EntityKind(text(1, of: row)) }

  /// The canonical name in a row.
  public func name(at row: Int) -> String { text(2, of: row) }

  /// The id of what the record in a row belongs to; empty when it belongs to nothing.
  public func parent(at row: Int) -> String { text(5, of: row) }

  /// The rank of the record in a row among its kind.
  public func level(at row: Int) -> String { text(6, of: row) }

  /// From when the record in a row holds (`2015`, `2018-07-02`); empty when always.
  public func from(at row: Int) -> String { text(7, of: row) }

  /// Until when the record in a row holds; empty when it still does.
  public func to(at row: Int) -> String { text(8, of: row) }

  /// The ids of what the record in a row was before, separated by `|`.
  public func predecessors(at row: Int) -> String { text(9, of: row) }

  private func text(_ field: Int, of row: Int) -> String {
    row >= 0 && row < count ? cell(field, of: row) : ""
  }

  /// The row of an id.
  ///
  /// - Complexity: logarithmic in ``count``.
  public func row(id: EntityID) -> Int? {
    let key = Array(id.rawValue.utf8)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let row = sorted(middle)
      let order = storage.order(of: place(0, of: row), to: key)
      if order == 0 { return row }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The record of an id.
  public func record(id: EntityID) -> Record? { row(id: id).flatMap { record(at: $0) } }

  private func cell(_ field: Int, of row: Int) -> String { storage.string(place(field, of: row)) }

  private func place(_ field: Int, of row: Int) -> Range<Int> {
    let place = storage.number(at: start + 8 + (row * Self.fields.count + field) * 8)
    let offset = start + Int(truncatingIfNeeded: place >> 24)
    return offset..<offset + Int(place & 0xFF_FFFF)
  }

  private func sorted(_ index: Int) -> Int {
    Int(
      truncatingIfNeeded: storage.number(
        at: start + 8 + (count * Self.fields.count + index) * 8))
  }

  /// The section of a register: the number of rows, the place of every cell (offset and length in
  /// bytes), the rows ordered by id, and the text.
  static func bytes(of rows: [[String]]) -> [UInt8] {
    let header = 8 + (fields.count + 1) * rows.count * 8
    var text: [UInt8] = []
    var places: [UInt64] = [UInt64(rows.count)]
    for row in rows {
      for cell in row {
        let bytes = Array(cell.utf8)
        places.append(UInt64(header + text.count) << 24 | UInt64(bytes.count & 0xFF_FFFF))
        text += bytes
      }
    }
    let order = rows.indices.sorted {
      ($1 > $0 && rows[$0][0] == rows[$1][0])
        || rows[$0][0].utf8.lexicographicallyPrecedes(rows[$1][0].utf8)
    }
    places += order.map { UInt64($0) }
    var writer = SectionWriter()
    writer.append(places)
    writer.append(text)
    return writer.bytes
  }
}
