package import KaojuVocabulary

/// The items of one sentence, or of a piece of one that is too long.
///
/// Positions are item indices: position `i` stands before item `i`, position `items.count` at the
/// end.
package struct PatternInput: Sendable {
  /// The document's text.
  package let text: CanonicalText
  /// What the items cover.
  package let range: TextRange
  /// The index of the sentence in the document.
  package let sentence: Int
  /// The items in order.
  package let items: [PatternItem]
  /// The brackets, in order: the positions of the opening and of the closing one.
  package let brackets: [(open: Int32, close: Int32)]
  /// Whether a clause ends inside a bracket or quotation, so that one step may walk over it.
  package let hasClauseInBracket: Bool

  /// A sentence with more items than this is cut at a clause mark.
  package static let maximumItems = 400
  /// A bracket that closes no sooner than this is left open.
  package static let maximumBracket = 40

  /// Takes items that are already made.
  package init(text: CanonicalText, range: TextRange, sentence: Int, items: [PatternItem]) {
    self.text = text
    self.range = range
    self.sentence = sentence
    self.items = items
    var brackets: [(open: Int32, close: Int32)] = []
    var hasClause = false
    var open = -1
    var quoted: Int32 = -1
    for (index, item) in items.enumerated() {
      if item.mark == .quote {
        switch text.units[item.range.start] {
        case 0x201C, 0x2018, 0x300A, 0x300C: quoted = item.clause
        default: hasClause = hasClause || quoted != item.clause
        }
      } else if item.mark == .open {
        open = index
      } else if item.mark == .close, open >= 0 {
        if index - open < Self.maximumBracket {
          brackets.append(
            (Int32(truncatingIfNeeded: open), Int32(truncatingIfNeeded: index)))
          hasClause = hasClause || items[open].clause != item.clause
        }
        open = -1
      }
    }
    self.brackets = brackets
    self.hasClauseInBracket = hasClause
  }

  /// The position behind the bracket that opens at a position.
  package func bracketEnd(openingAt position: Int) -> Int? {
    brackets.first { Int($0.open) == position }.map { Int($0.close) + 1 }
  }

  /// The position of the bracket that closes at a position.
  package func bracketStart(closingAt position: Int) -> Int? {
    brackets.first { Int($0.close) == position }.map { Int($0.open) }
  }

  /// The folded text of items, for messages and tests; not for hot loops.
  package func folded(_ positions: Range<Int>) -> String {
    text.folded(textRange(positions))
  }

  /// Where the items from one position to another stand.
  package func textRange(_ positions: Range<Int>) -> TextRange {
    guard !positions.isEmpty else {
      let at =
        positions.lowerBound < items.count
        ? items[positions.lowerBound].range.lowerBound : range.upperBound
      return TextRange(at, at)
    }
    return TextRange(
      items[positions.lowerBound].range.lowerBound,
      items[positions.upperBound - 1].range.upperBound)
  }

  /// Whether a clause begins at a position.
  package func isClauseStart(_ position: Int) -> Bool {
    position == 0 || items[position - 1].mark == .clause
  }

  /// Whether a clause ends at a position.
  package func isClauseEnd(_ position: Int) -> Bool {
    position == items.count || items[position].mark == .clause
  }

  /// Whether an item is exactly one character.
  package func isCharacter(_ unit: UInt16, at position: Int) -> Bool {
    let range = items[position].range
    return range.count == 1 && text.units[range.start] == unit
  }
}
