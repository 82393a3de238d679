import KaojuVocabulary

extension TimeGrammar {
  /// Reads a length of time with what stands around it: 近三年, 不到半年, 十多年来, 三年后, 3~6个月.
  func lengthReading(at start: Int) -> TimeReading? {
    var position = start
    var modifier: TimeExpression.Modifier?
    var direction: LengthLeader?
    if let (leader, end) = model.leaders.longest(in: units, at: position) {
      direction = leader
      position = skipBlanks(end)
    }
    if let (found, end) = model.modifiersBefore.longest(in: units, at: position) {
      modifier = found
      position = skipBlanks(end)
      if direction == nil, let (leader, end) = model.leaders.longest(in: units, at: position) {
        direction = leader
        position = skipBlanks(end)
      }
    }
    guard model.numbers.mayBegin(unit(position)) else { return nil }
    if direction == nil, modifier == nil, !lengthMayStart(at: start) { return nil }
    guard var length = length(at: position, isLed: direction != nil) else {
      return lengthRange(at: position, start: start, modifier, direction)
    }
    if let next = connector(at: length.end), var other = self.length(at: next, isLed: true),
      other.parts.count == 1, length.parts.count == 1
    {
      other.start = start
      return TimeReading(
        phrase: .lengthRange(length, other), start: start, end: other.end,
        modifier: modifier, rule: .lengthRange)
    }
    if let modifier { length.modifier = modifier }
    if direction != nil, isNearly(length, from: start) {
      direction = nil
      length.modifier = .lessThan
    }
    if let (found, end) = model.modifiersBehind.longest(in: units, at: length.end),
      end - length.end > 1 || !hasAny(model.suffixBars[unit(length.end)] ?? [], at: end)
    {
      length.modifier = found
      length.end = end
    }
    length.direction = direction?.direction ?? 0
    length.start = start
    var reading = TimeReading(
      phrase: .length(length), start: start, end: length.end, modifier: length.modifier,
      rule: .length)
    let behind = skipBlanks(length.end)
    if let (suffix, end) = model.suffixes.longest(in: units, at: behind), suffix.followsLength,
      lengthSuffixStands(suffix, length, at: behind, end: end)
    {
      reading.suffix = suffix
      reading.end = end
    } else if length.modifier == nil, direction == nil, isIdiom(length, start: start) {
      return nil
    }
    return reading
  }

  /// 近40分钟 is nearly that long, where 近三年 and 近24小时 lie up to now.
  private func isNearly(_ length: CalendarLength, from start: Int) -> Bool {
    guard unit(start) == Character16.near, length.unit >= .hour, length.parts.count == 1 else {
      return false
    }
    let hours = length.parts[0].amount.whole ?? 0
    return length.unit != .hour || hours % 24 != 0
      || (start..<length.end).contains { unit($0) == 0x4E2A }  // 个
  }

  /// 每年的, 同一天, 有一天, 第三天: what only looks like a length.
  private func lengthMayStart(at start: Int) -> Bool {
    let before = unit(start - 1)
    if isDigit(start) {
      if Character16.isDigit(before) || Character16.isLetter(before) || before == 0x2E
        || before == 0x2F || has("第", at: start - 1)
      {
        return false
      }
      return true
    }
    if unit(start) == Character16.some, hasBehind(.countNoun, at: start) { return false }
    return !isNumeral(start - 1) && !hasBehind(.length, at: start)
  }

  private func isIdiom(_ length: CalendarLength, start: Int) -> Bool {
    guard length.parts.count == 1, length.parts[0].amount == .one, unit(start) == 0x4E00 else {
      return false
    }
    return hasBehind(.article, at: start)
  }

  private func lengthSuffixStands(
    _ suffix: SuffixTerm, _ length: CalendarLength, at start: Int, end: Int
  ) -> Bool {
    guard suffix.length == 1 else { return true }
    return !hasAny(model.suffixBars[unit(start)] ?? [], at: end)
  }

  /// Reads numbers with units of length, coarse to fine: 一年零三个月, 8天20小时, 三年半.
  func length(at start: Int, isLed: Bool) -> CalendarLength? {
    var length = CalendarLength(start: start, end: start)
    var position = start
    while length.parts.count < 7 {
      guard let (part, end) = lengthPart(at: position, into: &length, isLed: isLed) else { break }
      if let last = length.parts.last, part.unit <= last.unit { break }
      length.parts.append(part)
      length.end = end
      if unit(end) == Character16.half, let half = half(of: part.unit) {
        if hasAny(model[.half], at: end + 1) { break }
        length.parts.append(half)
        length.end = end + 1
        if part.unit == .minute, unit(length.end) == 0x949F { length.end += 1 }
        break
      }
      position = skipBlanks(end)
      if self.end(of: .lengthJoint, at: position) != nil,
        lengthPartFollows(position + 1, after: part.unit)
      {
        position += 1
      }
    }
    guard let first = length.parts.first else { return nil }
    // 20时 and 5分 are clock times or scores alone; with a coarser part they are lengths.
    if length.parts.count == 1, first.unit == .hour || first.unit == .minute,
      isBareClockUnit(length)
    {
      return nil
    }
    takeNights(&length)
    return length
  }

  /// 三天三夜, 6天5晚.
  private func takeNights(_ length: inout CalendarLength) {
    guard length.unit == .day, let number = model.numbers.read(units, at: length.end),
      unit(number.end) == 0x591C || unit(number.end) == 0x665A  // 夜 晚
    else { return }
    length.end = number.end + 1
  }

  private func lengthPartFollows(_ start: Int, after unit: TimeUnit) -> Bool {
    var probe = CalendarLength(
      parts: [.init(amount: .one, unit: unit)], start: start, end: start)
    guard let (part, _) = lengthPart(at: start, into: &probe, isLed: true) else { return false }
    return part.unit > unit
  }

  private func isBareClockUnit(_ length: CalendarLength) -> Bool {
    let last = unit(length.end - 1)
    return last == 0x65F6 && unit(length.end - 2) != 0x5C0F || last == 0x5206
  }

  private func half(of unit: TimeUnit) -> CalendarLength.Part? {
    switch unit {
    case .century: .init(amount: ExactDecimal(50), unit: .year)
    case .year: .init(amount: ExactDecimal(6), unit: .month)
    case .month: .init(amount: ExactDecimal(15), unit: .day)
    case .day: .init(amount: ExactDecimal(12), unit: .hour)
    case .hour: .init(amount: ExactDecimal(30), unit: .minute)
    case .minute: .init(amount: ExactDecimal(30), unit: .second)
    default: nil
    }
  }

  /// Reads one number with its unit.
  private func lengthPart(
    at start: Int, into length: inout CalendarLength, isLed: Bool
  ) -> (CalendarLength.Part, Int)? {
    guard
      let number = model.numbers.readPointed(units, at: start)
        ?? model.numbers.read(units, at: start)
    else { return nil }
    var position = skipBlanks(number.end)
    if let fraction = fractionOfUnit(at: start) { return fraction }
    if has("刻钟", at: position), number.form != .vague, number.form != .half,
      let minutes = number.decimal.multiplied(by: ExactDecimal(15))
    {
      return (CalendarLength.Part(amount: minutes, unit: .minute), position + 2)
    }
    var isHalf = false
    // 一个半小时, 两个半月
    if has("个半", at: position) {
      isHalf = true
      position += 2
    } else if number.form == .half, model.units.longest(in: units, at: position) == nil {
      if unit(position) == 0x4E2A { position += 1 }  // 个
      if unit(position) == Character16.many {
        length.modifier = .moreThan
        position += 1
      }
    }
    if number.form != .vague, number.form != .half, has("个多", at: position) {
      length.modifier = .moreThan
      // The unit is written with its 个: 三个多月 is 三个月 and more.
      if let (term, end) = model.units.longest(in: units, at: position + 2),
        !hasAny(term.unless, at: end)
      {
        return (CalendarLength.Part(amount: number.decimal, unit: term.unit), end)
      }
    }
    if number.form != .vague, number.form != .half,
      let (found, end) = model.modifiersMiddle.longest(in: units, at: position)
    {
      length.modifier = found
      position = end
    }
    guard let (term, end) = model.units.longest(in: units, at: position),
      isHalf
        || lengthUnitStands(term, number, at: position, end: end, isLed: isLed, after: length),
      !hasAny(term.unless, at: end) || unit(end) == Character16.half
    else { return nil }
    length.isWorking = term.isWorking
    if number.form == .vague || number.isOpen {
      if number.form == .vague {
        length.isVague = true
      } else {
        length.modifier = .moreThan
      }
    }
    if number.form == .half { return halfUnit(term.unit, end) }
    if number.upper != nil {
      // 三四年 is one of two neighbours; the lower is taken.
      length.modifier = .approximate
      let lower = number.value / 10
      return (CalendarLength.Part(amount: ExactDecimal(lower), unit: term.unit), end)
    }
    let part = CalendarLength.Part(amount: number.decimal, unit: term.unit)
    // 一个半世纪 is 150 years.
    if isHalf, term.unit == .century,
      let whole = part.amount.adding(ExactDecimal(5).scaled(byPowerOfTen: -1))
    {
      return (CalendarLength.Part(amount: whole, unit: .century), end)
    }
    if isHalf, let half = half(of: term.unit) {
      length.parts.append(part)
      return (half, end)
    }
    return (part, end)
  }

  /// 半年 is six months, 半小时 thirty minutes.
  private func halfUnit(_ unit: TimeUnit, _ end: Int) -> (CalendarLength.Part, Int)? {
    half(of: unit).map { ($0, end) }
  }

  /// 百万分之一秒.
  private func fractionOfUnit(at start: Int) -> (CalendarLength.Part, Int)? {
    guard let scale = powerOfTen(at: start), has("分之一秒", at: scale.end) else { return nil }
    let amount = ExactDecimal(1).scaled(byPowerOfTen: -scale.power)
    return (CalendarLength.Part(amount: amount, unit: .second), scale.end + 4)
  }

  private func powerOfTen(at start: Int) -> (power: Int, end: Int)? {
    var power = 0
    var position = start
    while true {
      switch unit(position) {
      case 0x5341: power += 1
      case 0x767E: power += 2
      case 0x5343: power += 3
      case 0x4E07: power += 4
      case 0x4EBF: power += 8
      default: return power > 0 ? (power, position) : nil
      }
      position += 1
    }
  }

  /// Whether a unit counts here: 三月 is March, 近三月 three months; 两日 two days, 三日 the third.
  private func lengthUnitStands(
    _ term: UnitTerm, _ number: CalendarNumber, at start: Int, end: Int, isLed: Bool,
    after length: CalendarLength
  ) -> Bool {
    if term.unit == .year, term.isDate {
      guard unit(end - 1) == 0x5E74 else { return false }
      if number.form == .digits, number.width == 4, number.decimals == nil {
        // 2800多年, 3000年前, 2500年历史
        return start > number.end || unit(end) == 0x524D && number.value % 1000 == 0
          || arePassed(number, end: end)
      }
      if number.form == .positional, number.upper == nil { return false }
      // 千年古城, 百年老店 count nothing.
      if number.width == 1, let scale = model.numbers.scale(unit(start - 1)), scale >= 100 {
        return model.suffixes.longest(in: units, at: end)?.payload.followsLength ?? false
      }
      return !number.hasLeadingZero
    }
    // 三九天 are no thirty-nine days.
    if term.unit == .day, term.isLength, number.form == .positional, number.width == 2,
      number.upper == nil
    {
      return false
    }
    if term.isLength { return true }
    if !length.parts.isEmpty {
      return term.unit == .hour || term.unit == .minute || term.unit == .day
    }
    switch term.unit {
    case .month:
      return unit(end - 1) == 0x6708
        && (number.form == .pair || number.form == .half || isLed && number.isHan
          || unit(start - 1) == Character16.some)
    case .day:
      guard unit(end - 1) == 0x65E5 else { return false }
      if number.form == .pair || number.form == .half || number.form == .vague || isLed {
        return true
      }
      return self.end(of: .dayAsLength, at: end) != nil
    case .minute:
      // 五分三十秒, 五分半.
      if unit(end) == Character16.half {
        return isWholeText(start - number.width, end + 1) || unit(end + 1) == 0x949F
          || model.suffixes.longest(in: units, at: end + 1)?.payload.length ?? 0 > 1
      }
      guard let next = model.numbers.read(units, at: end) else { return false }
      return unit(next.end) == 0x79D2
    case .hour: return false
    default: return false
    }
  }

  /// 3~6个月, 3-5年, 两万四千到3万秒: two numbers that share a unit.
  private func lengthRange(
    at start: Int, start whole: Int, _ modifier: TimeExpression.Modifier?,
    _ direction: LengthLeader?
  ) -> TimeReading? {
    guard let first = model.numbers.read(units, at: start), first.form != .vague,
      first.form != .half, let next = connector(at: first.end),
      let second = length(at: next, isLed: false), let part = second.parts.first,
      second.parts.count == 1, !second.isVague
    else { return nil }
    guard first.decimal < part.amount || first.value < (part.amount.whole ?? .max) else {
      return nil
    }
    let lower = CalendarLength(
      parts: [.init(amount: first.decimal, unit: part.unit)], start: start, end: first.end)
    return TimeReading(
      phrase: .lengthRange(lower, second), start: whole, end: second.end, modifier: modifier,
      rule: .lengthRange)
  }
}

/// A word in front of a length that says where it lies: 近三年, 未来五年, 这两年.
struct LengthLeader: Sendable, Hashable {
  /// -1 up to now, +1 from now on, 0 nowhere.
  var direction: Int
}
