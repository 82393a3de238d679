/// A document's text as the rooms read it, with the way back to the text as it was published.
///
/// Two buffers of equal length stand side by side:
/// ``printed`` holds the characters of the article with layout breaks taken out (诞⏎⏎生 → 诞生);
/// ``units`` holds the same characters folded for matching: full width to ASCII (，→ `,` and
/// ５Ｇ → `5G`), U+3000 to a space, Traditional to Simplified. Rules see `units`; what a user
/// reads comes from `printed`.
public struct CanonicalText: Sendable {
  /// The folded UTF-16 code units that every room matches on.
  public let units: [UInt16]
  /// The same code units as printed; one for one with ``units``.
  public let printed: [UInt16]
  /// Leads from an offset here to a code point of the contract's text.
  public let offsets: OffsetMap

  /// Joins the two buffers and their map.
  ///
  /// - Precondition: `units` and `printed` have the same length.
  public init(units: [UInt16], printed: [UInt16], offsets: OffsetMap) {
    precondition(units.count == printed.count)
    self.units = units
    self.printed = printed
    self.offsets = offsets
  }

  /// Makes a text that needs no repair and no folding, as tests and phrases do.
  public init(_ string: String) {
    let units = Array(string.utf16)
    self.init(units: units, printed: units, offsets: OffsetMap(identityOver: units))
  }

  /// Whether a blank parts two Chinese words, as the clauses of a headline are parted.
  ///
  /// So it does in 召开会议 讨论工作, but not in 液 晶 面 板, where every character is set apart.
  public func hasBlank(between left: TextRange, and right: TextRange) -> Bool {
    guard left.end < right.start, left.count > 1 || right.count > 1, !left.isEmpty else {
      return false
    }
    return Self.han.contains(units[left.end - 1]) && Self.han.contains(units[right.start])
  }

  private static let han: ClosedRange<UInt16> = 0x4E00...0x9FFF

  /// The number of UTF-16 code units.
  public var count: Int { units.count }
}
