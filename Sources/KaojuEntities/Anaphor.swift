import KaojuModels
import KaojuVocabulary

/// A word that points at a name instead of naming (该公司, 园区, 我国), with its declared antecedent.
struct Anaphor: Sendable {
  /// Which of the names before it a word points at.
  enum Policy: String, Sendable {
    /// Always the same entity, whether the document names it or not.
    case fixed
    /// The nearest before it.
    case nearest
    /// The most spoken of so far, ties to the nearest.
    case frequent
    /// The nearest that opens a clause.
    case topic
    /// The division of its level that the dateline, or else the document, speaks from.
    case dateline
    /// None: it is known as a word that names nobody.
    case skip
  }

  let kinds: [EntityKind]
  let policy: Policy
  let target: EntityID?
  /// Endings of which the antecedent must have one; any will do when empty.
  let heads: [[UInt16]]
  /// The level of division that the antecedent must have.
  let level: String?
  /// Whether it points only when no noun, number or name stands before it.
  let isBare: Bool

  /// Reads a row of `models/entities/anaphors.tsv`.
  init?(row: Table.Row, file: String, faults: inout [ModelFault]) {
    guard let policy = Policy(rawValue: String(row["policy"])) else {
      faults.append(
        ModelFault(
          file: file, line: row.line, column: row.position(of: "policy"),
          .undefined(
            what: "policy", name: String(row["policy"]),
            suggestion: Suggestion.nearest(
              to: String(row["policy"]),
              among: ["fixed", "nearest", "frequent", "topic", "dateline", "skip"]))))
      return nil
    }
    self.kinds = row.list("kind").map { EntityKind(String($0)) }
    self.policy = policy
    self.target = row["target"].isEmpty ? nil : EntityID(String(row["target"]))
    self.heads = row.list("heads").map { Array($0.utf16) }
    self.level = row["level"].isEmpty ? nil : String(row["level"])
    self.isBare = row["bare"] == "yes"
  }
}
