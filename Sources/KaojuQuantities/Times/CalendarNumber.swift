import KaojuVocabulary

/// A whole number as calendars print it, with how it was written.
///
/// 2025, 二〇二五, 十二, 廿三, 两 and 几 are such numbers; 几 has no value.
struct CalendarNumber: Hashable, Sendable {
  /// How a number is written.
  enum Form: UInt8, Sendable {
    /// ASCII digits.
    case digits
    /// Chinese digits one beside the other (二〇二五).
    case positional
    /// Chinese with 十, 百, 千, 万 (二十五), or one digit (五).
    case spoken
    /// 两, 俩.
    case pair
    /// 几, 数, 多.
    case vague
    /// 半.
    case half
  }

  /// Its value; for a vague number, the tens that it adds to (十几 is 10).
  var value: Int
  /// The number of digits or characters.
  var width: Int
  /// Its end in the text.
  var end: Int
  /// How it is written.
  var form: Form
  /// Whether 几 or 多 makes it more than its value (十几, 二十多).
  var isOpen = false
  /// The decimals behind a point, as digits.
  var decimals: ExactDecimal?
  /// The upper of two neighbours (三四年 is 3 with 4).
  var upper: Int?
  /// Whether it begins with 0 or 零.
  var hasLeadingZero = false

  /// Whether it is written in Chinese characters.
  var isHan: Bool { form != .digits }

  /// The value with its decimals.
  var decimal: ExactDecimal { decimals ?? ExactDecimal(value) }
}

/// Reads the numbers of calendars on the characters.
enum CalendarNumberReader {
  /// Reads the longest number at `start`; at most ten digits and below 10^9.
  static func read(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    guard start >= 0, start < units.count else { return nil }
    let first = units[start]
    if Character16.isDigit(first) { return readDigits(units, at: start) }
    switch first {
    case Character16.half:
      return CalendarNumber(value: 0, width: 1, end: start + 1, form: .half)
    case Character16.several, Character16.many, Character16.some:
      var number = CalendarNumber(value: 0, width: 1, end: start + 1, form: .vague)
      if start + 1 < units.count, let scale = Character16.scale(units[start + 1]), scale <= 1000 {
        number.value = scale
        number.isOpen = true
        number.end += 1
        number.width += 1
      }
      return number
    default:
      return Character16.digit(first) != nil || Character16.scale(first) != nil
        || Character16.tens(first) != nil
        ? readHan(units, at: start) : nil
    }
  }

  private static func readDigits(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    var value = 0
    var position = start
    while position < units.count, Character16.isDigit(units[position]) {
      guard position - start < 10 else { return nil }
      value = value * 10 + Int(units[position] - 0x30)
      position += 1
    }
    // 35,000: groups of three behind commas.
    let lead = position - start
    if lead <= 3 {
      while position + 3 < units.count, units[position] == 0x2C,
        (1...3).allSatisfy({ Character16.isDigit(units[position + $0]) }),
        position + 4 >= units.count || !Character16.isDigit(units[position + 4]),
        value < 1_000_000
      {
        for index in 1...3 { value = value * 10 + Int(units[position + index] - 0x30) }
        position += 4
      }
    }
    var number = CalendarNumber(
      value: value, width: position - start, end: position, form: .digits)
    number.hasLeadingZero = units[start] == 0x30
    readDecimals(units, into: &number)
    // 3万, 24千: a Chinese scale behind digits.
    if number.end < units.count, let scale = Character16.scale(units[number.end]), scale >= 100,
      number.decimals == nil, value < 100_000
    {
      number.value = value * scale
      number.end += 1
    }
    return number
  }

  private static func readDecimals(_ units: [UInt16], into number: inout CalendarNumber) {
    guard number.end + 1 < units.count, units[number.end] == 0x2E else { return }
    var position = number.end + 1
    var text = String(number.value) + "."
    while position < units.count, Character16.isDigit(units[position]),
      position - number.end <= 9
    {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(units[position])))
      position += 1
    }
    guard position > number.end + 1, let decimals = ExactDecimal(text) else { return }
    number.decimals = decimals
    number.end = position
  }

  private static func readHan(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    var position = start
    var digits: [Int] = []
    while position < units.count, digits.count < 10,
      let digit = Character16.digit(units[position])
    {
      digits.append(digit)
      position += 1
    }
    let next = position < units.count ? Character16.scale(units[position]) : nil
    if digits.count >= 2, next == nil {
      var number = CalendarNumber(
        value: digits.reduce(0) { $0 * 10 + $1 }, width: digits.count, end: position,
        form: .positional)
      number.hasLeadingZero = digits[0] == 0
      if digits.count == 2, digits[0] > 0, digits[1] == digits[0] + 1 { number.upper = digits[1] }
      return number
    }
    if digits.count == 1, next == nil || units[position - 1] == Character16.zero {
      let isPair = units[start] == Character16.two || units[start] == Character16.twoOf
      var number = CalendarNumber(
        value: digits[0], width: 1, end: position, form: isPair ? .pair : .spoken)
      number.hasLeadingZero = digits[0] == 0
      return number
    }
    return readSpoken(units, at: start)
  }

  /// Reads a number with a Chinese point (五点五), which before a unit of length is no clock.
  static func readPointed(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    guard var number = read(units, at: start), number.isHan, number.end + 1 < units.count,
      units[number.end] == Character16.point
    else { return nil }
    var position = number.end + 1
    var text = String(number.value) + "."
    while position < units.count, position - number.end < 9,
      let digit = Character16.digit(units[position])
    {
      text += String(digit)
      position += 1
    }
    guard position > number.end + 1, let decimals = ExactDecimal(text) else { return nil }
    number.decimals = decimals
    number.end = position
    return number
  }

  private static func readSpoken(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    var total = 0
    var section = 0
    var pending: Int?
    var lastScale = 0
    var position = start
    var isOpen = false
    while position < units.count {
      let unit = units[position]
      if let digit = Character16.digit(unit) {
        if pending != nil, pending != 0 { break }
        pending = digit
      } else if let scale = Character16.scale(unit) {
        guard scale < 10_000 else {
          guard total == 0 else { break }
          total = (section + (pending ?? 0)) * scale
          (section, pending, lastScale) = (0, nil, 0)
          position += 1
          continue
        }
        if lastScale != 0, scale >= lastScale { break }
        section += (pending ?? (section == 0 ? 1 : 0)) * scale
        pending = nil
        lastScale = scale
      } else if let tens = Character16.tens(unit), lastScale == 0 || lastScale == 100,
        pending == nil
      {
        section += tens
        lastScale = 10
      } else if unit == Character16.several, lastScale == 10 || lastScale == 100, pending == nil {
        isOpen = true
        position += 1
        break
      } else {
        break
      }
      position += 1
    }
    guard position > start else { return nil }
    var number = CalendarNumber(
      value: total + section + (pending ?? 0), width: position - start, end: position,
      form: .spoken)
    number.isOpen = isOpen
    return number
  }
}

/// The characters that the grammar of times asks about one by one.
enum Character16 {
  static let half: UInt16 = 0x534A  // 半
  static let several: UInt16 = 0x51E0  // 几
  static let many: UInt16 = 0x591A  // 多
  static let some: UInt16 = 0x6570  // 数
  static let two: UInt16 = 0x4E24  // 两
  static let twoOf: UInt16 = 0x4FE9  // 俩
  static let point: UInt16 = 0x70B9  // 点
  static let zero: UInt16 = 0x96F6  // 零

  /// Whether a code unit is an ASCII digit.
  @inline(__always)
  static func isDigit(_ unit: UInt16) -> Bool { unit &- 0x30 < 10 }

  /// Whether a code unit is an ASCII letter.
  @inline(__always)
  static func isLetter(_ unit: UInt16) -> Bool { (unit | 0x20) &- 0x61 < 26 }

  /// The value of a Chinese digit, 〇, 两 and 俩 among them.
  static func digit(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x96F6, 0x3007, 0x25CB: 0
    case 0x4E00: 1
    case 0x4E8C, two, twoOf: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// The value of 廿 and 卅.
  static func tens(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x5EFF: 20
    case 0x5345: 30
    default: nil
    }
  }

  /// The value of 十, 百, 千 and 万.
  static func scale(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    case 0x4E07: 10_000
    default: nil
    }
  }
}
