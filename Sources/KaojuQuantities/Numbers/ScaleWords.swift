import KaojuModels
import KaojuVocabulary

/// English words for powers of ten, from `models/numbers/scale-words.tsv`: million is 6.
struct ScaleWords: Sendable {
  private var words = PhraseTrie()

  /// Reads the table.
  init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "numbers/scale-words.tsv"
    let table = models.table(
      file, required: ["word", "power"], optional: ["source"], faults: &faults)
    for row in table?.rows ?? [] {
      guard let power = Int(row["power"]), (1...15).contains(power) else {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "power"),
            .malformed(
              what: "power", value: String(row["power"]),
              expected: "a whole number from 1 to 15")))
        continue
      }
      let word = row["word"]
      _ = words.insert(word, value: power)
      _ = words.insert(word.prefix(1).uppercased() + word.dropFirst(), value: power)
    }
  }

  /// The longest word at `start`: its power of ten and its end.
  func longest(in units: [UInt16], at start: Int) -> (power: Int, end: Int)? {
    guard start < units.count, let (power, end) = words.longest(in: units, at: start) else {
      return nil
    }
    return (power, end)
  }
}
