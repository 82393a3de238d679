import KaojuVocabulary

extension TimeGrammar {
  /// Reads a clock time: 9点, 9时30分, 三点十五, 八点半, 19:30, 3:15pm.
  func clock(at start: Int, after chain: DateChain) -> (DateComponent, Int)? {
    if isDigit(start), let found = colonClock(at: start, after: chain) { return found }
    guard isNumeral(start), let number = model.numbers.read(units, at: start),
      (0...24).contains(number.value), number.decimals == nil, !number.isOpen,
      number.form != .positional, number.form != .vague, number.form != .half,
      chain.components.isEmpty ? !isNumeral(start - 1) : true,
      let (term, end) = model.units.longest(in: units, at: number.end), term.unit == .hour,
      term.isDate
    else { return nil }
    var hour = (
      component: DateComponent.clock(
        hour: number.value, minute: nil, second: nil, isLatin12: false), end: end
    )
    guard unit(end - 1) != 0x949F else { return hour }  // 点钟
    if isDecimal(number, at: end) { return nil }
    if let (minute, second, behind) = minutes(at: end, isDated: chain.unit ?? .year >= .day) {
      hour = (
        .clock(hour: number.value, minute: minute, second: second, isLatin12: false), behind
      )
      return hour
    }
    // 每晚8点播出 is a time where 点播 alone would be none.
    if chain.unit ?? .year < .day, hasAny(term.unless, at: end) { return nil }
    if let behind = self.end(of: .clockTail, at: end) { hour.end = behind }
    return hour
  }

  /// 三点一四 is a decimal: digit by digit, no zero in it, and no 分 behind.
  func isDecimal(_ hour: CalendarNumber, at start: Int) -> Bool {
    guard hour.isHan, unit(start - 1) == Character16.point,
      let number = model.numbers.read(units, at: start), number.form == .positional
    else { return false }
    if hour.value == 0, unit(number.end) != 0x5206 { return true }
    return !number.hasLeadingZero && number.value % 10 != 0 && unit(number.end) != 0x5206  // 分
  }

  private func minutes(at start: Int, isDated: Bool) -> (minute: Int, second: Int?, end: Int)? {
    if unit(start) == Character16.half { return (30, nil, start + 1) }
    var position = start
    let startsWithZero = unit(position) == Character16.zero
    guard let number = model.numbers.read(units, at: position), number.form != .vague,
      number.form != .half, (0...59).contains(number.value), number.decimals == nil
    else { return nil }
    position = number.end
    if unit(position) == 0x523B, (1...3).contains(number.value) {  // 刻
      return (number.value * 15, nil, position + 1)
    }
    if unit(position) == 0x5206, !has("分之", at: position), !has("分钟", at: position) {  // 分
      position += 1
      if let seconds = model.numbers.read(units, at: position),
        unit(seconds.end) == 0x79D2, (0...59).contains(seconds.value)  // 秒
      {
        return (number.value, seconds.value, seconds.end + 1)
      }
      return (number.value, nil, unit(position) == 0x8BB8 ? position + 1 : position)
    }
    // 三点十五, 7点30, 九点零九: two digits, and nothing that they count.
    let isTwoDigits = number.value >= 10 || startsWithZero || number.hasLeadingZero
    guard isTwoDigits, position >= bounds.upperBound || !isUnitBehind(position, isDated: isDated),
      unit(position) != 0x25
    else { return nil }
    return (number.value, nil, position)
  }

  private func isUnitBehind(_ position: Int, isDated: Bool) -> Bool {
    if isDated, model.units.longest(in: units, at: position) == nil,
      !hasAny(model[.count], at: position), !isNumeral(position)
    {
      return false
    }
    return isHan(position)
      && !hasAny(model[.clockFollower], at: position)
  }

  /// 19:30, 17:55:23, 3:15pm.
  private func colonClock(at start: Int, after chain: DateChain) -> (DateComponent, Int)? {
    let before = unit(start - 1)
    if chain.components.isEmpty,
      Character16.isDigit(before) || before == 0x3A || before == 0x2E || before == 0x2F
        || Character16.isLetter(before)
    {
      return nil
    }
    guard let hour = model.numbers.read(units, at: start), hour.width <= 2,
      (0...24).contains(hour.value), unit(hour.end) == 0x3A
    else { return nil }
    guard let minute = twoDigits(at: hour.end + 1), minute < 60 else { return nil }
    var end = hour.end + 3
    var second: Int?
    if unit(end) == 0x3A, let value = twoDigits(at: end + 1), value < 60 {
      second = value
      end += 3
    }
    guard !isDigit(end), !(unit(end) == 0x3A && isDigit(end + 1)) else { return nil }
    var value = hour.value
    var isLatin12 = false
    let suffix = skipBlanks(end)
    for (word, isAfternoon) in [
      ("p.m.", true), ("a.m.", false), ("pm", true), ("am", false), ("PM", true), ("AM", false),
    ] where has(word, at: suffix) {
      guard (1...12).contains(value) else { return nil }
      value = value % 12 + (isAfternoon ? 12 : 0)
      isLatin12 = true
      end = suffix + word.utf16.count
      break
    }
    if unit(end) == 0x65F6, !has("时间", at: end) { end += 1 }  // 11:00时
    return (.clock(hour: value, minute: minute, second: second, isLatin12: isLatin12), end)
  }

  private func twoDigits(at start: Int) -> Int? {
    guard isDigit(start), isDigit(start + 1), !isDigit(start + 2) || unit(start - 1) == 0x3A,
      !isDigit(start + 2)
    else { return nil }
    return Int(unit(start) - 0x30) * 10 + Int(unit(start + 1) - 0x30)
  }

  /// Whether a clock time may stand without a date or part of the day: not 上涨10点, 3点建议, 21:15获胜.
  func clockStands(
    _ chain: DateChain, hour: Int, hasMinute: Bool, isLatin12: Bool
  ) -> Bool {
    if isWholeText(chain.start, chain.end) || isLatin12 { return true }
    let start = chain.start
    let end = chain.end
    let before = skipBlanksBackward(start)
    if hasMinute {
      let isColon = (start..<end).contains { unit($0) == 0x3A }
      guard isColon else { return true }
      if hasAny(model[.score], at: skipBlanks(end)) { return false }
      if hasBehind(.scoreFrame, at: before) { return false }
      return hour >= 10 || end - start > 5 || hasBehind(.clockLeader, at: before)
        || connector(at: end) != nil && !isDigit(end + 1)
        || hasAny(model[.clockFollower], at: end)
    }
    if unit(end - 1) == 0x949F || unit(end - 1) == 0x6574 { return true }  // 钟, 整
    if unit(start) == Character16.zero, isHan(start) { return true }
    // 一点 is a little more often than one o'clock.
    if hour == 1, isHan(start) { return false }
    return hasBehind(.clockLeader, at: before) || hasAny(model[.clockFollower], at: end)
  }

  private func skipBlanksBackward(_ offset: Int) -> Int {
    var position = offset
    while unit(position - 1) == 0x20, offset - position < 3 { position -= 1 }
    return position
  }

  /// Whether one of `words` ends at `end`.
  func hasBehind(_ guardian: TimeGuard, at end: Int) -> Bool {
    model.stands(guardian, in: units, before: end)
  }
}
