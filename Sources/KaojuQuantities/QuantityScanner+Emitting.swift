import KaojuVocabulary

extension QuantityScanner {
  /// Makes the quantity of a number, or of the two ends of a range, with the comparators around it.
  mutating func emit(_ first: Measured, to last: Measured?, from: Int, end: Int) {
    let speed = asSpeed(first, from: from)
    let last = last.map { speed == nil ? $0 : asSpeed($0, like: first, from: from) ?? $0 }
    let first = speed ?? first
    var words: [Approximators.Word] = []
    var start = prefixStart(first, from: from)
    var front = start
    if first.dimension != .ordinal {
      while words.count < 2, let word = reader.approximators.before(units, endingAt: front) {
        if isSpanOfTime(word, first) || isIdleUp(word, first, at: front) { break }
        words.append(word)
        front -= word.length
        start = front
      }
      // 每小时约120公里
      if words.isEmpty, units[from] == Han.each,
        let word = reader.approximators.before(units, endingAt: first.number.range.start),
        first.number.range.start - word.length > from
      {
        words.append(word)
      }
    }
    var finish = end
    var measured = first
    if measured.unit != nil || last != nil { readSurplusBehind(&measured, at: &finish) }
    let behind = reader.approximators.behind(units, at: finish)
      .flatMap { $0.bound == .more ? nil : $0 }
    if let behind { finish += behind.length }
    let comparison = words.isEmpty && behind == nil ? comparison(from: start, to: finish) : nil
    if comparison != nil {
      start -= 1
      finish += 1
    }
    guard
      var value = value(measured, to: last, before: words, behind: behind)
    else {
      refuse("number/too-big", TextRange(from, end))
      return
    }
    value.written = written(measured, last)
    if let comparison, let amount = value.amount {
      value.comparator = comparison
      value.low = comparison == .more ? amount : nil
      value.high = comparison == .less ? amount : nil
    }
    if words.first?.bound == .both {
      value.low = value.amount
      value.high = value.amount
    }
    if value.comparator == .equal, value.dimension == .ratio, value.amount != nil {
      setApartComparator(&value, before: start)
    }
    let rule =
      measured.unit?.rule ?? (measured.number.isFraction ? "number/fraction" : "number/bare")
    let quantity = Quantity(
      range: TextRange(start, finish), core: TextRange(from, end), value: value, rule: rule)
    append(quantity)
  }

  /// Reads 比…大, 比…小 around a number.
  private func comparison(from start: Int, to end: Int) -> Comparator? {
    guard start > 0, units[start - 1] == Han.than, end < units.count else { return nil }
    if reader.cues.plays(.larger, units[end]) { return .more }
    return reader.cues.plays(.smaller, units[end]) ? .less : nil
  }

  /// Adds a quantity, joined with the last where the two are the ends of one range.
  mutating func append(_ quantity: Quantity) {
    if isDeictic(quantity) || isQuotedName(quantity) { return }
    if let last = quantities.last, let joined = joinBounds(last, quantity) {
      quantities[quantities.count - 1] = joined
      return
    }
    if let last = quantities.last, last.range.end > quantity.range.start {
      var quantity = quantity
      quantity.range.lowerBound = last.range.upperBound
      if quantity.range.isEmpty { return }
      quantities.append(quantity)
      return
    }
    quantities.append(quantity)
  }

  /// Whether 上 before a number is no comparator: it is one before a scale alone (上百, 上千万).
  private func isIdleUp(_ word: Approximators.Word, _ measured: Measured, at front: Int) -> Bool {
    guard word.length == 1, units[front - 1] == Han.up else { return false }
    let kind = reader.numerals.classes.kind(units[measured.number.start])
    return front != measured.number.range.start || (kind != .small && kind != .large)
  }

  /// Whether Chinese numerals fill a pair of quotation marks: “九章” is a name.
  private func isQuotedName(_ quantity: Quantity) -> Bool {
    let range = quantity.range
    guard range.start > 0, range.end < units.count, quantity.value.dimension != .ratio else {
      return false
    }
    let isQuoted =
      (units[range.start - 1] == Han.openQuote && units[range.end] == Han.closeQuote)
      || (units[range.start - 1] == Han.openTitle && units[range.end] == Han.closeTitle)
    return isQuoted && reader.numerals.classes.kind(units[quantity.core.start]) != .ascii
      && quantity.value.dimension == .count
  }

  /// 近 and 过 before a length of time speak of when (近三年), not of how long.
  private func isSpanOfTime(_ word: Approximators.Word, _ measured: Measured) -> Bool {
    measured.dimension == .time && word.length == 1 && !isClockLength(measured)
      && (word.comparator == .justUnder
        || (word.comparator == .more && units[measured.number.range.start - 1] == Han.past))
  }

  /// Whether a length of hours or less is meant, which 近 makes nearly so long (近40分钟); 近24小时 is a
  /// stretch up to now.
  private func isClockLength(_ measured: Measured) -> Bool {
    let isShort = measured.unitID == .second && measured.factor.numerator <= 3600
    let isDays =
      measured.factor.numerator == 3600 && measured.number.low.isWhole
      && measured.number.low.numerator % 24 == 0
    return isShort && (!isDays || units[measured.unitRange.start] == Han.piece)
  }

  /// 摄氏 and 华氏, which may stand before the number (摄氏37度).
  private static let scales = ["摄氏", "华氏"].map { Array($0.utf16) }

  /// Where the quantity begins: at 每 or 零下 before the number.
  private func prefixStart(_ measured: Measured, from: Int) -> Int {
    if from > 0, units[from - 1] == Han.each, measured.unit != nil { return from - 1 }
    if from > 1, units[from - 2] == Han.zero, units[from - 1] == Han.below,
      measured.dimension == .temperature
    {
      return from - 2
    }
    if from > 1, measured.dimension == .temperature,
      Self.scales.contains(where: { UnitCatalog.stands($0, in: units, at: from - 2) })
    {
      return from - 2
    }
    return from
  }

  /// Reads 多, 余, 来 behind a unit: 3年多, 2米多.
  private func readSurplusBehind(_ measured: inout Measured, at end: inout Int) {
    guard measured.surplusBehind == nil, measured.number.surplus == nil,
      measured.unit?.kind == .measure, let word = reader.approximators.behind(units, at: end),
      word.bound == .more
    else { return }
    measured.surplusBehind = .more
    end += word.length
  }

  private func value(
    _ first: Measured, to last: Measured?, before: [Approximators.Word],
    behind: Approximators.Word?
  ) -> QuantityValue? {
    var number = first.number
    if first.hasHalf {
      guard let half = Rational(1, over: 2), let low = number.low.adding(half),
        let high = number.high.adding(half)
      else { return nil }
      number.low = low
      number.high = high
    }
    let top = last ?? first
    let isCold = isBelowZero(first)
    // 零下5到3度 share their sign, 零下5℃到3℃ have each its own.
    let hasOwnUnit = last != nil && first.end > first.number.range.end
    let isTopCold = last.flatMap { zeroSign(of: $0) } ?? (isCold && !hasOwnUnit)
    func converted(_ measured: Measured, _ value: Rational, _ isCold: Bool) -> Rational? {
      let signed = isCold ? value.multiplied(by: Rational(-1)) : value
      return signed.flatMap { measured.converted($0) }
    }
    guard var low = converted(first, number.low, isCold),
      var high = converted(top, last?.number.high ?? number.high, isTopCold)
    else { return nil }
    if last != nil, isCold || isTopCold, isBelow(high, low) { swap(&low, &high) }
    var value = QuantityValue(unit: first.unitID, dimension: first.dimension)
    if first.dimension == .doublings {
      guard let times = doubled(low) else { return nil }
      low = times
      high = times
      value.dimension = .multiple
    }
    let surplus = first.surplusBehind ?? first.number.surplus
    let comparator = Self.comparator(before: before, surplus: surplus, behind: behind)
    value.comparator = comparator
    if low != high {
      value.low = decimal(low, &value.fraction)
      value.high = decimal(high, &value.fraction)
      if comparator == .equal, number.numeral.isVague { value.comparator = .about }
      value.fraction = nil
      return value
    }
    let amount = decimal(low, &value.fraction)
    value.amount = amount
    switch comparator {
    case .more, .atLeast: value.low = amount
    case .less, .atMost, .justUnder: value.high = amount
    case .equal, .about: break
    }
    if surplus == .more, comparator == .more, before.allSatisfy({ $0.comparator == .about }),
      let bound = first.surplusBehind != nil
        ? number.low.adding(.one) : first.number.surplusBound,
      let top = converted(first, bound, isCold)
    {
      value.low = amount
      var ignored: String?
      value.high = decimal(top, &ignored)
    }
    return value
  }

  private func decimal(_ value: Rational, _ fraction: inout String?) -> ExactDecimal {
    if let decimal = value.decimal { return decimal }
    fraction = value.fraction
    return value.rounded
  }

  private func doubled(_ count: Rational) -> Rational? {
    guard count.isWhole, count.numerator > 0, count.numerator < 60 else { return nil }
    return Rational(Int128(1) << count.numerator)
  }

  private func isBelowZero(_ measured: Measured) -> Bool {
    let start = measured.number.range.start
    return measured.dimension == .temperature && start > 1 && units[start - 2] == Han.zero
      && units[start - 1] == Han.below
  }

  /// The comparator of all the words around a number.
  static func comparator(
    before: [Approximators.Word], surplus: Numeral.Surplus?, behind: Approximators.Word?
  ) -> Comparator {
    if let word = before.first {
      if before.count > 1, word.comparator == .about { return before[1].comparator }
      // 近1700多万: the two take each other back; 约50余 is still more than 50.
      if surplus != nil, word.comparator == .justUnder { return .about }
      if surplus == .more, word.comparator == .about { return .more }
      if word.comparator == .about, let behind, behind.comparator != .equal {
        return behind.comparator
      }
      return word.comparator
    }
    if let behind, behind.comparator != .equal { return behind.comparator }
    switch surplus {
    case .more: return .more
    case .roughly: return .about
    case nil: return .equal
    }
  }

  private func written(_ first: Measured, _ last: Measured?) -> QuantityValue.Written {
    let numeral = (last ?? first).number.numeral
    let unit = (last ?? first).unitRange
    var amount = numeral.digits
    if last != nil { amount = TextRange(first.number.numeral.digits.start, numeral.digits.end) }
    return QuantityValue.Written(
      amount: amount.isEmpty ? nil : text.string(amount),
      scale: numeral.scale.isEmpty ? nil : text.string(numeral.scale),
      unit: unit.isEmpty ? nil : text.string(unit))
  }

  // MARK: Two bounds of one range

  /// Joins 大于10 and 小于20, 1000以上 and 1500以下, into one range.
  private func joinBounds(_ first: Quantity, _ second: Quantity) -> Quantity? {
    let gap = second.range.start - first.range.end
    guard gap >= 0, gap <= 3, first.value.unit == second.value.unit,
      first.value.dimension == second.value.dimension
        || (first.value.dimension == .number && second.value.dimension == .count),
      let a = first.value.amount,
      let b = second.value.amount, isBoundGap(TextRange(first.range.end, second.range.start)),
      first.core != first.range, second.core != second.range
    else { return nil }
    let isUp = first.value.comparator == .more || first.value.comparator == .atLeast
    let isDown = second.value.comparator == .less || second.value.comparator == .atMost
    let isUpSecond = second.value.comparator == .more || second.value.comparator == .atLeast
    let isDownFirst = first.value.comparator == .less || first.value.comparator == .atMost
    let low = isUp && isDown && a < b ? a : isDownFirst && isUpSecond && b < a ? b : nil
    guard let low else { return nil }
    var joined = second
    joined.range = first.range.union(second.range)
    joined.core = joined.range
    joined.value.amount = nil
    joined.value.low = low
    joined.value.high = low == a ? b : a
    joined.value.comparator = .equal
    joined.value.fraction = nil
    return joined
  }

  /// Whether only , 、 并 且 而 的 同 时 and blanks stand between two bounds.
  private func isBoundGap(_ gap: TextRange) -> Bool {
    units[gap.indices].allSatisfy {
      $0 == 0x20 || reader.cues.plays(.boundLink, $0)
    }
  }
}
