import KaojuVocabulary

/// Cuts a paragraph into sentences.
///
/// A sentence ends at 。!?; and at …… where a new one can begin, together with the quotation marks
/// that close behind it; never at a decimal point, and never inside 《》.
struct SentenceScanner {
  /// Where a sentence without an end is cut, at a comma if there is one: no later room shall meet
  /// a sentence of a million characters.
  static let comfortable = 1_000
  private static let hardLimit = 2_000
  /// How far a 》 is looked for.
  private static let titleLimit = 40

  /// Appends the sentences of a paragraph.
  static func scan(
    _ units: Span<UInt16>, paragraph: Range<Int>, index: Int32, into sentences: inout [Sentence]
  ) {
    let entries = CharacterTable.shared.entries
    let table = entries.span
    var start = paragraph.lowerBound
    var position = start
    func close(at end: Int) {
      var lower = start
      while lower < end, isBlank(units[lower]) { lower += 1 }
      if lower < end {
        sentences.append(Sentence(range: TextRange(lower, end), paragraph: index))
      }
      start = end
    }
    while position < paragraph.upperBound {
      let unit = units[position]
      let length = position - start
      if length >= comfortable, unit == 0x2C || length >= hardLimit {
        var end = position + (unit == 0x2C ? 1 : 0)
        if end < paragraph.upperBound, units[end] & 0xFC00 == 0xDC00 { end += 1 }
        close(at: end)
        position = max(end, position)
        if position >= paragraph.upperBound { break }
        continue
      }
      guard table[Int(unit)] & CharacterTable.sentenceMark != 0 else {
        position += 1
        continue
      }
      if unit == 0x300A {
        position = endOfTitle(from: position, in: units, limit: paragraph.upperBound)
        continue
      }
      guard ends(at: position, in: units, paragraph: paragraph) else {
        position += 1
        continue
      }
      position = endOfMarks(from: position, in: units, limit: paragraph.upperBound)
      close(at: position)
    }
    close(at: paragraph.upperBound)
  }

  /// Behind the 》 that closes a title, or behind the 《 when none is near.
  private static func endOfTitle(from start: Int, in units: Span<UInt16>, limit: Int) -> Int {
    let end = min(limit, start + titleLimit)
    var position = start + 1
    while position < end, units[position] != 0x300A {
      if units[position] == 0x300B { return position + 1 }
      position += 1
    }
    return start + 1
  }

  private static func ends(
    at position: Int, in units: Span<UInt16>, paragraph: Range<Int>
  ) -> Bool {
    let next = position + 1 < paragraph.upperBound ? units[position + 1] : 0x0A
    switch units[position] {
    case 0x2E:
      // A full stop typed as a point: behind a Chinese character and before no digit or letter.
      guard position > paragraph.lowerBound else { return false }
      let entries = CharacterTable.shared.entries
      let table = entries.span
      let before = table[Int(units[position - 1])] & CharacterTable.kindMask
      let after = table[Int(next)] & CharacterTable.kindMask
      return before == TextRun.Kind.han.rawValue && after != TextRun.Kind.number.rawValue
        && after != TextRun.Kind.latin.rawValue
    case 0x2026:
      // Only the last of …… can end, and not before what goes on with the sentence (……等).
      return next != 0x2026 && next != 0x2C && next != 0x3001 && next != 0x7B49
        && position > paragraph.lowerBound && units[position - 1] == 0x2026
    case 0x0A:
      return false
    default:
      return true
    }
  }

  /// Behind the marks that end with the one at `start`: 。” and ?! and )”.
  private static func endOfMarks(from start: Int, in units: Span<UInt16>, limit: Int) -> Int {
    var position = start + 1
    while position < limit {
      switch units[position] {
      case 0x3002, 0x21, 0x3F, 0x201D, 0x2019, 0x300D, 0x300F, 0x29, 0x5D, 0x3011, 0x300B:
        position += 1
      default:
        return position
      }
    }
    return position
  }

  private static func isBlank(_ unit: UInt16) -> Bool { unit == 0x20 || unit == 0x09 }
}
