import KaojuVocabulary

extension TimeGrammar {
  /// Reads a date, a clock time or a range of them, with what opens or closes it behind.
  func dateReading(at start: Int) -> TimeReading? {
    guard let first = chain(at: start) else { return nil }
    if let ranged = range(from: first) { return ranged }
    guard isComplete(first) else { return nil }
    return withSuffix(
      TimeReading(
        phrase: .date(first), start: start, end: first.end, rule: .date))
  }

  /// Whether a date needs nothing more: 去 and 春 alone are no times.
  private func isComplete(_ chain: DateChain) -> Bool {
    guard let only = chain.components.first, chain.components.count == 1 else { return true }
    switch only {
    case .dayPart(let term):
      if isWholeText(chain.start, chain.end) { return !term.isShort }
      return !term.isShort && !isHan(chain.end) && !isHan(chain.start - 1)
    case .clock(let hour, let minute, _, let isLatin12):
      return clockStands(chain, hour: hour, hasMinute: minute != nil, isLatin12: isLatin12)
    case .week: return false
    case .part(let term): return term.standsAlone
    case .nth: return isWholeText(chain.start, chain.end)
    default: return true
    }
  }

  /// Reads the other end of a range behind its first.
  private func range(from first: DateChain) -> TimeReading? {
    var second: DateChain?
    if let shared = first.sharedEnd {
      var begun = DateChain(components: [shared], start: first.start, end: first.end)
      continueChain(&begun)
      second = begun
    } else if let next = connector(at: first.end) ?? connectorBehindStart(at: first.end) {
      second = chain(at: next, isRangeEnd: true)
      // 3月1日至年底, 2020到2025年: what stands behind must be a date of its own.
      if let found = second, found.components.count == 1, !canEndRange(found, after: first) {
        second = nil
      }
    } else if let next = end(of: .rangeJoin, at: first.end),
      let found = chain(at: next), let unit = first.unit, found.unit == unit,
      let behind = end(of: .rangeClose, at: found.end)
    {
      var first = first
      first.sharedEnd = nil
      return TimeReading(
        phrase: .range(first, found), start: first.start, end: behind, rule: .timeRange)
    }
    guard var second else { return nil }
    second.isLunar = second.isLunar || first.isLunar
    var first = first
    first.sharedEnd = nil
    return withSuffix(
      TimeReading(
        phrase: .range(first, second), start: first.start, end: second.end,
        rule: .timeRange))
  }

  /// 6月1日起至6月30日: where a range goes on behind 起 or 开始.
  private func connectorBehindStart(at offset: Int) -> Int? {
    guard let (suffix, end) = model.suffixes.longest(in: units, at: offset),
      suffix.effect == .onward, unit(end) == 0x81F3 || unit(end) == 0x5230,  // 至 到
      let second = chain(at: end + 1, isRangeEnd: true)
    else { return nil }
    let behind = model.suffixes.longest(in: units, at: second.end)?.payload.effect
    return behind == .before || behind == .after ? nil : end + 1
  }

  private func canEndRange(_ chain: DateChain, after first: DateChain) -> Bool {
    guard case .deictic(let term)? = chain.components.first else {
      guard case .dayPart? = chain.components.first else { return true }
      // 凌晨到上午, but not 6月3日至早.
      if case .dayPart? = first.components.last { return true }
      return false
    }
    return term.target != .same && term.target != .named
  }

  /// Takes the suffix that follows a date into the reading.
  func withSuffix(_ reading: TimeReading) -> TimeReading {
    var reading = reading
    let position = skipBlanks(reading.end)
    guard let (suffix, end) = model.suffixes.longest(in: units, at: position),
      suffix.followsSpan, suffixStands(suffix, at: position, end: end),
      !has("开始", at: position) || has("从", at: reading.start - 1)
        || has("自", at: reading.start - 1)
        || isWholeText(reading.start, end) && !reading.isClock
    else { return reading }
    reading.suffix = suffix
    reading.end = end
    return reading
  }

  /// A suffix of one character must not begin another word: 2019年前三季度, 8日起飞, 6月内需.
  private func suffixStands(_ suffix: SuffixTerm, at start: Int, end: Int) -> Bool {
    guard suffix.length == 1 else { return true }
    return !hasAny(model.suffixBars[unit(start)] ?? [], at: end) && !isNumeral(end)
  }

  /// Reads the parts of a date from coarse to fine.
  func chain(at start: Int, isRangeEnd: Bool = false) -> DateChain? {
    var chain = DateChain(start: start, end: start)
    if let figures = figures(at: start, isRangeEnd: isRangeEnd) { chain = figures }
    continueChain(&chain)
    return chain.components.isEmpty ? nil : chain
  }

  func continueChain(_ chain: inout DateChain) {
    while chain.components.count < 9, chain.sharedEnd == nil {
      var position = chain.end
      if !chain.components.isEmpty {
        position = skipBlanks(position)
        if unit(position) == 0x7684 { position = skipBlanks(position + 1) }  // 的
        if chain.isFigures, isClockBehindT(position) { position += 1 }
      }
      let before = chain
      guard component(at: position, into: &chain), chain.end > before.end else {
        chain = before
        break
      }
      if position > before.end, unit(before.end) == 0x7684,
        !bindsWithDe(chain.components.last, after: before.unit)
      {
        chain = before
        break
      }
    }
    mergeWeekday(&chain)
  }

  /// Whether 的 may join a part to the date before it: 十月的第一周, 下周的周三, 明年的春节, not
  /// 昨天的上午场.
  private func bindsWithDe(_ component: DateComponent?, after unit: TimeUnit?) -> Bool {
    switch component {
    case .nth, .nthWeekday, .first, .last: true
    case .weekday: unit == .week
    case .festival, .solarTerm, .season, .month: unit == .year
    case .subdivision(_, let index): unit == .year && index > 0
    default: false
    }
  }

  /// 4月18日(星期五), 10月12号,星期一: a weekday that only repeats the date.
  private func mergeWeekday(_ chain: inout DateChain) {
    guard chain.unit == .day, let last = chain.components.last else { return }
    switch last {
    case .day:
      var position = skipBlanks(chain.end)
      let opens = unit(position) == 0x28
      let isMarked = opens || unit(position) == 0x2C
      if isMarked { position = skipBlanks(position + 1) }
      guard let (term, end) = model.dates.longest(in: units, at: position),
        case .weekday(let day) = term, day > 0
      else { return }
      if opens {
        guard unit(end) == 0x29 else { return }
        chain.end = end + 1
      } else {
        guard isMarked ? end >= bounds.upperBound || !isHan(end) : !hasAny(model[.count], at: end)
        else { return }
        chain.end = end
      }
      let before = chain
      if !component(at: chain.end, into: &chain) { chain = before }
    case .weekday where chain.components.count == 1:
      guard unit(chain.end) == 0x2C else { return }
      var date = DateChain(start: chain.start, end: skipBlanks(chain.end + 1))
      continueChain(&date)
      if date.components.count >= 2, case .day? = date.components.last { chain = date }
    default: return
    }
  }

  /// Reads one part at `start` that is finer than the last, and appends it.
  func component(at start: Int, into chain: inout DateChain) -> Bool {
    if let (found, end) = clock(at: start, after: chain), isFiner(found, than: chain) {
      chain.isFigures = (start..<end).contains { unit($0) == 0x3A }
      return append(found, end, to: &chain)
    }
    if counted(at: start, into: &chain) { return true }
    if numbered(at: start, into: &chain) { return true }
    if let (found, end) = part(at: start, after: chain) { return append(found, end, to: &chain) }
    return named(at: start, into: &chain)
  }

  func append(_ component: DateComponent, _ end: Int, to chain: inout DateChain) -> Bool {
    chain.components.append(component)
    chain.end = end
    return true
  }

  /// Whether a part is finer than all before it.
  func isFiner(_ component: DateComponent, than chain: DateChain) -> Bool {
    guard let last = chain.components.last else { return true }
    if case .part(let term) = last {
      // 年底12月 is not written; 月底前一天 neither.
      return component.unit > .dayPart && term.unit >= .month
    }
    if case .festival = last { return component.unit >= .dayPart }
    return component.unit > last.unit
  }

  /// 年底, 8月底, 二季度末: a word for a part of the unit before it, or of this year or month.
  private func part(at start: Int, after chain: DateChain) -> (DateComponent, Int)? {
    guard start == chain.end || chain.components.isEmpty else { return nil }
    if unit(start) == 0x5E74, unit(start + 1) == 0x521D, newYearDayStands(start, start + 1) {
      return nil  // 年初三
    }
    guard let (terms, end) = model.parts.longest(in: units, at: start) else { return nil }
    for term in terms {
      if term.needsBoundary
        ? isHan(end) && !isWholeText(chain.start, end) : hasAny(term.unless, at: end)
      {
        continue
      }
      if let last = chain.components.last {
        let unit: TimeUnit =
          if case .subdivision(let unit, let index) = last, index > 0 { unit } else { last.unit }
        guard unit == term.unit || (unit == .year && term.unit == .month && term.standsAlone)
        else { continue }
        if unit == .year, term.unit == .month { continue }
        return (.part(term), end)
      }
      if term.standsAlone { return (.part(term), end) }
    }
    return nil
  }
}
