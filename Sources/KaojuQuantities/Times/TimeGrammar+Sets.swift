import KaojuVocabulary

extension TimeGrammar {
  /// Reads what recurs: 每3天, 每年, 每周三, 每月4号, 一年一度.
  func setReading(at start: Int) -> TimeReading? {
    if let (timex, end) = model.sets.longest(in: units, at: start), !isNumeral(start - 1) {
      return TimeReading(phrase: .set(timex), start: start, end: end, rule: .timeSet)
    }
    guard unit(start) == 0x6BCF, !isPartOfUnit(start) else { return nil }  // 每
    var position = skipBlanks(start + 1)
    if let end = end(of: .setJoint, at: position) {
      if !(unit(end - 1) == 0x4E00 && isNumeral(end)) { position = end }
    }
    // 每周三, 每个九月, 每月4号, 每天上午.
    if let chain = chain(at: position), let timex = recurring(chain) {
      let reading = TimeReading(
        phrase: .set(timex), start: start, end: chain.end, rule: .timeSet)
      return withRangeEnd(reading, timex: chain.unit == .month ? "P1Y" : "P1W")
    }
    if let length = length(at: position, isLed: true), !length.isVague {
      return TimeReading(
        phrase: .set(length.timex), start: start, end: length.end, rule: .timeSet)
    }
    if let found = recurringDayPart(at: position, start: start) { return found }
    guard let (term, end) = model.units.longest(in: units, at: position),
      setUnitStands(term, at: position, end: end)
    else { return nil }
    let unitTimex = CalendarLength(
      parts: [.init(amount: .one, unit: term.unit)], start: start, end: end
    ).timex
    return recurringDay(term, timex: unitTimex, start: start, end: end)
  }

  /// 120公里每小时: 每 below a unit recurs nowhere.
  private func isPartOfUnit(_ start: Int) -> Bool {
    guard let (term, _) = model.units.longest(in: units, at: start + 1), term.unit >= .hour else {
      return false
    }
    return hasBehind(.perUnit, at: start)
  }

  /// 每晚, 每晚8点50分, 每日上午.
  private func recurringDayPart(at position: Int, start: Int) -> TimeReading? {
    guard case .dayPart? = model.dates.longest(in: units, at: position)?.payload else { return nil }
    var tail = DateChain(start: position, end: position)
    continueTail(&tail, after: .day)
    guard !tail.components.isEmpty else { return nil }
    let reading = TimeReading(
      phrase: .set("P1D"), start: start, end: tail.end, rule: .timeSet)
    return withRangeEnd(reading, timex: "P1D")
  }

  /// 每年3月至5月, 每周一至周五, 每日8时至20时: what recurs is a stretch, told by its period.
  private func withRangeEnd(_ reading: TimeReading, timex: String) -> TimeReading {
    guard let next = connector(at: reading.end), let second = chain(at: next, isRangeEnd: true),
      second.components.count <= 3
    else { return reading }
    switch second.components[0] {
    case .month, .day, .weekday, .clock, .dayPart: break
    default: return reading
    }
    var longer = reading
    longer.phrase = .set(timex)
    longer.end = second.end
    return longer
  }

  private func setUnitStands(_ term: UnitTerm, at start: Int, end: Int) -> Bool {
    switch unit(end - 1) {
    case 0x5206, 0x70B9, 0x53F7: return false  // 每分, 每点, 每号
    case 0x65F6 where unit(end - 2) != 0x5C0F: return false  // 每时
    default: break
    }
    return !hasAny(term.unless, at: end) || hasAny([Array("均".utf16), Array("产".utf16)], at: end)
  }

  /// 每月4号, 每年九月, 每天上午9点 behind the unit.
  private func recurringDay(
    _ term: UnitTerm, timex: String, start: Int, end: Int
  ) -> TimeReading {
    var value = timex
    var last = end
    var tail = DateChain(start: end, end: end)
    switch term.unit {
    case .year, .month, .week, .day:
      if !hasAny(model[.count], at: end + 2) || isHan(end + 1) {
        continueTail(&tail, after: term.unit)
      }
    default: break
    }
    if tail.sharedEnd != nil {
      // 每年4、5月份 recur every year.
      last = tail.end
    } else if let found = tail.components.first {
      switch (term.unit, found) {
      case (.year, .month) where isNthWeekday(tail), (.month, .nthWeekday): last = tail.end
      case (.year, .month(let month)) where tail.components.count == 1:
        (value, last) = ("XXXX-" + CalendarSpan.padded(month, 2), tail.end)
      case (.year, .month(let month)) where tail.components.count == 2:
        if case .day(let day) = tail.components[1] {
          value = "XXXX-" + CalendarSpan.padded(month, 2) + "-" + CalendarSpan.padded(day, 2)
          last = tail.end
        }
      case (.month, .day(let day)) where tail.components.count == 1:
        (value, last) = ("XXXX-XX-" + CalendarSpan.padded(day, 2), tail.end)
      case (.day, .dayPart), (.day, .clock): last = tail.end
      default: break
      }
    }
    let reading = TimeReading(
      phrase: .set(value), start: start, end: last, rule: .timeSet)
    return last > end ? withRangeEnd(reading, timex: timex) : reading
  }

  /// 每年五月的第二个星期日, 每月第一个周一.
  private func isNthWeekday(_ tail: DateChain) -> Bool {
    if case .nthWeekday? = tail.components.last { true } else { false }
  }

  private func continueTail(_ tail: inout DateChain, after unit: TimeUnit) {
    let before = tail
    switch unit {
    case .year: tail.components = [.year(2000)]
    case .month: tail.components = [.month(1)]
    default: tail.components = [.day(1)]
    }
    continueChain(&tail)
    guard tail.components.count > 1 else {
      tail = before
      return
    }
    tail.components.removeFirst()
  }

  /// The value of a recurring date without a year: 周三 → `XXXX-WXX-3`.
  private func recurring(_ chain: DateChain) -> String? {
    switch chain.components.first {
    case .weekday(let day):
      let value = day == 0 ? "XXXX-WXX-WE" : "XXXX-WXX-\(day)"
      guard case .clock(let hour, let minute, _, _)? = chain.components.last else { return value }
      var shown = hour
      if chain.components.count > 2, case .dayPart(let part) = chain.components[1] {
        shown = part.hour(hour)
      }
      return value + "T" + CalendarSpan.padded(shown, 2)
        + (minute.map { ":" + CalendarSpan.padded($0, 2) } ?? "")
    case .month(let month) where chain.components.count == 1:
      return "XXXX-" + CalendarSpan.padded(month, 2)
    case .subdivision(.quarter, let index) where chain.components.count == 1:
      return "XXXX-Q\(index)"
    case .dayPart where chain.components.count == 1: return nil
    default: return nil
    }
  }

  /// Reads 目前, 近日, 未来 and their like.
  func referenceReading(at start: Int) -> TimeReading? {
    for (term, end) in model.references.all(in: units, at: start).reversed() {
      if term.unlessBefore.contains(unit(start - 1)) { continue }
      // 2800|多年前
      if isDigit(start - 1), unit(start) == Character16.many { continue }
      if hasAny(term.unlessAfter, at: end) { continue }
      if !term.onlyAfter.isEmpty, !hasAny(term.onlyAfter, at: end) { continue }
      return TimeReading(
        phrase: .reference(term.timex), start: start, end: end, rule: .reference)
    }
    return nil
  }
}

extension DayPartTerm {
  /// The hour of the day that an hour of twelve is after this word.
  func hour(_ hour: Int) -> Int {
    switch clock {
    case .dawn: hour == 12 ? 0 : hour
    case .am: hour
    case .pm: hour < 12 ? hour + 12 : hour
    case .noon: hour < 10 ? hour + 12 : hour
    case .night: (5...11).contains(hour) ? hour + 12 : hour == 12 ? 24 : hour
    }
  }
}
