/// A set of phrases, each with a number, walked over UTF-16 code units.
///
/// With 今年 and 今年以来 in it, the longest phrase at the start of 今年以来全市 is the second. Edges
/// lie in one hash table with open addressing, keyed by node and code unit: a step is one multiply
/// and, nearly always, one line of cache. Most places of a text fail at ``begins(with:)``.
/// - Complexity: adding and walking are linear in the phrase.
@frozen
public struct PhraseTrie: Sendable {
  /// An edge of the trie: from a node over a code unit to the next node.
  @frozen
  @usableFromInline
  struct Edge: Sendable {
    /// The node plus one and the code unit; 0 where no edge is.
    @usableFromInline var key: UInt64
    @usableFromInline var next: Int32

    @inlinable
    init(key: UInt64, next: Int32) {
      self.key = key
      self.next = next
    }
  }

  @usableFromInline var edges: [Edge]
  @usableFromInline var values: [Int32]
  @usableFromInline var starts: [UInt64]
  @usableFromInline var shift: UInt64

  /// The node where every walk begins.
  @inlinable public static var root: Int32 { 0 }

  /// Makes an empty trie.
  public init() {
    edges = Array(repeating: Edge(key: 0, next: 0), count: 16)
    values = [-1]
    starts = []
    shift = 60
  }

  /// Makes an empty trie with room for a number of code units.
  public init(minimumCapacity: Int) {
    var bits: UInt64 = 4
    while 1 << bits < minimumCapacity * 2 { bits += 1 }
    edges = Array(repeating: Edge(key: 0, next: 0), count: 1 << Int(bits))
    values = [-1]
    values.reserveCapacity(minimumCapacity)
    starts = []
    shift = 64 - bits
  }

  /// Whether no phrase has been added.
  @inlinable public var isEmpty: Bool { values.count == 1 }

  /// Adds a phrase; one that is there keeps its first number, which is given back.
  @discardableResult
  public mutating func insert(_ phrase: some Sequence<UInt16>, value: Int32) -> Int32? {
    insert(Array(phrase)[...], value: value)
  }

  /// Adds a phrase; one that is there keeps its first number, which is given back.
  @discardableResult
  public mutating func insert(_ phrase: ArraySlice<UInt16>, value: Int32) -> Int32? {
    guard let first = phrase.first else { return nil }
    if starts.isEmpty { starts = Array(repeating: 0, count: 1024) }
    starts[Int(first) >> 6] |= 1 << (UInt64(first) & 63)
    var node = Self.root
    for unit in phrase {
      if let next = step(from: node, by: unit) {
        node = next
      } else {
        let next = Int32(truncatingIfNeeded: values.count)
        values.append(-1)
        if values.count * 2 > edges.count { grow() }
        place(Edge(key: Self.key(node, unit), next: next))
        node = next
      }
    }
    if values[Int(node)] >= 0 { return values[Int(node)] }
    values[Int(node)] = value
    return nil
  }

  /// Adds a phrase given as a string.
  @discardableResult
  public mutating func insert(_ phrase: some StringProtocol, value: Int) -> Int? {
    insert(phrase.utf16, value: Int32(truncatingIfNeeded: value)).map(Int.init)
  }

  /// Whether any phrase begins with the code unit.
  @inlinable
  public func begins(with unit: UInt16) -> Bool {
    !starts.isEmpty && starts[Int(unit) >> 6] & 1 << (UInt64(unit) & 63) != 0
  }

  /// The first code units of all phrases, in order.
  public var firstUnits: [UInt16] {
    starts.isEmpty ? [] : (0...UInt16.max).filter { begins(with: $0) }
  }

  /// The node one code unit further, or `nil` when no phrase goes on so.
  @inlinable
  public func step(from node: Int32, by unit: UInt16) -> Int32? {
    let key = Self.key(node, unit)
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while true {
      let edge = edges[slot]
      if edge.key == key { return edge.next }
      if edge.key == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// The number of the phrase that ends at a node, or -1.
  @inlinable
  public func value(at node: Int32) -> Int32 { values[Int(node)] }

  /// The number of a whole phrase, or -1.
  @inlinable
  public func value(of phrase: some Sequence<UInt16>) -> Int32 {
    var node = Self.root
    for unit in phrase {
      guard let next = step(from: node, by: unit) else { return -1 }
      node = next
    }
    return value(at: node)
  }

  /// The longest phrase at `start`, and the number it stands for.
  @inlinable
  public func longest(in units: [UInt16], at start: Int) -> (value: Int, end: Int)? {
    var best: (value: Int, end: Int)?
    walk(units, from: start) { best = ($0, $1) }
    return best
  }

  /// Every phrase at `start`, the shortest first.
  @inlinable
  public func walk(
    _ units: [UInt16], from start: Int, _ found: (_ value: Int, _ end: Int) -> Void
  ) {
    guard start >= 0, start < units.count, begins(with: units[start]) else { return }
    var node = Self.root
    var index = start
    while index < units.count, let next = step(from: node, by: units[index]) {
      node = next
      index += 1
      let value = values[Int(node)]
      if value >= 0 { found(Int(value), index) }
    }
  }

  @inlinable
  static func key(_ node: Int32, _ unit: UInt16) -> UInt64 {
    (UInt64(UInt32(bitPattern: node)) &+ 1) << 16 | UInt64(unit)
  }

  private mutating func place(_ edge: Edge) {
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: (edge.key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while edges[slot].key != 0 { slot = (slot + 1) & mask }
    edges[slot] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: Edge(key: 0, next: 0), count: old.count * 2)
    shift -= 1
    for edge in old where edge.key != 0 { place(edge) }
  }
}
