import KaojuVocabulary

extension QuantityScanner {
  /// What an amount begins with that is no numeral, sign of a currency or amount word.
  static let leads: Set<UInt16> = [
    Han.ordinal, Han.front, Han.each, Han.half, Han.doubles, Han.several, Han.metre, Han.minus,
    Han.minusSign, 0x2D,
  ]

  /// Reads what is an amount without beginning with a numeral: 一半, 第3, 每小时, 半年, 前十.
  mutating func readSpecial(at index: Int) -> Int? {
    if let (word, end) = reader.guards.amountWord(units, at: index) {
      return emit(word, TextRange(index, end))
    }
    switch units[index] {
    case Han.ordinal: return readOrdinal(at: index)
    case Han.front: return readTop(at: index)
    case Han.each: return readEach(at: index)
    case Han.half: return readHalf(at: index)
    case Han.doubles: return readDoubling(at: index)
    case Han.several: return readSeveral(at: index)
    case Han.metre: return readSpokenHeight(at: index)
    default: return nil
    }
  }

  /// Adds an amount word with the comparators around it: 超过一半, 一半以上.
  private mutating func emit(_ word: NumberGuards.AmountWord, _ core: TextRange) -> Int {
    var value = word.value
    var range = core
    if value.comparator == .equal, value.dimension == .ratio {
      let front = reader.approximators.before(units, endingAt: core.start)
      let behind = reader.approximators.behind(units, at: core.end)
      if let front { range.lowerBound -= Int32(front.length) }
      if let behind { range.upperBound += Int32(behind.length) }
      value.comparator = Self.comparator(
        before: front.map { [$0] } ?? [], surplus: nil, behind: behind)
      switch value.comparator {
      case .more, .atLeast: value.low = value.amount
      case .less, .atMost, .justUnder: value.high = value.amount
      case .equal: setApartComparator(&value, before: core.start)
      case .about: break
      }
    }
    append(Quantity(range: range, core: core, value: value, rule: word.rule))
    return range.end
  }

  /// Reads 第3位, 第一, 第十个.
  private mutating func readOrdinal(at index: Int) -> Int? {
    let start = index + 1
    guard start < units.count, reader.numerals.classes.startsNumeral(units[start]),
      let numeral = reader.numerals.read(text, at: start, options: [.noSurplus, .noHanPoint])
    else { return nil }
    guard numeral.refusal == nil, !numeral.isVague, let amount = numeral.amount else {
      return numeral.range.end
    }
    var end = numeral.range.end
    var unit: TextRange?
    if let (found, unitEnd) = reader.catalog.unit(in: text, at: end, numberStart: start),
      found.kind == .classifier || found.kind == .ordinal, units[end] != Han.big
    {
      unit = TextRange(end, unitEnd)
      end = unitEnd
    }
    if let second = secondOrdinal(at: end, above: amount) {
      append(
        Quantity(
          range: TextRange(index, second.end),
          value: QuantityValue(
            low: amount, high: second.amount, dimension: .ordinal,
            written: .init(amount: text.string(TextRange(start, second.numeralEnd)))),
          rule: "number/ordinal-range"))
      return second.end
    }
    append(
      Quantity(
        range: TextRange(index, end),
        value: QuantityValue(
          amount: amount, dimension: .ordinal,
          written: .init(amount: text.string(numeral.range), unit: unit.map { text.string($0) })),
        rule: "number/ordinal"))
    return end
  }

  /// Reads 至第十五, 和第十五之间 behind an ordinal.
  private func secondOrdinal(
    at index: Int, above first: ExactDecimal
  ) -> (amount: ExactDecimal, numeralEnd: Int, end: Int)? {
    guard index + 2 < units.count, units[index + 1] == Han.ordinal,
      reader.cues.plays(.pairWord, units[index]) || reader.cues.plays(.rangeWord, units[index])
        || reader.cues.plays(.rangeDash, units[index]),
      let numeral = reader.numerals.read(
        text, at: index + 2, options: [.noSurplus, .noHanPoint]),
      numeral.refusal == nil, let amount = numeral.amount, first < amount
    else { return nil }
    var end = numeral.range.end
    if let (unit, unitEnd) = reader.catalog.unit(in: text, at: end, numberStart: index),
      unit.kind == .classifier, units[end] != Han.big
    {
      end = unitEnd
    }
    let isBetween = UnitCatalog.stands([Han.of, Han.between], in: units, at: end)
    if reader.cues.plays(.pairWord, units[index]), !isBetween { return nil }
    return (amount, numeral.range.end, isBetween ? end + 2 : end)
  }

  /// Reads 数公里, 数小时: an unnamed number of a unit of length, time or mass.
  private mutating func readSeveral(at index: Int) -> Int? {
    if index > 0, reader.cues.plays(.notBeforeSeveral, units[index - 1]) { return nil }
    guard let (unit, end) = reader.catalog.unit(in: text, at: index + 1, numberStart: index),
      unit.kind == .measure,
      unit.dimension == .time || unit.dimension == .length || unit.dimension == .mass,
      end >= units.count || units[end] != units[end - 1],
      let low = Rational(2).multiplied(by: unit.factor)?.decimal,
      let high = Rational(9).multiplied(by: unit.factor)?.decimal
    else { return nil }
    append(
      Quantity(
        range: TextRange(index, end),
        value: QuantityValue(
          low: low, high: high, comparator: .about, unit: unit.unit, dimension: unit.dimension,
          written: .init(amount: "数", unit: text.string(TextRange(index + 1, end)))),
        rule: unit.rule))
    return end
  }

  /// Reads 身高米九, which leaves out the one.
  private mutating func readSpokenHeight(at index: Int) -> Int? {
    guard index + 1 < units.count, reader.numerals.classes.kind(units[index + 1]) == .digit,
      reader.numerals.classes.value(units[index + 1]) > 0,
      index == 0 || isEdge(index - 1) || units[index - 1] == Han.tall,
      isEdge(index + 2) || reader.approximators.behind(units, at: index + 2) != nil
    else { return nil }
    let tenths = ExactDecimal(10 + reader.numerals.classes.value(units[index + 1]))
    var value = QuantityValue(
      amount: tenths.scaled(byPowerOfTen: -1), unit: "m", dimension: "length",
      written: .init(amount: text.string(TextRange(index + 1, index + 2)), unit: "米"))
    var end = index + 2
    if let word = reader.approximators.behind(units, at: end) {
      value.comparator = word.comparator
      end += word.length
    }
    append(
      Quantity(
        range: TextRange(index, end), core: TextRange(index, index + 2), value: value,
        rule: "units/spoken-height"))
    return end
  }

  /// Reads 前十, 前三名: at most the tenth, the third.
  private mutating func readTop(at index: Int) -> Int? {
    let start = index + 1
    guard start < units.count, reader.numerals.classes.startsNumeral(units[start]),
      index == 0
        || !reader.cues.plays(.notBeforeTop, units[index - 1]),
      let numeral = reader.numerals.read(text, at: start, options: [.noSurplus, .noHanPoint]),
      numeral.refusal == nil, let amount = numeral.amount, numeral.scale.isEmpty
    else { return nil }
    let end = numeral.range.end
    // 前10% is a share.
    if end < units.count, units[end] == 0x25 || units[end] == 0x2030 { return nil }
    let isRank = end < units.count && reader.cues.plays(.rankTail, units[end])
    guard isRank || isEdge(end) || (end < units.count && units[end] == Han.possessive) else {
      return nil
    }
    let finish = isRank ? end + 1 : end
    append(
      Quantity(
        range: TextRange(index, finish),
        value: QuantityValue(
          amount: amount, high: amount, comparator: .atMost, dimension: .ordinal,
          written: .init(
            amount: text.string(numeral.range),
            unit: isRank ? text.string(TextRange(end, finish)) : nil)),
        rule: "number/top"))
    return finish
  }

  /// Reads 每平方公里, 每小时: one of a unit without a numeral.
  private mutating func readEach(at index: Int) -> Int? {
    guard let (unit, end) = reader.catalog.unit(in: text, at: index + 1, numberStart: index),
      unit.kind == .measure, unit.dimension != .ratio, unit.dimension != .multiple,
      unit.unit != .year, unit.unit != .month, !isWeekday(unit, at: end),
      let amount = unit.factor.decimal
    else { return nil }
    if let behind = readSpeed(at: index, unit, end: end) { return behind }
    var value = QuantityValue(
      amount: amount, unit: unit.isBareMoney ? reader.currency : unit.unit,
      dimension: unit.dimension,
      written: .init(unit: text.string(TextRange(index + 1, end))))
    var start = index
    if let word = reader.approximators.before(units, endingAt: index), word.comparator == .about {
      value.comparator = .about
      start -= word.length
    }
    append(
      Quantity(
        range: TextRange(start, end), core: TextRange(index, end), value: value, rule: unit.rule))
    return end
  }

  /// Whether 每周 goes on as 每周一, a day of the week; 每周一场 counts.
  private func isWeekday(_ unit: MeasureUnit, at end: Int) -> Bool {
    guard end < units.count, units[end - 1] == Han.week,
      reader.cues.plays(.weekday, units[end])
    else { return false }
    return reader.catalog.unit(in: text, at: end + 1, numberStart: end) == nil
  }

  /// Reads 半年, 半小时, 半个月, 半升, 半个多小时.
  private mutating func readHalf(at index: Int) -> Int? {
    if index > 0, reader.cues.plays(.notBeforeHalf, units[index - 1]) { return nil }
    let isMore = UnitCatalog.stands([Han.piece, Han.many], in: units, at: index + 1)
    guard
      let (unit, end) = isMore
        ? longUnit(at: index + 3, numberStart: index)
          ?? reader.catalog.unit(in: text, at: index + 1, numberStart: index)
        : reader.catalog.unit(in: text, at: index + 1, numberStart: index),
      unit.kind == .measure || (!isMore && units[index + 1] == Han.piece),
      let half = Rational(1, over: 2)?.multiplied(by: unit.factor), let amount = half.decimal
    else { return nil }
    var value = QuantityValue(
      amount: amount, unit: unit.isBareMoney ? reader.currency : unit.unit,
      dimension: unit.dimension,
      written: .init(amount: "半", unit: text.string(TextRange(index + 1, end))))
    var start = index
    if let word = reader.approximators.before(units, endingAt: index) {
      if word.comparator != .justUnder {
        value.comparator = word.comparator
        start -= word.length
      }
    }
    if isMore, value.comparator == .equal { value.comparator = .more }
    switch value.comparator {
    case .more, .atLeast: value.low = amount
    case .less, .atMost: value.high = amount
    default: break
    }
    var finish = end
    if let word = reader.approximators.behind(units, at: end) {
      finish += word.length
      if value.comparator == .equal { value.comparator = word.comparator }
      if word.comparator == .more || word.comparator == .atLeast { value.low = amount }
    }
    append(
      Quantity(
        range: TextRange(start, finish), core: TextRange(index, end), value: value,
        rule: unit.rule))
    return finish
  }

  /// The unit of time that stands behind 个多.
  private func longUnit(at index: Int, numberStart: Int) -> (MeasureUnit, Int)? {
    guard let (unit, end) = reader.catalog.unit(in: text, at: index, numberStart: numberStart),
      unit.kind == .measure, unit.dimension == .time
    else { return nil }
    return (unit, end)
  }

  /// Reads 翻了一番, 翻两番: a multiple of two to the power of the count.
  private mutating func readDoubling(at index: Int) -> Int? {
    var start = index + 1
    if start < units.count, units[start] == Han.done { start += 1 }
    guard start < units.count, reader.numerals.classes.startsNumeral(units[start]),
      let measured = readMeasured(at: start), measured.dimension == .doublings
    else { return nil }
    emit(measured, to: nil, from: start, end: measured.end)
    guard let last = quantities.indices.last, quantities[last].core.start == start else {
      return nil
    }
    quantities[last].range.lowerBound = Int32(index)
    return quantities[last].range.end
  }
}
