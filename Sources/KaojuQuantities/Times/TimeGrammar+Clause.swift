import KaojuVocabulary

extension TimeGrammar {
  /// The offset at which reading goes on behind a place that is no time; a number is passed whole,
  /// so that 一百二十三日 is not read from its middle.
  func skipNumber(at start: Int) -> Int {
    guard isNumeral(start) else { return start + 1 }
    var position = start + 1
    let isFigures = isDigit(start)
    while position < units.count,
      isFigures
        ? isDigit(position) || isDecimalPoint(position)
        : isNumeral(position) && !isDigit(position)
    {
      position += 1
    }
    return position
  }

  /// The end of a figure that is part of no time by what follows it (12.5%, 28家); most are.
  func plainFigure(at start: Int) -> Int? {
    guard isDigit(start) else { return nil }
    var position = start + 1
    var points = 0
    while position < units.count {
      if isDecimalPoint(position) { points += 1 } else if !isDigit(position) { break }
      position += 1
    }
    let isCompactDate = position - start == 8 && points == 0
    if points > 1 || isCompactDate || model.triggers.mayFollowFigure(unit(position)) { return nil }
    if Character16.isLetter(unit(position)) || position >= bounds.upperBound { return nil }
    // 2010全年 begins with its year.
    let mayBeYear = position - start == 4 && points == 0 && (0x31...0x32).contains(unit(start))
    return mayBeYear && model.triggers.beginsWord(units, at: position) ? nil : position
  }

  /// The end of a Chinese numeral that is part of no time by what follows it (一带, 三十家).
  func plainNumeral(at start: Int) -> Int? {
    let first = unit(start)
    guard model.numbers.digit(first) != nil || model.numbers.scale(first) != nil,
      !model.triggers.beginsWord(units, at: start)
    else { return nil }
    var position = start + 1
    while position < units.count, isNumeral(position) { position += 1 }
    guard position < bounds.upperBound, !model.triggers.mayFollowFigure(unit(position)) else {
      return nil
    }
    return skipNumber(at: start)
  }

  private func isDecimalPoint(_ offset: Int) -> Bool {
    (unit(offset) == 0x2E || unit(offset) == 0x2C) && isDigit(offset + 1)
  }

  /// Whether the clause around a time speaks of what is to come (将, 计划, 拟).
  func looksAhead(from start: Int, to end: Int) -> Bool {
    var position = start - 1
    let low = max(0, start - Self.reach)
    while position >= low, !isClauseMark(unit(position)) {
      if model.futureCues.longest(in: units, at: position) != nil, !isNotFuture(position) {
        return true
      }
      position -= 1
    }
    position = end
    let high = min(units.count, end + Self.reach)
    if unit(position) == 0x2C { position += 1 }
    while position < high, !isClauseMark(unit(position)) {
      if model.futureCues.longest(in: units, at: position) != nil, !isNotFuture(position) {
        return true
      }
      position += 1
    }
    return false
  }

  /// Whether a sign of the future stands right in front: 将于18日, 定于3月1日.
  func isLed(at start: Int) -> Bool {
    (1...4).contains {
      model.futureCues.longest(in: units, at: start - $0) != nil
        && !isNotFuture(start - $0)
    }
  }

  /// How far a clause is searched for a cue.
  private static let reach = 24

  /// 将近, 将军, 大将, 麻将 hold no 将 of the future; 模拟, 虚拟 no 拟.
  private func isNotFuture(_ position: Int) -> Bool {
    hasAny(model[.futureBehind], at: position + 1)
      || hasBehind(.futureBefore, at: position)
  }

  private func isClauseMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2C, 0x3002, 0x3B, 0x21, 0x3F, 0x3A, 0x0A: true
    default: false
    }
  }

  /// Whether a time is the whole of a title: 《明日之后》.
  func isTitle(_ reading: TimeReading) -> Bool {
    unit(reading.start - 1) == 0x300A && unit(reading.end) == 0x300B
  }

  /// Whether a time is what something is compared with: 比2019年, 较上年末, 与去年4月相比.
  func isCompared(_ reading: TimeReading) -> Bool {
    switch unit(reading.start - 1) {
    case 0x6BD4, 0x8F83: return true  // 比 较
    case 0x4E0E, 0x540C, 0x548C, 0x8DDF:  // 与 同 和 跟
      return (reading.end..<reading.end + Self.comparisonReach).contains { position in
        unit(position) == 0x76F8 && unit(position + 1) == 0x6BD4  // 相比
      }
    default: return false
    }
  }

  /// How far behind a time 相比 may stand: 与去年4月的销量相比.
  private static let comparisonReach = 8
}
