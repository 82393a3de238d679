import KaojuVocabulary

extension TimeGrammar {
  /// Reads a counted part: 前三季度, 最后3周, 第一个星期一, 第三个月, 上两周, 后三月.
  func counted(at start: Int, into chain: inout DateChain) -> Bool {
    let words = model.counters.all(in: units, at: start)
    if words.isEmpty { return false }
    let isBarred = chain.components.isEmpty && hasBehind(.counter, at: start)
    // 平台|前三季度 are the year's, 目前|三季度 is the third.
    if isBarred, hasBehind(.frontWord, at: start) { return false }
    for (counter, position) in words.reversed() {
      let position = skipBlanks(position)
      if counted(counter, at: position, start: start, isBarred: isBarred, into: &chain) {
        return true
      }
    }
    return false
  }

  private func counted(
    _ counter: CounterTerm, at position: Int, start: Int, isBarred: Bool,
    into chain: inout DateChain
  ) -> Bool {
    var position = position
    var value = 1
    if counter.takesNumber {
      guard let number = model.numbers.read(units, at: position), number.value > 0,
        number.form != .vague, number.form != .half, number.decimals == nil, !number.isOpen,
        number.value < 10_000
      else { return false }
      // 上百年 is a hundred and more.
      if counter.kind == .previous, let scale = model.numbers.scale(unit(position)), scale > 10 {
        return false
      }
      // 前一年, 上一周 and 下一天 are words of the table of deictics.
      if counter.kind != .nth, chain.components.isEmpty, number.value == 1, number.isHan {
        return false
      }
      value = number.value
      position = skipBlanks(number.end)
    }
    if !isBarred, counter.kind == .nth, bothQuarters(value, at: position, into: &chain) {
      return true
    }
    if !isBarred, counter.kind == .nth || counter.kind == .lastOne {
      if let found = nthWeekday(counter.kind == .nth ? value : -1, at: position, after: chain) {
        return append(found.0, found.1, to: &chain)
      }
    }
    guard let (term, end) = model.units.longest(in: units, at: position),
      !hasAny(term.unless, at: end),
      !isBarred || counter.kind == .first && term.unit == .quarter
    else { return false }
    let component: DateComponent
    switch counter.kind {
    case .nth:
      if term.unit == .quarter, (1...4).contains(value),
        unit(end - 1) == 0x5EA6 || !chain.components.isEmpty || isWholeText(start, end)
      {
        component = .subdivision(.quarter, index: value)
      } else {
        guard let unit = chain.unit, term.unit > unit || (unit == .year && term.unit == .week)
        else {
          guard chain.components.isEmpty, isWholeText(start, end) || dayPartFollows(end),
            term.unit == .day || term.unit == .year
          else { return false }
          return append(.nth(value, term.unit), end, to: &chain)
        }
        component = .nth(value, term.unit)
      }
    case .lastOne: component = .last(1, term)
    case .first, .last:
      guard let unit = chain.unit else {
        guard counter.standsAlone else { return false }
        // 回首2014年 is no first of two thousand years.
        if counter.kind == .first, term.unit == .year, value > 99 {
          return unit(start) == 0x524D && beforeChrist(value, end, start, &chain)  // 前
        }
        // 毕业后两年 counts from the graduation, not from now.
        if counter.kind == .last {
          return !isHan(start - 1) && beside(value, term, end, start, &chain)
        }
        // 前4个月 are this year's first; 前两天 the days just past.
        if term.unit == .quarter || term.unit == .month {
          return append(.first(value, term), end, to: &chain)
        }
        return beside(-value, term, end, start, &chain)
      }
      guard term.unit > unit else { return false }
      component = counter.kind == .first ? .first(value, term) : .last(value, term)
    case .previous:
      return chain.components.isEmpty && beside(-value, term, end, start, &chain)
    case .next:
      return chain.components.isEmpty && beside(value, term, end, start, &chain)
    case .before, .after:
      guard chain.components.isEmpty, term.isLength, !isNumeral(start - 1) else { return false }
      let count = counter.kind == .before ? -value : value
      return append(.rolling(count, term), end, to: &chain)
    }
    guard isFiner(component, than: chain) else { return false }
    return append(component, end, to: &chain)
  }

  /// 前448年 in 范蠡（前536－前448年） is 448 BC, behind a mark or 于, 自, 至 and their like.
  private func beforeChrist(
    _ year: Int, _ end: Int, _ start: Int, _ chain: inout DateChain
  ) -> Bool {
    guard !isHan(start - 1) || hasBehind(.dayLeader, at: start) else { return false }
    return append(.year(1 - year), end, to: &chain)
  }

  /// 第一、二季度, 第1-2季度: two quarters that share their words.
  private func bothQuarters(_ first: Int, at position: Int, into chain: inout DateChain) -> Bool {
    guard chain.components.isEmpty || chain.unit == .year, (1...3).contains(first),
      let place = unit(position) == 0x3001 ? position + 1 : connector(at: position),
      case let next = unit(place) == 0x7B2C ? place + 1 : place,  // 第
      let other = model.numbers.read(units, at: next), (first + 1...4).contains(other.value),
      unit(position) != 0x3001 || other.value == first + 1, has("季度", at: other.end)
    else { return false }
    chain.components.append(.subdivision(.quarter, index: first))
    chain.sharedEnd = .subdivision(.quarter, index: other.value)
    chain.end = other.end + 2
    return true
  }

  private func dayPartFollows(_ end: Int) -> Bool {
    if case .dayPart? = model.dates.longest(in: units, at: end)?.payload { return true }
    return false
  }

  private func beside(
    _ count: Int, _ term: UnitTerm, _ end: Int, _ start: Int, _ chain: inout DateChain
  ) -> Bool {
    // 后一月 is a month; 上一年 and 前一天 are in the table of deictics; 上下 need a length.
    guard term.isLength || term.unit == .month || term.unit == .day else { return false }
    if isNumeral(start - 1) || has("之", at: start - 1) { return false }
    return append(.beside(count, term), end, to: &chain)
  }

  /// 第一个星期一, 最后一个周五: only in a month or year.
  private func nthWeekday(
    _ index: Int, at start: Int, after chain: DateChain
  ) -> (DateComponent, Int)? {
    guard let unit = chain.unit, unit == .month || unit == .year else { return nil }
    var position = start
    if self.unit(position) == 0x4E2A { position += 1 }  // 个
    guard let (term, end) = model.dates.longest(in: units, at: position),
      case .weekday(let day) = term, day > 0
    else { return nil }
    return (.nthWeekday(index, weekday: day), end)
  }
}

/// A word in front of a number that counts units from one end.
struct CounterTerm: Sendable, Hashable {
  /// What it counts.
  enum Kind: String, Sendable {
    /// 前, 头: the first of what stands before, or of the year.
    case first
    /// 后, 最后: the last.
    case last
    /// 第: one by its number.
    case nth
    /// 最后一个.
    case lastOne
    /// 上: the ones just past.
    case previous
    /// 下: the ones to come.
    case next
    /// 之前: so long before now.
    case before
    /// 之后: so long from now.
    case after
  }

  var kind: Kind
  var takesNumber: Bool
  var standsAlone: Bool
}
