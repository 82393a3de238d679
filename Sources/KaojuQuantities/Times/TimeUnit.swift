/// A unit of the calendar or the clock, from coarse to fine.
enum TimeUnit: UInt8, Sendable, Hashable, Comparable, CaseIterable {
  case century, decade, period, year, half, quarter, season, month, tenDays, week, day, dayPart
  case hour, minute, second, millisecond, microsecond, nanosecond

  /// The unit's name in the tables under `models/times`.
  var name: String { String(describing: self) }

  init?(name: some StringProtocol) {
    guard let unit = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = unit
  }

  /// The months of a unit that calendars count in months.
  var months: Int? {
    switch self {
    case .century: 1200
    case .decade: 120
    case .year: 12
    case .half: 6
    case .quarter, .season: 3
    case .month: 1
    default: nil
    }
  }

  /// The seconds of a unit that is a fixed number of them.
  var seconds: Int? {
    switch self {
    case .week: 604_800
    case .day: 86_400
    case .hour: 3600
    case .minute: 60
    case .second: 1
    default: nil
    }
  }

  static func < (left: TimeUnit, right: TimeUnit) -> Bool { left.rawValue < right.rawValue }
}
