import KaojuVocabulary

/// The tables under `models/lexicon` that shape the dictionaries.
struct WordLists {
  /// A word that a table adds.
  struct Word {
    var surface: [UInt16]
    var tag: PartOfSpeech
    var cost: Float
    var flags: KnownWord.Flags
  }

  /// How often each hundred million words of text a word of the tables is taken to occur when its
  /// row does not say.
  private static let usualFrequency = 40.0

  /// Words and idioms to add.
  private(set) var words: [Word] = []
  /// Words that the general dictionary must not have.
  private(set) var dropped: Set<[UInt16]> = []
  /// Endings: a longer word of the general dictionary that ends so is dropped.
  private(set) var droppedSuffixes: [[UInt16]] = []
  /// Beginnings: a longer word is dropped when it goes on as a name that the dictionary knows.
  private(set) var droppedPrefixes: [[UInt16]] = []
  /// Words of the general dictionary whose numerals are numbers, though their form is an idiom's.
  private(set) var countingIdioms: Set<[UInt16]> = []
  /// Endings that numerals count (三万人, 五县): such a word of the general dictionary is no idiom.
  private(set) var countedEndings: Set<[UInt16]> = []

  /// The right parts of speech of words that the general dictionary files wrongly.
  private(set) var tags: [[UInt16]: PartOfSpeech] = [:]

  /// The files that are read, relative to the folder of models.
  static let files = [
    "lexicon/words.tsv", "lexicon/idioms.tsv", "lexicon/drops.tsv",
    "lexicon/counting-idioms.tsv", "lexicon/tags.tsv",
  ]

  /// Those of ``files`` that shape the general dictionary.
  static let generalFiles = files.filter { $0 != "lexicon/words.tsv" && $0 != "lexicon/idioms.tsv" }

  /// Reads the tables; a table that is not there adds nothing but its fault.
  init(folder: ModelFolder, faults: inout [ModelFault]) {
    readWords("lexicon/words.tsv", flags: [], folder: folder, faults: &faults)
    readWords("lexicon/idioms.tsv", flags: .barsNumbers, folder: folder, faults: &faults)
    readTags(folder: folder, faults: &faults)
    readDrops(folder: folder, faults: &faults)
    readCounting(folder: folder, faults: &faults)
  }

  private mutating func readWords(
    _ file: String, flags: KnownWord.Flags, folder: ModelFolder, faults: inout [ModelFault]
  ) {
    guard
      let table = folder.table(
        file, required: ["surface", "tag"], optional: ["frequency", "flags", "note", "source"],
        faults: &faults)
    else { return }
    table.requireCells(["surface", "tag"], faults: &faults)
    var lines: [Substring: Int] = [:]
    for row in table.rows {
      if let first = lines.updateValue(row.line, forKey: row["surface"]) {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "surface"),
            .duplicate(what: "word", name: String(row["surface"]), firstLine: first)))
      }
      guard let tag = Self.tag(of: row, file: file, faults: &faults) else { continue }
      var frequency = Self.usualFrequency
      if !row["frequency"].isEmpty {
        guard let number = Double(row["frequency"]), number > 0 else {
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "frequency"),
              .malformed(
                what: "frequency", value: String(row["frequency"]),
                expected: "a number above 0")))
          continue
        }
        frequency = number
      }
      var flags = flags
      for name in row.list("flags") {
        if name == "joins" {
          flags.insert(.join)
        } else if name == "bars-numbers" {
          flags.insert(.barsNumbers)
        } else {
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "flags"),
              .undefined(
                what: "flag", name: String(name),
                suggestion: Suggestion.nearest(
                  to: String(name), among: ["joins", "bars-numbers"]))))
        }
      }
      words.append(
        Word(
          surface: CharacterWidth.folded(row["surface"]), tag: tag,
          cost: WordCost.cost(frequency: frequency, total: 100_000_000), flags: flags))
    }
  }

  private static func tag(
    of row: Table.Row, file: String, faults: inout [ModelFault]
  ) -> PartOfSpeech? {
    if let tag = PartOfSpeech(row["tag"]) { return tag }
    faults.append(
      ModelFault(
        file: file, line: row.line, column: row.position(of: "tag"),
        .undefined(
          what: "part of speech", name: String(row["tag"]),
          suggestion: Suggestion.nearest(to: String(row["tag"]), among: PartOfSpeech.names))))
    return nil
  }

  private mutating func readTags(folder: ModelFolder, faults: inout [ModelFault]) {
    let file = "lexicon/tags.tsv"
    guard
      let table = folder.table(
        file, required: ["surface", "tag"], optional: ["note"], faults: &faults)
    else { return }
    table.requireCells(["surface", "tag"], faults: &faults)
    for row in table.rows {
      guard let tag = Self.tag(of: row, file: file, faults: &faults) else { continue }
      tags[CharacterWidth.folded(row["surface"])] = tag
    }
  }

  private mutating func readDrops(folder: ModelFolder, faults: inout [ModelFault]) {
    let file = "lexicon/drops.tsv"
    guard
      let table = folder.table(
        file, required: ["what", "surface"], optional: ["note"], faults: &faults)
    else { return }
    table.requireCells(["what", "surface"], faults: &faults)
    for row in table.rows {
      let surface = CharacterWidth.folded(row["surface"])
      switch row["what"] {
      case "word": dropped.insert(surface)
      case "suffix": droppedSuffixes.append(surface)
      case "prefix": droppedPrefixes.append(surface)
      default:
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "what"),
            .malformed(
              what: "kind of drop", value: String(row["what"]),
              expected: "\"word\", \"suffix\" or \"prefix\"")))
      }
    }
  }

  private mutating func readCounting(folder: ModelFolder, faults: inout [ModelFault]) {
    let file = "lexicon/counting-idioms.tsv"
    guard
      let table = folder.table(
        file, required: ["what", "surface"], optional: ["note"], faults: &faults)
    else { return }
    table.requireCells(["what", "surface"], faults: &faults)
    for row in table.rows {
      let surface = CharacterWidth.folded(row["surface"])
      switch row["what"] {
      case "word": countingIdioms.insert(surface)
      case "unit": countedEndings.insert(surface)
      default:
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "what"),
            .malformed(
              what: "kind of row", value: String(row["what"]), expected: "\"word\" or \"unit\"")))
      }
    }
  }
}
