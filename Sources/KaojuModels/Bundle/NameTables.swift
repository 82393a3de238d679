import KaojuVocabulary

/// Reads the registers: every table under `models/entities` whose header has id, name and kind.
struct NameTables {
  /// The columns that every register has.
  static let required = ["id", "name", "kind"]
  /// The columns that a register may have; `former` and `raised` are for readers of the table.
  static let optional = [
    "aliases", "code", "parent", "level", "from", "to", "predecessor", "source", "former",
    "raised", "note",
  ]

  /// The rows, as cells in the order of ``Register/fields``.
  private(set) var rows: [[String]] = []
  private(set) var surfaces: [Surface] = []

  /// A name or alias with the row that it means.
  struct Surface {
    var units: [UInt16]
    var row: Int32
    var isAmbiguous: Bool
    var kind: String
  }

  /// The register files of a folder, sorted.
  static func files(in folder: ModelFolder) -> [String] {
    folder.files(in: "entities", suffix: ".tsv").filter { file in
      guard !file.hasSuffix(".examples.tsv") else { return false }
      var faults: [ModelFault] = []
      guard let text = folder.text(of: file, faults: &faults) else { return false }
      let header = text.split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
      let columns = header.split(separator: "\t").map { $0.trimming() }
      return Self.required.allSatisfy { name in columns.contains { $0 == name } }
    }
  }

  /// Reads the tables of a folder.
  init(folder: ModelFolder, faults: inout [ModelFault]) {
    var places: [String: (file: String, line: Int)] = [:]
    for file in Self.files(in: folder) {
      guard
        let table = folder.table(
          file, required: Self.required, optional: Self.optional, faults: &faults)
      else { continue }
      table.requireCells(Self.required, faults: &faults)
      for row in table.rows where !row["id"].isEmpty && !row["name"].isEmpty {
        let id = String(row["id"])
        if let first = places.updateValue((file, row.line), forKey: id) {
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "id"),
              .duplicate(
                what: "id", name: id, firstLine: first.file == file ? first.line : 0)))
        }
        add(row, kind: String(row["kind"]))
      }
    }
  }

  private mutating func add(_ row: Table.Row, kind: String) {
    let index = Int32(truncatingIfNeeded: rows.count)
    rows.append(Register.fields.map { String(row[$0]) })
    // A name that repeats itself with ? among its aliases is ambiguous as a whole (鼓楼区).
    var seen: Set<Substring> = []
    for name in row.list("aliases") + [row["name"]] {
      let isMarked = name.last == "?"
      let bare = isMarked ? name.dropLast().trimming() : name
      guard !bare.isEmpty, seen.insert(bare).inserted else { continue }
      let units = CharacterWidth.folded(bare)
      surfaces.append(
        Surface(units: units, row: index, isAmbiguous: isMarked || units.count == 1, kind: kind))
    }
  }

  /// The part of speech of a name in the lattice.
  static func tag(kind: String) -> PartOfSpeech {
    switch kind {
    case "place": .placeName
    case "person": .personName
    case "product", "policy", "occasion": .properNoun
    default: .organizationName
    }
  }

  /// Adds the names, and the words of the lexicon's tables.
  func add(to builder: inout WordTrieBuilder, lists: WordLists) {
    for word in lists.words {
      builder.add(
        word.surface,
        WordEntry(cost: word.cost, flags: word.flags, tag: word.tag, origin: .lexicon))
    }
    addNames(to: &builder)
  }

  /// Adds the names alone.
  func addNames(to builder: inout WordTrieBuilder) {
    for surface in surfaces {
      var flags: KnownWord.Flags = .name
      if surface.isAmbiguous { flags.insert(.ambiguous) }
      builder.add(
        surface.units,
        WordEntry(
          cost: WordCost.nameCost(length: surface.units.count), reference: surface.row,
          flags: flags, tag: Self.tag(kind: surface.kind), origin: .register))
    }
  }
}
