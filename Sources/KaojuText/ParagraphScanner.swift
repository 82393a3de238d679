import KaojuVocabulary

/// Cuts canonical text into paragraphs, one a line, and says what part each plays on the page.
struct ParagraphScanner {
  private let units: [UInt16]
  private static let longestTitle = 60
  private static let longestHeading = 30
  private static let longestByline = 80
  /// A headline may have a line above and one below it.
  private static let titleLines = 3

  private let cues: LayoutCues

  /// Reads folded text.
  init(units: [UInt16], cues: LayoutCues) {
    self.units = units
    self.cues = cues
  }

  /// The paragraphs in order.
  ///
  /// - Parameter title: The headline that the archive gives, folded.
  func paragraphs(title: [UInt16]?) -> [Paragraph] {
    let ranges = lines()
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(ranges.count)
    var isHead = true
    for (index, range) in ranges.enumerated() {
      let role: Paragraph.Role
      if let title, index == 0, units[range].elementsEqual(title) {
        role = .title
      } else if isByline(range) {
        role = .byline
      } else if isHead, index < Self.titleLines, index + 1 < ranges.count, isTitle(range) {
        role = .title
      } else if index + 1 < ranges.count, isHeading(range) {
        role = .heading
      } else {
        role = .body
      }
      if role != .title { isHead = false }
      paragraphs.append(Paragraph(range: TextRange(range.lowerBound, range.upperBound), role: role))
    }
    return paragraphs
  }

  private func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < units.count {
      var end = start
      while end < units.count, units[end] != 0x0A { end += 1 }
      var lower = start
      var upper = end
      while lower < upper, isBlank(units[lower]) { lower += 1 }
      while upper > lower, isBlank(units[upper - 1]) { upper -= 1 }
      if lower < upper { lines.append(lower..<upper) }
      start = end + 1
    }
    return lines
  }

  private func isTitle(_ range: Range<Int>) -> Bool {
    range.count <= Self.longestTitle && !endsSentence(range)
      && !units[range].contains(0x3002)
  }

  private func isHeading(_ range: Range<Int>) -> Bool {
    range.count <= Self.longestHeading && !endsSentence(range)
      && !units[range].contains(0x3002) && units[range.upperBound - 1] != 0x2C
  }

  private func isByline(_ range: Range<Int>) -> Bool {
    range.count <= Self.longestByline && !endsSentence(range)
      && cues.isByline(units[range])
      && !units[range].contains { $0 == 0x3002 || $0 == 0x2C }
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    switch units[range.upperBound - 1] {
    case 0x3002, 0x3B, 0x2026: true
    case 0x201D, 0x2019, 0x29:
      range.count > 1
        && [0x3002, 0x21, 0x3F].contains(units[range.upperBound - 2])
    default: false
    }
  }

  private func isBlank(_ unit: UInt16) -> Bool {
    CharacterTable.shared.entries[Int(unit)] & CharacterTable.kindMask
      == TextRun.Kind.space.rawValue
  }
}
