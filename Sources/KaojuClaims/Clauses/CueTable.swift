package import KaojuModels
package import KaojuVocabulary

/// The words of `models/claims/cues.tsv`, found on the characters.
///
/// At 据 of 据统计 the longest word of class `.source` is 据.
package struct CueTable: Sendable {
  /// A word with all its classes.
  private struct Entry: Sendable {
    var units: [UInt16]
    var classes: CueClass
  }

  /// For each code unit, one more than the bucket of the words that begin with it.
  private var buckets: [UInt16]
  /// Words that begin alike, the longest first.
  private var entries: [[Entry]]

  /// Reads the table.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
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
  package init(words: [[UInt16]: CueClass]) {
    buckets = [UInt16](repeating: 0, count: 0x10000)
    entries = []
    for (word, classes) in words {
      guard let first = word.first else { continue }
      if buckets[Int(first)] == 0 {
        entries.append([])
        buckets[Int(first)] = UInt16(truncatingIfNeeded: entries.count)
      }
      entries[Int(buckets[Int(first)]) - 1].append(Entry(units: word, classes: classes))
    }
    for index in entries.indices {
      entries[index].sort {
        $0.units.count != $1.units.count
          ? $0.units.count > $1.units.count : $0.units.lexicographicallyPrecedes($1.units)
      }
    }
  }

  /// The longest word of any of `classes` that begins at `start` and ends by `limit`.
  package func longest(
    at start: Int, limit: Int, in units: [UInt16], of classes: CueClass
  ) -> (end: Int, classes: CueClass)? {
    let bucket = Int(buckets[Int(units[start])])
    guard bucket > 0 else { return nil }
    for entry in entries[bucket - 1] where !entry.classes.isDisjoint(with: classes) {
      let end = start + entry.units.count
      if end <= limit, matches(entry, at: start, in: units) { return (end, entry.classes) }
    }
    return nil
  }

  /// The classes of the word that fills `range` exactly.
  package func classes(of range: TextRange, in units: [UInt16]) -> CueClass {
    guard !range.isEmpty else { return [] }
    let bucket = Int(buckets[Int(units[range.start])])
    guard bucket > 0 else { return [] }
    for entry in entries[bucket - 1] where entry.units.count == range.count {
      if matches(entry, at: range.start, in: units) { return entry.classes }
    }
    return []
  }

  /// Whether a word of `classes` ends right before `end`, beginning no earlier than `start`.
  package func wordEnds(
    at end: Int, from start: Int, in units: [UInt16], of classes: CueClass, longest: Int = 6
  ) -> Int? {
    var length = min(longest, end - start)
    while length > 0 {
      if !self.classes(of: TextRange(end - length, end), in: units).isDisjoint(with: classes) {
        return end - length
      }
      length -= 1
    }
    return nil
  }

  private func matches(_ entry: Entry, at start: Int, in units: [UInt16]) -> Bool {
    for index in 1..<max(entry.units.count, 1)
    where units[start + index] != entry.units[index] { return false }
    return true
  }
}
