import KaojuVocabulary

extension TimeResolver {
  /// The stretch of the calendar that a date stands for; `nil` when something it needs is unknown
  /// or no calendar has it.
  mutating func span(of chain: DateChain) -> CalendarSpan? {
    if chain.isLunar, let lunar = lunarSpan(of: chain) { return lunar }
    var span: CalendarSpan?
    var part: DayPartTerm?
    for (index, component) in chain.components.enumerated() {
      let rest = chain.components[(index + 1)...]
      guard var next = resolve(component, in: span, part: part, rest: rest) else { return nil }
      if let span {
        next.isRelative = next.isRelative || span.isRelative
        next.isAmbiguous = next.isAmbiguous || span.isAmbiguous
      }
      if case .dayPart(let term) = component { part = term }
      span = next
    }
    return span
  }

  private mutating func resolve(
    _ component: DateComponent, in span: CalendarSpan?, part: DayPartTerm?,
    rest: ArraySlice<DateComponent>
  ) -> CalendarSpan? {
    switch component {
    case .year(let year): return .year(year)
    case .shortYear(let short): return .year(expanded(short))
    case .century(let number): return .century(number)
    case .decade(let value): return decade(value, in: span)
    case .deictic(let term): return deictic(term, in: span)
    case .period(let period):
      return CalendarSpan(from: period.from, to: period.to, unit: .period, timex: period.timex)
    case .subdivision(let unit, let index): return subdivision(unit, index, in: span)
    case .season(let index): return season(index, in: span)
    case .nearSeason(let index, let offset): return nearSeason(index, offset)
    case .month(let month): return self.month(month, in: span, rest: rest)
    case .lunarMonth(let month, _):
      return self.month(month, in: span, rest: rest)
    case .day(let day): return self.day(day, in: span)
    case .weekday(let day): return weekday(day, in: span)
    case .festival(let festival): return self.festival(festival, in: span)
    case .solarTerm(let longitude):
      return self.festival(
        FestivalTerm(rule: .solarTerm(longitude: longitude), days: 1, needsHoliday: false),
        in: span)
    case .week(let number), .nth(let number, .week): return week(number, in: span)
    case .nth(let number, let unit): return nth(number, unit, in: span)
    case .nthWeekday(let index, let weekday): return nthWeekday(index, weekday, in: span)
    case .first(let count, let term): return edge(count, term, isFirst: true, in: span)
    case .last(let count, let term): return edge(count, term, isFirst: false, in: span)
    case .beside(let count, let term): return beside(count, term)
    case .rolling(let count, let term): return rolling(count, term)
    case .part(let term): return self.part(term, in: span)
    case .dayPart(let term): return dayPart(term, in: span)
    case .clock(let hour, let minute, let second, let isLatin12):
      return clock(hour, minute, second, isLatin12: isLatin12, in: span, part: part)
    }
  }

  // MARK: Years

  /// 98年 is 1998, 25年 2025: the year of those two digits that is at most ten years ahead.
  private func expanded(_ short: Int) -> Int {
    let reference = context.published.map { Int($0.year) } ?? 2030
    var year = (reference + 10) / 100 * 100 + short
    if year > reference + 10 { year -= 100 }
    return year < 1900 ? year + 100 : year
  }

  private func decade(_ value: Int, in span: CalendarSpan?) -> CalendarSpan? {
    if value >= 1000 { return .decade(value) }
    if let span {
      guard span.unit == .century else { return nil }
      return .decade(span.year + value)
    }
    // 90年代 alone is the last such decade that has begun.
    let reference = context.published.map { Int($0.year) } ?? 2030
    var start = reference / 100 * 100 + value
    if start > reference || value >= 50 && start > reference - 50 { start -= 100 }
    return .decade(start)
  }

  private func deictic(_ term: DeicticTerm, in span: CalendarSpan?) -> CalendarSpan? {
    var result: CalendarSpan?
    switch term.target {
    case .same: result = samePeriod(offset: term.offset, in: span)
    case .named: result = lastNamed(isAhead: term.offset > 0)
    case .short: return nil
    case .unit(let unit):
      if let span {
        guard unit == .month, let published = context.published else { return nil }
        return .part(Int(published.month), of: span.year, unit: .month)
      }
      result = self.unit(unit, offset: term.offset, anchor: anchor(of: term, unit))
      if term.count > 1, let first = result,
        let last = self.unit(unit, offset: term.offset + term.count - 1, anchor: term.anchor)
      {
        result = .range(first, last)
      }
    }
    result?.isRelative = true
    return result
  }

  /// 届时, 此时: the time that the paragraph last named, or now in a question.
  private func lastNamed(isAhead: Bool) -> CalendarSpan? {
    guard let last = context.last, last.paragraph == context.paragraph else { return nil }
    if isAhead, let today = context.today, last.span.to <= today.moment { return nil }
    return last.span
  }

  /// 11月份…比上月: the month before the one compared, not before the publication.
  private func anchor(of term: DeicticTerm, _ unit: TimeUnit) -> TimeAnchor {
    guard context.isCompared, term.offset < 0, unit == .month || unit == .quarter,
      let last = context.last, last.span.unit == unit, last.paragraph == context.paragraph
    else { return term.anchor }
    return .text
  }

  private func samePeriod(offset: Int, in span: CalendarSpan?) -> CalendarSpan? {
    guard let period = context.lastPeriod?.span else { return nil }
    if let span { return shifted(period, years: span.year - period.year) }
    return shifted(period, years: offset)
  }

  /// The same stretch some years later.
  private func shifted(_ span: CalendarSpan, years: Int) -> CalendarSpan? {
    let from = span.from.adding(months: 12 * years)
    let months = span.to.monthNumber - span.from.monthNumber
    guard span.from.day == 1, span.to.day == 1, span.from.isDay, span.to.isDay else {
      return .range(
        .day(GregorianDay(from)), .day(GregorianDay(span.to.adding(months: 12 * years)) + -1))
    }
    if span.timex.contains("/") { return .months(from: from, to: from.adding(months: months)) }
    switch span.unit {
    case .year: return .year(Int(from.year))
    case .half: return .part((Int(from.month) + 5) / 6, of: Int(from.year), unit: .half)
    case .quarter: return .part((Int(from.month) + 2) / 3, of: Int(from.year), unit: .quarter)
    default: return .part(Int(from.month), of: Int(from.year), unit: .month)
    }
  }

  private func unit(_ unit: TimeUnit, offset: Int, anchor: TimeAnchor) -> CalendarSpan? {
    switch unit {
    case .year:
      let year =
        anchor == .text ? context.textYear(offset: offset) : context.published.map { Int($0.year) }
      return year.map { .year($0 + offset) }
    case .century:
      return context.published.map { .century(Int($0.year) / 100 + 1 + offset) }
    case .month:
      let moment =
        anchor == .text ? context.last.map(\.span.from) ?? context.published : context.published
      return moment.map { .month(of: $0, offset: offset) }
    case .quarter:
      let moment =
        anchor == .text ? context.last.map(\.span.from) ?? context.published : context.published
      return moment.map { moment in
        let start = Moment(monthNumber: moment.monthNumber / 3 * 3 + offset * 3)
        return .part((Int(start.month) + 2) / 3, of: Int(start.year), unit: .quarter)
      }
    case .week:
      let day = anchor == .text ? context.textDay() : context.today
      return day.map { .week($0.weekStart + 7 * offset) }
    case .day:
      let day = anchor == .text ? context.textDay(offset: offset) : context.today
      return day.map { .day($0 + offset) }
    default: return nil
    }
  }

  // MARK: Parts of the year

  private mutating func contextYear() -> Int? {
    context.published.map { Int($0.year) } ?? context.last?.span.year
  }

  private mutating func subdivision(
    _ unit: TimeUnit, _ index: Int, in span: CalendarSpan?
  ) -> CalendarSpan? {
    if index == 0 {
      if let span { return span }
      switch unit {
      case .year:
        if let last = context.last, context.carries(last) { return relative(.year(last.span.year)) }
        return contextYear().map { relative(.year($0)) }
      case .month: return context.published.map { relative(.month(of: $0)) }
      default: return context.today.map { relative(.day($0)) }
      }
    }
    if unit == .tenDays { return tenDays(index, in: span) }
    if let span {
      guard span.unit == .year else { return nil }
      return .part(index, of: span.year, unit: unit)
    }
    guard let year = partYear(index, unit) else { return nil }
    return relative(.part(index, of: year, unit: unit))
  }

  /// Halves and quarters without a year are those of the sentence’s year, or this year’s; in the
  /// first months those of the year’s end are last year’s.
  private func partYear(_ index: Int, _ unit: TimeUnit) -> Int? {
    if let last = context.last, context.carries(last) || context.published == nil {
      return last.span.year
    }
    guard let published = context.published else { return nil }
    let isEnd = unit == .quarter ? index == 4 : index == 2
    let isPast =
      !context.isAlone && !context.isFuture
      && published.month <= (unit == .quarter ? 3 : 2)
    return Int(published.year) - (isEnd && isPast ? 1 : 0)
  }

  private func relative(_ span: CalendarSpan) -> CalendarSpan {
    var span = span
    span.isRelative = true
    return span
  }

  private mutating func tenDays(_ index: Int, in span: CalendarSpan?) -> CalendarSpan? {
    guard let span, span.unit == .month else { return nil }
    // 中下旬 is 23, from the second to the third.
    let (first, last) = index > 9 ? (index / 10, index % 10) : (index, index)
    let start = span.from.adding(days: (first - 1) * 10)
    let end = last == 3 ? span.to : span.from.adding(days: last * 10)
    let modifier: TimeExpression.Modifier = first == 1 ? .start : last == 2 ? .mid : .end
    return CalendarSpan(
      from: start, to: end, unit: .tenDays, timex: span.timex, modifier: modifier)
  }

  private mutating func season(_ index: Int, in span: CalendarSpan?) -> CalendarSpan? {
    guard let year = span?.year ?? contextYear() else { return nil }
    let from = SolarTerm.seasonStart(index, year: year).moment
    let to = SolarTerm.seasonStart(index + 1, year: year).moment
    let code = ["SP", "SU", "FA", "WI"][(index - 1) & 3]
    return CalendarSpan(
      from: from, to: to, unit: .season, timex: CalendarSpan.padded(year, 4) + "-" + code,
      isRelative: span == nil)
  }

  /// 上个冬天 is over, 下个春天 has not begun, 这个夏天 is this year’s.
  private func nearSeason(_ index: Int, _ offset: Int) -> CalendarSpan? {
    guard let today = context.today, let published = context.published else { return nil }
    let year = Int(published.year)
    let years = offset < 0 ? Array((year - 2...year).reversed()) : Array(year...year + 1)
    let found = years.first { year in
      offset < 0
        ? SolarTerm.seasonStart(index + 1, year: year) <= today
        : offset == 0 || SolarTerm.seasonStart(index, year: year) > today
    }
    guard let found else { return nil }
    var resolver = self
    return resolver.season(index, in: .year(found)).map(relative)
  }

  private mutating func month(
    _ month: Int, in span: CalendarSpan?, rest: ArraySlice<DateComponent>
  ) -> CalendarSpan? {
    if let span {
      guard span.unit == .year || span.unit == .half || span.unit == .season else { return nil }
      return .part(month, of: span.year, unit: .month)
    }
    var day = 0
    if case .day(let value)? = rest.first { day = value }
    var isAmbiguous = false
    guard var year = context.year(forMonth: month, day: day, isAmbiguous: &isAmbiguous) else {
      return nil
    }
    // 2月29日 is that of the last leap year.
    if month == 2, day == 29 {
      for _ in 0..<8 where !GregorianDay.isLeap(year) { year -= 1 }
    }
    var result = CalendarSpan.part(month, of: year, unit: .month)
    result.isRelative = true
    result.isAmbiguous = isAmbiguous
    return result
  }

  // MARK: Days

  private mutating func day(_ day: Int, in span: CalendarSpan?) -> CalendarSpan? {
    if let span {
      guard span.unit == .month,
        day <= GregorianDay.length(ofMonth: Int(span.from.month), year: span.year)
      else { return nil }
      return .day(GregorianDay(span.from) + (day - 1))
    }
    var isAmbiguous = false
    guard let number = context.month(forDay: day, isAmbiguous: &isAmbiguous) else { return nil }
    let start = Moment(monthNumber: number)
    guard day <= GregorianDay.length(ofMonth: Int(start.month), year: Int(start.year)) else {
      return nil
    }
    var result = CalendarSpan.day(GregorianDay(start) + (day - 1))
    result.isRelative = true
    result.isAmbiguous = isAmbiguous
    return result
  }

  private mutating func weekday(_ weekday: Int, in span: CalendarSpan?) -> CalendarSpan? {
    if let span, span.unit == .week {
      return self.weekday(weekday, ofWeek: GregorianDay(span.from))
    }
    if let span { return span.unit == .day ? span : nil }
    guard let today = context.today else { return nil }
    let monday = today.weekStart
    if weekday == 0 {
      var result = self.weekday(0, ofWeek: monday)
      result?.isRelative = true
      return result
    }
    var day = monday + (weekday - 1)
    if context.isAlone || context.isFuture {
      if day <= today { day = day + 7 }
    } else if day > today {
      day = day + -7
    }
    var result = CalendarSpan.day(day)
    result.isRelative = true
    return result
  }

  private func weekday(_ weekday: Int, ofWeek monday: GregorianDay) -> CalendarSpan? {
    guard weekday == 0 else { return .day(monday + (weekday - 1)) }
    let (year, week) = monday.isoWeek
    return CalendarSpan(
      from: (monday + 5).moment, to: (monday + 7).moment, unit: .day,
      timex: CalendarSpan.padded(year, 4) + "-W" + CalendarSpan.padded(week, 2) + "-WE")
  }

  private mutating func festival(
    _ festival: FestivalTerm, in span: CalendarSpan?
  ) -> CalendarSpan? {
    var day: GregorianDay?
    var isRelative = false
    if let span {
      guard span.unit == .year else { return nil }
      day = FestivalCalendar.day(festival.rule, year: span.year)
    } else {
      guard let year = contextYear() else { return nil }
      isRelative = true
      day = nearestFestival(festival.rule, year: year)
    }
    guard let day else { return nil }
    var result = CalendarSpan.day(day)
    if festival.days > 1 {
      result.to = (day + festival.days).moment
      result.timex += "/" + (day + (festival.days - 1)).moment.description
    }
    result.isRelative = isRelative
    return result
  }

  /// A festival without a year: the nearest, and the next where the clause looks ahead.
  private func nearestFestival(_ rule: FestivalTerm.Rule, year: Int) -> GregorianDay? {
    guard let today = context.today else { return FestivalCalendar.day(rule, year: year) }
    let candidates = ((year - 1)...(year + 1)).compactMap {
      FestivalCalendar.day(rule, year: $0)
    }
    if context.isAlone || context.isFuture {
      return candidates.first { $0 >= today }
    }
    return candidates.min { abs($0.number - today.number) < abs($1.number - today.number) }
  }
}
