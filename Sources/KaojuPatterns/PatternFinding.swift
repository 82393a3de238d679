/// What a walk noted, before it is put into text order.
struct PatternFinding {
  /// Events right of the anchor, then events left of it.
  let events: [PatternWalk.Event]
  /// Where those of the left begin.
  let pivot: Int
  /// All items that were touched.
  let positions: Range<Int>

  /// The positions of the quantities that were bound.
  var quantities: [Int] { events.filter(\.isQuantity).map { Int($0.from) } }

  /// Puts all into text order, rounds counted from the left.
  func match(rule: Int, program: PatternProgram, anchor: Range<Int>, word: Int) -> PatternMatch {
    var bindings = read(
      events[pivot...], group: Int(program.anchorGroup), forward: false)
    if let slot = program.anchorElement.slot {
      bindings.append(
        PatternMatch.Binding(
          slot: slot, positions: anchor, group: Int(program.anchorGroup), round: 0, word: word))
    }
    bindings += read(events[..<pivot], group: Int(program.anchorGroup), forward: true)
    return PatternMatch(
      rule: rule, positions: positions, anchor: anchor.lowerBound,
      bindings: bindings.sorted { left, right in
        (left.positions.lowerBound, right.positions.upperBound)
          < (right.positions.lowerBound, left.positions.upperBound)
      })
  }

  private func read(
    _ events: ArraySlice<PatternWalk.Event>, group: Int, forward: Bool
  ) -> [PatternMatch.Binding] {
    var bindings: [PatternMatch.Binding] = []
    var group = group
    var round = 0
    var first = 0
    var open: [(slot: SlotName, position: Int32)] = []
    for event in events {
      switch event.kind {
      case .bind:
        bindings.append(
          PatternMatch.Binding(
            slot: event.slot, positions: Int(event.from)..<Int(event.to), group: group,
            round: round, word: Int(event.word)))
      case .open: open.append((event.slot, event.from))
      case .close:
        guard let start = open.popLast() else { continue }
        let low = Int(min(start.position, event.from))
        let high = Int(max(start.position, event.from))
        bindings.append(
          PatternMatch.Binding(
            slot: event.slot, positions: low..<high, group: group, round: round, word: -1))
      case .enterRounds:
        group = Int(event.group)
        round = 0
        first = bindings.count
      case .nextRound: round += 1
      case .leaveRounds:
        if !forward, group == Int(event.group) {
          for index in first..<bindings.count where bindings[index].group == group {
            bindings[index].round = round - bindings[index].round
          }
        }
        group = -1
        round = 0
      }
    }
    return bindings
  }
}
