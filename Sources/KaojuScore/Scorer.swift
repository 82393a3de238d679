/// Compares predicted documents with their gold.
///
/// Optional gold items absorb: they count neither as missed nor, when found, as spare.
package struct Scorer {
  /// The figures so far.
  package private(set) var card = Scorecard()

  /// Makes a scorer that has compared nothing.
  package init() {}

  /// Adds a document and its gold to the figures.
  package mutating func add(
    _ predicted: ScoredDocument, gold: ScoredDocument, name: String
  ) {
    func sameKind(_ g: ScoredDocument.Item, _ p: ScoredDocument.Item) -> Bool {
      let kind = p.value["kind"]?.text ?? ""
      return g.value["kind"]?.text == kind || g.value["acceptkinds"]?.texts.contains(kind) ?? false
    }
    count(.entity, gold.mentions, predicted.mentions, name) {
      $0.coincides(with: $1) && sameKind($0, $1)
    }
    let pairs = count(.entityOverlap, gold.mentions, predicted.mentions, nil) {
      $0.overlaps($1) && sameKind($0, $1)
    }
    for (g, p) in pairs {
      guard let canonical = g.value["name"]?.text else { continue }
      let names = Set(([canonical] + (g.value["accept"]?.texts ?? [])).map(Agreement.cleaned))
      if names.contains(Agreement.cleaned(p.value["name"]?.text ?? "")) {
        card.linked.hits += 1
      } else {
        card.linked.spare += 1
      }
    }
    let quantities = count(.quantity, gold.quantities, predicted.quantities, name) {
      $0.overlaps($1) && Agreement.sameQuantity($0.value, $1.value)
        && $0.value["dimension"] == $1.value["dimension"]
    }
    for (g, p) in quantities {
      if (g.value["comparator"]?.text ?? "=") == (p.value["comparator"]?.text ?? "=") {
        card.comparators.hits += 1
      } else {
        card.comparators.spare += 1
      }
    }
    count(.time, gold.times, predicted.times, name) {
      $0.overlaps($1) && $0.value["type"] == $1.value["type"]
        && Agreement.sameTime($0.value, $1.value)
    }
    addFacts(predicted, gold: gold, name: name)
  }

  private mutating func addFacts(
    _ predicted: ScoredDocument, gold: ScoredDocument, name: String
  ) {
    let agreement = Agreement(gold: gold, predicted: predicted)
    let all = FactPairing(gold.facts, predicted.facts, agreement)
    card.layers[.fact, default: Tally()] += all.facts
    card.layers[.slot, default: Tally()] += all.slots
    for mistake in all.mistakes {
      card.mistakes.append(
        .init(
          document: name, label: mistake.label, gold: mistake.gold, predicted: mistake.predicted))
    }
    for (fact, holds) in all.judged {
      card.reliability[Self.tenth(of: fact), default: .init()].count(holds)
      card.rules[fact.value["rule"]?.text ?? "", default: .init()].count(holds)
    }
    func kind(_ item: ScoredDocument.Item) -> String { item.value["kind"]?.text ?? "" }
    for one in Set(gold.facts.filter { !$0.isOptional }.map(kind)) {
      let pairing = FactPairing(
        gold.facts.filter { kind($0) == one }, predicted.facts.filter { kind($0) == one },
        agreement)
      card.kinds[one, default: (Tally(), Tally())].fact += pairing.facts
      card.kinds[one, default: (Tally(), Tally())].slot += pairing.slots
    }
  }

  private static func tenth(of fact: ScoredDocument.Item) -> Int {
    guard case .number(let value) = fact.value["confidence"] else { return 0 }
    return min(9, Int(value * 10))
  }

  /// Pairs items greedily, equal ranges before overlapping ones, required gold before optional.
  @discardableResult
  private mutating func count(
    _ layer: Scorecard.Layer, _ gold: [ScoredDocument.Item], _ predicted: [ScoredDocument.Item],
    _ name: String?, _ same: (ScoredDocument.Item, ScoredDocument.Item) -> Bool
  ) -> [(ScoredDocument.Item, ScoredDocument.Item)] {
    var used = Set<Int>()
    var found = Set<Int>()
    var pairs: [(ScoredDocument.Item, ScoredDocument.Item)] = []
    let order =
      gold.indices.filter { !gold[$0].isOptional } + gold.indices.filter { gold[$0].isOptional }
    for exact in [true, false] {
      for g in order where !found.contains(g) {
        let hit = predicted.indices.first {
          !used.contains($0) && (!exact || gold[g].coincides(with: predicted[$0]))
            && same(gold[g], predicted[$0])
        }
        guard let hit else { continue }
        used.insert(hit)
        found.insert(g)
        pairs.append((gold[g], predicted[hit]))
      }
    }
    var tally = Tally()
    tally.hits = pairs.count { !$0.0.isOptional }
    let missed = gold.indices.filter { !found.contains($0) && !gold[$0].isOptional }
    let spare = predicted.indices.filter { !used.contains($0) }
    tally.missed = missed.count
    tally.spare = spare.count
    card.layers[layer, default: Tally()] += tally
    if let name {
      card.mistakes += missed.map {
        .init(document: name, label: "\(layer.rawValue) missed", gold: gold[$0], predicted: nil)
      }
      card.mistakes += spare.map {
        .init(document: name, label: "\(layer.rawValue) spare", gold: nil, predicted: predicted[$0])
      }
    }
    return pairs
  }
}
