import KaojuVocabulary

/// Finds the longest and the shortest of many names that ends at a place, in one walk leftwards.
struct SuffixIndex: Sendable {
  /// The names, spelt backwards.
  private var names = PhraseTrie()

  /// The value of a name that is already there.
  func value(of name: [UInt16]) -> Int32? {
    let value = names.value(of: Array(name.reversed())[...])
    return value < 0 ? nil : value
  }

  /// Adds a name that is not yet there.
  mutating func insert(_ name: [UInt16], value: Int32) {
    names.insert(name.reversed(), value: value)
  }

  /// The longest name that ends at `end`, or the shortest when `stopAtFirst`.
  func find(
    endingAt end: Int, from start: Int, in units: [UInt16], stopAtFirst: Bool
  ) -> (value: Int32, start: Int)? {
    guard end > start, names.begins(before: end, in: units) else { return nil }
    var node = PhraseTrie.root
    var found: (value: Int32, start: Int)?
    var at = end
    while at > start, let next = names.step(from: node, by: units[at - 1]) {
      node = next
      at -= 1
      let value = names.value(at: node)
      guard value >= 0 else { continue }
      found = (value, at)
      if stopAtFirst { break }
    }
    return found
  }
}
