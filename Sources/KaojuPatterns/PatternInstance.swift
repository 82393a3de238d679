/// How the rounds of several repetitions in one rule belong together.
package enum ListPairing: String, Sendable, Hashable, CaseIterable {
  /// The i-th with the i-th (A、B分别增长x、y); unequal counts are refused.
  case zip
  /// Each with each (A和B排名第x、保持第y).
  case product
}

/// One round of a match: the bindings that make one fact.
package struct PatternInstance: Hashable, Sendable {
  /// The bindings in text order, the shared ones among them.
  package var bindings: [PatternMatch.Binding]
  /// The round, from 0.
  package var round: Int

  /// The first binding of a slot.
  package func first(_ slot: SlotName) -> PatternMatch.Binding? {
    bindings.first { $0.slot == slot }
  }

  /// The bindings of a slot in text order.
  package func all(_ slot: SlotName) -> [PatternMatch.Binding] {
    bindings.filter { $0.slot == slot }
  }
}

extension PatternMatch {
  /// One instance for each fact that the match makes, or `nil` when lists that belong together
  /// have unequal lengths.
  package func instances(pairing: ListPairing) -> [PatternInstance]? {
    var counts: [Int: Int] = [:]
    for binding in bindings where binding.group >= 0 {
      counts[binding.group] = max(counts[binding.group] ?? 0, binding.round + 1)
    }
    let shared = bindings.filter { $0.group < 0 }
    guard !counts.isEmpty else { return [PatternInstance(bindings: shared, round: 0)] }
    let groups = counts.keys.sorted()
    var choices: [[Int: Int]] = []
    switch pairing {
    case .zip:
      let sizes = Set(counts.values)
      guard sizes.count == 1, let size = sizes.first else { return nil }
      choices = (0..<size).map { round in
        Dictionary(uniqueKeysWithValues: groups.map { ($0, round) })
      }
    case .product:
      choices = [[:]]
      for group in groups {
        choices = choices.flatMap { choice in
          (0..<(counts[group] ?? 0)).map { round in
            choice.merging([group: round]) { _, new in new }
          }
        }
      }
    }
    return choices.enumerated().map { index, choice in
      PatternInstance(
        bindings: bindings.filter { $0.group < 0 || choice[$0.group] == $0.round }, round: index)
    }
  }
}
