package import KaojuModels
package import KaojuVocabulary

/// The words of `models/claims/cues.tsv`, found on the characters.
///
/// At 据 of 据统计 the longest word of class `.source` is 据.
package final class CueTable: Sendable {
  /// The words; a value indexes ``classSets``.
  private let words: PhraseTrie
  /// The words spelt backwards.
  private let tails: PhraseTrie
  private let classSets: [CueClass]
  /// For the last twelve bits of a code unit, the classes of the words that begin with it, so that
  /// asking for few classes passes by most of a text.
  private let classesOfFirst: [CueClass]
  /// The same of the words that end with it.
  private let classesOfLast: [CueClass]
  private static let mask = 0xFFF

  /// Reads the table.
  package convenience init(models: ModelFolder, faults: inout [ModelFault]) {
    var words: [[UInt16]: CueClass] = [:]
    let file = "claims/cues.tsv"
    if let table = models.table(file, required: ["class", "words"], faults: &faults) {
      table.requireCells(["class", "words"], faults: &faults)
      for row in table.rows {
        let name = String(row["class"])
        guard let cueClass = CueClass.names[name] else {
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "class"),
              .undefined(
                what: "cue class", name: name,
                suggestion: Suggestion.nearest(to: name, among: CueClass.names.keys.sorted()))))
          continue
        }
        for word in row.list("words") {
          words[Array(word.utf16), default: []].formUnion(cueClass)
        }
      }
    }
    self.init(words: words)
  }

  /// Takes words that are already read.
  package init(words classesOfWords: [[UInt16]: CueClass]) {
    var words = PhraseTrie()
    var tails = PhraseTrie()
    var classSets: [CueClass] = []
    var classesOfFirst = [CueClass](repeating: [], count: Self.mask + 1)
    var classesOfLast = classesOfFirst
    for (word, classes) in classesOfWords {
      let value = Int32(truncatingIfNeeded: classSets.count)
      classSets.append(classes)
      words.insert(word, value: value)
      tails.insert(word.reversed(), value: value)
      guard let first = word.first, let last = word.last else { continue }
      classesOfFirst[Int(first) & Self.mask].formUnion(classes)
      classesOfLast[Int(last) & Self.mask].formUnion(classes)
    }
    self.words = words
    self.tails = tails
    self.classSets = classSets
    self.classesOfFirst = classesOfFirst
    self.classesOfLast = classesOfLast
  }

  /// The longest word of any of `classes` that begins at `start` and ends by `limit`.
  package func longest(
    at start: Int, limit: Int, in units: [UInt16], of classes: CueClass
  ) -> (end: Int, classes: CueClass)? {
    guard start < limit, !classesOfFirst[Int(units[start]) & Self.mask].isDisjoint(with: classes)
    else { return nil }
    var found: (end: Int, classes: CueClass)?
    words.walk(units, from: start, to: limit) { value, end in
      if !classSets[value].isDisjoint(with: classes) { found = (end, classSets[value]) }
    }
    return found
  }

  /// The classes of the word that fills `range` exactly.
  package func classes(of range: TextRange, in units: [UInt16]) -> CueClass {
    guard !range.isEmpty else { return [] }
    let value = words.value(of: units[range.indices])
    return value < 0 ? [] : classSets[Int(value)]
  }

  /// Whether a word of `classes` stands anywhere in `range`.
  package func contains(_ classes: CueClass, in range: TextRange, of units: [UInt16]) -> Bool {
    range.indices.contains { longest(at: $0, limit: range.end, in: units, of: classes) != nil }
  }

  /// Where the longest word of `classes` begins that ends right before `end`, no earlier than
  /// `start` and of no more than `longest` characters.
  package func wordEnds(
    at end: Int, from start: Int, in units: [UInt16], of classes: CueClass, longest: Int = 6
  ) -> Int? {
    guard end > start, end > 0,
      !classesOfLast[Int(units[end - 1]) & Self.mask].isDisjoint(with: classes)
    else { return nil }
    var found: Int?
    tails.walkBack(units, from: end, to: max(start, end - longest)) { value, first in
      if !classSets[value].isDisjoint(with: classes) { found = first }
    }
    return found
  }
}
