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
    var found: (value: Int32, start: Int)?
    names.walkBack(units, from: end, to: start) { value, at in
      if found == nil || !stopAtFirst { found = (Int32(truncatingIfNeeded: value), at) }
    }
    return found
  }
}
