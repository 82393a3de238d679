import KaojuVocabulary

/// Rows in the text form of PostgreSQL's `COPY`.
struct CopyLines {
  /// The lines so far.
  var bytes: [UInt8] = []

  /// Forgets the lines and keeps the room.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// A value as PostgreSQL reads it; U+0000, which it cannot hold, as U+FFFD.
  static func text(of value: SQLValue) -> String? {
    switch value {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .boolean(let flag): flag ? "t" : "f"
    case .text(let text): text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    case .moment(let moment):
      if moment.year < 0 {
        String(Moment.positive(moment).description) + " BC"
      } else {
        moment.description
      }
    }
  }

  /// A timestamp of PostgreSQL as ISO 8601, a whole day without its midnight.
  static func moment(printed: String) -> String {
    let isBefore = printed.hasSuffix(" BC")
    let parts = printed.split(separator: " ")
    guard let day = parts.first else { return printed }
    let clock = parts.count > 1 && parts[1] != "BC" ? parts[1] : "00:00:00"
    return (isBefore ? "-" : "") + day + (clock == "00:00:00" ? "" : "T\(clock)")
  }
}

extension Moment {
  /// The moment in the year of the same number in our era.
  fileprivate static func positive(_ moment: Moment) -> Moment {
    var moment = moment
    moment.year = -moment.year
    return moment
  }
}
