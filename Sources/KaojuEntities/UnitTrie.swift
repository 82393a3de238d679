/// A set of UTF-16 strings, each with a number, walked one code unit at a time.
struct UnitTrie: Sendable {
  /// The node where every walk begins.
  static let root: Int32 = 0

  private var children: [UInt64: Int32] = [:]
  private var values: [Int32] = [-1]
  /// Whether no string has been added.
  var isEmpty: Bool { values.count == 1 }

  /// Adds a string; the first number given to a string stays.
  mutating func insert(_ string: some Sequence<UInt16>, value: Int32) {
    var node = Self.root
    for unit in string {
      let key = UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
      if let next = children[key] {
        node = next
      } else {
        let next = Int32(truncatingIfNeeded: values.count)
        children[key] = next
        values.append(-1)
        node = next
      }
    }
    if node != Self.root, values[Int(node)] < 0 { values[Int(node)] = value }
  }

  /// The node one code unit further, or `nil` when no string goes on so.
  @inline(__always)
  func step(from node: Int32, by unit: UInt16) -> Int32? {
    children[UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)]
  }

  /// The number of the string that ends at a node, or -1.
  @inline(__always)
  func value(at node: Int32) -> Int32 { values[Int(node)] }

  /// The number of a whole string, or -1.
  func value(of units: ArraySlice<UInt16>) -> Int32 {
    var node = Self.root
    for unit in units {
      guard let next = step(from: node, by: unit) else { return -1 }
      node = next
    }
    return value(at: node)
  }
}
