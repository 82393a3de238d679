import KaojuVocabulary

/// Cuts text into runs that no dictionary is needed for, as ICU's word rules do without theirs.
///
/// `DeepSeek-V3发布` → DeepSeek-V3 (latin), 发布 (han); `1,100.9` is one number; each punctuation
/// mark is a run of its own, and …… and —— are one.
struct RunScanner {
  /// The longest run of Chinese characters; a longer one is cut so that no later pass depends on
  /// the length of a line.
  static let longestRun = 1_024

  /// Appends the runs of the whole text.
  static func scan(_ units: Span<UInt16>, into runs: inout [TextRun]) {
    let entries = CharacterTable.shared.entries
    let table = entries.span
    var start = 0
    while start < units.count {
      let kind = table[Int(units[start])] & CharacterTable.kindMask
      var end = start + 1
      var runKind = TextRun.Kind(rawValue: kind) ?? .other
      switch kind {
      case TextRun.Kind.han.rawValue:
        let limit = min(units.count, start + longestRun)
        while end < limit, table[Int(units[end])] & CharacterTable.kindMask == kind { end += 1 }
      case TextRun.Kind.latin.rawValue, TextRun.Kind.number.rawValue:
        (end, runKind) = endOfWord(from: start, kind: runKind, in: units, table: table)
      case TextRun.Kind.kana.rawValue, TextRun.Kind.space.rawValue:
        let limit = min(units.count, start + longestRun)
        while end < limit, table[Int(units[end])] & CharacterTable.kindMask == kind { end += 1 }
      case TextRun.Kind.punctuation.rawValue:
        let unit = units[start]
        if unit == 0x2026 || unit == 0x2014 {
          while end < units.count, units[end] == unit, end - start < longestRun { end += 1 }
        }
      default:
        (end, runKind) = endOfSupplementary(from: start, in: units)
      }
      end = endOfMarks(from: end, in: units, table: table)
      runs.append(TextRun(range: TextRange(start, end), kind: runKind))
      start = end
    }
  }

  /// The end of letters and digits, with the marks that stand between them.
  private static func endOfWord(
    from start: Int, kind: TextRun.Kind, in units: Span<UInt16>, table: Span<UInt8>
  ) -> (end: Int, kind: TextRun.Kind) {
    var hasLetter = kind == .latin
    var end = start + 1
    let limit = min(units.count, start + longestRun)
    while end < limit {
      let kind = table[Int(units[end])] & CharacterTable.kindMask
      if kind == TextRun.Kind.latin.rawValue {
        hasLetter = true
        end += 1
      } else if kind == TextRun.Kind.number.rawValue {
        end += 1
      } else if end + 1 < limit, joins(units, at: end, table: table) {
        end += 1
      } else {
        break
      }
    }
    // C++, 5G+ and A*: marks that a name ends in.
    if hasLetter, end - start <= 2, end + 1 < units.count, units[end] == 0x2B,
      units[end + 1] == 0x2B
    {
      end += 2
    }
    return (end, hasLetter ? .latin : .number)
  }

  /// Whether the mark at `index` joins the letters or digits on its two sides.
  private static func joins(_ units: Span<UInt16>, at index: Int, table: Span<UInt8>) -> Bool {
    let before = table[Int(units[index - 1])] & CharacterTable.kindMask
    let after = table[Int(units[index + 1])] & CharacterTable.kindMask
    let latin = TextRun.Kind.latin.rawValue
    let number = TextRun.Kind.number.rawValue
    guard before == latin || before == number, after == latin || after == number else {
      return false
    }
    switch units[index] {
    case 0x2E: return true
    case 0x2C: return before == number && after == number
    case 0x26, 0x27, 0x2019, 0x2D, 0x5F: return before == latin || after == latin
    default: return false
    }
  }

  /// The end of what stands outside the table: a surrogate pair, or an emoji with its joiners.
  private static func endOfSupplementary(
    from start: Int, in units: Span<UInt16>
  ) -> (end: Int, kind: TextRun.Kind) {
    let high = units[start]
    guard high & 0xFC00 == 0xD800, start + 1 < units.count else { return (start + 1, .other) }
    let character = scalar(high: high, low: units[start + 1])
    guard CharacterTable.kind(of: character) == TextRun.Kind.han.rawValue else {
      return (start + 2, .other)
    }
    return (start + 2, .han)
  }

  /// Behind the combining marks, selectors and joiners that belong to the character before.
  private static func endOfMarks(
    from start: Int, in units: Span<UInt16>, table: Span<UInt8>
  ) -> Int {
    var end = start
    while end < units.count {
      let kind = table[Int(units[end])] & CharacterTable.kindMask
      guard kind >= TextRun.Kind.other.rawValue else { return end }
      if kind == CharacterTable.surrogate {
        guard end + 1 < units.count,
          CharacterTable.extends(scalar(high: units[end], low: units[end + 1]))
        else { return end }
        end += 2
      } else {
        guard CharacterTable.extends(UInt32(units[end])) else { return end }
        end += 1
        // What a joiner joins belongs to the run as well.
        if units[end - 1] == 0x200D, end + 1 < units.count, units[end] & 0xFC00 == 0xD800 {
          end += 2
        }
      }
    }
    return end
  }

  private static func scalar(high: UInt16, low: UInt16) -> UInt32 {
    guard high & 0xFC00 == 0xD800, low & 0xFC00 == 0xDC00 else { return 0xFFFD }
    return 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
  }
}
