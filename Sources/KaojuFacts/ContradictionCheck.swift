import KaojuVocabulary

/// Finds facts of a document that cannot all hold.
///
/// 产值由20亿元增长到30亿元,增长40% has a change and a growth that contradict each other: it is 50%.
struct ContradictionCheck {
  /// No more facts of one subject and attribute are compared with one another.
  private static let widest = 12
  /// The kinds that say how much at a time.
  private static let kinds: [FactKind] = [.measurement, .share, .growth, .change]

  private struct Topic: Hashable {
    var subject: SlotKey
    var attribute: SlotKey
  }

  private struct Conflict {
    var left: Int
    var right: Int
    var code: RuleID
    var message: String
  }

  /// Flags the facts that contradict one another and leaves a diagnostic for each pair.
  func check(_ facts: inout [Fact], diagnostics: inout [Diagnostic]) {
    var places: [Topic: Int] = [:]
    var groups: [[Int]] = []
    for index in facts.indices {
      guard Self.kinds.contains(facts[index].claim.kind),
        let attribute = facts[index].claim.attribute, !facts[index].claim.isNegated,
        facts[index].claim.modality == .asserted
      else { continue }
      let topic = Topic(
        subject: SlotKey(facts[index].claim.subject), attribute: SlotKey(text: attribute.text))
      guard !topic.subject.isEmpty else { continue }
      if let place = places[topic] {
        if groups[place].count < Self.widest { groups[place].append(index) }
      } else {
        places[topic] = groups.count
        groups.append([index])
      }
    }
    for members in groups where members.count > 1 {
      for (offset, left) in members.enumerated() {
        for right in members.dropFirst(offset + 1) {
          guard let conflict = conflict(left, right, in: facts) else { continue }
          mark(conflict, in: &facts, diagnostics: &diagnostics)
        }
      }
    }
  }

  private func mark(
    _ conflict: Conflict, in facts: inout [Fact], diagnostics: inout [Diagnostic]
  ) {
    facts[conflict.left].flags.append("contradicts:\(facts[conflict.right].id)")
    facts[conflict.right].flags.append("contradicts:\(facts[conflict.left].id)")
    diagnostics.append(
      Diagnostic(
        code: conflict.code, message: conflict.message,
        range: facts[conflict.right].claim.evidence))
  }

  private func conflict(_ left: Int, _ right: Int, in facts: [Fact]) -> Conflict? {
    let a = facts[left].claim
    let b = facts[right].claim
    switch (a.kind, b.kind) {
    case (.measurement, .measurement), (.share, .share), (.growth, .growth):
      return valueConflict(left, a, right, b)
    case (.change, .growth): return growthConflict(left, a, right, b)
    case (.growth, .change): return growthConflict(right, b, left, a)
    default: return nil
    }
  }

  /// Two values of one thing at one time.
  private func valueConflict(_ left: Int, _ a: Claim, _ right: Int, _ b: Claim) -> Conflict? {
    guard let one = a.value?.value, let other = b.value?.value, let time = a.time,
      time.timex == b.time?.timex, !time.timex.hasSuffix("_REF"), a.basis == b.basis,
      SlotKey(a.whole) == SlotKey(b.whole), SlotKey(a.place) == SlotKey(b.place),
      isCertain(a), isCertain(b), a.isDown == b.isDown
    else { return nil }
    switch Consistency.compare(one, other) {
    case .agree: return nil
    case .unitSlip:
      return Conflict(
        left: left, right: right, code: "fact/unit-slip",
        message: "Two values of one thing at one time are a power of ten apart.")
    case .differ:
      return Conflict(
        left: left, right: right, code: "fact/value",
        message: "Two values of one thing at one time differ.")
    }
  }

  /// Only what a clause says itself can contradict: an inherited time may be the wrong one.
  private func isCertain(_ claim: Claim) -> Bool {
    !claim.inherited.contains(.time) && !claim.inherited.contains(.subject)
      && claim.attribute?.attribute != nil && claim.confidence >= 50
  }

  /// The ends of a change against a growth printed right beside it.
  private func growthConflict(
    _ change: Int, _ a: Claim, _ growth: Int, _ b: Claim
  ) -> Conflict? {
    guard let before = a.before?.value?.value, let after = a.after?.value?.value,
      let ratio = b.value?.value, ratio.dimension == .ratio, before.unit == after.unit,
      b.basis == nil || b.basis == .cumulative,
      abs(a.evidence.lowerBound - b.evidence.lowerBound) < 60,
      Consistency.grows(before, to: after, by: ratio, down: b.isDown) == false
    else { return nil }
    return Conflict(
      left: change, right: growth, code: "fact/growth",
      message: "The growth that is printed is not the one between the two values.")
  }
}
