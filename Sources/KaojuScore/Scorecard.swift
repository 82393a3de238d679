/// The figures of a set of documents against their gold.
package struct Scorecard: Sendable {
  /// A layer that is scored.
  package enum Layer: String, CaseIterable, Sendable {
    case entity
    case entityOverlap = "entity~"
    case quantity, time, fact, slot
  }

  /// An error, for the list of the worst.
  package struct Mistake: Sendable {
    /// The document's name.
    package var document: String
    /// What went wrong (`fact differs in subject,time`).
    package var label: String
    /// The gold item, where there is one.
    package var gold: ScoredDocument.Item?
    /// The predicted item, where there is one.
    package var predicted: ScoredDocument.Item?
  }

  /// How often facts of one band of confidence, or of one rule, hold.
  package struct Reliability: Hashable, Sendable {
    /// Facts with a gold counterpart or none, optional ones left aside.
    package var facts = 0
    /// Those that hold in every slot.
    package var held = 0

    /// Makes a count of nothing.
    package init() {}

    /// Those that do not.
    package var wrong: Int { facts - held }

    mutating func count(_ holds: Bool) {
      facts += 1
      if holds { held += 1 }
    }
  }

  /// Tallies by layer.
  package var layers: [Layer: Tally] = [:]
  /// Linked mentions that have the right canonical name, of those that were matched.
  package var linked = Tally()
  /// Matched quantities with the right comparator, of those that were matched.
  package var comparators = Tally()
  /// Facts and slots by kind of fact.
  package var kinds: [String: (fact: Tally, slot: Tally)] = [:]
  /// Facts by confidence in tenths.
  package var reliability: [Int: Reliability] = [:]
  /// Facts by the rule that made them.
  package var rules: [String: Reliability] = [:]
  /// Everything that went wrong.
  package var mistakes: [Mistake] = []

  /// Makes an empty card.
  package init() {}

  /// The figures by name, as the committed baseline holds them.
  package var figures: [(name: String, value: Double)] {
    var result = Layer.allCases.map { ($0.rawValue, layers[$0, default: Tally()].f1) }
    result.append(("link", linked.precision))
    result.append(("comparator", comparators.precision))
    for kind in kinds.keys.sorted() {
      result.append(("fact/\(kind)", kinds[kind]?.fact.f1 ?? 0))
      result.append(("slot/\(kind)", kinds[kind]?.slot.f1 ?? 0))
    }
    return result
  }
}
