package import KaojuVocabulary

/// Reads the dates that archives carry beside their texts.
package enum PrintedDate {
  /// The moment that a piece of metadata names, or `nil` when it names none.
  ///
  /// `2020-4-1 16:56:00`, `2012年7月2日`, `20120702`, `2012-07-02T08:30:00+08:00` and
  /// `Wed, 01 Apr 2020 08:56:00 GMT` are all read; a time zone is left as printed.
  package static func moment(_ string: some StringProtocol) -> Moment? {
    var numbers: [Int] = []
    var month: Int?
    var widths: [Int] = []
    var word: [UInt8] = []
    var value: Int?
    var width = 0
    func close() {
      if let read = value {
        numbers.append(read)
        widths.append(width)
      }
      value = nil
      width = 0
    }
    for byte in string.utf8.prefix(64) {
      if byte >= 0x30, byte <= 0x39 {
        guard width < 14 else { return nil }
        value = (value ?? 0) * 10 + Int(byte - 0x30)
        width += 1
        continue
      }
      close()
      let letter = byte | 0x20
      if letter >= 0x61, letter <= 0x7A {
        word.append(letter)
        if word.count == 3, month == nil { month = monthNames.firstIndex(of: word).map { $0 + 1 } }
      } else {
        word.removeAll()
        if numbers.count >= 3, byte == UInt8(ascii: "+") { break }
      }
    }
    close()
    return moment(numbers, widths, month: month)
  }

  private static func moment(_ numbers: [Int], _ widths: [Int], month named: Int?) -> Moment? {
    guard let first = numbers.first, let width = widths.first else { return nil }
    if let named {
      // Wed, 01 Apr 2020 08:56:00: the day stands before the year.
      guard numbers.count >= 2, first <= 31, widths[1] == 4 else { return nil }
      return checked(numbers[1], named, first, Array(numbers.dropFirst(2)))
    }
    switch width {
    case 8, 12, 14:
      var rest = first
      var clock: [Int] = []
      for _ in 0..<((width - 8) / 2) {
        clock.insert(rest % 100, at: 0)
        rest /= 100
      }
      if clock.isEmpty { clock = Array(numbers.dropFirst()) }
      return checked(rest / 10000, rest / 100 % 100, rest % 100, clock)
    case 10, 13:
      // Seconds or milliseconds since 1970.
      return epoch(width == 13 ? first / 1000 : first)
    case 4:
      guard numbers.count >= 3, widths[1] <= 2, widths[2] <= 2 else { return nil }
      return checked(first, numbers[1], numbers[2], Array(numbers.dropFirst(3)))
    default: return nil
    }
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int, _ clock: [Int]) -> Moment? {
    guard (1800...2200).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDays.inMonth(month, year: year)
    else { return nil }
    guard clock.count >= 2, clock[0] < 24, clock[1] < 60 else {
      return Moment(year: year, month: month, day: day)
    }
    let second = clock.count > 2 && clock[2] < 60 ? clock[2] : 0
    return Moment(
      year: year, month: month, day: day, hour: clock[0], minute: clock[1], second: second)
  }

  /// The moment in China's time, whose news this is.
  private static func epoch(_ seconds: Int) -> Moment {
    let local = seconds + 8 * 3600
    let (year, month, day) = CalendarDays.civil(daysSinceEpoch: local / 86400)
    let clock = local % 86400
    return Moment(
      year: year, month: month, day: day, hour: clock / 3600, minute: clock / 60 % 60,
      second: clock % 60)
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }
}

/// Arithmetic of the Gregorian calendar.
package enum CalendarDays {
  /// How many days a month has.
  package static func inMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day that many days after 1970-01-01.
  ///
  /// - Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `civil_from_days`.
  package static func civil(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719468
    let era = (shifted >= 0 ? shifted : shifted - 146096) / 146097
    let dayOfEra = shifted - era * 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
