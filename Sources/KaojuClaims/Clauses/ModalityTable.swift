package import KaojuModels
package import KaojuVocabulary

/// The cues of `models/claims/modality.tsv`, found on the characters.
package struct ModalityTable: Sendable {
  /// How far a cue reaches.
  @frozen
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Over the clauses behind it that have no sign of tense.
    case sentence
    /// To the end of its clause.
    case clause
    /// Over the noun phrase that ends in it (销售目标).
    case phrase
  }

  /// A cue.
  package struct Cue: Sendable, Hashable {
    /// What it says.
    package var modality: Modality
    /// How far it reaches.
    package var scope: Scope
    /// Whether it counts only where a verb, adverb or preposition follows (计划新建, but not 飞行计划).
    package var needsVerb: Bool
  }

  private var cues: [Cue] = []
  /// The words; a value indexes ``cues``.
  private var words = PhraseTrie()
  /// The words spelt backwards.
  private var tails = PhraseTrie()

  /// Reads the table.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "claims/modality.tsv"
    let columns = ["words", "modality", "scope", "follower"]
    guard let table = models.table(file, required: columns, faults: &faults) else { return }
    table.requireCells(Array(columns.prefix(3)), faults: &faults)
    for row in table.rows {
      let name = String(row["modality"])
      guard let modality = Modality.allCases.first(where: { $0.name == name }) else {
        let names = Modality.allCases.map(\.name)
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "modality"),
            .undefined(
              what: "modality", name: name,
              suggestion: Suggestion.nearest(to: name, among: names))))
        continue
      }
      guard let scope = Scope(rawValue: String(row["scope"])) else {
        let names = Scope.allCases.map(\.rawValue)
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "scope"),
            .undefined(
              what: "scope", name: String(row["scope"]),
              suggestion: Suggestion.nearest(to: String(row["scope"]), among: names))))
        continue
      }
      for word in row.list("words") {
        let units = Array(word.utf16)
        let value = Int32(truncatingIfNeeded: cues.count)
        cues.append(
          Cue(modality: modality, scope: scope, needsVerb: row["follower"] == "verb"))
        words.insert(units, value: value)
        tails.insert(units.reversed(), value: value)
      }
    }
  }

  /// The longest cue that begins at `start` and ends by `limit`.
  package func longest(
    at start: Int, limit: Int, in units: [UInt16]
  ) -> (end: Int, cue: Cue)? {
    var found: (end: Int, cue: Cue)?
    words.walk(units, from: start, to: limit) { value, end in found = (end, cues[value]) }
    return found
  }

  /// The modality of a noun phrase that ends in a cue of its own (48万辆的销售目标).
  package func phrase(_ range: TextRange, in units: [UInt16]) -> Modality? {
    var found: Modality?
    tails.walkBack(units, from: range.end, to: range.start) { value, _ in
      if cues[value].scope == .phrase { found = cues[value].modality }
    }
    return found
  }
}
