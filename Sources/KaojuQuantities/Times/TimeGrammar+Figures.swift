import KaojuVocabulary

extension TimeGrammar {
  /// Reads a date in figures: 2025-04-18, 2025/4/18, 2025.4.18, 20250418, 1999.08-2002.02.
  func figures(at start: Int, isRangeEnd: Bool = false) -> DateChain? {
    guard isDigit(start), !isDigit(start - 1), !Character16.isLetter(unit(start - 1)),
      unit(start - 1) != 0x2E, unit(start - 1) != 0x2F, unit(start - 1) != 0x5F,
      isRangeEnd || !(unit(start - 1) == 0x2D && isDigit(start - 2))
    else { return nil }
    var position = start
    while isDigit(position), position - start < 9 { position += 1 }
    let width = position - start
    if width <= 2 { return unit(position) == 0x2F ? yearLast(at: start) : nil }
    if width == 8 { return compact(at: start) }
    guard width == 4, let year = value(start..<position), (1000...2999).contains(year) else {
      return nil
    }
    let mark = unit(position)
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E,
      let (month, behindMonth) = small(at: position + 1, upTo: 12)
    else { return nil }
    let second = unit(behindMonth)
    if second == mark || (second == 0x2D && mark == 0x2E),
      let (day, end) = small(at: behindMonth + 1, upTo: 31), !isDigit(end),
      !Character16.isLetter(unit(end)) || isClockBehindT(end),
      !(unit(end) == mark && isDigit(end + 1)) || mark == 0x2D,
      day <= GregorianDay.length(ofMonth: month, year: year)
    {
      return chain([.year(year), .month(month), .day(day)], start, end)
    }
    // 1999.08-2002.02 and 2011-01/2011-07 are ranges of months; 2024.05 alone is a number.
    guard behindMonth - position == 3, !isDigit(behindMonth) else { return nil }
    let months = chain([.year(year), .month(month)], start, behindMonth)
    if isRangeEnd { return mark == 0x2E ? months : nil }
    guard mark == 0x2E, let next = connector(at: behindMonth),
      figures(at: next, isRangeEnd: true) != nil
    else { return nil }
    return months
  }

  /// Whether a clock time of ISO 8601 stands behind a date: 2025-04-18T09:30:00.
  func isClockBehindT(_ offset: Int) -> Bool {
    unit(offset) == 0x54 && isDigit(offset + 1) && isDigit(offset + 2) && unit(offset + 3) == 0x3A
  }

  /// 3/15/2025: month, day and year, or day and month where the first is above twelve.
  private func yearLast(at start: Int) -> DateChain? {
    guard let (first, behind) = small(at: start, upTo: 31), unit(behind) == 0x2F,
      let (second, end) = small(at: behind + 1, upTo: 31), unit(end) == 0x2F,
      isDigit(end + 1), isDigit(end + 2)
    else { return nil }
    let isLong = isDigit(end + 3) && isDigit(end + 4)
    let last = end + (isLong ? 5 : 3)
    guard !isDigit(last), let year = value((end + 1)..<last) else { return nil }
    let (month, day) = first > 12 ? (second, first) : (first, second)
    guard month <= 12, !isLong || (1000...2999).contains(year) else { return nil }
    return chain([isLong ? .year(year) : .shortYear(year), .month(month), .day(day)], start, last)
  }

  private func compact(at start: Int) -> DateChain? {
    guard let year = value(start..<(start + 4)), (1900...2099).contains(year),
      let month = value((start + 4)..<(start + 6)), (1...12).contains(month),
      let day = value((start + 6)..<(start + 8)), day >= 1,
      day <= GregorianDay.length(ofMonth: month, year: year), !isDigit(start + 8),
      !Character16.isLetter(unit(start + 8)), unit(start + 8) != 0x2E
    else { return nil }
    return chain([.year(year), .month(month), .day(day)], start, start + 8)
  }

  /// Where the year begins in 11.2020年4月8日, the eleventh point of a list.
  func listedYear(at start: Int) -> Int? {
    guard isDigit(start) else { return nil }
    let mark = isDigit(start + 1) ? start + 2 : start + 1
    return unit(mark) == 0x2E && isListMark(mark) ? mark + 1 : nil
  }

  /// Whether the point at `mark` closes the number of a point in a list, and a year follows.
  func isListMark(_ mark: Int) -> Bool {
    var start = mark
    while start > 0, mark - start < 3, isDigit(start - 1) { start -= 1 }
    guard (1...2).contains(mark - start), start == 0 || unit(start - 1) == 0x0A,
      let year = model.numbers.read(units, at: mark + 1), year.width == 4, year.decimals == nil
    else { return false }
    return (1900...2100).contains(year.value) && unit(year.end) == 0x5E74
  }

  /// Whether a part of a year stands at `position`: 上半年 in 2011上半年, 国庆 in 2021国庆.
  func isPartOfYear(at position: Int, _ year: Int, from start: Int) -> Bool {
    guard isHan(position) else { return false }
    var probe = DateChain(components: [.year(year)], start: start, end: position)
    guard component(at: position, into: &probe) else { return false }
    switch probe.components.last {
    case .subdivision, .season, .festival: return true
    default: return false
    }
  }

  /// Whether a round number of years have passed and name none: 2500年历史, 距今5000年.
  func arePassed(_ number: CalendarNumber, end: Int) -> Bool {
    number.value % 100 == 0
      && (self.end(of: .yearsPassed, at: end) != nil
        || hasBehind(.yearsPassedLead, at: number.end - number.width))
  }

  /// The year that 12 is in 2011-12年.
  func shortRangeEnd(_ last: CalendarNumber, after first: CalendarNumber) -> Int? {
    guard first.form == .digits, first.width == 4, (1900...2100).contains(first.value),
      last.form == .digits, last.width == 2,
      (first.value % 100 + 1...first.value % 100 + 20).contains(last.value)
    else { return nil }
    return first.value - first.value % 100 + last.value
  }

  private func chain(_ components: [DateComponent], _ start: Int, _ end: Int) -> DateChain? {
    var chain = DateChain(components: components, start: start, end: end)
    chain.isFigures = true
    return chain
  }

  /// One or two digits from 1 to `limit`.
  private func small(at start: Int, upTo limit: Int) -> (Int, Int)? {
    guard isDigit(start) else { return nil }
    let end = isDigit(start + 1) ? start + 2 : start + 1
    guard let value = value(start..<end), (1...limit).contains(value) else { return nil }
    return (value, end)
  }

  private func value(_ range: Range<Int>) -> Int? {
    var value = 0
    for offset in range {
      guard isDigit(offset) else { return nil }
      value = value * 10 + Int(unit(offset) - 0x30)
    }
    return value
  }
}
