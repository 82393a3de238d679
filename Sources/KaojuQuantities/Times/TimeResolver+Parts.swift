import KaojuVocabulary

extension TimeResolver {
  /// The nth week of a year or month; a week belongs to where its Monday is, in a year by ISO 8601.
  func week(_ number: Int, in span: CalendarSpan?) -> CalendarSpan? {
    guard let span, (1...53).contains(number) else { return nil }
    switch span.unit {
    case .year:
      return .week(GregorianDay.firstWeek(of: span.year) + 7 * (number - 1))
    case .month:
      let monday =
        FestivalCalendar.nthWeekday(
          1, weekday: 1, month: Int(span.from.month), year: span.year) + 7 * (number - 1)
      return .week(monday)
    default: return nil
    }
  }

  /// The nth unit of a stretch: 2021年的第三个月, 2025年第一天.
  func nth(_ number: Int, _ unit: TimeUnit, in span: CalendarSpan?) -> CalendarSpan? {
    guard let span else {
      // A phrase alone counts from the day or year of the question.
      guard let published = context.published else { return nil }
      switch unit {
      case .day: return .day(GregorianDay(published) + (number - 1))
      case .year: return .year(Int(published.year) + number - 1)
      default: return nil
      }
    }
    switch unit {
    case .month:
      let start = span.from.adding(months: number - 1)
      return start < span.to ? .month(of: start) : nil
    case .quarter:
      let start = span.from.adding(months: (number - 1) * 3)
      return .part((Int(start.month) + 2) / 3, of: Int(start.year), unit: .quarter)
    case .day: return .day(GregorianDay(span.from) + (number - 1))
    case .week: return week(number, in: span)
    default: return nil
    }
  }

  func nthWeekday(_ index: Int, _ weekday: Int, in span: CalendarSpan?) -> CalendarSpan? {
    guard let span, span.unit == .month || span.unit == .year else { return nil }
    let month = span.unit == .month ? Int(span.from.month) : index < 0 ? 12 : 1
    return .day(
      FestivalCalendar.nthWeekday(index, weekday: weekday, month: month, year: span.year))
  }

  /// The first or last units of a stretch: 今年前三季度, 2021年的前2周, 这个月前两天.
  func edge(
    _ count: Int, _ term: UnitTerm, isFirst: Bool, in span: CalendarSpan?
  ) -> CalendarSpan? {
    guard let span else { return firstOfYear(count, term) }
    if let months = term.unit.months {
      let length = months * count
      let start = isFirst ? span.from : span.to.adding(months: -length)
      let end = start.adding(months: length)
      guard start >= span.from, end <= span.to else { return nil }
      return count == 1 && term.unit == .month ? .month(of: start) : .months(from: start, to: end)
    }
    let days = (term.unit == .week ? 7 : 1) * count
    guard term.unit == .week || term.unit == .day else { return nil }
    var start = GregorianDay(span.from)
    var end = GregorianDay(span.to)
    if term.unit == .week {
      // A week belongs to where its Monday is; a year’s first is that of ISO 8601.
      start = span.unit == .year ? .firstWeek(of: span.year) : (start + 6).weekStart
      end = span.unit == .year ? .firstWeek(of: span.year + 1) : (end + 6).weekStart
    }
    let from = isFirst ? start : end + -days
    let to = isFirst ? start + days : end
    if count == 1 { return term.unit == .week ? .week(from) : .day(from) }
    return stretch(from: from.moment, to: to.moment, unit: term.unit)
  }

  /// 前4个月 of no year are this year’s; in the months themselves they are the ones just past.
  private func firstOfYear(_ count: Int, _ term: UnitTerm) -> CalendarSpan? {
    let length = (term.unit.months ?? 1) * count
    guard let published = context.published else {
      return context.last.flatMap { edge(count, term, isFirst: true, in: .year($0.span.year)) }
    }
    var year = Int(published.year)
    if let last = context.last, last.sentence == context.sentence, !last.isCompared {
      year = last.span.year
    }
    guard length <= 12 else { return nil }
    if year == Int(published.year), length >= Int(published.month), term.unit == .month {
      if context.isAlone { return beside(-count, term) }
      // In January, 前11个月 are last year’s.
      if length > Int(published.month) || length == 12 { year -= 1 }
    } else if year == Int(published.year), length > Int(published.month) + 2 {
      year -= 1
    }
    guard var result = edge(count, term, isFirst: true, in: .year(year)) else { return nil }
    result.isRelative = true
    return result
  }

  /// The units just past (negative) or to come: 上两周, 前两天, 下三个月.
  func beside(_ count: Int, _ term: UnitTerm) -> CalendarSpan? {
    guard let origin = context.origin, let today = context.today, abs(count) < 100_000 else {
      return nil
    }
    var from: Moment
    var to: Moment
    if let months = term.unit.months {
      let unitStart =
        months == 12
        ? Moment(year: Int(origin.year)) : Moment(monthNumber: origin.monthNumber)
      from = count < 0 ? unitStart.adding(months: months * count) : unitStart.adding(months: months)
      to = count < 0 ? unitStart : from.adding(months: months * count)
    } else {
      switch term.unit {
      case .week:
        from = (count < 0 ? today.weekStart + 7 * count : today.weekStart + 7).moment
        to = from.adding(days: 7 * abs(count))
      case .day:
        from = (count < 0 ? today + count : today + 1).moment
        to = from.adding(days: abs(count))
      default:
        guard let seconds = term.unit.seconds, context.hasClock else { return nil }
        let start = origin.truncated(to: term.unit)
        from = start.adding(seconds: count < 0 ? seconds * count : seconds)
        to = from.adding(seconds: seconds * abs(count))
      }
    }
    var result = stretch(from: from, to: to, unit: term.unit)
    if abs(count) == 1, term.unit == .day { result = .day(GregorianDay(from)) }
    if abs(count) == 1, term.unit == .week { result = .week(GregorianDay(from)) }
    result.isRelative = true
    return result
  }

  /// 之前3小时: so long up to now, or from now on.
  func rolling(_ count: Int, _ term: UnitTerm) -> CalendarSpan? {
    let length = CalendarLength(
      parts: [.init(amount: ExactDecimal(abs(count)), unit: term.unit)], start: 0, end: 0)
    guard let origin = context.origin, let other = moved(origin, by: length, count < 0 ? -1 : 1)
    else { return nil }
    var result =
      count < 0
      ? stretch(from: other, to: origin, unit: term.unit)
      : stretch(from: origin, to: other, unit: term.unit)
    result.isRelative = true
    return result
  }

  private func stretch(from: Moment, to: Moment, unit: TimeUnit) -> CalendarSpan {
    let last = to.isDay ? to.adding(days: -1) : to
    return CalendarSpan(
      from: from, to: to, unit: unit, timex: from.description + "/" + last.description)
  }

  /// 年底, 8月底, 二季度末, “十三五”末: a part of the stretch before it, or of this year or month.
  func part(_ term: PartTerm, in span: CalendarSpan?) -> CalendarSpan? {
    var whole: CalendarSpan
    if let span {
      whole = span
    } else {
      guard let published = context.published ?? context.last?.span.from else { return nil }
      switch term.unit {
      case .year: whole = .year(Int(published.year))
      case .month: whole = .month(of: published)
      case .quarter:
        whole = .part((Int(published.month) + 2) / 3, of: Int(published.year), unit: .quarter)
      case .week: whole = .week(GregorianDay(published).weekStart)
      default: return nil
      }
      whole.isRelative = true
    }
    whole.modifier = term.modifier
    switch term.take {
    case .all: break
    case .middle: break
    case .first(let count, let unit): whole.to = moved(whole.from, count, unit)
    case .last(let count, let unit): whole.from = moved(whole.to, -count, unit)
    case .rest(let count, let unit): whole.from = moved(whole.from, count, unit)
    case .firstTenths(let tenths):
      let years = Int(whole.to.year) - Int(whole.from.year)
      whole.to = whole.from.adding(months: years * 12 * tenths / 10)
    case .lastTenths(let tenths):
      let years = Int(whole.to.year) - Int(whole.from.year)
      whole.from = whole.to.adding(months: -years * 12 * tenths / 10)
    }
    return whole
  }

  private func moved(_ moment: Moment, _ count: Int, _ unit: TimeUnit) -> Moment {
    unit.months.map { moment.adding(months: $0 * count) } ?? moment.adding(days: count)
  }

  // MARK: The clock

  func dayPart(_ term: DayPartTerm, in span: CalendarSpan?) -> CalendarSpan? {
    var isRelative = false
    let day: Moment
    if let span {
      guard span.unit == .day || span.unit == .season else { return nil }
      day = span.from
    } else {
      guard let today = context.isAlone ? context.today : context.textDay() else { return nil }
      day = today.moment
      isRelative = true
    }
    return CalendarSpan(
      from: day.at(second: term.from), to: day.at(second: term.to), unit: .dayPart,
      timex: day.startOfDay.description + term.timex, isRelative: isRelative)
  }

  func clock(
    _ hour: Int, _ minute: Int?, _ second: Int?, isLatin12: Bool, in span: CalendarSpan?,
    part: DayPartTerm?
  ) -> CalendarSpan? {
    let day: Moment
    var isRelative = false
    if let span {
      guard span.unit == .day || span.unit == .dayPart else { return nil }
      day = span.from.startOfDay
    } else {
      guard let today = context.isAlone ? context.today : context.textDay() else { return nil }
      day = today.moment
      isRelative = true
    }
    var hour = part.map { $0.hour(hour) } ?? hour
    let isOpenHour = part == nil && !isLatin12 && hour > 0 && hour < 12
    if isOpenHour, span == nil, context.isAlone, context.hasClock,
      let published = context.published,
      day.at(second: hour * 3600 + (minute ?? 0) * 60) < published
    {
      hour += 12
    }
    let start = day.at(second: hour * 3600 + (minute ?? 0) * 60 + (second ?? 0))
    let unit: TimeUnit = second != nil ? .second : minute != nil ? .minute : .hour
    return CalendarSpan(
      from: start, to: start.adding(seconds: unit.seconds ?? 1), unit: unit,
      timex: Self.timex(ofClock: start, unit: unit), isRelative: isRelative,
      isAmbiguous: isOpenHour && span == nil)
  }
}

extension Moment {
  /// The start of the hour, minute or second that the moment is in.
  func truncated(to unit: TimeUnit) -> Moment {
    var result = self
    if result.hour < 0 { result.hour = 0 }
    if unit <= .minute { result.second = 0 }
    if unit <= .hour { result.minute = 0 }
    return result
  }
}
