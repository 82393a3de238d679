import KaojuVocabulary

/// One attempt to match one rule: a walk to the right of the anchor, then one to the left.
struct PatternWalk {
  /// Something noted on the way.
  struct Event {
    enum Kind { case bind, open, close, enterRounds, nextRound, leaveRounds }
    var kind: Kind
    var slot = SlotName(rawValue: 0)
    var from: Int32 = 0
    var to: Int32 = 0
    var word: Int32 = -1
    var group: Int32 = -1
    var isQuantity = false
    var hasSlot = false
  }

  /// A way that was left for later.
  private struct Branch {
    var step: Int32
    var position: Int32
    var events: Int32
    var event: Event?
  }

  private(set) var events: [Event] = []
  /// For each program right of an anchor and each place where it failed, the generation in which
  /// it did: rules that go on alike fail alike.
  private var failures: [UInt32] = []
  private var failureGeneration: UInt32 = 0
  private var branches: [Branch] = []
  private var ways: [PatternElementReader.Way] = []
  private var visited: [UInt32] = []
  private var generation: UInt32 = 0

  /// Forgets where programs failed: before another sentence, and when an item was closed.
  mutating func forgetFailures() {
    failureGeneration &+= 1
    if failureGeneration == 0 {
      for index in failures.indices { failures[index] = 0 }
      failureGeneration = 1
    }
  }

  /// Tries a rule at an anchor; what it noted is in ``events``.
  mutating func run(
    _ entry: RuleSet.Entry, anchor: Range<Int>, _ reader: inout PatternElementReader,
    trace: inout PatternTrace?
  ) -> PatternFinding? {
    let program = entry.program
    let place = Int(entry.right) * Self.places + min(anchor.upperBound, Self.places - 1)
    if trace == nil, place < failures.count, failures[place] == failureGeneration { return nil }
    guard reader.passes(program.anchorStep, program, at: anchor.lowerBound) else { return nil }
    events.removeAll(keepingCapacity: true)
    guard
      let right = walk(
        program.right, program, from: anchor.upperBound, forward: true, &reader, &trace)
    else {
      if anchor.upperBound < Self.places - 1 { fail(at: place) }
      return nil
    }
    let pivot = events.count
    guard
      let left = walk(
        program.left, program, from: anchor.lowerBound, forward: false, &reader, &trace)
    else { return nil }
    return PatternFinding(events: events, pivot: pivot, positions: left..<right)
  }

  /// Positions of a sentence, and one more that is never marked.
  private static let places = PatternInput.maximumItems + 2

  private mutating func fail(at place: Int) {
    if place >= failures.count {
      failures += [UInt32](repeating: 0, count: place + Self.places - failures.count)
    }
    failures[place] = failureGeneration
  }

  private mutating func walk(
    _ code: [PatternProgram.Instruction], _ program: PatternProgram, from start: Int,
    forward: Bool, _ reader: inout PatternElementReader,
    _ trace: inout PatternTrace?
  ) -> Int? {
    let width = reader.input.items.count + 1
    if visited.count < code.count * width {
      visited = [UInt32](repeating: 0, count: max(code.count * width, visited.count * 2, 4096))
      generation = 0
    }
    generation &+= 1
    if generation == 0 {
      for index in visited.indices { visited[index] = 0 }
      generation = 1
    }
    // Taken out of the struct, so that each mark is set without asking who else holds them.
    var marks = visited
    visited = []
    let end = follow(
      code, program, from: start, width: width, forward: forward, &marks, &reader, &trace)
    visited = marks
    return end
  }

  private mutating func follow(
    _ code: [PatternProgram.Instruction], _ program: PatternProgram, from start: Int, width: Int,
    forward: Bool, _ marks: inout [UInt32], _ reader: inout PatternElementReader,
    _ trace: inout PatternTrace?
  ) -> Int? {
    var visited = marks.mutableSpan
    branches.removeAll(keepingCapacity: true)
    branches.append(
      Branch(step: 0, position: Int32(start), events: Int32(events.count), event: nil))
    while !branches.isEmpty {
      let branch = branches.removeLast()
      while events.count > Int(branch.events) { events.removeLast() }
      if let event = branch.event { events.append(event) }
      var step = Int(branch.step)
      var position = Int(branch.position)
      follow: while true {
        let mark = step * width + position
        if visited[mark] == generation { break follow }
        visited[mark] = generation
        switch code[step] {
        case .accept: return position
        case .jump(let target): step = Int(target)
        case .split(let first, let second):
          branches.append(
            Branch(
              step: second, position: Int32(position), events: Int32(events.count), event: nil))
          step = Int(first)
        case .take(let index):
          let element = program.steps[Int(index)]
          guard
            let next = take(
              element, program, at: position, step: step, forward: forward, &reader)
          else {
            trace?.miss(
              program.elements[Int(index)].written, at: position, forward: forward)
            break follow
          }
          position = next
          step += 1
        case .open(let slot):
          note(.open, at: position, slot: slot)
          step += 1
        case .close(let slot):
          note(.close, at: position, slot: slot)
          step += 1
        case .enterRounds(let group):
          note(.enterRounds, at: position, group: group)
          step += 1
        case .nextRound(let group):
          note(.nextRound, at: position, group: group)
          step += 1
        case .leaveRounds(let group):
          note(.leaveRounds, at: position, group: group)
          step += 1
        case .edge(let atStart):
          let holds =
            atStart
            ? reader.input.isClauseStart(position) : reader.input.isClauseEnd(position)
          guard holds else {
            trace?.miss(atStart ? "#start" : "#end", at: position, forward: forward)
            break follow
          }
          step += 1
        case .look(let end, let ahead, let negated):
          let holds = reader.guardHolds(
            code, program, from: step + 1, at: position, forward: ahead)
          guard holds != negated else {
            trace?.miss(negated ? "!" : "&", at: position, forward: forward)
            break follow
          }
          step = Int(end)
        }
      }
    }
    return nil
  }

  private mutating func note(
    _ kind: Event.Kind, at position: Int, slot: SlotName = SlotName(rawValue: 0),
    group: Int32 = -1
  ) {
    events.append(
      Event(
        kind: kind, slot: slot, from: Int32(position), to: Int32(position), group: group,
        hasSlot: true))
  }

  /// Walks over an element: the longest way at once, shorter ones later.
  private mutating func take(
    _ element: PatternProgram.Step, _ program: PatternProgram, at position: Int, step: Int,
    forward: Bool,
    _ reader: inout PatternElementReader
  ) -> Int? {
    ways.removeAll(keepingCapacity: true)
    reader.ways(over: element, of: program, from: position, forward: forward, into: &ways)
    guard let longest = ways.popLast() else { return nil }
    for way in ways {
      branches.append(
        Branch(
          step: Int32(step + 1), position: forward ? way.end : way.start,
          events: Int32(events.count), event: event(of: element, way)))
    }
    if let event = event(of: element, longest) { events.append(event) }
    return Int(forward ? longest.end : longest.start)
  }

  private func event(
    of element: PatternProgram.Step, _ way: PatternElementReader.Way
  ) -> Event? {
    guard let slot = element.slot else { return nil }
    return Event(
      kind: .bind, slot: slot, from: way.start, to: way.end, word: way.word,
      isQuantity: element.isQuantity, hasSlot: true)
  }
}

extension PatternProgram.Element.Test {
  /// Whether what is accepted is a quantity, which is closed to later rules.
  var isQuantity: Bool {
    switch self {
    case .filling(.quantity), .filling(.duration): true
    default: false
    }
  }
}
