package import KaojuVocabulary

/// Finds a full date inside a line or an address.
package enum DateFinder {
  /// The first full date of a line: `2020年4月1日 16:56`, `2020-04-01`, `2020/4/1`.
  package static func first(in line: some StringProtocol) -> Moment? {
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      if end - index == 4, let moment = date(in: bytes, from: index) { return moment }
      index = end
    }
    return nil
  }

  /// The date in a page's address or a file's path, with day: `/2020/04-01/914.shtml`,
  /// `/20200401/`, `t20200401_123.html`, `/2020-04/01/`.
  package static func inAddress(_ address: some StringProtocol) -> Moment? {
    var runs: [(value: Int, width: Int)] = []
    var value = 0
    var width = 0
    var gap = 0
    func day(_ year: Int, _ month: Int, _ day: Int) -> Moment? {
      guard (1990...2100).contains(year), (1...12).contains(month), day >= 1,
        day <= CalendarDays.inMonth(month, year: year)
      else { return nil }
      return Moment(year: year, month: month, day: day)
    }
    for byte in Array(address.utf8) + [0] {
      if isDigit(byte) {
        if width == 0, gap > 1 { runs.removeAll() }
        if width < 12 { value = value * 10 + Int(byte - 0x30) }
        width += 1
        gap = 0
        continue
      }
      gap += 1
      guard width > 0 else { continue }
      if width == 8, let found = day(value / 10000, value / 100 % 100, value % 100) {
        return found
      }
      if width == 4, runs.last?.width == 4, let year = runs.last?.value,
        let found = day(year, value / 100, value % 100)
      {
        return found
      }
      runs.append((value, width))
      if runs.count >= 3 {
        let last = runs.suffix(3).map { $0 }
        if last[0].width == 4, last[1].width <= 2, last[2].width <= 2,
          let found = day(last[0].value, last[1].value, last[2].value)
        {
          return found
        }
      }
      if runs.count >= 2 {
        let last = runs.suffix(2).map { $0 }
        if last[0].width == 6, last[1].width == 2,
          let found = day(last[0].value / 100, last[0].value % 100, last[1].value)
        {
          return found
        }
      }
      (value, width) = (0, 0)
    }
    return nil
  }

  private static func date(in bytes: [UInt8], from start: Int) -> Moment? {
    let end = min(start + 40, bytes.count)
    return PrintedDate.moment(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// Reads the dateline that an agency's article opens with.
package struct DatelineReader: Sendable {
  private let agencies: [String]

  /// Makes a reader that knows these agencies.
  package init(words: PageWords) { self.agencies = words.agencies }

  /// The day that an article's opening is dated, with the year that it prints or `year`.
  ///
  /// 新华社北京1月5日电 in a paper of 2024 is 2024-01-05. A dateline without a year, in a text whose
  /// year nothing tells, has no day.
  package func day(opening text: some StringProtocol, year: Int?) -> Moment? {
    for line in text.prefix(400).split(separator: "\n").prefix(4) {
      let line = line.drop { $0.isWhitespace || "【（(".contains($0) }
      guard let agency = agencies.first(where: { line.hasPrefix($0) }) else { continue }
      return Self.day(in: String(line.dropFirst(agency.count).prefix(30)), year: year)
    }
    return nil
  }

  /// Reads `北京1月5日电`: a place of a few characters, the date, and the word that ends a dateline.
  private static func day(in rest: String, year: Int?) -> Moment? {
    var numbers: [Int] = []
    var units: [Character] = []
    var value: Int?
    var place = 0
    for character in rest {
      if let digit = character.wholeNumberValue, character.isASCII {
        value = min((value ?? 0) * 10 + digit, 10000)
      } else if let number = value {
        guard "年月日".contains(character) else { return nil }
        numbers.append(number)
        units.append(character)
        value = nil
      } else if units.last == "日" {
        guard "电讯消".contains(character) || character.isWhitespace else { return nil }
        break
      } else {
        place += 1
        if place > 10 || "，。,；".contains(character) { return nil }
      }
    }
    guard units.suffix(2) == ["月", "日"], let day = numbers.last else { return nil }
    let month = numbers[numbers.count - 2]
    guard let year = units.first == "年" ? numbers.first : year, (1...12).contains(month),
      day >= 1, day <= CalendarDays.inMonth(month, year: year)
    else { return nil }
    return Moment(year: year, month: month, day: day)
  }
}
