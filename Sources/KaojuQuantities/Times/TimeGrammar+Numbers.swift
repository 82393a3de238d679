import KaojuVocabulary

extension TimeGrammar {
  /// Reads a number with a unit of the calendar: 2025年, 4月, 18日, 20世纪, 90年代, 10—11月.
  func numbered(at start: Int, into chain: inout DateChain) -> Bool {
    var start = start
    var isLeap = false
    var isInitial = false
    switch unit(start) {
    case 0x2019, 0x27:  // ’98年
      guard chain.components.isEmpty, isDigit(start + 1), isDigit(start + 2), !isDigit(start + 3)
      else { return false }
      start += 1
    case 0x95F0: (isLeap, start) = (true, start + 1)  // 闰
    case 0x521D where chain.isLunar || chain.unit == .month && !isDigit(chain.start):  // 初
      (isInitial, start) = (true, start + 1)
    default: break
    }
    guard numberMayStart(at: start, after: chain),
      let number = model.numbers.read(units, at: start), number.decimals == nil,
      number.form != .half, number.form != .vague, !number.isOpen
    else { return false }
    if isInitial || isLunarDay(number, start: start, after: chain) {
      guard (1...30).contains(number.value), !isInitial || number.value <= 10 else { return false }
      chain.isLunar = true
      if !isInitial || unit(number.end) != 0x65E5 {
        return append(.day(number.value), number.end, to: &chain)
      }
      return append(.day(number.value), number.end + 1, to: &chain)
    }
    if let (year, end) = yearWithoutUnit(number, after: chain) {
      return append(year, end, to: &chain)
    }
    if let (first, second, end) = decades(at: start), isFiner(.decade(first), than: chain) {
      chain.components.append(.decade(first))
      chain.sharedEnd = .decade(second)
      chain.end = end
      return true
    }
    let position = skipBlanks(number.end)
    if isLeap { chain.isLunar = true }
    if monthSlashDay(number, into: &chain) { return true }
    if let shared = sharedRange(number, at: position, into: &chain) { return shared }
    if let upper = number.upper, upper == number.value / 10 + 1,
      chain.components.isEmpty || chain.unit == .year,
      let (term, end) = model.units.longest(in: units, at: position), term.unit == .month,
      term.isDate
    {
      // 二三月份 are two neighbouring months.
      chain.components.append(.month(number.value / 10))
      chain.sharedEnd = .month(upper)
      chain.end = end
      return true
    }
    guard let (term, end) = model.units.longest(in: units, at: position), term.isDate else {
      return bareDay(number, into: &chain)
    }
    guard
      let component = component(number, term, end: end, start: start, isLeap: isLeap, after: chain),
      isFiner(component, than: chain)
    else { return false }
    return append(component, end, to: &chain)
  }

  /// 五六十年代, 80、90年代: two decades that share their unit.
  private func decades(at start: Int) -> (first: Int, second: Int, end: Int)? {
    if let first = model.numbers.digit(unit(start)),
      let second = model.numbers.digit(unit(start + 1)),
      second == first + 1, first > 0, model.numbers.scale(unit(start + 2)) == 10,
      has("年代", at: start + 3)
    {
      return (first * 10, second * 10, start + 5)
    }
    guard isDigit(start), let first = model.numbers.read(units, at: start), first.width == 2,
      unit(first.end) == 0x3001 || unit(first.end) == 0x548C,  // 、和
      let second = model.numbers.read(units, at: first.end + 1), second.width == 2,
      has("年代", at: second.end), second.value == first.value + 10, first.value % 10 == 0
    else { return nil }
    return (first.value, second.value, second.end + 2)
  }

  /// 2024Q1, 25H1, 1987一年: a year that something else than 年 closes.
  private func yearWithoutUnit(
    _ number: CalendarNumber, after chain: DateChain
  ) -> (DateComponent, Int)? {
    guard chain.components.isEmpty, number.form == .digits, number.width == 4 || number.width == 2
    else { return nil }
    let isLong = number.width == 4
    guard !isLong || (1900...2100).contains(number.value) else { return nil }
    if isLong, has("一年", at: number.end), !isHan(number.end + 2) {
      return (.year(number.value), number.end + 2)
    }
    if isLong, isPartOfYear(at: number.end, number.value, from: chain.start) {
      return (.year(number.value), number.end)
    }
    guard unit(number.end) == 0x51 || unit(number.end) == 0x48,  // Q H
      case .subdivision? = model.dates.longest(in: units, at: number.end)?.payload,
      !isDigit(number.end + 2), !Character16.isLetter(unit(number.end + 2))
    else { return nil }
    return (isLong ? .year(number.value) : .shortYear(number.value), number.end)
  }

  /// 11/3号: month and day with a stroke, where 号 or 日 says that it is a date.
  private func monthSlashDay(_ number: CalendarNumber, into chain: inout DateChain) -> Bool {
    guard chain.components.isEmpty, number.form == .digits, (1...12).contains(number.value),
      unit(number.end) == 0x2F,
      let day = model.numbers.read(units, at: number.end + 1), day.form == .digits,
      (1...31).contains(day.value), unit(day.end) == 0x53F7 || unit(day.end) == 0x65E5
    else { return false }
    chain.components = [.month(number.value)]
    return append(.day(day.value), day.end + 1, to: &chain)
  }

  /// A figure inside a code, a decimal or a path begins no date.
  private func numberMayStart(at start: Int, after chain: DateChain) -> Bool {
    guard isDigit(start) else {
      return !chain.components.isEmpty || !isNumeral(start - 1) || chain.isLunar
    }
    if !chain.components.isEmpty { return true }
    let before = unit(start - 1)
    if Character16.isDigit(before) || Character16.isLetter(before) { return false }
    switch before {
    case 0x2E where isListMark(start - 1): return true
    case 0x2E, 0x2F, 0x23, 0x24, 0xA5, 0xFFE5, 0x2116, 0x2B, 0x3D, 0x5F: return false
    case 0x2D, 0x3A:
      let further = unit(start - 2)
      return !Character16.isDigit(further) && !Character16.isLetter(further)
    default: return true
    }
  }

  private func isLunarDay(_ number: CalendarNumber, start: Int, after chain: DateChain) -> Bool {
    // 十二月廿五 is lunar, 十二月廿五日 only if the month is.
    if model.numbers.tens(unit(start)) != nil, chain.unit == .month {
      return number.width <= 2 && (chain.isLunar || unit(number.end) != 0x65E5)
    }
    return chain.isLunar && chain.unit == .month && number.isHan
      && (unit(number.end) != 0x65E5 || (1...30).contains(number.value))
      && unit(number.end) != 0x65E5
  }

  /// 十月31, 1月3, 八月十五: a day without its 日, where nothing counts it.
  private func bareDay(_ number: CalendarNumber, into chain: inout DateChain) -> Bool {
    guard let last = chain.components.last, chain.unit == .month, (1...31).contains(number.value),
      number.form != .pair
    else { return false }
    if case .month = last {} else { return false }
    let end = number.end
    let ends = end >= bounds.upperBound || (!isHan(end) && unit(end) != 0x25 && !isNumeral(end))
    let goesOn = connector(at: end) != nil && chain.components.count < 3
    let clocks = model.dates.longest(in: units, at: end).map { term, _ in
      if case .dayPart = term { true } else { false }
    }
    guard isWholeText(chain.start, end) || (number.isHan && ends) || goesOn || clocks ?? false
    else { return false }
    if goesOn, !isWholeText(chain.start, end), clocks != true {
      guard let next = connector(at: end),
        let other = model.numbers.read(units, at: next),
        let (term, _) = model.units.longest(in: units, at: other.end), term.unit == .month
      else { return false }
    }
    if isFullMoonDay(number, last, in: chain) { chain.isLunar = true }
    return append(.day(number.value), end, to: &chain)
  }

  /// 八月十五 without 日 and without the number of a year is the day of the lunar calendar that has a
  /// festival (花朝, 中元, 中秋, 下元).
  private func isFullMoonDay(
    _ number: CalendarNumber, _ month: DateComponent, in chain: DateChain
  ) -> Bool {
    guard number.isHan, number.value == 15, case .month(let month) = month,
      [2, 7, 8, 10].contains(month), !isDigit(chain.start)
    else { return false }
    return !chain.components.contains {
      switch $0 {
      case .year, .shortYear: true
      default: false
      }
    }
  }

  /// 10—11月, 2019—2021年, 12-19日, 9~11点: two numbers that share a unit.
  private func sharedRange(
    _ number: CalendarNumber, at position: Int, into chain: inout DateChain
  ) -> Bool? {
    if let end = seasonEnd(of: number, at: position), chain.components.isEmpty {
      chain.components.append(.year(number.value))
      chain.sharedEnd = .year(number.value + 1)
      chain.end = end
      return true
    }
    let list = listMark(at: position)
    guard let next = connector(at: position) ?? list,
      let other = list == nil
        ? model.numbers.read(units, at: next) : lastListed(number, at: next),
      other.decimals == nil, !other.isOpen, other.form != .vague, other.form != .half,
      let (term, end) = model.units.longest(in: units, at: skipBlanks(other.end)), term.isDate
    else {
      return yearRange(number, at: position, into: &chain)
    }
    if list == nil, term.unit == .year, chain.components.isEmpty,
      let last = shortRangeEnd(other, after: number)
    {
      chain.components.append(.year(number.value))
      chain.sharedEnd = .year(last)
      chain.end = end
      return true
    }
    guard
      let first = component(number, term, end: end, start: chain.end, isLeap: false, after: chain),
      let second = component(
        other, term, end: end, start: other.end - other.width, isLeap: false, after: chain),
      isFiner(first, than: chain)
    else { return nil }
    if case .clock = first, chain.components.isEmpty, !isWholeText(chain.start, end) { return nil }
    if list != nil, ![.year, .quarter, .month, .day].contains(first.unit) { return nil }
    switch (first, second) {
    case (.year, .year), (.month, .month), (.day, .day), (.decade, .decade), (.clock, .clock),
      (.century, .century), (.subdivision, .subdivision):
      chain.components.append(first)
      chain.sharedEnd = second
    case (.year, .shortYear(let short)):
      guard case .year(let year) = first else { return nil }
      chain.components.append(first)
      chain.sharedEnd = .year(year - GregorianDay.modulo(year, 100) + short)
    default: return nil
    }
    chain.end = end
    return true
  }

  /// The end of 2023/24财年, 2023/24年度: a season of two years.
  private func seasonEnd(of number: CalendarNumber, at position: Int) -> Int? {
    guard number.width == 4, number.form == .digits, unit(position) == 0x2F,
      let other = model.numbers.read(units, at: position + 1), other.width == 2,
      other.form == .digits, other.value == (number.value + 1) % 100,
      let (term, end) = model.units.longest(in: units, at: other.end), term.isDate,
      term.unit == .year, !hasAny(term.unless, at: end)
    else { return nil }
    return end
  }

  /// The last of numbers that follow one another in a list: 5 of 3、4、5月份.
  private func lastListed(_ first: CalendarNumber, at start: Int) -> CalendarNumber? {
    var last = first
    var next: Int? = start
    while let place = next, let other = model.numbers.read(units, at: place),
      other.form == first.form, other.value == last.value + 1
    {
      last = other
      next = listMark(at: other.end)
    }
    return last.end == first.end ? nil : last
  }

  /// The end of a mark that lists: 3、4月份 and 2019和2020年 are two neighbours.
  private func listMark(at offset: Int) -> Int? {
    switch unit(offset) {
    case 0x3001, 0x548C, 0x4E0E, 0x53CA: offset + 1  // 、和与及
    default: nil
    }
  }

  /// 1985到89年9月, 从2016到2018, 2020至2025年: a year without its 年 before another.
  private func yearRange(
    _ number: CalendarNumber, at position: Int, into chain: inout DateChain
  ) -> Bool? {
    if let end = bothYears(number, at: position), chain.components.isEmpty {
      chain.components.append(.year(number.value))
      chain.sharedEnd = .year(number.value + 1)
      chain.end = end
      return true
    }
    guard chain.components.isEmpty, number.width == 4, (1800...2100).contains(number.value),
      number.form == .digits || number.form == .positional, let next = connector(at: position),
      let other = model.numbers.read(units, at: next), other.width == 4,
      (1800...2100).contains(other.value), other.value > number.value,
      number.form == other.form, !isHan(other.end) || isWholeText(chain.start, other.end),
      has("从", at: chain.start - 1) || isWholeText(chain.start, other.end)
    else { return nil }
    chain.components.append(.year(number.value))
    chain.sharedEnd = .year(other.value)
    chain.end = other.end
    return true
  }

  /// The end of 2019、2020两年.
  private func bothYears(_ number: CalendarNumber, at position: Int) -> Int? {
    guard number.width == 4, (1800...2100).contains(number.value),
      let next = listMark(at: position),
      let other = model.numbers.read(units, at: next), other.width == 4,
      other.value == number.value + 1, has("两年", at: other.end)
    else { return nil }
    return other.end + 2
  }

  /// Makes the part that a number and a unit name, if they name one.
  private func component(
    _ number: CalendarNumber, _ term: UnitTerm, end: Int, start: Int, isLeap: Bool,
    after chain: DateChain
  ) -> DateComponent? {
    // 三年级 is no year, but 2027年产量 holds 2027年.
    if hasAny(term.unless, at: end), !has("年代", at: end - 1),
      term.unit != .year || number.width != 4
    {
      return nil
    }
    let value = number.value
    switch term.unit {
    case .year: return year(number, end: end, start: start, after: chain)
    case .month:
      guard (1...12).contains(value), number.form != .pair,
        number.form != .positional
      else { return nil }
      if isLeap { return .lunarMonth(value, isLeap: true) }
      // 一月一次 is once a month.
      if value == 1, number.isHan, has("一", at: end), hasAny(model[.count], at: end + 1) {
        return nil
      }
      if chain.components.isEmpty, monthIsLength(number, start: start) { return nil }
      return .month(value)
    case .day:
      guard (1...31).contains(value), number.form != .pair, number.form != .positional else {
        return nil
      }
      if chain.isLunar, value > 30 { return nil }
      return chain.components.isEmpty && !bareDayStands(number, end: end, start: start)
        ? nil : .day(value)
    case .century: return (1...30).contains(value) && number.form != .pair ? .century(value) : nil
    case .decade:
      guard number.form != .pair else { return nil }
      if value >= 1000, value % 10 == 0 { return .decade(value) }
      return (0...90).contains(value) && value % 10 == 0 ? .decade(value) : nil
    case .quarter:
      return (1...4).contains(value) && number.form != .pair && number.width == 1
        && !(chain.components.isEmpty && unit(start - 1) == 0x7B2C)
        && unit(end - 1) == 0x5EA6 ? .subdivision(.quarter, index: value) : nil
    case .hour:
      guard (0...24).contains(value), number.form != .positional, !isDecimal(number, at: end) else {
        return nil
      }
      return .clock(hour: value, minute: nil, second: nil, isLatin12: false)
    default: return nil
    }
  }

  private func monthIsLength(_ number: CalendarNumber, start: Int) -> Bool {
    guard number.isHan else { return false }
    // 近三月, 连续三月 count months.
    return end(of: .monthAsLength, at: start - 1) != nil
  }

  /// A day alone: 31日举行, but not 三日之后 or 3日内.
  private func bareDayStands(_ number: CalendarNumber, end: Int, start: Int) -> Bool {
    if unit(end - 1) == 0x53F7 {  // 号
      if isRangeEnd(start) { return true }
      if isWholeText(start, end) || isMarginBehind(end) {
        return number.form == .digits || number.value > 9
      }
      if connector(at: end) != nil { return true }
      return model.dates.longest(in: units, at: end).map { term, _ in
        if case .dayPart = term { true } else { false }
      } ?? false
    }
    if self.end(of: .dayAsLength, at: end) != nil {
      return false
    }
    if number.isHan, number.value < 10, !isWholeText(start, end) {
      return !isHan(end) && !isHan(start - 1)
    }
    return !has("每", at: start - 1) && !has("第", at: start - 1)
  }

  /// Whether a range leads to here: 从9号到15号.
  private func isRangeEnd(_ start: Int) -> Bool {
    guard let behind = connector(at: start - 1), behind == start else { return false }
    return isHan(start - 2)
  }

  private func isMarginBehind(_ end: Int) -> Bool {
    unit(end) == 0x2C || unit(end) == 0x3002
  }

  private func year(
    _ number: CalendarNumber, end: Int, start: Int, after chain: DateChain
  ) -> DateComponent? {
    switch (number.form, number.width) {
    case (.digits, 4), (.positional, 4):
      if unit(end) == 0x524D, number.value % 1000 == 0 { return nil }  // 3000年前
      if arePassed(number, end: end) { return nil }
      return (1...2999).contains(number.value) ? .year(number.value) : nil
    case (.digits, 2), (.positional, 2):
      let isMarked = number.hasLeadingZero || unit(start - 1) == 0x2019 || unit(start - 1) == 0x27
      if isMarked { return .shortYear(number.value) }
      if number.form == .positional, number.upper != nil, !isDateBehind(end) { return nil }
      if number.form == .digits, self.end(of: .yearAsLength, at: end) != nil { return nil }
      let isAlone =
        isWholeText(start, end)
        && (number.form == .positional || number.value >= 10) && number.value != 10
      return isAlone || isDateBehind(end) || isInYearRange(number, start: start, end: end)
        ? .shortYear(number.value) : nil
    case (.spoken, 3...):
      // 两千零四年, 二千年: only where nothing counts the years.
      guard (1900...2100).contains(number.value) else { return nil }
      let isRound = number.value % 100 == 0
      return !isRound || isWholeText(start, end) || isDateBehind(end) ? .year(number.value) : nil
    case (.spoken, 2):
      return number.value == 2000 && (isWholeText(start, end) || isDateBehind(end))
        ? .year(2000) : nil
    default: return nil
    }
  }

  /// Whether a year of two digits is an end of a range of such years: 九七年到九九年, 97年至99年; 10年至20年
  /// are lengths.
  private func isInYearRange(_ number: CalendarNumber, start: Int, end: Int) -> Bool {
    guard number.form == .positional || number.value > 50 else { return false }
    if let next = connector(at: end), let other = model.numbers.read(units, at: next),
      other.form == number.form, other.width == 2, unit(other.end) == 0x5E74,
      other.value > number.value
    {
      return true
    }
    return unit(start - 2) == 0x5E74 && connector(at: start - 1) == start
  }

  /// Whether a date goes on behind a year: 25年4月, 19年底, 10年圣诞节.
  private func isDateBehind(_ end: Int) -> Bool {
    let end = unit(end) == 0x7684 ? end + 1 : end  // 78年的11月
    if let number = model.numbers.read(units, at: end), number.form != .vague,
      let (term, next) = model.units.longest(in: units, at: number.end),
      term.unit == .month || term.unit == .quarter, term.isDate, (1...12).contains(number.value)
    {
      return !hasAny(term.unless, at: next)
    }
    if let (terms, next) = model.parts.longest(in: units, at: end),
      let term = terms.first(where: { $0.unit == .year }),
      term.needsBoundary ? !isHan(next) : !hasAny(term.unless, at: next)
    {
      return unit(end) != 0x5E74 || next - end > 1
    }
    if let (counter, next) = model.counters.longest(in: units, at: end), counter.kind == .first,
      let number = model.numbers.read(units, at: next),
      let (term, _) = model.units.longest(in: units, at: number.end), term.unit > .year
    {
      return true
    }
    switch model.dates.longest(in: units, at: end)?.payload {
    case .subdivision, .festival, .season(_, standsAlone: true): return true
    case .solarTerm: return true
    case .lunarMonth: return true
    default: return false
    }
  }
}
