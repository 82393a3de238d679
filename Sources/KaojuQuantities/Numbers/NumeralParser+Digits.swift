import KaojuVocabulary

/// A run of ASCII digits with its separators and decimal point.
struct DigitRun {
  /// What it amounts to; `nil` when it has more digits than fit.
  var value: ExactDecimal?
  /// The end of the run.
  var end: Int
  /// The digits before the point.
  var wholeDigits: Int
  /// Whether there is a decimal point.
  var hasPoint: Bool
  /// Whether it is printed with separators of thousands.
  var isGrouped: Bool
}

extension NumeralParser {
  /// Reads `1,100.9`, `2025`, `0.5`; stops before a point or comma that is punctuation.
  ///
  /// A comma separates thousands only between groups of three that leave no digit over; one that
  /// is printed full width among other digits is punctuation unless a second separator confirms it,
  /// or a Chinese character or bracket before and a unit or scale behind.
  func readDigitRun(at start: Int) -> DigitRun {
    var position = start
    var mantissa: Int128 = 0
    var significant = 0
    var exponent: Int32 = 0
    var fits = true
    func isDigit(_ index: Int) -> Bool {
      index < units.count && units[index] >= 0x30 && units[index] <= 0x39
    }
    func take(_ unit: UInt16) {
      guard significant < 37 else {
        fits = false
        return
      }
      mantissa = mantissa * 10 + Int128(unit - 0x30)
      if mantissa != 0 { significant += 1 }
    }
    while isDigit(position) {
      take(units[position])
      position += 1
    }
    var whole = position - start
    var isGrouped = false
    let groups = countGroups(from: position, leading: whole, first: units[start])
    if groups > 0 {
      isGrouped = true
      for _ in 0..<groups {
        for offset in 1...3 { take(units[position + offset]) }
        position += 4
        whole += 3
      }
    }
    var hasPoint = false
    if position + 1 < units.count, isDigit(position + 1),
      units[position] == 0x2E || isMiddlePoint(at: position)
    {
      var end = position + 1
      while isDigit(end) { end += 1 }
      let isVersion = end + 1 < units.count && units[end] == 0x2E && isDigit(end + 1)
      if !isVersion {
        hasPoint = true
        for index in position + 1..<end {
          take(units[index])
          if fits { exponent -= 1 }
        }
        position = end
      }
    }
    return DigitRun(
      value: fits ? ExactDecimal(mantissa: mantissa, exponent: exponent) : nil, end: position,
      wholeDigits: whole, hasPoint: hasPoint, isGrouped: isGrouped)
  }

  /// Whether a middle dot is a decimal point: in 3·2亿 and 3·2%, not in 3·15晚会.
  private func isMiddlePoint(at index: Int) -> Bool {
    guard units[index] == 0xB7 else { return false }
    var end = index + 1
    while end < units.count, units[end] >= 0x30, units[end] <= 0x39 { end += 1 }
    return end < units.count && (kind(at: end) == .large || units[end] == 0x25)
  }

  /// How many groups `,ddd` follow; zero unless every comma from here on separates thousands.
  private func countGroups(from start: Int, leading: Int, first: UInt16) -> Int {
    guard leading <= 3, first != 0x30, start < units.count, units[start] == 0x2C else { return 0 }
    var groups = 0
    var position = start
    var isWide = false
    while groups < 13, position + 3 < units.count, units[position] == 0x2C,
      (1...3).allSatisfy({ units[position + $0] >= 0x30 && units[position + $0] <= 0x39 })
    {
      if printed[position] != 0x2C, printed[position + 1] < 0x80 { isWide = true }
      groups += 1
      position += 4
    }
    let isLongGroup = position < units.count && units[position] >= 0x30 && units[position] <= 0x39
    if isLongGroup || groups > 12 || (isWide && groups == 1 && !isWideGroup(endingAt: position)) {
      return 0
    }
    return groups
  }

  /// Whether a single comma of full width separates thousands: 面积达35，000平方米, (约合4，784美元).
  private func isWideGroup(endingAt end: Int) -> Bool {
    guard start > 0, end < units.count else { return false }
    let before = units[start - 1]
    return (before == 0x28 || Han.contains(before) && !cues.plays(.label, before))
      && (units[end] == 0x25 || Han.contains(units[end]))
  }
}
