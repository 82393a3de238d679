import KaojuVocabulary

/// One part of a written date or clock time.
enum DateComponent: Sendable, Hashable {
  case year(Int)
  case shortYear(Int)
  case deictic(DeicticTerm)
  case century(Int)
  case decade(Int)
  case subdivision(TimeUnit, index: Int)
  case season(Int)
  /// The last one past (-1), this year's (0) or the next to come (1).
  case nearSeason(Int, offset: Int)
  case month(Int)
  case lunarMonth(Int, isLeap: Bool)
  case week(Int)
  /// Monday 1 to Sunday 7; 0 is the weekend.
  case weekday(Int)
  case day(Int)
  case festival(FestivalTerm)
  case solarTerm(Int)
  case first(Int, UnitTerm)
  case last(Int, UnitTerm)
  /// The nth unit of what stands before it.
  case nth(Int, TimeUnit)
  /// The nth weekday of a month; -1 is the last.
  case nthWeekday(Int, weekday: Int)
  /// The units before (negative) or after the publication date.
  case beside(Int, UnitTerm)
  /// So many units up to now (negative) or from now on.
  case rolling(Int, UnitTerm)
  case period(PeriodTerm)
  case part(PartTerm)
  case dayPart(DayPartTerm)
  case clock(hour: Int, minute: Int?, second: Int?, isLatin12: Bool)

  /// How fine it is; a date goes from coarse to fine.
  var unit: TimeUnit {
    switch self {
    case .year, .shortYear: .year
    case .deictic(let term):
      switch term.target {
      case .unit(let unit): unit
      case .short: .day
      case .same, .named: .second
      }
    case .century: .century
    case .decade: .decade
    case .subdivision(let unit, _): unit
    case .season, .nearSeason: .season
    case .month, .lunarMonth: .month
    case .week: .week
    case .weekday, .day, .nthWeekday, .festival, .solarTerm: .day
    case .first(_, let term), .last(_, let term), .beside(_, let term), .rolling(_, let term):
      term.unit
    case .nth(_, let unit): unit
    case .period: .period
    case .part(let term): term.unit
    case .dayPart: .dayPart
    case .clock(_, let minute, let second, _):
      second != nil ? .second : minute != nil ? .minute : .hour
    }
  }
}

/// A written date: its parts from coarse to fine.
///
/// 2025年4月18日上午9点 is year 2025, month 4, day 18, part of the day, hour 9.
struct DateChain: Sendable, Hashable {
  var components: [DateComponent] = []
  var start: Int
  var end: Int
  /// Whether 农历 or a word of the lunar calendar says that months and days are lunar.
  var isLunar = false
  /// Whether it is written in figures alone (2025-04-18), or its clock time with a colon (9:30).
  var isFigures = false
  /// The other end of a range with a shared part (10—11月), begun but not continued.
  var sharedEnd: DateComponent?

  /// The finest unit so far.
  var unit: TimeUnit? { components.last?.unit }
}

/// A length of calendar or clock time.
///
/// 三年半 is 3 years and 6 months, `P3Y6M`.
struct CalendarLength: Sendable, Hashable {
  /// A number of one unit.
  struct Part: Sendable, Hashable {
    var amount: ExactDecimal
    var unit: TimeUnit
  }

  var parts: [Part] = []
  /// Whether the number is not known (几年, 多年); ``parts`` then holds the unit with amount 0.
  var isVague = false
  var isWorking = false
  var modifier: TimeExpression.Modifier?
  /// Where it stands in the time: near past, near future, or nowhere.
  var direction = 0
  /// The word in front that gives the direction, or nothing.
  var start: Int
  var end: Int

  /// Whole calendar months, or `nil` when a part is no whole number of them.
  var months: Int? {
    var total = 0
    for part in parts {
      guard let months = part.unit.months,
        let amount = part.amount.multiplied(
          by: ExactDecimal(months))?.whole
      else { continue }
      total += amount
    }
    return total
  }

  /// The seconds of the parts below a month.
  var seconds: Int? {
    var total = 0
    for part in parts where part.unit.months == nil {
      guard let seconds = part.unit.seconds,
        let amount = part.amount.multiplied(by: ExactDecimal(seconds))?.whole
      else { return nil }
      total += amount
    }
    return total
  }

  /// The finest unit.
  var unit: TimeUnit { parts.map(\.unit).max() ?? .day }

  /// The TIMEX3 value (`P3Y6M`, `PT76S`, `PXY`).
  var timex: String {
    var date = ""
    var clock = ""
    for part in parts {
      let amount = isVague ? "X" : part.amount.description
      switch part.unit {
      case .century: date += isVague ? "XC" : scaled(part.amount, 100) + "Y"
      case .decade: date += scaled(part.amount, 10) + "Y"
      case .year: date += amount + "Y"
      case .half: date += scaled(part.amount, 6) + "M"
      case .quarter, .season: date += scaled(part.amount, 3) + "M"
      case .month: date += amount + "M"
      case .week: date += amount + "W"
      case .hour: clock += amount + "H"
      case .minute: clock += amount + "M"
      case .second: clock += amount + "S"
      case .millisecond: clock += part.amount.scaled(byPowerOfTen: -3).description + "S"
      case .microsecond: clock += part.amount.scaled(byPowerOfTen: -6).description + "S"
      case .nanosecond: clock += part.amount.scaled(byPowerOfTen: -9).description + "S"
      default: date += amount + "D"
      }
    }
    return "P" + date + (clock.isEmpty ? "" : "T" + clock)
  }

  private func scaled(_ amount: ExactDecimal, _ factor: Int) -> String {
    isVague ? "X" : (amount.multiplied(by: ExactDecimal(factor)) ?? amount).description
  }
}

/// What the grammar reads at one place, before it is put on the calendar.
struct TimeReading: Sendable, Hashable {
  /// Whether it is a time of day.
  var isClock: Bool {
    guard case .date(let chain) = phrase else { return false }
    return (chain.unit ?? .day) >= .dayPart
  }

  /// The first date of a range, where the two do not go together.
  var firstDate: TimeReading? {
    guard case .range(let first, _) = phrase, first.sharedEnd == nil else { return nil }
    return TimeReading(phrase: .date(first), start: start, end: first.end, rule: rule)
  }

  /// Whether it is a name of a table (八一建军节, 一年一度) and not a number with a unit.
  var isNamed: Bool {
    switch phrase {
    case .set, .reference: true
    case .date(let chain):
      switch chain.components.first {
      case .festival, .period, .solarTerm, .deictic, .weekday, .subdivision: true
      default: false
      }
    default: false
    }
  }

  /// Whether names begin with it that say no time (每日经济新闻, 今日美国, 未来科学城, 星期日泰晤士报),
  /// unlike 春节联欢晚会.
  var isOftenInNames: Bool {
    switch phrase {
    case .set, .reference: true
    case .date(let chain):
      switch chain.components.first {
      case .deictic, .weekday: true
      default: false
      }
    default: false
    }
  }

  /// What kind of expression it is.
  enum Phrase: Sendable, Hashable {
    case date(DateChain)
    case range(DateChain, DateChain)
    case length(CalendarLength)
    case lengthRange(CalendarLength, CalendarLength)
    case set(String)
    case reference(String)
  }

  var phrase: Phrase
  var start: Int
  var end: Int
  var suffix: SuffixTerm?
  var modifier: TimeExpression.Modifier?
  var rule: RuleID
}
