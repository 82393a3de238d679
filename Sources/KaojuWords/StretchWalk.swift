import KaojuVocabulary

/// Walks a text from fixed token to punctuation mark, and hands out what lies between.
struct StretchWalk {
  /// What comes next.
  enum Step {
    /// A token that needs no dictionary.
    case token(Token)
    /// Characters for the lattice, and the index of the run in which they begin.
    case stretch(TextRange, firstRun: Int)
  }

  /// The longest stretch, so that the lattice needs little memory whatever the text.
  private static let longestStretch: Int32 = 2_048

  private let units: [UInt16]
  private let runs: [TextRun]
  private let fixed: [Token]
  private var position: Int32 = 0
  private var run = 0
  private var nextFixed = 0

  init(units: [UInt16], runs: [TextRun], fixed: [Token]) {
    self.units = units
    self.runs = runs
    self.fixed = fixed
  }

  /// The next step; `nil` at the end of the text.
  mutating func next() -> Step? {
    while true {
      if nextFixed < fixed.count, fixed[nextFixed].range.lowerBound <= position {
        let token = fixed[nextFixed]
        nextFixed += 1
        position = token.range.upperBound
        return .token(token)
      }
      while run < runs.count, runs[run].range.upperBound <= position { run += 1 }
      guard run < runs.count else { return nil }
      let limit = nextFixed < fixed.count ? fixed[nextFixed].range.lowerBound : Int32.max
      let end = min(runs[run].range.upperBound, limit)
      switch runs[run].kind {
      case .space:
        position = end
      case .punctuation where !joins(runs[run]):
        let range = TextRange(position, end)
        position = end
        return .token(Token(range: range, tag: .punctuation, origin: .rules))
      default:
        return stretch(limit: limit)
      }
    }
  }

  private mutating func stretch(limit: Int32) -> Step {
    let start = position
    let first = run
    let limit = min(limit, start + Self.longestStretch)
    var index = run
    while index < runs.count, runs[index].range.lowerBound < limit {
      if runs[index].kind == .space || (runs[index].kind == .punctuation && !joins(runs[index])) {
        break
      }
      index += 1
    }
    var end = min(runs[index - 1].range.upperBound, limit)
    if end > start + 1, end == start + Self.longestStretch, units[Int(end)] & 0xFC00 == 0xDC00 {
      end -= 1
    }
    position = end
    return .stretch(TextRange(start, end), firstRun: first)
  }

  /// Whether a punctuation mark may stand inside a name (· and the brackets and dashes of names).
  private func joins(_ run: TextRun) -> Bool {
    switch units[run.range.start] {
    case 0xB7, 0x28, 0x29, 0x2D, 0x26, 0x2F, 0x2B, 0x30FB: true
    default: false
    }
  }
}
