import KaojuVocabulary

extension QuantityScanner {
  /// Reads the quantity whose number begins at `start`; gives the end of what was read or rejected.
  ///
  /// - Parameters:
  ///   - from: Where the sign of a currency before it begins, else `start`.
  ///   - sign: The currency that the sign stands for.
  mutating func readQuantity(at start: Int, from: Int, sign: MeasureUnit?) -> Int {
    if let end = readProportion(at: start) { return end }
    if let end = codeEnd(at: start) { return skipScale(behindCode: end, from: start) }
    if let end = tornEnd(at: start) { return skipTorn(until: end, from: start) }
    let known = diagnostics.count
    guard var first = readMeasured(at: start) else {
      let refused = diagnostics.count > known ? diagnostics.last?.range : nil
      return scaleEnd(at: max(numeralEnd(at: start), refused?.end ?? 0))
    }
    if first.isRefused || isNameOrPlace(first) { return first.end }
    if first.unit == nil, let end = codeTail(at: first.end, number: first.number) { return end }
    if let sign { apply(sign, to: &first) }
    first = joinSmallerUnits(first)
    joinSpokenTenth(&first)
    joinPrintedTenths(&first)
    if let end = readTolerance(first, from: from) { return end }
    if isListedYear(first) { return first.end }
    if let (range, end) = readRange(first) {
      if range.high.unit == nil {
        let areYears = isYear(range.low.number) && isYear(range.high.number)
        if areYears || (end < units.count && reader.cues.plays(.dateMark, units[end])) {
          return end
        }
      }
      emit(range.low, to: range.high, from: from, end: end)
      return end
    }
    if first.unit == nil { shareUnit(with: &first) }
    if first.unit == nil, !acceptsBareNumber(&first, from: from) { return first.end }
    if isArticle(first, from: from) { return first.end }
    emit(first, to: nil, from: from, end: first.end)
    return quantities.last.map { max($0.range.end, first.end) } ?? first.end
  }

  private func numeralEnd(at start: Int) -> Int {
    let begin = reader.numerals.classes.startsNumeral(units[start]) ? start : start + 1
    return max(reader.numerals.read(text, at: begin)?.range.end ?? start + 1, start + 1)
  }

  private func apply(_ sign: MeasureUnit, to measured: inout Measured) {
    if let unit = measured.unit, !(unit.dimension == .money && unit.isBareMoney) { return }
    if measured.unit == nil {
      measured.unit = sign
      measured.factor = sign.factor
      measured.dimension = .money
    }
    measured.unitID = sign.unit
  }

  // MARK: Codes

  /// The end of a code, name or address that digits at `start` are part of, or `nil`.
  ///
  /// DeepSeek-V3, G100, 600519.SH, 12:30, 010-88886666 are no numbers.
  func codeEnd(at start: Int, behindMark: Bool = false) -> Int? {
    guard units[start] >= 0x30, units[start] <= 0x39 else {
      // What is left of 736.亿元 is no number either.
      return start > 1 && units[start - 1] == 0x2E && isLatinOrDigit(units[start - 2])
        ? start + 1 : nil
    }
    if start > 0, !behindMark {
      let last = units[start - 1]
      let isGlued =
        UnitCatalog.isLetter(last) || last == 0x5F || last == 0x23 || last == 0x40
        || (start > 1
          && (last == 0x2D || last == 0x2E || last == 0x2F || last == 0x3A || last == 0xB7)
          && isLatinOrDigit(units[start - 2]))
      if isGlued, !isAmountBehindAcronym(at: start) { return runEnd(from: start) }
      // 座位号35L
      if last == Han.number, runEnd(from: start) > digitsEnd(from: start) {
        return runEnd(from: start)
      }
    }
    let end = digitsEnd(from: start)
    if reader.guards.isCode(units, at: start, cues: reader.cues), !isCounted(end, from: start) {
      return runEnd(from: start)
    }
    // 736.亿元 lost its decimals, and nobody knows which.
    if end + 1 < units.count, units[end] == 0x2E,
      [.small, .large].contains(reader.numerals.classes.kind(units[end + 1]))
    {
      return runEnd(from: start)
    }
    if end + 1 < units.count, units[end] == 0x2E || units[end] == 0x3A || units[end] == 0x2D,
      UnitCatalog.isLetter(units[end + 1])
    {
      return runEnd(from: start)
    }
    if end + 1 < units.count, units[end] == 0x3A, units[end + 1] >= 0x30, units[end + 1] <= 0x39 {
      return runEnd(from: start)
    }
    return dottedDateEnd(at: end) ?? (isVersion(at: start) ? runEnd(from: start) : nil)
  }

  /// Whether digits behind capitals are an amount: GDP12亿元, CPI2.1%, but no code as ISO9001, A380.
  private func isAmountBehindAcronym(at start: Int) -> Bool {
    var first = start
    while first > 0, (0x41...0x5A).contains(units[first - 1]) { first -= 1 }
    guard (2...6).contains(start - first),
      first == 0 || !isLatinOrDigit(units[first - 1]) && units[first - 1] != 0x2D,
      let number = reader.numerals.read(text, at: start)
    else { return false }
    let end = number.range.end
    if !number.scale.isEmpty { return true }
    guard end < units.count, !UnitCatalog.isLetter(units[end]),
      let (unit, _) = reader.catalog.unit(in: text, at: end, numberStart: start)
    else { return false }
    return unit.dimension == .money || unit.dimension == .ratio
  }

  /// Whether digits count something though a word of codes stands before them: 诈骗电话6300万次,
  /// 违规账号96429例.
  private func isCounted(_ end: Int, from start: Int) -> Bool {
    guard end < units.count, !UnitCatalog.isLetter(units[end]) else { return false }
    return reader.numerals.classes.kind(units[end]) != .none
      || reader.approximators.behind(units, at: end) != nil
      || reader.catalog.unit(in: text, at: end, numberStart: start) != nil
  }

  /// The end of 3·15 in 3·15晚会; 3·2亿元 is a decimal.
  private func dottedDateEnd(at end: Int) -> Int? {
    guard end + 1 < units.count, units[end] == 0xB7, units[end + 1] >= 0x30,
      units[end + 1] <= 0x39
    else { return nil }
    let behind = digitsEnd(from: end + 1)
    let isDecimal =
      behind < units.count
      && ([.small, .large].contains(reader.numerals.classes.kind(units[behind]))
        || reader.catalog.unit(in: text, at: behind, numberStart: end) != nil)
    return isDecimal ? nil : behind
  }

  func digitsEnd(from start: Int) -> Int {
    var end = start
    while end < units.count, units[end] >= 0x30, units[end] <= 0x39 { end += 1 }
    return end
  }

  /// Whether digits at `start` are parts of 1.2.3 or 192.168.0.1.
  private func isVersion(at start: Int) -> Bool {
    var points = 0
    var index = start
    while index < units.count, index < start + 24 {
      if units[index] == 0x2E, index + 1 < units.count, units[index + 1] >= 0x30,
        units[index + 1] <= 0x39
      {
        points += 1
      } else if !(units[index] >= 0x30 && units[index] <= 0x39) {
        break
      }
      index += 1
    }
    return points > 1
  }

  /// The end of a run of letters, digits and the marks that join them.
  private func runEnd(from start: Int) -> Int {
    var end = start
    while end < units.count,
      isLatinOrDigit(units[end]) || [0x2D, 0x2E, 0x5F, 0x3A, 0x2F, 0x40].contains(units[end])
    {
      end += 1
    }
    return max(end, start + 1)
  }

  func isLatinOrDigit(_ unit: UInt16) -> Bool {
    UnitCatalog.isLetter(unit) || (unit >= 0x30 && unit <= 0x39)
  }

  /// The end of a code that goes on behind a bare number: 5G, 2B, 3号楼, 2025-03.
  private func codeTail(at end: Int, number: NumberExpression) -> Int? {
    guard end < units.count, !number.isFraction else { return nil }
    let next = units[end]
    let isDigits = number.numeral.form == .digits
    if UnitCatalog.isLetter(next), isDigits { return runEnd(from: end) }
    if reader.cues.plays(.nameTail, next) { return end + 1 }
    return nil
  }

  /// Joins 一年六个月 into eighteen months.
  private mutating func joinMonths(_ years: Measured, with start: Int) -> Measured? {
    guard years.unitID == .year, years.dimension == .time, !years.hasHalf else { return nil }
    let saved = diagnostics
    guard let next = readMeasured(at: start), next.unitID == .month, !next.hasHalf,
      let months = years.number.low.multiplied(by: Rational(12)),
      let sum = next.converted(next.number.low).flatMap({ months.adding($0) })
    else {
      diagnostics = saved
      return nil
    }
    var joined = years
    joined.unit = next.unit
    joined.unitID = .month
    joined.factor = .one
    joined.number.low = sum
    joined.number.high = sum
    joined.number.range.upperBound = Int32(next.end)
    joined.end = next.end
    return joined
  }

  /// Joins the hundredths printed behind 米 and 秒 in results of sport: 7米89 is 7.89 m.
  private func joinPrintedTenths(_ measured: inout Measured) {
    let end = measured.end
    guard measured.unitRange.count == 1, end == measured.unitRange.end, end < units.count,
      measured.number.numeral.form == .digits, measured.number.low.isWhole,
      !measured.number.isRange, measured.number.surplus == nil
    else { return }
    let count = digitsEnd(from: end) - end
    let role: NumberCues.Role = count == 1 ? .printedDigit : .printedTenth
    guard (1...2).contains(count), reader.cues.plays(role, units[end - 1]),
      isPrintedEnd(end + count) || isPriceEnd(end + count, behind: end),
      let digits = Int128(text.string(TextRange(end, end + count))),
      let tenths = Rational(digits, over: count == 1 ? 10 : 100),
      let sum = measured.number.low.adding(tenths)
    else { return }
    join(sum, end: end + count, into: &measured)
  }

  /// Takes the whole with its tenth; 块 with a tenth is money (三块五).
  private func join(_ sum: Rational, end: Int, into measured: inout Measured) {
    measured.number.low = sum
    measured.number.high = sum
    if units[measured.end - 1] == Han.block {
      measured.dimension = .money
      measured.unitID = reader.currency
    }
    measured.end = end
  }

  /// Whether a price ends at `index` (从3块5上调到…): nothing that its last digit could count follows.
  private func isPriceEnd(_ index: Int, behind unitEnd: Int) -> Bool {
    units[unitEnd - 1] == Han.block && index < units.count
      && reader.numerals.classes.kind(units[index]) == .none
      && reader.catalog.unit(in: text, at: index, numberStart: unitEnd) == nil
  }

  /// Whether nothing that two digits could count begins at `index`.
  private func isPrintedEnd(_ index: Int) -> Bool {
    isEdge(index) || units[index] == Han.possessive
  }

  /// Joins the tenth that is spoken behind 米 and 块: 三米九 is 3.9 m.
  private func joinSpokenTenth(_ measured: inout Measured) {
    let end = measured.end
    guard measured.unitRange.count == 1, end == measured.unitRange.end, end < units.count,
      reader.cues.plays(.spokenTenth, units[end - 1]),
      reader.numerals.classes.kind(units[end]) == .digit,
      reader.numerals.classes.value(units[end]) > 0, !measured.number.isRange,
      measured.number.low.isWhole, isSpoken(measured)
    else { return }
    // 一块二|一斤 is paid for one.
    let isPrice =
      units[end - 1] == Han.block && end + 2 < units.count && units[end + 1] == Han.one
      && reader.catalog.unit(in: text, at: end + 2, numberStart: end + 1) != nil
    // 一米七五 has two of them.
    let hasTwo =
      !isPrice && end + 1 < units.count && reader.numerals.classes.kind(units[end + 1]) == .digit
    let behind = hasTwo ? end + 2 : end + 1
    let digits =
      reader.numerals.classes.value(units[end]) * (hasTwo ? 10 : 1)
      + (hasTwo ? reader.numerals.classes.value(units[end + 1]) : 0)
    guard
      isPrice || isEdge(behind) || reader.approximators.behind(units, at: behind) != nil
        || units[behind] == Han.possessive,
      let tenths = Rational(Int128(digits), over: hasTwo ? 100 : 10),
      let sum = measured.number.low.adding(tenths)
    else { return }
    join(sum, end: behind, into: &measured)
  }

  /// Whether a number may have its tenth spoken behind the unit: 三米九, and 1米八 in few digits.
  private func isSpoken(_ measured: Measured) -> Bool {
    measured.number.numeral.form == .lower
      || measured.number.numeral.form == .digits && measured.number.range.count <= 2
  }

  /// Joins what follows in a smaller unit: 50元6角三分, 3斤5两, 1小时30分.
  private mutating func joinSmallerUnits(_ first: Measured) -> Measured {
    guard first.unit?.kind == .measure, !first.number.isRange, first.number.surplus == nil,
      first.dimension != .ratio, first.dimension != .multiple
    else { return first }
    var joined = first
    var smallest = first.factor
    while joined.end < units.count, joined.surplusBehind == nil {
      let saved = diagnostics
      // 1小时零5分, 一年又三个月
      let isJoint = units[joined.end] == Han.zero || units[joined.end] == Han.and
      let begin = isJoint ? joined.end + 1 : joined.end
      guard begin < units.count, reader.numerals.classes.startsNumeral(units[begin]) else { break }
      if let months = joinMonths(joined, with: begin) { return months }
      guard let next = readMeasured(at: begin), next.unitID == joined.unitID,
        next.dimension == joined.dimension, isBelow(next.factor, smallest),
        let value = next.converted(next.number.low).flatMap({ $0.divided(by: joined.factor) }),
        let low = joined.number.low.adding(value)
      else {
        diagnostics = saved
        break
      }
      smallest = next.factor
      joined.number.low = low
      joined.number.high = low
      joined.number.range.upperBound = Int32(next.end)
      joined.hasHalf = false
      joined.end = next.end
    }
    return joined
  }
}
