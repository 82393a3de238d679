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
  init?(_ text: CanonicalText, classes: NumeralClasses) {
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
    case .digit: return isScale || isPart || right == Han.discount || right == Han.tenth
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
