import KaojuVocabulary

extension TimeGrammar {
  /// Reads a named part: 今年, 上半年, 上周三, 春节, “十四五”期间, 民国三十八年.
  func named(at start: Int, into chain: inout DateChain) -> Bool {
    if chain.components.isEmpty, quotedPeriod(at: start, into: &chain) { return true }
    if bareWeekday(at: start, into: &chain) { return true }
    for (term, end) in model.dates.all(in: units, at: start).reversed()
    where accept(term, start, end, into: &chain) { return true }
    return false
  }

  private func accept(
    _ term: DateTerm, _ start: Int, _ end: Int, into chain: inout DateChain
  ) -> Bool {
    let isFirst = chain.components.isEmpty
    var found: DateComponent
    switch term {
    case .deictic(let term):
      if case .short(let units) = term.target {
        return shortDeictic(term, units, end, into: &chain)
      }
      if term.target == .unit(.season) { return nearSeason(term, end, into: &chain) }
      guard deicticStands(term, start, end, after: chain) else { return false }
      found = .deictic(term)
    case .dayPart(let part):
      // 早8点 and 晚6点 begin with their clock time at once.
      if isFirst, part.isShort,
        isHan(start - 1) && connector(at: start - 1) != start
          || clock(at: end, after: DateChain(start: end, end: end)) == nil
      {
        return false
      }
      if part.isShort, !shortDayPartStands(end) { return false }
      found = .dayPart(part)
    case .subdivision(let unit, let index):
      if isFirst, index == 0, unit != .year, !isWholeText(start, end) { return false }
      if isFirst, Character16.isLetter(self.unit(start)), Character16.isLetter(self.unit(start - 1))
      {
        return false
      }
      if !isHan(end - 1), Character16.isLetter(self.unit(end)) || isDigit(end) { return false }
      if isFirst, !isHan(start), isDigit(start - 1) { return false }
      if isFirst, unit == .tenDays { return false }
      found = .subdivision(unit, index: index)
      if has("季度", at: end), unit == .quarter { chain.end = end + 2 }
      guard index == 0 && !isFirst ? chain.unit == unit : isFiner(found, than: chain) else {
        return false
      }
      return append(found, max(end, chain.end), to: &chain)
    case .weekday(let day):
      guard weekdayStands(start, end, day: day, after: chain) else { return false }
      found = .weekday(day)
    case .season(let season, let standsAlone):
      let isShortYear = chain.end - chain.start == 1
      guard
        isFirst
          ? standsAlone && !isHan(start - 1) : isShortYear || seasonStands(end, standsAlone)
      else { return false }
      found = .season(season)
    case .solarTerm(let longitude, let needsContext):
      if needsContext, isFirst, !isWholeText(start, end),
        self.end(of: .solarTerm, at: end) == nil
      {
        return false
      }
      found = .solarTerm(longitude)
    case .festival(let festival):
      return acceptFestival(festival, start, end, into: &chain)
    case .period(let period):
      guard isFirst,
        period.need == .none || period.need == .plan || period.need == .suffix
          || period.need == .since, periodStands(period, end), !isNumeral(start - 1)
      else { return false }
      return appendPeriod(period, end, quotes: 0, to: &chain)
    case .era(let first, let years):
      return isFirst && era(first: first, years: years, at: end, into: &chain)
    case .lunarCalendar:
      guard chain.unit ?? .year <= .year else { return false }
      let before = chain
      chain.isLunar = true
      chain.end = skipBlanks(end)
      if component(at: chain.end, into: &chain) { return true }
      chain = before
      return false
    case .lunarMonth(let month, let needsDay):
      let end = needsDay && self.unit(end - 1) == 0x521D ? end - 1 : end  // 年初三
      if needsDay, self.unit(end) != 0x521D || !newYearDayStands(start, end) { return false }  // 初
      chain.isLunar = true
      found = .lunarMonth(month, isLeap: false)
    }
    guard isFiner(found, than: chain) else { return false }
    return append(found, end, to: &chain)
  }

  /// 年初三 is the third day of the new year, where no year stands in front and nothing is counted.
  func newYearDayStands(_ start: Int, _ end: Int) -> Bool {
    guard end - start == 1 else { return true }
    guard let number = model.numbers.read(units, at: end + 1), number.isHan,
      (1...15).contains(number.value), !isNumeral(start - 1)
    else { return false }
    return (!isHan(start - 1) || hasAny(model[.dayLeader], at: start - 1))
      && (!isHan(number.end) || hasAny(model[.dayFollower], at: number.end))
  }

  private func deicticStands(
    _ term: DeicticTerm, _ start: Int, _ end: Int, after chain: DateChain
  ) -> Bool {
    switch term.target {
    case .named: return chain.components.isEmpty
    case .same:
      // 去年同期 says whose; 同期 alone is often an adverb (与展会同期举行), 2010年同期 that year’s.
      if chain.unit == .year { return term.offset == 0 && chain.components.count == 1 }
      guard chain.components.isEmpty else { return false }
      return end - start > 2 || !isHan(start - 1) || hasBehind(.samePeriodLead, at: start)
    case .short: return false
    case .unit(let unit):
      if hasAny(term.unless, at: end) { return false }
      // 第十七次|年会
      if self.unit(start) == 0x6B21, isNumeral(start - 1) { return false }
      if let last = chain.components.last {
        // 去年本月十日, 次年年末 keep their own year; nothing else may stand before a deictic.
        return last.unit == .year && unit == .month && term.offset == 0
      }
      if unit == .week, has("年", at: end) || has("边", at: end) || has("期", at: end) {
        return false
      }
      return true
    }
  }

  /// 今晚, 昨上午, 去冬, 今夏: the unit is that of what follows.
  private func shortDeictic(
    _ term: DeicticTerm, _ units: Set<TimeUnit>, _ end: Int, into chain: inout DateChain
  ) -> Bool {
    guard chain.components.isEmpty else { return false }
    var unit: TimeUnit?
    for (next, behind) in model.dates.all(in: self.units, at: end) {
      switch next {
      case .dayPart(let part) where units.contains(.day):
        if term.anchor == .published || part.isShort { unit = .day }
      case .season(_, let standsAlone) where units.contains(.year):
        if !has("节", at: behind) || standsAlone { unit = .year }
      default: continue
      }
    }
    guard let unit else { return false }
    var term = term
    term.target = .unit(unit)
    return append(.deictic(term), end, to: &chain)
  }

  /// 下个春天, 上个冬季: the season next to the publication.
  private func nearSeason(_ term: DeicticTerm, _ start: Int, into chain: inout DateChain) -> Bool {
    guard chain.components.isEmpty, let (next, end) = model.dates.longest(in: units, at: start),
      case .season(let season, standsAlone: true) = next
    else { return false }
    return append(.nearSeason(season, offset: term.offset), end, to: &chain)
  }

  private func shortDayPartStands(_ end: Int) -> Bool {
    !hasAny(model[.shortDayPart], at: end)
  }

  private func seasonStands(_ end: Int, _ standsAlone: Bool) -> Bool {
    standsAlone || !hasAny(model[.season], at: end)
  }

  /// 上周二, 下星期天: the day without its 周 behind a week.
  private func bareWeekday(at start: Int, into chain: inout DateChain) -> Bool {
    guard start == chain.end, case .deictic(let term)? = chain.components.last,
      term.target == .unit(.week)
    else { return false }
    let day: Int
    switch unit(start) {
    case 0x65E5, 0x5929: day = 7  // 日 天
    case 0x672B: day = 0  // 末
    default:
      guard let value = model.numbers.digit(unit(start)), (1...6).contains(value),
        unit(start) != Character16.two
      else { return false }
      day = value
    }
    if hasAny(model[.count], at: start + 1) || isHan(start + 1) && isNumeral(start + 1) {
      return false
    }
    return append(.weekday(day), start + 1, to: &chain)
  }

  /// 每周一场 and 一周三次 hold no Monday and no Wednesday.
  private func weekdayStands(_ start: Int, _ end: Int, day: Int, after chain: DateChain) -> Bool {
    if let last = chain.components.last {
      switch last {
      case .deictic(let term) where term.target == .unit(.week): return true
      case .week, .nth(_, .week), .day: return day > 0
      case .month where day == 0: return false
      default: return false
      }
    }
    guard unit(start) == 0x5468 else { return true }  // 周
    if day == 0 { return true }
    if isNumeral(end), !isHan(end) { return true }
    if isNumeral(start - 1) { return false }
    return !hasAny(model[.count], at: end)
  }

  private func acceptFestival(
    _ festival: FestivalTerm, _ start: Int, _ end: Int, into chain: inout DateChain
  ) -> Bool {
    guard chain.components.isEmpty || chain.unit == .year else {
      return false
    }
    if festival.needsHoliday, !isHoliday(end) {
      // 十一 alone is a number, 五一 is none.
      let isNumber = model.numbers.read(units, at: start).map {
        $0.form == .spoken && $0.end == end
      }
      if !isWholeText(chain.start, end) || isNumber ?? false { return false }
    }
    if chain.components.isEmpty, isNumeral(start), isNumeral(start - 1) { return false }
    guard isFiner(.festival(festival), than: chain) else { return false }
    _ = append(.festival(festival), end, to: &chain)
    // 庞格尔节第四天, 国庆节当天.
    if has("第", at: end), let number = model.numbers.read(units, at: end + 1),
      unit(number.end) == 0x5929, (1...15).contains(number.value)  // 天
    {
      chain.components.append(.nth(number.value, .day))
      chain.end = number.end + 1
    } else if has("当天", at: end) || has("当日", at: end) {
      chain.end = end + 2
    }
    return true
  }

  private func isHoliday(_ end: Int) -> Bool {
    hasAny(model[.holiday], at: end)
      || (unit(end) == 0x201D && hasAny(model[.holiday], at: end + 1))
  }

  // MARK: Periods

  private func quotedPeriod(at start: Int, into chain: inout DateChain) -> Bool {
    guard let close = Self.closingMark(unit(start)),
      let (term, end) = model.dates.longest(in: units, at: start + 1), unit(end) == close
    else { return false }
    switch term {
    case .period(let period) where period.need == .plan || period.need == .quotes:
      return appendPeriod(period, end + 1, quotes: 1, to: &chain)
    case .festival(let festival) where isHoliday(end + 1):
      chain.components.append(.festival(festival))
      chain.end = end + 1
      return true
    default: return false
    }
  }

  private static func closingMark(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x201C: 0x201D
    case 0x300C: 0x300D
    case 0x2018: 0x2019
    case 0x22: 0x22
    default: nil
    }
  }

  /// A plan names its period, unless the plan itself is meant: “十四五”规划.
  private func appendPeriod(
    _ period: PeriodTerm, _ end: Int, quotes: Int, to chain: inout DateChain
  ) -> Bool {
    let isClosed = quotes == 0 && Self.closingMark(unit(chain.start - 1)) == unit(end)
    if period.need == .plan || period.need == .quotes,
      hasAny(model[.plan], at: isClosed ? end + 1 : end)
        || quotes == 0 && !isClosed && hasAny(model[.pairBehind], at: end)
    {
      return false
    }
    return append(.period(period), end, to: &chain)
  }

  private func periodStands(_ period: PeriodTerm, _ end: Int) -> Bool {
    guard period.need == .suffix || period.need == .since else { return true }
    guard let (suffix, _) = model.suffixes.longest(in: units, at: end), suffix.length > 1 else {
      return false
    }
    switch suffix.effect {
    case .since, .after: return true
    case .before: return period.need == .suffix
    default: return false
    }
  }

  /// 民国三十八年, 康熙三年五月, 光绪元年, 公元前221年.
  private func era(first: Int, years: Int, at start: Int, into chain: inout DateChain) -> Bool {
    let position = skipBlanks(start)
    var value = 1
    var end = position
    if unit(position) == 0x5143 {  // 元
      end = position + 1
    } else {
      guard let number = model.numbers.read(units, at: position), number.value > 0,
        !number.isOpen, number.form != .vague, number.decimals == nil
      else { return false }
      value = number.value
      end = number.end
    }
    if years == 0, has("世纪", at: end) { return append(.century(1 - value), end + 2, to: &chain) }
    guard unit(end) == 0x5E74 else { return false }  // 年
    if years == 0 { return append(.year(1 - value), end + 1, to: &chain) }
    guard value <= years else { return false }
    return append(.year(first + value - 1), end + 1, to: &chain)
  }
}
