import KaojuVocabulary

/// A unit as a table names it, and whether it counts or numbers.
struct UnitTerm: Sendable, Hashable {
  /// The unit; working days are days with ``isWorking``.
  var unit: TimeUnit
  /// Whether a number before it is a place on the calendar (3月).
  var isDate: Bool
  /// Whether a number before it is a length (3个月).
  var isLength: Bool
  /// Whether only working days count.
  var isWorking: Bool
  /// What may follow and makes it no time.
  var unless: [[UInt16]]
}

/// Where a deictic word points from.
enum TimeAnchor: UInt8, Sendable {
  /// The publication date.
  case published
  /// The time that the text last named.
  case text
}

/// A word that points to a unit of the calendar.
struct DeicticTerm: Sendable, Hashable {
  /// What it points to.
  enum Target: Sendable, Hashable {
    /// A unit, some units from the anchor.
    case unit(TimeUnit)
    /// 今, 去, 昨: a day or year, only before what completes it (今晚, 去冬).
    case short(Set<TimeUnit>)
    /// The stretch last named, moved by years.
    case same
    /// The time last named, whatever it is (届时, 此时).
    case named
  }

  var target: Target
  var anchor: TimeAnchor
  var offset: Int
  /// How many units it covers (今明两年 is two).
  var count = 1
  /// What may follow and makes it no time.
  var unless: [[UInt16]] = []
}

/// A word for the present, the past or the future.
struct ReferenceTerm: Sendable, Hashable {
  var timex: String
  var unlessBefore: [UInt16]
  var unlessAfter: [[UInt16]]
  var onlyAfter: [[UInt16]]
}

/// A part of the day.
struct DayPartTerm: Sendable, Hashable {
  /// How an hour of twelve is read after it.
  enum Clock: String, Sendable { case dawn, am, pm, noon, night }

  var timex: String
  /// Seconds from midnight.
  var from: Int
  var to: Int
  var clock: Clock
  var isShort: Bool
}

/// A word for a part of a unit.
struct PartTerm: Sendable, Hashable {
  /// The stretch of the unit that it stands for.
  enum Take: Sendable, Hashable {
    case all, middle
    case first(Int, TimeUnit), last(Int, TimeUnit), rest(Int, TimeUnit)
    /// The first or last tenths.
    case firstTenths(Int), lastTenths(Int)
  }

  var unit: TimeUnit
  var modifier: TimeExpression.Modifier
  var take: Take
  var standsAlone: Bool
  /// Whether no Chinese character may follow.
  var needsBoundary: Bool
  /// What may follow and makes it another word.
  var unless: [[UInt16]]
}

/// A festival: a rule that gives its day in a year.
struct FestivalTerm: Sendable, Hashable {
  /// How its day is found.
  enum Rule: Sendable, Hashable {
    case solar(month: Int, day: Int)
    /// Day 0 is the last of the month.
    case lunar(month: Int, day: Int)
    case solarTerm(longitude: Int)
    case weekday(month: Int, index: Int, weekday: Int, offset: Int)
    /// The known days, by year.
    case dates([Int: GregorianDay])
    case easter(offset: Int)
    case orthodoxEaster(offset: Int)
    case islamic(month: Int, day: Int, offset: Int)
    case hebrew(month: Int, day: Int, offset: Int)
  }

  var rule: Rule
  var days: Int
  var needsHoliday: Bool
}

/// A named period or turning point.
struct PeriodTerm: Sendable, Hashable {
  /// What must stand around it.
  enum Need: String, Sendable { case none = "", plan, quotes, suffix, since }

  var from: Moment
  var to: Moment
  var timex: String
  var need: Need
}

/// What follows a time and opens, closes or blurs it.
struct SuffixTerm: Sendable, Hashable {
  /// What it does.
  enum Effect: String, Sendable {
    case since, after, before, onward, during, about, within, until
  }

  var effect: Effect
  var followsSpan: Bool
  var followsLength: Bool
  /// Whether it says that the time itself is meant too (及以前, 或之后).
  var isInclusive: Bool
  /// Whether a length before it leaves the other end open (以前, 以后).
  var opensLength: Bool
  /// Its length in code units.
  var length: Int
}

/// A word that begins or continues a date.
enum DateTerm: Sendable, Hashable {
  case deictic(DeicticTerm)
  case dayPart(DayPartTerm)
  case subdivision(TimeUnit, index: Int)
  case weekday(Int)
  case season(Int, standsAlone: Bool)
  case solarTerm(longitude: Int, needsContext: Bool)
  case festival(FestivalTerm)
  case period(PeriodTerm)
  case era(first: Int, years: Int)
  case lunarCalendar
  case lunarMonth(Int, needsDay: Bool)
}
