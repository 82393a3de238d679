import KaojuVocabulary

extension NumeralParser {
  /// Reads ASCII digits in a group: 4千, 4000 behind 3万, 230 behind 四千.
  mutating func readDigits(into group: inout Group) -> Bool {
    let run = readDigitRun(at: position)
    var index = run.end
    if index < units.count, units[index] == 0x20, kind(at: index + 1) == .small { index += 1 }
    if kind(at: index) == .small, isSmallScale(at: index), let value = run.value {
      let power = self.value(at: index)
      guard power < group.lastPower ?? 9, group.spokenDigit == nil else { return false }
      let scaled = value.scaled(byPowerOfTen: power)
      group.ends = group.ends.adding(Ends(low: scaled, high: scaled)) ?? group.ends
      group.lastPower = power
      group.isThousand = group.isThousand || power == 3
      group.lastWasScaled = true
      group.hasGap = false
      seen.ascii = true
      mark(index)
      position = index + 1
      return true
    }
    let places = group.lastPower ?? parts.last?.power
    if let places {
      // Behind a scale, digits must fill its places; 3万2025年 is a number and a year.
      if run.end < units.count, cues.plays(.datePart, units[run.end]) { return false }
      let isFull = run.wholeDigits == places && units[position] != 0x30
      guard isFull || group.hasGap || kind(at: run.end) == .large else {
        refusal = "number/ambiguous-digits"
        position = run.end
        return true
      }
      if group.hasGap, run.wholeDigits > places { return false }
    }
    seen.ascii = true
    guard let value = run.value else {
      refusal = "number/too-big"
      position = run.end
      return true
    }
    group.ends = group.ends.adding(Ends(low: value, high: value)) ?? group.ends
    group.hasPoint = group.hasPoint || run.hasPoint
    group.isThousand = group.isThousand || run.wholeDigits == 4
    position = run.end
    readUnnamedUnits(behind: run, into: &group)
    return true
  }

  /// Reads 几 behind tens in digits: 20几个 is 21 to 29.
  private mutating func readUnnamedUnits(behind run: DigitRun, into group: inout Group) {
    guard kind(at: position) == .vague, units[position] == Han.few, parts.isEmpty,
      group.lastPower == nil, run.wholeDigits == 2, !run.hasPoint, units[position - 1] == 0x30,
      let ends = group.ends.adding(Ends(low: .one, high: ExactDecimal(9)))
    else { return }
    group.ends = ends
    seen.vague = true
    seen.lower = true
    position += 1
  }

  /// Reads Chinese digits in a group: one before a scale, one at the end, a pair, or a series.
  mutating func readHanDigits(into group: inout Group) -> Bool {
    var end = position
    let first = value(at: position)
    while end < units.count, kind(at: end) == .digit, end == position || !isLiang(units[end]) {
      end += 1
    }
    if end == position + 1, first == 1, end + 1 < units.count, isLiang(units[end]) { end += 1 }
    let count = end - position
    let next = kind(at: end)
    if count == 1 {
      mark(position)
      let digit = Ends(low: ExactDecimal(first), high: ExactDecimal(first))
      return place(digit, until: end, next: next, into: &group)
    }
    let second = value(at: position + 1)
    let isPair = first > 0 && (second == first + 1 || (first == 3 && second == 5))
    if count == 2, isPair, !options.contains(.noPairs) {
      mark(position)
      mark(position + 1)
      seen.pair = true
      let pair = Ends(low: ExactDecimal(first), high: ExactDecimal(second))
      return place(pair, until: end, next: next, into: &group)
    }
    guard group.lastPower == nil, !group.hasGap, parts.isEmpty, next != .small,
      !(position..<end).contains(where: { isLiang(units[$0]) })
    else {
      // 十二五, 一百二十一二三: no numeral is written so.
      refusal = "number/ambiguous-digits"
      position = end
      return true
    }
    var mantissa: Int128 = 0
    for index in position..<end {
      mark(index)
      guard index - position < 37 else {
        refusal = "number/too-big"
        break
      }
      mantissa = mantissa * 10 + Int128(value(at: index))
    }
    seen.serial = true
    let value = ExactDecimal(mantissa: mantissa, exponent: 0)
    group.ends = Ends(low: value, high: value)
    position = end
    return true
  }

  /// Gives a digit or a pair its place: by the scale behind it, by a gap, or as spoken.
  private mutating func place(
    _ digit: Ends, until end: Int, next: NumeralClasses.Kind, into group: inout Group
  ) -> Bool {
    if next == .small, isSmallScale(at: end), !beginsUnit(at: end, in: group) {
      let power = value(at: end)
      guard power < group.lastPower ?? 9 else { return false }
      group.ends = group.ends.adding(digit.scaled(power)) ?? group.ends
      group.lastPower = power
      group.isThousand = group.isThousand || power == 3
      group.lastWasScaled = true
      group.hasGap = false
      mark(end)
      position = end + 1
      return true
    }
    if let last = group.lastPower {
      let isSpoken = last >= 2 && !group.hasGap
      if isSpoken, last > 2 || isLiang(units[position]), countsWhatFollows(digit, at: end) {
        return false
      }
      let shift = isSpoken ? last - 1 : 0
      group.ends = group.ends.adding(digit.scaled(shift)) ?? group.ends
    } else {
      if !parts.isEmpty, !group.hasGap, next != .large {
        if countsWhatFollows(digit, at: end) { return false }
        group.spokenDigit = digit
      }
      group.ends = digit
    }
    position = end
    return true
  }

  /// Whether 千 behind the last digit of a number begins a unit: 三百一十一千米 is 311 km.
  private func beginsUnit(at end: Int, in group: Group) -> Bool {
    guard let last = group.lastPower, last <= 2 || group.hasGap, value(at: end) >= last,
      end + 1 < units.count
    else { return false }
    return cues.plays(.kiloBehind, units[end + 1])
  }

  /// Whether 一 or 两 behind a scale counts what follows (两万一年: 20000 a year).
  private func countsWhatFollows(_ digit: Ends, at end: Int) -> Bool {
    if isLiang(units[position]) { return true }
    guard digit.low == .one, end < units.count else { return false }
    return cues.plays(.countedBehind, units[end])
  }

  /// Reads 几 or 数: before a scale (几十, 数百), behind one (十几, 一百零几), or alone (几个).
  mutating func readVagueDigit(into group: inout Group) -> Bool {
    let end = position + 1
    let isShu = units[position] == Han.several || units[position] == Han.severalTraditional
    let nine = ExactDecimal(9)
    if kind(at: end) == .small, isSmallScale(at: end), !beginsUnit(at: end, in: group) {
      let power = value(at: end)
      guard power < group.lastPower ?? 9, !isShu || position == start else { return false }
      let low = ExactDecimal(2).scaled(byPowerOfTen: power)
      let high = ExactDecimal.one.scaled(byPowerOfTen: power + 1).subtracting(.one) ?? low
      group.ends = group.ends.adding(Ends(low: low, high: high)) ?? group.ends
      group.lastPower = power
      group.isThousand = power == 3
      group.lastWasScaled = true
      group.hasGap = false
      mark(end)
      position = end + 1
    } else if let last = group.lastPower, !isShu {
      let shift = last >= 2 && !group.hasGap ? last - 1 : 0
      let ends = Ends(low: .one, high: nine).scaled(shift)
      group.ends = group.ends.adding(ends) ?? group.ends
      position = end
    } else if position == start, !isShu || kind(at: end) == .large {
      group.ends = Ends(low: ExactDecimal(2), high: nine)
      group.isBareVague = true
      position = end
    } else {
      return false
    }
    seen.vague = true
    seen.lower = true
    return true
  }

  /// Reads a small scale without a digit: 十五, 百万, 一百十六, 零十.
  mutating func readBareScale(into group: inout Group) -> Bool {
    let power = value(at: position)
    guard power < group.lastPower ?? 9, isSmallScale(at: position) else { return false }
    let isFirst = position == start || (group.hasGap && position == start + 1)
    guard power == 1 || isFirst, group.spokenDigit == nil else { return false }
    if power == 1, !isFirst, group.lastPower == nil, !group.hasGap, !parts.isEmpty {
      guard parts.last.map({ $0.power >= 4 }) ?? false else { return false }
    }
    add(1, power: power, to: &group)
    mark(position)
    position += 1
    return true
  }

  /// Whether 十, 百, 千 is a scale here; 分之 behind it is read by the caller.
  private func isSmallScale(at index: Int) -> Bool { kind(at: index) == .small }
}
