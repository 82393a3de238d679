import KaojuScore

/// What a change of models does to the facts of gold documents.
struct GoldImpact: CustomStringConvertible {
  let before: Scorecard
  let after: Scorecard

  /// The rules whose facts the change touched.
  var rules: [String] {
    Set(before.rules.keys).union(after.rules.keys).filter { before.rules[$0] != after.rules[$0] }
  }

  /// How much a rule gained: facts that hold now and did not, less those that do not hold.
  func weight(of rule: String) -> Int {
    let (was, now) = tallies(of: rule)
    return now.held - was.held - (now.wrong - was.wrong)
  }

  /// What is said beside a rule: ` gold 12 → 14 hold, 3 → 2 do not`; nothing where gold is the same.
  func note(on rule: String) -> String {
    let (was, now) = tallies(of: rule)
    guard was != now else { return "" }
    return " gold \(was.held) → \(now.held) hold, \(was.wrong) → \(now.wrong) do not"
  }

  /// The figures of `kaoju score` that moved, one a line.
  var description: String {
    let moved = Baseline(after).differences(from: Baseline(before))
    return moved.isEmpty
      ? "gold: no figure moved" : moved.map { "gold: " + $0 }.joined(separator: "\n")
  }

  private func tallies(of rule: String) -> (Scorecard.Reliability, Scorecard.Reliability) {
    (before.rules[rule, default: .init()], after.rules[rule, default: .init()])
  }
}
