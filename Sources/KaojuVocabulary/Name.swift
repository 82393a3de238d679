import Synchronization

/// A name that many values carry, kept once: four bytes instead of a counted string.
///
/// Comparing and copying one costs what an integer costs; its text is looked up where it is
/// printed. Names are never forgotten, so that only open sets of bounded size are kept so (kinds,
/// units, rules, indicators), and no ids that articles make.
@frozen
public struct Name: Hashable, Sendable {
  /// The name's number in this process, from 0 and without gaps.
  public let index: UInt32

  /// One of the names that constants stand for.
  @inlinable
  init(known index: UInt32) { self.index = index }

  /// The name with a text.
  public init(_ text: String) { index = Self.table.withLock { $0.index(of: text) } }

  /// The text itself.
  public var text: String { Self.table.withLock { $0.texts[Int(index)] } }

  private struct Table: Sendable {
    var texts = Name.known
    var indices: [String: UInt32] = [:]

    init() {
      for (index, text) in texts.enumerated() { indices[text] = UInt32(index) }
    }

    mutating func index(of text: String) -> UInt32 {
      if let known = indices[text] { return known }
      let index = UInt32(truncatingIfNeeded: texts.count)
      texts.append(text)
      indices[text] = index
      return index
    }
  }

  private static let table = Mutex(Table())

  /// The texts of the names that have constants; a constant's number is its place here.
  private static let known = [
    "1", "money", "count", "ratio", "ratio_difference", "multiple", "ordinal", "number", "time",
    "zone", "firm", "lab", "university", "government", "organization", "place", "person",
    "product", "policy", "occasion", "temperature", "length", "area", "mass", "speed", "doublings",
    "s", "mo", "a", "km/h",
  ]
}
