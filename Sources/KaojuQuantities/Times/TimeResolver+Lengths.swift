import KaojuVocabulary

extension TimeResolver {
  /// A length of time, or the time that lies that long before or after another.
  mutating func resolve(
    _ length: CalendarLength, _ reading: TimeReading, _ range: TextRange
  ) -> TimeExpression? {
    var expression = TimeExpression(
      range: range, kind: .duration, timex: length.timex, modifier: reading.modifier,
      rule: reading.rule)
    switch reading.suffix?.effect {
    case .before:
      return point(length, reading, range, direction: -1)
    case .after:
      return point(length, reading, range, direction: 1)
    case .since:
      guard reading.suffix?.length ?? 0 > 1 || length.direction < 0, let origin = context.origin,
        !length.isVague
      else { break }
      expression.from = moved(origin, by: length, -1).map { monthStart($0, length) }
      expression.to = expression.from == nil ? nil : context.now
    case .within where context.isAlone && !length.isVague:
      expression.from = context.origin
      expression.to = context.origin.flatMap { moved($0, by: length, 1) }
      // A publication time without seconds is known to the minute.
      if length.unit == .hour || length.unit == .minute, context.origin?.second == 0,
        context.hasClock, context.origin?.minute != 0
      {
        expression.to = expression.to?.adding(seconds: 60)
      }
      if length.unit == .day || length.isWorking, length.seconds.map({ $0 % 86_400 == 0 }) ?? false
      {
        expression.to = expression.to?.startOfDay.adding(days: 1)
      }
    default: break
    }
    if length.direction == 2 { return point(length, reading, range, direction: 1, isOpen: true) }
    if length.direction != 0, !length.isVague, let origin = context.origin {
      var other = moved(origin, by: length, length.direction)
      if length.unit <= .month { other = other?.startOfDay }
      if length.direction < 0 {
        let isOfYears = length.unit <= .year
        (expression.from, expression.to) = (
          other, isOfYears ? context.origin?.startOfDay : context.origin
        )
      } else {
        (expression.from, expression.to) = (context.origin, other)
      }
      if expression.from == nil || expression.to == nil {
        (expression.from, expression.to) = (nil, nil)
      }
      expression.isRelative = expression.from != nil
    }
    return expression
  }

  /// 三年前 is a year, 半年后 a month, 两天前 a day, 两小时前 a moment.
  private mutating func point(
    _ length: CalendarLength, _ reading: TimeReading, _ range: TextRange, direction: Int,
    isOpen: Bool = false
  ) -> TimeExpression? {
    if length.isVague {
      return TimeExpression(
        range: range, kind: .date, timex: direction < 0 ? "PAST_REF" : "FUTURE_REF",
        rule: reading.rule)
    }
    guard let origin = origin(length, direction: direction, at: reading.start),
      length.unit < .hour || !origin.isDay,
      let moment = moved(origin, by: length, direction)
    else {
      return TimeExpression(
        range: range, kind: .date, timex: direction < 0 ? "PAST_REF" : "FUTURE_REF",
        isRelative: true, rule: reading.rule)
    }
    var span: CalendarSpan
    switch length.unit {
    case .century, .decade, .year: span = .year(Int(moment.year))
    case .half, .quarter, .season, .month: span = .month(of: moment)
    case .week: span = .week(GregorianDay(moment).weekStart)
    case .day:
      span =
        length.parts.contains { $0.unit == .month }
        ? .month(of: moment) : .day(GregorianDay(moment))
    default:
      let unit: TimeUnit = .second
      span = CalendarSpan(
        from: moment, to: moment.adding(seconds: 1), unit: unit,
        timex: Self.timex(ofClock: moment, unit: unit))
    }
    context.remember(span, isCompared: false)
    var expression = TimeExpression(
      range: range, kind: span.unit >= .hour ? .time : .date, timex: span.timex, from: span.from,
      to: span.to, modifier: reading.modifier.map { _ in .approximate }, isRelative: true,
      rule: reading.rule)
    if length.unit == .month, direction > 0, length.parts.count == 1, context.lastDay != nil {
      expression.modifier = .approximate
    }
    // 一年半以前 and 半月以后 are open; 三年之后 is that year.
    if isOpen || reading.suffix?.isOpen ?? false
      || length.isWorking && reading.suffix?.length ?? 0 > 1
    {
      expression.modifier = direction < 0 ? .before : .after
      if direction < 0 {
        (expression.from, expression.to) = (nil, span.to)
      } else {
        (expression.from, expression.to) = (span.from, nil)
      }
    }
    return expression
  }

  /// Where a length is counted from: back from the publication, on from what the text has told.
  private func origin(
    _ length: CalendarLength, direction: Int, at start: Int
  ) -> Moment? {
    if direction > 0, let last = context.last, !last.isCompared,
      last.paragraph == context.paragraph || context.published == nil
    {
      return last.span.from
    }
    return context.origin ?? context.last?.span.from
  }

  /// A moment moved by a length.
  func moved(_ moment: Moment, by length: CalendarLength, _ direction: Int) -> Moment? {
    guard let months = length.months, abs(months) < 120_000, let seconds = length.seconds,
      abs(seconds) < 1 << 40
    else { return nil }
    var result = moment.adding(months: months * direction)
    if length.isWorking { return workingDays(seconds / 86_400 * direction, from: result) }
    guard seconds != 0 else { return result }
    if seconds % 86_400 == 0 {
      result = result.adding(days: seconds / 86_400 * direction)
      return result
    }
    return result.adding(seconds: seconds * direction)
  }

  private func workingDays(_ count: Int, from moment: Moment) -> Moment? {
    guard abs(count) < 10_000 else { return nil }
    var day = GregorianDay(moment)
    var left = abs(count)
    while left > 0 {
      day = day + (count < 0 ? -1 : 1)
      if day.weekday <= 5 { left -= 1 }
    }
    return day.moment
  }

  /// A length of months or years has its beginning in a month, not on a day.
  private func monthStart(_ moment: Moment, _ length: CalendarLength) -> Moment {
    length.unit <= .month ? Moment(monthNumber: moment.monthNumber) : moment
  }
}

extension SuffixTerm {
  /// Whether it leaves the other end open (以前, 以后).
  var isOpen: Bool { (effect == .before || effect == .after) && opensLength }
}
