import KaojuVocabulary

/// What the reader knows of the time around an expression: the publication date and the times that
/// the text has named so far.
struct TimeContext: Sendable {
  /// A time that the text has named, and where.
  struct Anchor: Sendable {
    var span: CalendarSpan
    var paragraph: Int
    var sentence: Int
    /// Whether it is what something is compared with (比2019年).
    var isCompared: Bool
  }

  /// When the document was published.
  var published: Moment?
  /// The last time with a year of its own or inherited, of any unit.
  var last: Anchor?
  /// The last year, half, quarter or month, or a stretch of them.
  var lastPeriod: Anchor?
  /// The last day.
  var lastDay: Anchor?
  /// Where the expression at hand stands.
  var paragraph = 0
  var sentence = 0
  /// Whether the clause speaks of the future.
  var isFuture = false
  /// Whether it is what something is compared with (比上月).
  var isCompared = false
  /// Whether a sign of the future stands in front of the expression (将于18日).
  var isLed = false
  /// Whether the expression is all that the document holds: a question, not a report.
  var isAlone = false

  init(published: Moment?) { self.published = published }

  /// Whether the publication date has a clock that says something.
  var hasClock: Bool {
    guard let published else { return false }
    return !published.isDay && (published.hour, published.minute, published.second) != (0, 0, 0)
  }

  /// The end of what had happened when the document was published: the instant, or the day's end.
  var now: Moment? {
    guard let published else { return nil }
    return hasClock ? published : published.startOfDay.adding(days: 1)
  }

  /// The day of publication.
  var today: GregorianDay? { published.map { GregorianDay($0) } }

  /// The moment from which lengths are counted forward and back.
  var origin: Moment? {
    published.map { hasClock ? $0 : $0.startOfDay }
  }

  /// The year that 当年 and 次年 point from; 上年 and a question need none in the text.
  func textYear(offset: Int) -> Int? {
    if let last { return last.span.year }
    return offset < 0 || isAlone ? published.map { Int($0.year) } : nil
  }

  /// The day that 当日 points to, and 次日 where the text has named one.
  func textDay(offset: Int = 0) -> GregorianDay? {
    if let lastDay { return GregorianDay(lastDay.span.from) }
    return offset == 0 || isAlone ? today : nil
  }

  /// Remembers a time that the text has named.
  ///
  /// What something is compared with does not carry on: 比上年末增长…,年末.
  mutating func remember(_ span: CalendarSpan, isCompared: Bool) {
    if isCompared { return }
    let anchor = Anchor(
      span: span, paragraph: paragraph, sentence: sentence, isCompared: isCompared)
    switch span.unit {
    case .year, .half, .quarter, .month:
      last = anchor
      lastPeriod = anchor
    case .day, .dayPart, .hour, .minute, .second:
      last = anchor
      lastDay = anchor
    case .week, .tenDays, .season: last = anchor
    default: break
    }
  }

  // MARK: The rule of news

  /// The year of a month or day that is written without one.
  ///
  /// The text's own year comes first, where the same sentence or paragraph has named one; then the
  /// year that brings it nearest to the publication date, the past before the future unless the
  /// clause speaks of what is to come.
  mutating func year(forMonth month: Int, day: Int = 1, isAmbiguous: inout Bool) -> Int? {
    guard let published else { return last?.span.year }
    let year = Int(published.year)
    if last?.span.unit ?? .year == .year, day > 0 {
      // The days around the publication are its own: 《2019年…公报》4月2日公布.
      let near =
        GregorianDay(year: year, month: month, day: max(day, 1)).number
        - GregorianDay(published).number
      if (-31...3).contains(near) { return year }
    }
    if let last, last.span.year != year, !last.isCompared, carries(last) { return last.span.year }
    if isAlone { return year }
    let today = GregorianDay(published)
    let distance = GregorianDay(year: year, month: month, day: max(day, 1)).number - today.number
    if isFuture {
      if distance < -31 { return year + 1 }
      return year
    }
    if distance <= 0 {
      // In December, 1月 may be the next or the last.
      isAmbiguous = distance < -300
      return year
    }
    // A little ahead is this year’s; farther ahead, without a sign of the future, last year’s.
    if distance <= 45 {
      isAmbiguous = distance > 3
      return year
    }
    isAmbiguous = true
    return year - 1
  }

  /// Whether a time of another year still holds here: named in this sentence, or as a month or day
  /// in this paragraph.
  func carries(_ anchor: Anchor) -> Bool {
    if anchor.sentence == sentence { return true }
    return anchor.paragraph == paragraph && anchor.span.unit > .year
  }

  /// The month of a day that is written without one.
  func month(forDay day: Int, isAmbiguous: inout Bool) -> Int? {
    if let last, last.span.unit >= .month, last.paragraph == paragraph || published == nil {
      let isToPublication =
        published.map { last.span.from.startOfDay > $0.startOfDay } ?? false
      if !isToPublication || last.sentence == sentence {
        // 2月28日…3日: a day before the one just named is the next month’s only with a range.
        return last.span.from.monthNumber
      }
    }
    guard let published else { return nil }
    let month = published.monthNumber
    let here = Int(published.day)
    let length = Self.length(ofMonthNumber: month)
    if isAlone {
      var month = month
      while day > Self.length(ofMonthNumber: month) { month -= 1 }
      return month
    }
    if isLed, day > here, day <= length { return month }
    if isLed, day < here - 15 { return month + 1 }
    if day <= here + 1, day <= length { return month }
    isAmbiguous = day - here < 10
    var earlier = month - 1
    while day > Self.length(ofMonthNumber: earlier) { earlier -= 1 }
    return earlier
  }

  private static func length(ofMonthNumber number: Int) -> Int {
    let start = Moment(monthNumber: number)
    return GregorianDay.length(ofMonth: Int(start.month), year: Int(start.year))
  }
}
