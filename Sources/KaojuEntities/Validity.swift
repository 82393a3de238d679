package import KaojuVocabulary

/// The days on which a record of a register holds: 襄樊市 until 2011, 襄阳市 since.
///
/// A division is looked up as of the day of the article, so that 密云 of 2012 is the county and
/// 密云 of 2020 the district.
package struct Validity: Sendable, Hashable {
  /// A day as a number that orders as days do (20180702).
  package struct Day: Sendable, Hashable, Comparable {
    let number: Int32

    /// A day later than every other: what holds then holds still.
    package static let now = Day(number: .max)

    /// The day of a moment; ``now`` without one.
    package init(_ moment: Moment?) {
      guard let moment else {
        self = .now
        return
      }
      number = moment.year * 10_000 + Int32(moment.month) * 100 + Int32(moment.day)
    }

    /// Reads `2015` or `2018-07-02`; `nil` when there is no year.
    init?(_ text: String) {
      var parts: [Int32] = []
      for part in text.utf8.split(separator: 0x2D) {
        parts.append(part.reduce(0) { $0 &* 10 &+ Int32($1) &- 0x30 })
      }
      guard let year = parts.first else { return nil }
      let month = parts.count > 1 ? parts[1] : 1
      let day = parts.count > 2 ? parts[2] : 1
      number = year &* 10_000 &+ month &* 100 &+ day
    }

    private init(number: Int32) { self.number = number }

    /// Orders by time.
    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  }

  private let from: Day?
  private let to: Day?

  /// What holds on every day.
  package static let always = Validity(from: "", to: "")

  /// Reads the cells of a register: the first day, and the first day on which it holds no longer.
  package init(from: String, to: String) {
    self.from = from.isEmpty ? nil : Day(from)
    self.to = to.isEmpty ? nil : Day(to)
  }

  /// Whether it holds on a day.
  func holds(on day: Day) -> Bool { !begins(after: day) && to.map { day < $0 } ?? true }

  /// Whether it does not hold yet on a day.
  func begins(after day: Day) -> Bool { from.map { day < $0 } ?? false }
}
