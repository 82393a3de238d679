import KaojuVocabulary

extension QuantityScanner {
  /// Takes the comparator of the clause for a ratio that stands apart from it: 约占全省的8%.
  ///
  /// Only 的, 占 and a noun phrase may lie between, no mark and no other number, and 的 must end it
  /// unless the word itself says what the ratio is (李超|持股50% has no comparator); the second of
  /// two ratios in a row (占全市的25%、全省的8%) shares the first one's.
  func setApartComparator(_ value: inout QuantityValue, before position: Int) {
    var index = position - 1
    let limit = max(0, position - 16)
    while index >= limit {
      let unit = units[index]
      if unit == Han.comma, let last = quantities.last, last.value.dimension == .ratio,
        last.range.end == index, last.core == last.range
      {
        value.comparator = last.value.comparator
        value.low = last.value.comparator == .more ? value.amount : nil
        value.high =
          last.value.comparator == .less || last.value.comparator == .justUnder
          ? value.amount : nil
        return
      }
      if isEdge(index) || reader.numerals.classes.kind(unit) == .ascii { return }
      if let word = reader.approximators.apart(units, at: index), index + word.length < position,
        word.governs || units[position - 1] == Han.possessive,
        !UnitCatalog.stands([Han.possessive], in: units, at: index + word.length)
      {
        value.comparator = word.comparator
        if word.bound == .low { value.low = value.amount }
        if word.bound == .high { value.high = value.amount }
        return
      }
      index -= 1
    }
  }

  /// Whether 一 and a classifier are an article here: 一家企业 counts nothing, 每小时诞生一家 does.
  ///
  /// It counts behind a comparator, 仅 or 只, and as the other half of a rate.
  func isArticle(_ measured: Measured, from: Int) -> Bool {
    guard let unit = measured.unit, unit.kind != .measure, measured.dimension != .money,
      measured.number.range.count == 1,
      units[measured.number.start] == Han.one, measured.surplusBehind == nil,
      units[measured.unitRange.start] != Han.person
    else { return false }
    if isWholePhrase(from: from, end: measured.end) { return false }
    if reader.approximators.before(units, endingAt: from) != nil { return false }
    if from > 0, units[from - 1] == Han.merely || units[from - 1] == Han.only { return false }
    if from > 1, units[from - 1] == Han.has,
      units[from - 2] == Han.merely || units[from - 2] == Han.only
    {
      return false
    }
    guard let last = quantities.last, from - last.range.end <= 6,
      last.value.dimension == .time || last.value.dimension == .area,
      last.value.comparator != .justUnder
    else { return true }
    if last.value.unit == .year || last.value.unit == .month {
      return from > last.range.end
        || !reader.cues.plays(.recurringClassifier, units[measured.unitRange.start])
    }
    return units[last.range.end..<from].contains { $0 == Han.fullStop || $0 == 0x3B || $0 == 0x0A }
  }

  /// Whether the text holds an amount and at most a short noun, as a cell of a table does: 一只, 一块蛋糕.
  private func isWholePhrase(from: Int, end: Int) -> Bool {
    from == 0 && units.count - end <= 2 && units[end...].allSatisfy(Han.contains)
  }

  /// Whether the number is no amount though a unit follows: 《21世纪》 is the twenty-first century, and
  /// 朱万成 is a man.
  func isNameOrPlace(_ measured: Measured) -> Bool {
    guard !measured.unitRange.isEmpty, measured.end == measured.unitRange.end else { return false }
    let start = measured.unitRange.start
    if units[start] == Han.tenth { return isBareScale(measured.number) }
    return UnitCatalog.stands(Self.century, in: units, at: start)
      && measured.unitRange.count == Self.century.count && measured.number.low.numerator > 9
  }

  /// 世纪.
  private static let century: [UInt16] = [0x4E16, 0x7EAA]

  /// Whether a number without a unit is one, and what it is a number of.
  func acceptsBareNumber(_ measured: inout Measured, from: Int) -> Bool {
    let number = measured.number
    let end = measured.end
    if number.isFraction { return true }
    let isCode = number.numeral.form == .digits || number.numeral.form == .serial
    if isCode && isQuoted(from: from, end: end) || isListNumber(from: from, end: end) {
      return false
    }
    if isBareScale(number), !hasGradeOrMoney(number, end: end) { return false }
    let isLarge = !number.numeral.scale.isEmpty
    if isLarge, isMoney(number, from: from, end: end) {
      measured.dimension = .money
      measured.unitID = reader.currency
      return true
    }
    let isCompared =
      from > 0 && units[from - 1] == Han.than && end < units.count
      && (reader.cues.plays(.larger, units[end]) || reader.cues.plays(.smaller, units[end]))
    let isBounded =
      isCompared || reader.approximators.before(units, endingAt: from) != nil
      || reader.approximators.behind(units, at: end) != nil
    let isAlone = isEdge(from - 1) && isEdge(end)
    switch number.numeral.form {
    case .digits, .mixed:
      if isIdentifier(number) { return false }
      if isYear(number), !isBounded { return false }
      return isAlone || isBounded || isLarge || isCue(from - 1) || number.surplus != nil
        || number.numeral.isVague || !number.low.isWhole
    case .lower, .upper:
      let isLong = number.numeral.range.count > 1
      if isAlone { return !number.numeral.isVague || isLong }
      if !number.low.isWhole || isSaid(from: from, end: end) { return true }
      return isLong && (isLarge || isBounded || isEdge(end) || isCue(from - 1))
    case .serial:
      return isAlone || (isEdge(end) && isCue(from - 1))
    }
  }

  /// Whether the numeral is a scale without a digit: 千亿, 万.
  private func isBareScale(_ number: NumberExpression) -> Bool {
    let kind = reader.numerals.classes.kind(units[number.start])
    return number.numeral.scale.start == number.start
      || (kind == .small && number.numeral.digits.count == 1
        && units[number.start] != Han.ten && units[number.start] != Han.bankersTen)
  }

  private func hasGradeOrMoney(_ number: NumberExpression, end: Int) -> Bool {
    reader.approximators.before(units, endingAt: number.range.start) != nil
      || reader.guards.isMoneyContext(units, before: number.range.start)
      || number.range.count > number.numeral.scale.count + 1
  }

  /// Whether a large number without a unit is money: behind 投资, 产值 and the like.
  private func isMoney(_ number: NumberExpression, from: Int, end: Int) -> Bool {
    guard number.low.numerator >= 100_000_000 || isEdge(end) else { return false }
    return reader.guards.isMoneyContext(units, before: from)
  }

  /// Whether 是 stands before the number and the clause ends or turns behind it (这是五那是四).
  private func isSaid(from: Int, end: Int) -> Bool {
    guard from > 0, units[from - 1] == Han.is else { return false }
    return isEdge(end) || reader.cues.plays(.endsStatement, units[end])
  }

  /// Whether the character at `index` is no letter, digit or Chinese character.
  func isEdge(_ index: Int) -> Bool {
    guard index >= 0, index < units.count else { return true }
    let unit = units[index]
    return !Han.contains(unit) && !UnitCatalog.isLetter(unit)
      && !(unit >= 0x30 && unit <= 0x39) && unit != 0x2E && unit != 0x2D && unit != 0x2F
      && unit != 0x2B && unit != 0x3D
  }

  /// 为 是 达 至 到 于 于 数 值 共 计 得 第: words that a bare number follows.
  private func isCue(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    return reader.cues.plays(.introducesNumber, units[index])
  }

  /// Whether quotation marks hold nothing but the number: “461”合作框架.
  private func isQuoted(from: Int, end: Int) -> Bool {
    from > 0 && end < units.count && units[from - 1] == Han.openQuote
      && units[end] == Han.closeQuote
  }

  /// Whether a number at the head of a line or in brackets only numbers what follows.
  private func isListNumber(from: Int, end: Int) -> Bool {
    let isHead = from == 0 || units[from - 1] == 0x0A || units[from - 1] == 0x28
    guard isHead, end < units.count else { return false }
    return units[end] == 0x2E || units[end] == Han.comma || units[end] == 0x29
      || units[end] == 0xFF0E
  }

  /// Whether the digits look like a year (1900 to 2099).
  func isYear(_ number: NumberExpression) -> Bool {
    number.numeral.form == .digits && number.numeral.range.count == 4 && number.low.isWhole
      && number.low.numerator >= 1900 && number.low.numerator < 2100
  }

  /// Whether the digits are a phone number, a code or a date in digits.
  private func isIdentifier(_ number: NumberExpression) -> Bool {
    guard number.numeral.form == .digits else { return false }
    let count = number.numeral.digits.count
    // 某某股份(600416,
    if number.start > 0, units[number.start - 1] == 0x28, count > 3, number.low.isWhole,
      number.numeral.scale.isEmpty
    {
      return true
    }
    return units[number.start] == 0x30 && count > 1 && number.low.isWhole
      || (count >= 8 && number.numeral.scale.isEmpty && number.low.isWhole
        && !units[number.numeral.digits.indices].contains(0x2C))
  }
}

extension Rational {
  /// Whether the number is whole.
  var isWhole: Bool { denominator == 1 }
}
