import KaojuVocabulary

/// Finds the longest known surface at a place of the text, and what it stands for.
///
/// With 今年 and 今年以来 in the table, 今年以来 at offset 0 gives the second and its end.
struct TermTrie<Payload: Sendable>: Sendable {
  private var phrases = PhraseTrie()
  private var payloads: [Payload] = []
  /// The first one or two characters of each surface.
  private(set) var leads: [(first: UInt16, second: UInt16?)] = []

  /// Adds a surface; a surface that is there already keeps its first payload.
  ///
  /// - Returns: Whether the surface is new.
  @discardableResult
  mutating func insert(_ surface: some StringProtocol, _ payload: Payload) -> Bool {
    guard phrases.insert(surface, value: payloads.count) == nil else { return false }
    payloads.append(payload)
    let lead = Array(surface.utf16.prefix(2))
    if let first = lead.first { leads.append((first, lead.count > 1 ? lead[1] : nil)) }
    return true
  }

  /// The longest surface that starts at `start`.
  func longest(in units: [UInt16], at start: Int) -> (payload: Payload, end: Int)? {
    guard start >= 0, let (value, end) = phrases.longest(in: units, at: start) else { return nil }
    return (payloads[value], end)
  }

  /// Every surface that starts at `start`, the shorter first.
  func all(in units: [UInt16], at start: Int) -> [(payload: Payload, end: Int)] {
    guard start >= 0, start < units.count, phrases.begins(at: start, in: units) else { return [] }
    var found: [(Payload, Int)] = []
    phrases.walk(units, from: start) { found.append((payloads[$0], $1)) }
    return found
  }
}
