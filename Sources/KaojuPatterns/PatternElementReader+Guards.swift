import KaojuVocabulary

extension PatternElementReader {
  /// Whether a guard holds; a step that failed at a position is not tried there again, so that a
  /// guard costs at most its length times the sentence's.
  mutating func guardHolds(
    _ code: [PatternProgram.Instruction], _ program: PatternProgram, from step: Int,
    at position: Int, forward: Bool
  ) -> Bool {
    let size = code.count * (input.items.count + 1)
    if guardFailures.count < size {
      guardFailures = [UInt32](repeating: 0, count: max(size, guardFailures.count * 2))
      guardGeneration = 0
    }
    guardGeneration &+= 1
    if guardGeneration == 0 {
      for index in guardFailures.indices { guardFailures[index] = 0 }
      guardGeneration = 1
    }
    return holds(code, program, from: step, at: position, forward: forward, depth: 0)
  }

  private mutating func holds(
    _ code: [PatternProgram.Instruction], _ program: PatternProgram, from step: Int,
    at position: Int, forward: Bool, depth: Int
  ) -> Bool {
    let mark = step * (input.items.count + 1) + position
    guard depth < 64, guardFailures[mark] != guardGeneration else { return false }
    let holds = goesOn(
      code, program, from: step, at: position, forward: forward, depth: depth + 1)
    if !holds { guardFailures[mark] = guardGeneration }
    return holds
  }

  /// Whether one step of a guard holds, and all behind it.
  private mutating func goesOn(
    _ code: [PatternProgram.Instruction], _ program: PatternProgram, from step: Int,
    at position: Int, forward: Bool, depth: Int
  ) -> Bool {
    switch code[step] {
    case .accept: return true
    case .jump(let target):
      return holds(
        code, program, from: Int(target), at: position, forward: forward, depth: depth)
    case .split(let first, let second):
      return holds(code, program, from: Int(first), at: position, forward: forward, depth: depth)
        || holds(code, program, from: Int(second), at: position, forward: forward, depth: depth)
    case .take(let index):
      let first = guardWays.count
      var ways = guardWays
      guardWays = []
      self.ways(
        over: program.steps[Int(index)], of: program, from: position, forward: forward,
        into: &ways)
      guardWays = ways
      var holds = false
      for place in first..<ways.count where !holds {
        let way = ways[place]
        holds = self.holds(
          code, program, from: step + 1, at: Int(forward ? way.end : way.start),
          forward: forward, depth: depth)
      }
      guardWays.removeLast(guardWays.count - first)
      return holds
    case .edge(let atStart):
      guard atStart ? input.isClauseStart(position) : input.isClauseEnd(position) else {
        return false
      }
      return holds(code, program, from: step + 1, at: position, forward: forward, depth: depth)
    case .look(let end, let ahead, let negated):
      let inner = holds(
        code, program, from: step + 1, at: position, forward: ahead, depth: depth)
      return inner != negated
        && holds(code, program, from: Int(end), at: position, forward: forward, depth: depth)
    case .open, .close, .enterRounds, .nextRound, .leaveRounds:
      return holds(code, program, from: step + 1, at: position, forward: forward, depth: depth)
    }
  }
}
