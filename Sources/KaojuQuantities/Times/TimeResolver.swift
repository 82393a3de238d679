import KaojuVocabulary

/// Puts what the grammar has read on the calendar.
struct TimeResolver: Sendable {
  var context: TimeContext

  init(published: Moment?) { context = TimeContext(published: published) }

  /// Resolves a reading; `nil` when it names a day that no calendar has.
  mutating func resolve(_ reading: TimeReading, isCompared: Bool) -> TimeExpression? {
    let range = TextRange(reading.start, reading.end)
    switch reading.phrase {
    case .reference(let timex):
      var time = TimeExpression(range: range, kind: .date, timex: timex, rule: reading.rule)
      if timex == "PRESENT_REF", context.hasClock, let now = context.published {
        (time.from, time.to) = (now, now.adding(seconds: 1))
      }
      return time
    case .set(let timex):
      return TimeExpression(range: range, kind: .set, timex: timex, rule: reading.rule)
    case .length(let length): return resolve(length, reading, range)
    case .lengthRange(let first, let second):
      return TimeExpression(
        range: range, kind: .duration, timex: first.timex + "/" + second.timex,
        modifier: reading.modifier, rule: reading.rule)
    case .date(let chain):
      guard var span = span(of: chain) else { return unresolved(chain, reading, range) }
      if context.isAlone, isPastClock(span, chain) { span = nextDay(span) }
      if !isBackReference(chain) { context.remember(span, isCompared: isCompared) }
      if needsContextOnly(chain) { span.isRelative = true }
      return expression(span, chain: chain, reading, range)
    case .range(let first, let second):
      let isAlone = context.isAlone
      if first.unit ?? .day >= .hour { context.isAlone = false }
      defer { context.isAlone = isAlone }
      guard let start = span(of: first) else { return nil }
      guard let end = rangeEnd(second, after: first, start: start) else { return nil }
      var span = CalendarSpan.range(start, end)
      // 9点到11点 ends at eleven; 9:00—11:30 holds the minute that it names, as 5日至9日 the day.
      if end.unit >= .hour, end.unit != .minute || !second.isFigures { span.to = end.from }
      if end.unit == .day, start.unit >= .hour { span.to = end.to }
      if end.unit == .day, start.unit < .hour, endsToday(second), let now = context.now {
        span.to = now
      }
      if span.to < span.from { return nil }
      context.remember(span, isCompared: isCompared)
      return expression(span, chain: second, reading, range)
    }
  }

  /// 下午三点 asked at four means tomorrow's.
  private func isPastClock(_ span: CalendarSpan, _ chain: DateChain) -> Bool {
    guard context.hasClock, let now = context.published, chain.components.count == 2,
      case .dayPart? = chain.components.first, case .clock? = chain.components.last
    else { return false }
    return span.from < now
  }

  private func nextDay(_ span: CalendarSpan) -> CalendarSpan {
    var span = span
    span.from = span.from.adding(days: 1)
    span.to = span.to.adding(days: 1)
    span.timex = Self.timex(ofClock: span.from, unit: span.unit)
    return span
  }

  private func needsContextOnly(_ chain: DateChain) -> Bool {
    guard case .deictic? = chain.components.first else { return false }
    return true
  }

  /// 从上月到今天 ends now.
  private func endsToday(_ chain: DateChain) -> Bool {
    guard case .deictic(let term)? = chain.components.last else { return false }
    return term.target == .unit(.day) && term.offset == 0 && term.anchor == .published
  }

  /// 同期 and 届时 name nothing new.
  private func isBackReference(_ chain: DateChain) -> Bool {
    guard case .deictic(let term)? = chain.components.first else { return false }
    return term.target == .same || term.target == .named
  }

  // MARK: Ranges

  /// The other end of a range, with the parts that it shares with the first.
  private mutating func rangeEnd(
    _ second: DateChain, after first: DateChain, start: CalendarSpan
  ) -> CalendarSpan? {
    guard let head = second.components.first else { return nil }
    var chain = second
    var shared = first.components.prefix {
      $0.unit < head.unit && !Self.isWhole($0) && !Self.isClock($0)
    }
    if case .deictic = head { shared = [] }
    chain.components = Array(shared) + second.components
    let before = context
    context.remember(start, isCompared: false)
    defer { context = before }
    guard var end = span(of: chain) else { return nil }
    if case .weekday(let day) = head, day > 0, first.components.count >= 1,
      case .weekday? = first.components.first(where: { $0.unit == .day })
    {
      // 周一至周五 lie in one week, 周五至周一 in two.
      let monday = GregorianDay(start.from).weekStart
      let from = monday + (day - 1)
      let moved = from < GregorianDay(start.from) ? from + 7 : from
      let days = moved.number - GregorianDay(end.from).number
      end.from = end.from.adding(days: days)
      end.to = end.to.adding(days: days)
      end.timex =
        end.unit == .day
        ? CalendarSpan.day(moved).timex : Self.timex(ofClock: end.from, unit: end.unit)
    }
    if end.from < start.from {
      // 12月至次年2月 is written without 次年; so is 22时至6时.
      if end.unit >= .hour, chain.components.count <= first.components.count + 1 {
        end.from = end.from.adding(days: 1)
        end.to = end.to.adding(days: 1)
        end.timex = Self.timex(ofClock: end.from, unit: end.unit)
      } else if end.unit == .month || end.unit == .day, !Self.hasYear(chain) {
        let moved = end.from.adding(months: 12)
        end = end.unit == .month ? .month(of: moved) : .day(GregorianDay(moved))
      } else {
        return nil
      }
    }
    return end
  }

  private static func isClock(_ component: DateComponent) -> Bool {
    if case .clock = component { true } else { false }
  }

  private static func isWhole(_ component: DateComponent) -> Bool {
    if case .subdivision(_, let index) = component { return index == 0 }
    return false
  }

  private static func hasYear(_ chain: DateChain) -> Bool {
    chain.components.contains { component in
      switch component {
      case .year, .shortYear: true
      case .deictic(let term): term.target == .unit(.year)
      default: false
      }
    }
  }

  // MARK: Expressions

  /// What has no place on the calendar without a publication date still has a form.
  private func unresolved(
    _ chain: DateChain, _ reading: TimeReading, _ range: TextRange
  ) -> TimeExpression? {
    if case .deictic(let term)? = chain.components.first, term.anchor == .text,
      term.offset >= 0 || term.target != .unit(.year)
    {
      return nil
    }
    guard let timex = TimexForm.open(chain) else { return nil }
    let kind: TimeExpression.Kind = (chain.unit ?? .day) >= .dayPart ? .time : .date
    return TimeExpression(
      range: range, kind: kind, timex: timex, modifier: reading.modifier, isRelative: true,
      rule: reading.rule)
  }

  private func expression(
    _ span: CalendarSpan, chain: DateChain, _ reading: TimeReading, _ range: TextRange
  ) -> TimeExpression {
    var from: Moment? = span.from
    var to: Moment? = span.to
    var modifier = span.modifier
    var timex = span.timex
    if case .date = reading.phrase, let bare = TimexForm.bareClock(chain) { timex = bare }
    if let suffix = reading.suffix {
      switch suffix.effect {
      case .since:
        to = context.now ?? to
      case .onward:
        to = isPast(span) ? context.now : nil
        if to == nil { modifier = .after }
      case .after:
        modifier = .after
        from = suffix.isInclusive ? span.from : span.unit >= .hour ? span.from : span.to
        to = nil
      case .before:
        // 2020至2025年前 still has both its ends.
        if case .range = reading.phrase { break }
        modifier = .before
        // 2035年前 is a deadline that holds the year it names; 2015年前 was before it.
        let isDeadline =
          context.now != nil && !isPast(span) && (span.modifier == .end || isNumbered(chain))
        to = suffix.isInclusive || span.modifier == .end || isDeadline ? span.to : span.from
        from = isDeadline ? context.origin : nil
      case .about: modifier = modifier ?? .approximate
      case .during, .within, .until: break
      }
    }
    if let given = reading.modifier { modifier = given }
    let kind: TimeExpression.Kind = span.unit >= .dayPart ? .time : .date
    if let start = from, let end = to, end < start { to = nil }
    return TimeExpression(
      range: range, kind: kind, timex: timex, from: from, to: to, modifier: modifier,
      isRelative: span.isRelative, isAmbiguous: span.isAmbiguous, rule: reading.rule)
  }

  /// Whether a date ends with a numbered unit, as deadlines do (2035年, 6月, 3月1日, 8月初).
  private func isNumbered(_ chain: DateChain) -> Bool {
    switch chain.components.last {
    case .year, .shortYear, .month, .day, .part, .subdivision, .decade, .century: true
    default: false
    }
  }

  /// Whether a time began before the document was published.
  private func isPast(_ span: CalendarSpan) -> Bool {
    context.now.map { span.from < $0 } ?? false
  }

  static func timex(ofClock moment: Moment, unit: TimeUnit) -> String {
    let day = moment.startOfDay.description
    let hour = CalendarSpan.padded(Int(moment.hour), 2)
    let minute = CalendarSpan.padded(Int(moment.minute), 2)
    let second = unit == .second ? ":" + CalendarSpan.padded(Int(moment.second), 2) : ""
    return "\(day)T\(hour):\(minute)\(second)"
  }
}

/// The TIMEX3 values of times that are not wholly on the calendar.
enum TimexForm {
  /// The value of a clock time without a date: 下午三点 → `T15`, 晚上 → `TEV`.
  static func bareClock(_ chain: DateChain) -> String? {
    if case .dayPart(let part)? = chain.components.first, chain.components.count == 1 {
      return part.timex
    }
    guard case .clock(let hour, let minute, let second, _)? = chain.components.last,
      chain.components.count <= 2
    else { return nil }
    var shown = hour
    if chain.components.count == 2 {
      guard case .dayPart(let part) = chain.components[0] else { return nil }
      shown = part.hour(hour) % 24
    }
    return clock(shown, minute, second)
  }

  /// The value of a date that lacks its year or month: `XXXX-04-18`, `XXXX-WXX-1`, `TMO`.
  static func open(_ chain: DateChain) -> String? {
    var year = "XXXX"
    var month: Int?
    var day: Int?
    var tail = ""
    var part = ""
    for component in chain.components {
      switch component {
      case .year(let value): year = CalendarSpan.padded(value, 4)
      case .month(let value): month = value
      case .day(let value): day = value
      case .weekday(let value) where value > 0 && chain.components.count == 1:
        return "XXXX-WXX-\(value)"
      case .subdivision(let unit, let index) where index > 0:
        tail = unit == .half ? "-H\(index)" : unit == .quarter ? "-Q\(index)" : ""
      case .season(let index), .nearSeason(let index, _):
        tail = "-" + ["SP", "SU", "FA", "WI"][(index - 1) & 3]
      case .dayPart(let value): part = value.timex
      case .clock(let hour, let minute, let second, _): part = clock(hour % 24, minute, second)
      case .deictic, .festival, .part, .weekday, .nth, .first, .last, .beside, .rolling, .solarTerm:
        break
      default: break
      }
    }
    if month == nil, day == nil, tail.isEmpty, year == "XXXX", !part.isEmpty { return part }
    var value = year + tail
    if let month { value += "-" + CalendarSpan.padded(month, 2) }
    if let day { value += (month == nil ? "-XX-" : "-") + CalendarSpan.padded(day, 2) }
    return value + part
  }

  private static func clock(_ hour: Int, _ minute: Int?, _ second: Int?) -> String {
    "T" + CalendarSpan.padded(hour, 2) + (minute.map { ":" + CalendarSpan.padded($0, 2) } ?? "")
      + (second.map { ":" + CalendarSpan.padded($0, 2) } ?? "")
  }
}
