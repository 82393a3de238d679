/// Pairs the facts of a document with those of its gold, the best agreement first.
struct FactPairing {
  /// A fact that was missed, is spare, or differs in some slot.
  struct Mistake {
    var label: String
    var gold: ScoredDocument.Item?
    var predicted: ScoredDocument.Item?
  }

  /// Facts that agree in every slot.
  private(set) var facts = Tally()
  /// The same pairs, slot by slot.
  private(set) var slots = Tally()
  /// What went wrong.
  private(set) var mistakes: [Mistake] = []
  /// Each predicted fact that optional gold does not absorb, and whether it holds.
  private(set) var judged: [(fact: ScoredDocument.Item, holds: Bool)] = []

  init(
    _ gold: [ScoredDocument.Item], _ predicted: [ScoredDocument.Item], _ agreement: Agreement
  ) {
    let pairs = Self.pairs(gold, predicted, agreement)
    for (index, item) in gold.enumerated() {
      guard let partner = pairs[index] else {
        guard !item.isOptional else { continue }
        facts.missed += 1
        slots.missed += agreement.slots(item, item).all.count
        mistakes.append(Mistake(label: "fact missed", gold: item))
        continue
      }
      if !item.isOptional { compare(item, predicted[partner], agreement) }
    }
    let taken = Set(pairs.values)
    for (index, item) in predicted.enumerated() where !taken.contains(index) {
      facts.spare += 1
      slots.spare += Agreement.keys.count { item.value[$0] != nil }
      mistakes.append(Mistake(label: "fact spare", predicted: item))
      judged.append((item, false))
    }
  }

  private mutating func compare(
    _ gold: ScoredDocument.Item, _ predicted: ScoredDocument.Item, _ agreement: Agreement
  ) {
    let (all, good) = agreement.slots(gold, predicted)
    let free = ["basis", "place", "scope", "time"]
    let extra = Agreement.keys.count {
      predicted.value[$0] != nil && gold.value[$0] == nil && !free.contains($0)
    }
    let bad = all.filter { !good.contains($0) }
    slots.hits += good.count
    slots.missed += bad.count
    slots.spare += bad.count { predicted.value[$0] != nil } + extra
    let posing =
      predicted.value["time"] != nil && gold.value["time"] == nil
      && !(predicted.value["inherited"]?.texts.contains("time") ?? false)
    let holds = bad.isEmpty && !posing
    if holds {
      facts.hits += 1
    } else {
      facts.missed += 1
      facts.spare += 1
      let label = "fact differs in " + bad.joined(separator: ",") + (posing ? " time+" : "")
      mistakes.append(Mistake(label: label, gold: gold, predicted: predicted))
    }
    judged.append((predicted, holds))
  }

  private static func pairs(
    _ gold: [ScoredDocument.Item], _ predicted: [ScoredDocument.Item], _ agreement: Agreement
  ) -> [Int: Int] {
    var candidates: [(agreeing: Int, gold: Int, predicted: Int)] = []
    for (g, item) in gold.enumerated() {
      let kinds =
        [item.value["kind"]?.text].compactMap { $0 } + (item.value["acceptkinds"]?.texts ?? [])
      for (p, other) in predicted.enumerated() {
        guard kinds.contains(other.value["kind"]?.text ?? ""),
          other.places.contains(where: { $0.overlaps(item) })
        else { continue }
        candidates.append((agreement.slots(item, other).good.count, g, p))
      }
    }
    candidates.sort {
      ($1.agreeing, gold[$0.gold].isOptional ? 1 : 0, $0.gold, $0.predicted)
        < ($0.agreeing, gold[$1.gold].isOptional ? 1 : 0, $1.gold, $1.predicted)
    }
    var pairs: [Int: Int] = [:]
    var taken = Set<Int>()
    for candidate in candidates where candidate.agreeing > 0 {
      guard pairs[candidate.gold] == nil, !taken.contains(candidate.predicted) else { continue }
      pairs[candidate.gold] = candidate.predicted
      taken.insert(candidate.predicted)
    }
    return pairs
  }
}
