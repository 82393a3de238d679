package import KaojuModels
import KaojuVocabulary

/// Words around a number that say how it bounds the true one, from `models/numbers/approximators.tsv`.
///
/// 超过 in 超过2800亿元 is `>` with a lower bound; 左右 in 10%左右 is `~` with none.
package struct Approximators: Sendable {
  /// A word of the table.
  struct Word: Sendable {
    var comparator: Comparator
    var bound: Bound
    var notAfter: [[UInt16]]
    var bars: [[UInt16]]
    var length: Int
    /// Whether it governs a ratio behind it that no 的 leads up to (约占全省8%).
    var governs = false
  }

  /// What a word implies beside the amount.
  enum Bound: String, Sendable, CaseIterable {
    case none, low, high, both, more
  }

  private var words: [Word] = []
  /// Words in front, spelt backwards.
  private var before = PhraseTrie()
  private var behind = PhraseTrie()
  private var apart = PhraseTrie()

  /// Reads the table.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "numbers/approximators.tsv"
    let table = models.table(
      file, required: ["surface", "place", "comparator", "bound", "not_after", "bars"],
      optional: ["source"], faults: &faults)
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
      words.append(
        Word(
          comparator: comparator, bound: bound,
          notAfter: row.list("not_after").map { Array($0.utf16) },
          bars: row.list("bars").map { Array($0.utf16) }, length: surface.utf16.count))
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
  }

  /// The longest word that ends right before `end`.
  func before(_ units: [UInt16], endingAt end: Int) -> Word? {
    var best: Word?
    before.walkBack(units, from: end, to: 0) { value, start in
      if !isBarred(words[value], units, at: start) { best = words[value] }
    }
    return best
  }

  /// The longest word that begins at `start`.
  func behind(_ units: [UInt16], at start: Int) -> Word? {
    longest(behind, units, at: start)
  }

  /// The longest word at `start` that governs a ratio further on.
  func apart(_ units: [UInt16], at start: Int) -> Word? {
    guard let word = longest(apart, units, at: start) else { return nil }
    return isBarred(word, units, at: start) ? nil : word
  }

  /// Whether a word stands behind one of those that it must not follow.
  private func isBarred(_ word: Word, _ units: [UInt16], at start: Int) -> Bool {
    word.notAfter.contains { UnitCatalog.stands($0, in: units, at: start - $0.count) }
  }

  private func longest(_ trie: PhraseTrie, _ units: [UInt16], at start: Int) -> Word? {
    var best: Word?
    trie.walk(units, from: start) { value, end in
      if !words[value].bars.contains(where: { UnitCatalog.stands($0, in: units, at: end) }) {
        best = words[value]
      }
    }
    return best
  }
}
