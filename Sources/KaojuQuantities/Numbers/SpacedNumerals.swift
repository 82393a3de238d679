import KaojuVocabulary

/// A text without the blanks that its typesetting put inside numerals: 三千 八百 万 becomes 三千八百万.
///
/// Only blanks between parts that make one numeral go; those between two digits (一 二 三) stay.
struct SpacedNumerals {
  /// The text without those blanks.
  let text: CanonicalText
  /// Where each of its code units stands in the text it was made from.
  private let positions: [Int32]

  /// Takes the blanks out; `nil` where there are none.
  ///
  /// - Complexity: linear in the text.
  init?(_ text: CanonicalText, classes: NumeralClasses, cues: NumberCues) {
    let units = text.units
    var removed: [Int] = []
    var index = 1
    while index < units.count - 1 {
      guard units[index] == 0x20 else {
        index += 1
        continue
      }
      let start = index
      while index < units.count, units[index] == 0x20 { index += 1 }
      guard index < units.count,
        Self.joins(units[start - 1], units[index], behind: units, at: index, classes)
          || Self.joinsDigits(start..<index, of: units, classes, cues)
          || Self.isShattered(start..<index, of: units, classes, cues)
      else { continue }
      removed += Array(start..<index)
    }
    guard !removed.isEmpty else { return nil }
    var kept: [Int32] = []
    kept.reserveCapacity(units.count)
    var next = 0
    for position in units.indices {
      if next < removed.count, removed[next] == position {
        next += 1
      } else {
        kept.append(Int32(truncatingIfNeeded: position))
      }
    }
    self.positions = kept
    let folded = kept.map { units[Int($0)] }
    self.text = CanonicalText(
      units: folded, printed: kept.map { text.printed[Int($0)] },
      offsets: OffsetMap(identityOver: folded))
  }

  /// Whether two characters around a blank belong to one numeral.
  private static func joins(
    _ left: UInt16, _ right: UInt16, behind units: [UInt16], at index: Int,
    _ classes: NumeralClasses
  ) -> Bool {
    let kind = classes.kind(right)
    let isScale = kind == .small || kind == .large || kind == .surplus || kind == .point
    let isPart =
      right == Han.part && index + 1 < units.count
      && (units[index + 1] == Han.of || units[index + 1] == 0x20)
    switch classes.kind(left) {
    case .digit:
      // 第十七 十八集 are two.
      if kind == .small, isPlaced(units, before: index, below: classes.value(right), classes) {
        return false
      }
      return isScale || isPart || right == Han.discount || right == Han.tenth
    case .ascii: return kind == .surplus || isPart
    case .small, .large, .tens:
      return isScale || isPart || kind == .digit || right == Han.piece
        || (kind == .ascii && isBeforeScale(units, at: index, classes))
    case .surplus: return kind == .large
    case .point: return kind == .digit || kind == .ascii
    case .none:
      // 分 之, 之 一, 个 百分点
      return (left == Han.part && (right == Han.of || kind == .point))
        || (left == Han.of && (kind == .digit || kind == .ascii || kind == .small))
        || (left == Han.piece && right == Han.hundred)
    default: return false
    }
  }

  /// Whether the digit before a blank has its place already, behind a scale not above `power`.
  private static func isPlaced(
    _ units: [UInt16], before blank: Int, below power: Int, _ classes: NumeralClasses
  ) -> Bool {
    var digit = blank - 1
    while digit > 0, units[digit] == 0x20 { digit -= 1 }
    guard digit > 0, classes.kind(units[digit - 1]) == .small else { return false }
    return classes.value(units[digit - 1]) <= power
  }

  /// Whether a blank stands inside digits (3 .64亿, 1 200万元).
  ///
  /// Behind the point and between groups of three only when the number follows a Chinese character
  /// at once, so that neither the number of a paragraph nor a column of a table is meant, and a
  /// scale or a percent sign follows.
  /// - Source: GB/T 15835-2011 for the groups.
  private static func joinsDigits(
    _ blank: Range<Int>, of units: [UInt16], _ classes: NumeralClasses, _ cues: NumberCues
  ) -> Bool {
    let left = units[blank.lowerBound - 1]
    let right = units[blank.upperBound]
    if right == point {
      return isDigit(left) && blank.upperBound + 1 < units.count
        && isDigit(units[blank.upperBound + 1])
    }
    guard isDigit(right), left == point || isDigit(left) else { return false }
    var end = blank.upperBound
    while end < units.count, isDigit(units[end]) { end += 1 }
    let count = end - blank.upperBound
    guard end < units.count,
      units[end] == 0x25 || [.small, .large].contains(classes.kind(units[end])),
      left == point ? count <= 3 : count == 3
    else { return false }
    var first = blank.lowerBound - 1
    if left == point {
      first -= 1
      guard first >= 0, isDigit(units[first]) else { return false }
    }
    let last = first
    while first > 0, isDigit(units[first - 1]) { first -= 1 }
    return last - first < 3 && opens(at: first, of: units, classes, cues)
  }

  /// Whether a blank stands in a number whose digits are all set apart (1 6 9 2万台, 2 .9 5 %).
  ///
  /// Two pieces alone may have lost a dash or a point between them (6 8万斤) and are left to be
  /// refused; three or more single digits with at most one point have not.
  private static func isShattered(
    _ blank: Range<Int>, of units: [UInt16], _ classes: NumeralClasses, _ cues: NumberCues
  ) -> Bool {
    func belongs(_ index: Int) -> Bool {
      isDigit(units[index]) || units[index] == 0x20 || units[index] == point
    }
    var first = blank.lowerBound
    while first > 0, blank.lowerBound - first < 16, belongs(first - 1) { first -= 1 }
    while first < blank.lowerBound, units[first] == 0x20 { first += 1 }
    var end = blank.upperBound
    while end < units.count, end - blank.upperBound < 16, belongs(end) { end += 1 }
    guard end < units.count,
      units[end] == 0x25 || Han.contains(units[end]) && !cues.plays(.dateMark, units[end]),
      opens(at: first, of: units, classes, cues)
    else { return false }
    var pieces = 0
    var digits = 0
    var points = 0
    for index in first..<end where units[index] != 0x20 {
      if index == first || units[index - 1] == 0x20 { (pieces, digits) = (pieces + 1, 0) }
      if units[index] == point {
        (points, digits) = (points + 1, 0)
      } else {
        digits += 1
        if digits > 1 { return false }
      }
    }
    return pieces > 2 && points < 2
  }

  /// Whether a number begins at `first`, right behind a Chinese character that neither labels nor
  /// counts.
  private static func opens(
    at first: Int, of units: [UInt16], _ classes: NumeralClasses, _ cues: NumberCues
  ) -> Bool {
    first > 0 && Han.contains(units[first - 1]) && classes.kind(units[first - 1]) == .none
      && !cues.plays(.label, units[first - 1])
  }

  private static let point: UInt16 = 0x2E

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// Whether digits run up to 十, 百 or 千 (7万 5千 4百).
  private static func isBeforeScale(
    _ units: [UInt16], at start: Int, _ classes: NumeralClasses
  ) -> Bool {
    var index = start
    while index < units.count, classes.kind(units[index]) == .ascii { index += 1 }
    return index < units.count && classes.kind(units[index]) == .small
  }

  /// A range of this text in the text it was made from.
  func original(_ range: TextRange) -> TextRange {
    guard !range.isEmpty, range.end <= positions.count else { return range }
    return TextRange(positions[range.start], positions[range.end - 1] + 1)
  }

  /// A range of the text this was made from in this one.
  func squeezed(_ range: TextRange) -> TextRange {
    TextRange(place(of: range.lowerBound), place(of: range.upperBound))
  }

  /// The first code unit here that stands at or behind `offset` there.
  private func place(of offset: Int32) -> Int {
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
