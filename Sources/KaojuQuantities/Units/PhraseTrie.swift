/// Finds the longest of many phrases at a place of the text, over UTF-16 code units.
///
/// Reading costs one look-up a character of the match; most places fail at the first.
package struct PhraseTrie: Sendable {
  private var edges: [UInt64: Int32] = [:]
  private var values: [Int32] = [-1]
  private var starts = [UInt64](repeating: 0, count: 1024)

  /// Makes an empty trie.
  package init() {}

  /// The number that each phrase stands for; a phrase added twice keeps its first.
  package mutating func insert(_ phrase: some StringProtocol, value: Int) -> Int? {
    var node = 0
    var isFirst = true
    for unit in phrase.utf16 {
      if isFirst { starts[Int(unit) >> 6] |= 1 << (UInt64(unit) & 63) }
      isFirst = false
      let key = UInt64(node) << 16 | UInt64(unit)
      if let next = edges[key] {
        node = Int(next)
      } else {
        edges[key] = Int32(values.count)
        node = values.count
        values.append(-1)
      }
    }
    if values[node] >= 0 { return Int(values[node]) }
    values[node] = Int32(value)
    return nil
  }

  /// Whether any phrase begins with the character.
  @inline(__always)
  package func begins(with unit: UInt16) -> Bool {
    starts[Int(unit) >> 6] & 1 << (UInt64(unit) & 63) != 0
  }

  /// The longest phrase at `start`, and the number it stands for.
  package func longest(in units: [UInt16], at start: Int) -> (value: Int, end: Int)? {
    guard start < units.count, begins(with: units[start]) else { return nil }
    var best: (Int, Int)?
    walk(units, from: start) { best = ($0, $1) }
    return best
  }

  /// Every phrase at `start`, the shortest first.
  package func walk(
    _ units: [UInt16], from start: Int, _ found: (_ value: Int, _ end: Int) -> Void
  ) {
    var node = 0
    var index = start
    while index < units.count, let next = edges[UInt64(node) << 16 | UInt64(units[index])] {
      node = Int(next)
      index += 1
      if values[node] >= 0 { found(Int(values[node]), index) }
    }
  }
}
