package import KaojuModels
import KaojuVocabulary

/// Words around a number that say how it bounds the true one, from `models/numbers/approximators.tsv`.
///
/// 超过 in 超过2800亿元 is `>` with a lower bound; 左右 in 10%左右 is `~` with none.
package final class Approximators: Sendable {
  /// A word of the table.
  struct Word: Sendable {
    var comparator: Comparator
    var bound: Bound
    var length: Int
    /// Whether it governs a ratio behind it that no 的 leads up to (约占全省8%).
    var governs = false
  }

  /// What a word implies beside the amount.
  enum Bound: String, Sendable, CaseIterable {
    case none, low, high, both, more
  }

  private let words: [Word]
  /// For each word, what it must not stand behind.
  private let notAfter: [[[UInt16]]]
  /// For each word, what must not follow it.
  private let bars: [[[UInt16]]]
  /// Words in front, spelt backwards.
  private let before: PhraseTrie
  private let behind: PhraseTrie
  private let apart: PhraseTrie

  /// Reads the table.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "numbers/approximators.tsv"
    let table = models.table(
      file, required: ["surface", "place", "comparator", "bound", "not_after", "bars"],
      optional: ["source"], faults: &faults)
    var words: [Word] = []
    var notAfter: [[[UInt16]]] = []
    var bars: [[[UInt16]]] = []
    var before = PhraseTrie()
    var behind = PhraseTrie()
    var apart = PhraseTrie()
    for row in table?.rows ?? [] {
      guard let comparator = Comparator(sign: row["comparator"]),
        let bound = Bound(rawValue: String(row["bound"]))
      else {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "comparator"),
            .malformed(
              what: "comparator and bound", value: "\(row["comparator"]) \(row["bound"])",
              expected: "a sign of the contract and one of none, low, high, both, more")))
        continue
      }
      let surface = row["surface"]
      let index = words.count
      words.append(Word(comparator: comparator, bound: bound, length: surface.utf16.count))
      notAfter.append(row.list("not_after").map { Array($0.utf16) })
      bars.append(row.list("bars").map { Array($0.utf16) })
      switch row["place"] {
      case "before":
        _ = before.insert(String(surface.reversed()), value: index)
      case "behind": _ = behind.insert(surface, value: index)
      case "apart": _ = apart.insert(surface, value: index)
      case "governing":
        words[index].governs = true
        _ = apart.insert(surface, value: index)
      default:
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "place"),
            .undefined(what: "place", name: String(row["place"]), suggestion: "before")))
      }
    }
    self.words = words
    self.notAfter = notAfter
    self.bars = bars
    self.before = before
    self.behind = behind
    self.apart = apart
  }

  /// The longest word that ends right before `end`.
  func before(_ units: [UInt16], endingAt end: Int) -> Word? {
    var best = -1
    before.walkBack(units, from: end, to: 0) { value, start in
      if !isBarred(value, units, at: start) { best = value }
    }
    return best < 0 ? nil : words[best]
  }

  /// The longest word that begins at `start`.
  func behind(_ units: [UInt16], at start: Int) -> Word? {
    let word = longest(behind, units, at: start)
    return word < 0 ? nil : words[word]
  }

  /// The longest word at `start` that governs a ratio further on.
  func apart(_ units: [UInt16], at start: Int) -> Word? {
    let word = longest(apart, units, at: start)
    return word < 0 || isBarred(word, units, at: start) ? nil : words[word]
  }

  /// Whether a word stands behind one of those that it must not follow.
  private func isBarred(_ word: Int, _ units: [UInt16], at start: Int) -> Bool {
    notAfter[word].contains { UnitCatalog.stands($0, in: units, at: start - $0.count) }
  }

  /// The number of the longest word at `start`, or -1.
  private func longest(_ trie: PhraseTrie, _ units: [UInt16], at start: Int) -> Int {
    var best = -1
    trie.walk(units, from: start) { value, end in
      if !bars[value].contains(where: { UnitCatalog.stands($0, in: units, at: end) }) {
        best = value
      }
    }
    return best
  }
}
