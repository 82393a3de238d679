/// A point on the calendar, to the day or to the second.
@frozen
public struct Moment: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year of the Gregorian calendar; negative before our era.
  public var year: Int32
  /// The month, 1 to 12.
  public var month: Int8
  /// The day of the month, 1 to 31.
  public var day: Int8
  /// The hour, 0 to 23, or -1 for a whole day.
  public var hour: Int8
  /// The minute, 0 to 59.
  public var minute: Int8
  /// The second, 0 to 59.
  public var second: Int8

  /// Makes a day.
  public init(year: Int, month: Int = 1, day: Int = 1) {
    self.init(year: year, month: month, day: day, hour: -1, minute: 0, second: 0)
  }

  /// Makes a moment of a day.
  public init(year: Int, month: Int, day: Int, hour: Int, minute: Int = 0, second: Int = 0) {
    self.year = Int32(year)
    self.month = Int8(month)
    self.day = Int8(day)
    self.hour = Int8(hour)
    self.minute = Int8(minute)
    self.second = Int8(second)
  }

  /// Reads ISO 8601: a day (`2026-01-05`), or a day and a time (`2026-01-05T08:30:00+08:00`).
  ///
  /// A zone is read over: a news archive prints the local time that its readers saw. `nil` for
  /// anything else, and for days that no calendar has.
  public init?(iso8601 text: some StringProtocol) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "T" || $0 == " "
    }
    guard let first = parts.first else { return nil }
    let day = first.split(separator: "-").map { Int($0) }
    guard first.count == 10, day.count == 3, let year = day[0], let month = day[1],
      let date = day[2],
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(date)
    else { return nil }
    guard parts.count == 2 else {
      self.init(year: year, month: month, day: date)
      return
    }
    let clock = parts[1].prefix(8).split(separator: ":").map { Int($0) }
    guard clock.count >= 2, let hour = clock[0], let minute = clock[1],
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    let second = clock.count > 2 ? clock[2] ?? 0 : 0
    self.init(
      year: year, month: month, day: date, hour: hour, minute: minute, second: min(59, second))
  }

  /// The number of days of a month in the Gregorian calendar.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether it is a whole day, without a clock time.
  public var isDay: Bool { hour < 0 }

  /// ISO 8601: `2025-04-18`, or `2025-04-18T08:30:00`.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``description`` as UTF-8.
  package func write(to bytes: inout [UInt8]) {
    if year < 0 { bytes.append(UInt8(ascii: "-")) }
    Self.write(year.magnitude, width: 4, to: &bytes)
    Self.write(month, after: "-", to: &bytes)
    Self.write(day, after: "-", to: &bytes)
    guard !isDay else { return }
    Self.write(hour, after: "T", to: &bytes)
    Self.write(minute, after: ":", to: &bytes)
    Self.write(second, after: ":", to: &bytes)
  }

  private static func write(_ part: Int8, after mark: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: mark))
    write(UInt32(part.magnitude), width: 2, to: &bytes)
  }

  /// Appends digits, with zeros in front up to a width.
  private static func write(_ value: UInt32, width: Int, to bytes: inout [UInt8]) {
    var power: UInt32 = 1
    for _ in 1..<width { power *= 10 }
    while value / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / power % 10))
      power /= 10
    }
  }

  /// Orders by the calendar; a whole day starts at midnight.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: Int64 {
    var key = Int64(year)
    key = key * 13 + Int64(month)
    key = key * 32 + Int64(day)
    key = key * 25 + Int64(max(hour, 0))
    key = key * 61 + Int64(minute)
    return key * 61 + Int64(second)
  }
}

/// A time expression as it stands in the text, with its place on the calendar.
///
/// “十四五”期间 has `timex` `2021/2025`, `from` 2021-01-01, `to` 2026-01-01.
public struct TimeExpression: Hashable, Sendable {
  /// TIMEX3's types (ISO 24617-1).
  @frozen
  public enum Kind: UInt8, Sendable, Hashable {
    /// A day or a longer period of the calendar.
    case date
    /// A time of day.
    case time
    /// A length of time.
    case duration
    /// Something that recurs.
    case set

    /// The name in the contract.
    public var name: String {
      switch self {
      case .date: "date"
      case .time: "time"
      case .duration: "duration"
      case .set: "set"
      }
    }
  }

  /// TIMEX3's modifiers.
  @frozen
  public enum Modifier: UInt8, Sendable, Hashable {
    /// Before the time.
    case before
    /// After the time.
    case after
    /// The beginning of it.
    case start
    /// The middle of it.
    case mid
    /// The end of it.
    case end
    /// About then.
    case approximate
    /// Less than that long.
    case lessThan
    /// More than that long.
    case moreThan

    /// The name in TIMEX3.
    public var name: String {
      switch self {
      case .before: "BEFORE"
      case .after: "AFTER"
      case .start: "START"
      case .mid: "MID"
      case .end: "END"
      case .approximate: "APPROX"
      case .lessThan: "LESS_THAN"
      case .moreThan: "MORE_THAN"
      }
    }
  }

  /// Where it stands.
  public var range: TextRange
  /// Its type.
  public var kind: Kind
  /// Its TIMEX3 value (`2025-04-18`, `2021/2025`, `P2M`, `PRESENT_REF`).
  public var timex: String
  /// When it begins, inclusive.
  public var from: Moment?
  /// When it ends, exclusive.
  public var to: Moment?
  /// Its modifier.
  public var modifier: Modifier?
  /// Whether it was resolved against the publication date or another time of the text.
  public var isRelative: Bool
  /// Whether more than one reading is possible; the likelier one was taken.
  public var isAmbiguous: Bool
  /// The rule or table row that read it.
  public var rule: RuleID

  /// Makes a time expression.
  public init(
    range: TextRange, kind: Kind, timex: String, from: Moment? = nil, to: Moment? = nil,
    modifier: Modifier? = nil, isRelative: Bool = false, isAmbiguous: Bool = false, rule: RuleID
  ) {
    self.range = range
    self.kind = kind
    self.timex = timex
    self.from = from
    self.to = to
    self.modifier = modifier
    self.isRelative = isRelative
    self.isAmbiguous = isAmbiguous
    self.rule = rule
  }
}
