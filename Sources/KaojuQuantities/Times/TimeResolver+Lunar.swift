import KaojuVocabulary

extension TimeResolver {
  /// A date of the lunar calendar: 农历正月十五, 腊月初十, 2012年正月初8.
  mutating func lunarSpan(of chain: DateChain) -> CalendarSpan? {
    var year: Int?
    var month: Int?
    var isLeap = false
    var day: Int?
    var rest: [DateComponent] = []
    var part: PartTerm?
    for component in chain.components {
      switch component {
      case .year(let value): year = value
      case .shortYear, .deictic:
        guard let span = span(of: DateChain(components: [component], start: 0, end: 0)) else {
          return nil
        }
        year = span.year
      case .month(let value): month = value
      case .lunarMonth(let value, let leap): (month, isLeap) = (value, leap)
      case .day(let value): day = value
      case .dayPart, .clock: rest.append(component)
      case .part(let term): part = term
      default: return nil
      }
    }
    guard let month else { return nil }
    let isRelative = year == nil
    let candidates = year.map { [$0] } ?? nearYears
    let starts = candidates.compactMap { year -> (GregorianDay, GregorianDay)? in
      guard
        let start = ForeignCalendar.chinese.day(
          year: year, month: month, day: day ?? 1, isLeap: isLeap)
      else { return nil }
      if day != nil { return (start, start + 1) }
      let last = ForeignCalendar.chinese.day(year: year, month: month, day: 30, isLeap: isLeap)
      return (start, start + (last == nil ? 29 : 30))
    }
    guard let (from, to) = nearest(starts) else { return nil }
    var span = CalendarSpan.day(from)
    span.isRelative = isRelative
    if day == nil {
      span.to = to.moment
      span.timex = from.moment.description + "/" + (to + -1).moment.description
      span.unit = .tenDays
    }
    if let part { return self.part(part, in: span) }
    guard !rest.isEmpty else { return span }
    let figures: [DateComponent] = [
      .year(Int(span.from.year)), .month(Int(span.from.month)), .day(Int(span.from.day)),
    ]
    return self.span(of: DateChain(components: figures + rest, start: 0, end: 0))
  }

  private var nearYears: [Int] {
    guard let published = context.published else {
      return context.last.map { [$0.span.year] } ?? []
    }
    let year = Int(published.year)
    return [year - 1, year, year + 1]
  }

  private func nearest(
    _ candidates: [(GregorianDay, GregorianDay)]
  ) -> (GregorianDay, GregorianDay)? {
    guard candidates.count > 1, let today = context.today else { return candidates.first }
    if context.isAlone {
      // A question means the lunar year of this year’s number.
      return candidates[candidates.count / 2]
    }
    return candidates.min { abs($0.0.number - today.number) < abs($1.0.number - today.number) }
  }
}
