/// Finds what the page's layout put inside sentences: line breaks, and furniture between them.
///
/// 在中关村,不到5分钟,就诞⏎⏎生一家企业 is one paragraph whose two breaks are taken out; a short
/// line that stands between the halves of a broken sentence, as a column title does on a
/// newspaper's page, is taken out with them.
struct LayoutRepair {
  private let units: [UInt16]
  private let boundaries: WordBoundaries
  private let cues: LayoutCues

  /// Reads folded text.
  init(units: [UInt16], boundaries: WordBoundaries, cues: LayoutCues) {
    self.units = units
    self.boundaries = boundaries
    self.cues = cues
  }

  /// A line of the text without the blanks around it.
  private struct Line {
    var range: Range<Int>
    var isIndented: Bool
  }

  /// How many lines of furniture may stand in a sentence, and how long they may be together.
  private static let furnitureLines = 6
  private static let furnitureLength = 40

  /// The ranges to take out, in order.
  func cuts() -> [Range<Int>] {
    let lines = lines()
    guard lines.count > 1 else { return [] }
    var cuts: [Range<Int>] = []
    var index = 0
    while index + 1 < lines.count {
      guard let next = continuation(of: index, in: lines) else {
        index += 1
        continue
      }
      cuts.append(lines[index].range.upperBound..<lines[next].range.lowerBound)
      index = next
    }
    return cuts
  }

  private func lines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < units.count {
      var end = start
      while end < units.count, units[end] != 0x0A { end += 1 }
      var lower = start
      var upper = end
      while lower < upper, isBlank(units[lower]) { lower += 1 }
      while upper > lower, isBlank(units[upper - 1]) { upper -= 1 }
      if lower < upper {
        lines.append(Line(range: lower..<upper, isIndented: lower - start >= 2))
      }
      start = end + 1
    }
    return lines
  }

  /// The line that goes on with the sentence that line `index` breaks off, if it breaks off one.
  private func continuation(of index: Int, in lines: [Line]) -> Int? {
    let line = lines[index]
    guard let strength = brokenness(of: line.range, isFirst: index == 0) else { return nil }
    var next = index + 1
    var skipped = 0
    while next < lines.count, next - index <= Self.furnitureLines + 1 {
      let candidate = lines[next]
      if goesOn(candidate) {
        // Furniture is believed only where the sentence is surely broken.
        if next > index + 1, strength == .byDictionary { return nil }
        guard strength != .byDictionary || isWordBroken(line.range, candidate.range) else {
          return nil
        }
        return next
      }
      skipped += candidate.range.count
      guard strength == .sure, skipped <= Self.furnitureLength, isFurniture(candidate) else {
        return nil
      }
      next += 1
    }
    return nil
  }

  private enum Strength { case sure, byDictionary }

  /// How sure it is that a line stops inside a sentence; `nil` when it does not.
  private func brokenness(of line: Range<Int>, isFirst: Bool) -> Strength? {
    guard let last = line.last else { return nil }
    let lastUnit = units[last]
    if lastUnit == 0x2C || lastUnit == 0x3001 { return line.count >= 12 ? .sure : nil }
    var mark: Int?
    var hasComma = false
    var tailHasBlank = false
    for index in line {
      switch units[index] {
      case 0x3002, 0x3B, 0x2026:
        mark = index
        tailHasBlank = false
      case 0x2C: hasComma = true
      case 0x20: tailHasBlank = true
      default: break
      }
    }
    let tail = (mark.map { $0 + 1 } ?? line.lowerBound)..<line.upperBound
    if tailHasBlank || tail.isEmpty { return nil }
    guard isLetter(lastUnit) else {
      // A quotation that was broken off from what follows it: ……“十四五”⏎⏎期间.
      let isQuotation = units[tail.lowerBound] == 0x201C && lastUnit == 0x201D
      return mark != nil && isQuotation && tail.count <= 12 ? .sure : nil
    }
    if cues.closesLine(units[tail]) { return nil }
    if mark != nil { return .sure }
    guard hasComma else { return nil }
    return !isFirst && line.count >= 45 ? .sure : .byDictionary
  }

  /// Whether a line can be the second half of a broken sentence: running text, no list item.
  private func goesOn(_ line: Line) -> Bool {
    guard !line.isIndented, let first = line.range.first else { return false }
    let unit = units[first]
    guard isLetter(unit) || unit == 0x3001 || unit == 0x2C || unit == 0x201D else { return false }
    if cues.opensParagraph(units[line.range]) { return false }
    return units[line.range].contains { $0 == 0x2C || $0 == 0x3002 || $0 == 0x3001 || $0 == 0x3B }
  }

  private func isFurniture(_ line: Line) -> Bool {
    line.range.count <= 15
      && !units[line.range].contains { $0 == 0x2C || $0 == 0x3002 || $0 == 0x3A || $0 == 0x3B }
  }

  /// Whether a word of ICU's dictionary spans the break.
  private func isWordBroken(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    let head = units[before.suffix(8)]
    return !boundaries.isBoundary(at: head.count, in: Array(head + units[after.prefix(8)]))
  }

  private func isBlank(_ unit: UInt16) -> Bool {
    CharacterTable.shared.entries[Int(unit)] & CharacterTable.kindMask == 5
  }

  private func isLetter(_ unit: UInt16) -> Bool {
    CharacterTable.shared.entries[Int(unit)] & CharacterTable.kindMask <= 2
  }
}
