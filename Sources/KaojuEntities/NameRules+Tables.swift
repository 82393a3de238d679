import KaojuModels
import KaojuVocabulary

extension NameRules {
  /// The tables while they are read.
  struct Tables {
    private(set) var words = PhraseTrie()
    private(set) var classSets: [WordClass] = []
    private(set) var tails = PhraseTrie()
    private(set) var transliterations = [UInt64](repeating: 0, count: 1024)
    private(set) var headTrie = PhraseTrie()
    private(set) var heads: [Head] = []
    private(set) var quoteTails = PhraseTrie()
    private(set) var quoteAfter = PhraseTrie()
    private(set) var quoteBefore = PhraseTrie()
    private(set) var quoteCues: [QuoteCue] = []
    private(set) var listClosers = PhraseTrie()
    private(set) var listKinds: [EntityKind] = []
    private(set) var anaphorTrie = PhraseTrie()
    private(set) var anaphors: [Anaphor] = []

    init(models: ModelFolder, faults: inout [ModelFault]) {
      readWords(models, faults: &faults)
      readHeads(models, faults: &faults)
      readQuotes(models, faults: &faults)
      readLists(models, faults: &faults)
      readAnaphors(models, faults: &faults)
    }

    private mutating func readWords(_ models: ModelFolder, faults: inout [ModelFault]) {
      var classes: [String: WordClass] = [:]
      var order: [String] = []
      func add(_ word: Substring, _ set: WordClass) {
        let word = String(word)
        if classes[word] == nil { order.append(word) }
        classes[word, default: []].formUnion(set)
      }
      func read(_ file: String, word: String, column: String, names: [String: WordClass]) {
        let table = models.table(
          "entities/" + file, required: [word, column], optional: ["note"], faults: &faults)
        for row in table?.rows ?? [] {
          for name in row.list(column) {
            if let set = names[String(name)] {
              add(row[word], set)
            } else {
              faults.append(
                ModelFault(
                  file: "entities/" + file, line: row.line, column: row.position(of: column),
                  .undefined(
                    what: "word class", name: String(name),
                    suggestion: Suggestion.nearest(to: String(name), among: names.keys.sorted()))))
            }
          }
        }
      }
      read("words.tsv", word: "word", column: "class", names: WordClass.names)
      read("trades.tsv", word: "word", column: "class", names: WordClass.names)
      read(
        "titles.tsv", word: "title", column: "place",
        names: [
          "before": .titleBefore, "after": .titleAfter, "both": [.titleBefore, .titleAfter],
          "corporate": .corporate,
        ])
      let surnames = models.table("entities/surnames.tsv", required: ["surname"], faults: &faults)
      for row in surnames?.rows ?? [] { add(row["surname"], .surname) }
      let characters = models.table(
        "entities/transliteration.tsv", required: ["character"], faults: &faults)
      for unit in (characters?.rows ?? []).flatMap({ $0["character"].utf16 }) {
        transliterations[Int(unit) >> 6] |= 1 << (UInt64(unit) & 63)
      }
      for word in order {
        let value = Int32(truncatingIfNeeded: classSets.count)
        words.insert(word.utf16, value: value)
        if classes[word]?.isDisjoint(with: [.trade, .legal]) == false {
          tails.insert(word.utf16.reversed(), value: value)
        }
        classSets.append(classes[word] ?? [])
      }
    }

    private mutating func readHeads(_ models: ModelFolder, faults: inout [ModelFault]) {
      let file = "entities/heads.tsv"
      let table = models.table(
        file, required: ["head", "kind", "strength"], optional: ["note"], faults: &faults)
      table?.requireCells(["head", "kind", "strength"], faults: &faults)
      for row in table?.rows ?? [] {
        guard let strength = Head.Strength(rawValue: String(row["strength"])) else {
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "strength"),
              .malformed(
                what: "strength", value: String(row["strength"]),
                expected: "strong, weak, foreign, organ, issued, led, titled or barred")))
          continue
        }
        let units = Array(row["head"].utf16)
        headTrie.insert(units.reversed(), value: Int32(truncatingIfNeeded: heads.count))
        heads.append(
          Head(kind: EntityKind(String(row["kind"])), strength: strength, length: units.count))
      }
    }

    private mutating func readQuotes(_ models: ModelFolder, faults: inout [ModelFault]) {
      let file = "entities/quotes.tsv"
      let marks: [Substring: QuoteCue.Marks] = [
        "book": .book, "quote": .quote, "both": [.book, .quote],
      ]
      let table = models.table(
        file, required: ["cue", "place", "kind", "mark"], optional: ["note"], faults: &faults)
      for row in table?.rows ?? [] {
        let value = Int32(truncatingIfNeeded: quoteCues.count)
        guard let mark = marks[row["mark"]] else {
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "mark"),
              .malformed(
                what: "mark", value: String(row["mark"]), expected: "book, quote or both")))
          continue
        }
        switch row["place"] {
        case "tail": quoteTails.insert(row["cue"].utf16.reversed(), value: value)
        case "after": quoteAfter.insert(row["cue"].utf16, value: value)
        case "before": quoteBefore.insert(row["cue"].utf16.reversed(), value: value)
        default:
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "place"),
              .malformed(
                what: "place", value: String(row["place"]), expected: "tail, after or before")))
          continue
        }
        quoteCues.append(QuoteCue(kind: EntityKind(String(row["kind"])), marks: mark))
      }
    }

    private mutating func readLists(_ models: ModelFolder, faults: inout [ModelFault]) {
      let table = models.table(
        "entities/lists.tsv", required: ["noun", "kind"], optional: ["note"], faults: &faults)
      for row in table?.rows ?? [] {
        listClosers.insert(row["noun"].utf16, value: Int32(truncatingIfNeeded: listKinds.count))
        listKinds.append(EntityKind(String(row["kind"])))
      }
    }

    private mutating func readAnaphors(_ models: ModelFolder, faults: inout [ModelFault]) {
      let file = "entities/anaphors.tsv"
      let table = models.table(
        file, required: ["surface", "kind", "policy", "target", "heads", "level", "bare"],
        optional: ["note"], faults: &faults)
      for row in table?.rows ?? [] {
        guard let anaphor = Anaphor(row: row, file: file, faults: &faults) else { continue }
        anaphorTrie.insert(
          row["surface"].utf16, value: Int32(truncatingIfNeeded: anaphors.count))
        anaphors.append(anaphor)
      }
    }
  }
}
