import KaojuVocabulary

/// Reads the numbers of calendars on the characters.
///
/// It shares the table of digits with the reader of quantities, but reads otherwise: 二〇二五 and 一九 are
/// rows of digits, 两 is kept apart from 二, 三四 is two neighbours, and nothing goes above a calendar’s
/// need.
struct CalendarNumberReader: Sendable {
  private let classes: NumeralClasses

  init(classes: NumeralClasses) { self.classes = classes }

  /// The value of a Chinese digit; those of cheques (壹, 参) write no dates.
  func digit(_ unit: UInt16) -> Int? {
    classes.kind(unit) == .digit && !classes.isUpper(unit) ? classes.value(unit) : nil
  }

  /// The value of 十, 百, 千 and 万.
  func scale(_ unit: UInt16) -> Int? {
    let kind = classes.kind(unit)
    guard kind == .small || kind == .large, !classes.isUpper(unit) else { return nil }
    switch classes.value(unit) {
    case 1: return 10
    case 2: return 100
    case 3: return 1000
    case 4: return 10_000
    default: return nil
    }
  }

  /// The value of 廿 and 卅.
  func tens(_ unit: UInt16) -> Int? {
    classes.kind(unit) == .tens ? classes.value(unit) * 10 : nil
  }

  /// Whether a number may begin with a code unit.
  func startsNumber(_ unit: UInt16) -> Bool {
    classes.startsNumeral(unit) && !classes.isUpper(unit)
  }

  /// Whether ``read(_:at:)`` reads anything that begins so.
  func mayBegin(_ unit: UInt16) -> Bool {
    if Character16.isDigit(unit) { return true }
    switch unit {
    case Character16.half, Character16.several, Character16.many, Character16.some: return true
    default: return digit(unit) != nil || scale(unit) != nil || tens(unit) != nil
    }
  }

  /// Reads the longest number at `start`; at most ten digits and below 10^9.
  func read(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    guard start >= 0, start < units.count else { return nil }
    let first = units[start]
    if Character16.isDigit(first) { return readDigits(units, at: start) }
    switch first {
    case Character16.half:
      return CalendarNumber(value: 0, width: 1, end: start + 1, form: .half)
    case Character16.several, Character16.many, Character16.some:
      var number = CalendarNumber(value: 0, width: 1, end: start + 1, form: .vague)
      if start + 1 < units.count, let scale = self.scale(units[start + 1]), scale <= 1000 {
        number.value = scale
        number.isOpen = true
        number.end += 1
        number.width += 1
      }
      return number
    default:
      return digit(first) != nil || scale(first) != nil
        || tens(first) != nil
        ? readHan(units, at: start) : nil
    }
  }

  private func readDigits(_ units: [UInt16], at start: Int) -> CalendarNumber? {
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
    if number.end < units.count, let scale = self.scale(units[number.end]), scale >= 100,
      number.decimals == nil, value < 100_000
    {
      number.value = value * scale
      number.end += 1
    }
    return number
  }

  private func readDecimals(_ units: [UInt16], into number: inout CalendarNumber) {
    guard number.end + 1 < units.count, units[number.end] == 0x2E else { return }
    var position = number.end + 1
    var mantissa = Int128(number.value)
    while position < units.count, Character16.isDigit(units[position]),
      position - number.end <= 9
    {
      mantissa = mantissa * 10 + Int128(units[position] - 0x30)
      position += 1
    }
    let places = position - number.end - 1
    guard places > 0 else { return }
    number.decimals = ExactDecimal(mantissa: mantissa, exponent: -Int32(places))
    number.end = position
  }

  private func readHan(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    var position = start
    var value = 0
    var first = 0
    var last = 0
    while position < units.count, position - start < 10,
      let digit = self.digit(units[position]) ?? typedZero(units, at: position, from: start)
    {
      if position == start { first = digit }
      last = digit
      value = value * 10 + digit
      position += 1
    }
    let count = position - start
    let next = position < units.count ? scale(units[position]) : nil
    if count >= 2, next == nil {
      var number = CalendarNumber(value: value, width: count, end: position, form: .positional)
      number.hasLeadingZero = first == 0
      if count == 2, first > 0, last == first + 1 || value == 35 { number.upper = last }
      return number
    }
    if count == 1, next == nil || units[position - 1] == Character16.zero {
      let isPair = units[start] == Character16.two
      var number = CalendarNumber(
        value: first, width: 1, end: position, form: isPair ? .pair : .spoken)
      number.hasLeadingZero = first == 0
      return number
    }
    return readSpoken(units, at: start)
  }

  /// A zero of the keyboard among Chinese digits: 二0二0年.
  private func typedZero(_ units: [UInt16], at position: Int, from start: Int) -> Int? {
    guard position > start, units[position] == 0x30 else { return nil }
    var end = position
    while end < units.count, units[end] == 0x30 { end += 1 }
    return end < units.count && Character16.isDigit(units[end]) ? nil : 0
  }

  /// Reads a number with a Chinese point (五点五), which before a unit of length is no clock.
  func readPointed(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    guard var number = read(units, at: start), number.isHan, number.end + 1 < units.count,
      units[number.end] == Character16.point
    else { return nil }
    var position = number.end + 1
    var mantissa = Int128(number.value)
    while position < units.count, position - number.end < 9,
      let digit = self.digit(units[position])
    {
      mantissa = mantissa * 10 + Int128(digit)
      position += 1
    }
    let places = position - number.end - 1
    guard places > 0 else { return nil }
    number.decimals = ExactDecimal(mantissa: mantissa, exponent: -Int32(places))
    number.end = position
    return number
  }

  private func readSpoken(_ units: [UInt16], at start: Int) -> CalendarNumber? {
    var total = 0
    var section = 0
    var pending: Int?
    var lastScale = 0
    var position = start
    var isOpen = false
    while position < units.count {
      let unit = units[position]
      if let digit = self.digit(unit) {
        if pending != nil, pending != 0 { break }
        pending = digit
      } else if let scale = self.scale(unit) {
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
      } else if let tens = self.tens(unit), lastScale == 0 || lastScale == 100,
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
