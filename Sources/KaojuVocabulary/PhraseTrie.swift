/// A set of phrases, each with a number, walked over UTF-16 code units.
///
/// With 今年 and 今年以来 in it, the longest phrase at the start of 今年以来全市 is the second. Edges
/// lie in one hash table with open addressing, keyed by node and code unit: a step is one multiply
/// and, nearly always, one line of cache. Most places of a text fail at ``begins(with:_:)``, which
/// asks small filters that stay in the processor's cache.
/// - Complexity: adding and walking are linear in the phrase.
@frozen
public struct PhraseTrie: Sendable {
  /// Edges: the node plus one (24 bits), the code unit (16), the next node (24); 0 where none is.
  @usableFromInline var edges: [UInt64]
  @usableFromInline var values: [Int32]
  /// A bit for each code unit that a phrase begins with.
  @usableFromInline var starts: [UInt64]
  /// A bit for the hash of each pair that a phrase begins with; 0 stands behind one code unit.
  @usableFromInline var pairs: [UInt64]
  @usableFromInline var shift: UInt64
  private var pairCount = 0

  /// The node where every walk begins.
  @inlinable public static var root: Int32 { 0 }

  /// The most nodes that a trie can have.
  private static let nodeLimit = 1 << 24 - 1

  /// Makes an empty trie.
  public init() { self.init(minimumCapacity: 8) }

  /// Makes an empty trie with room for a number of code units.
  public init(minimumCapacity: Int) {
    var bits: UInt64 = 4
    while 1 << bits < minimumCapacity * 2 { bits += 1 }
    edges = Array(repeating: 0, count: 1 << Int(bits))
    values = [-1]
    values.reserveCapacity(minimumCapacity)
    starts = []
    pairs = []
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
    guard let first = phrase.first, values.count + phrase.count < Self.nodeLimit else {
      return nil
    }
    if starts.isEmpty {
      starts = Array(repeating: 0, count: 1024)
      pairs = Array(repeating: 0, count: 16)
    }
    starts[Int(first) >> 6] |= 1 << (UInt64(first) & 63)
    var node = Self.root
    for unit in phrase {
      if let next = step(from: node, by: unit) {
        node = next
      } else {
        let next = Int32(truncatingIfNeeded: values.count)
        values.append(-1)
        if values.count * 2 > edges.count { grow() }
        place(Self.key(node, unit) << 24 | UInt64(next))
        node = next
      }
    }
    addPair(first, phrase.count > 1 ? phrase[phrase.startIndex + 1] : 0)
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
  @inline(__always)
  public func begins(with unit: UInt16) -> Bool {
    !starts.isEmpty && starts[Int(unit) >> 6] & 1 << (UInt64(unit) & 63) != 0
  }

  /// Whether a phrase may begin with the first code unit alone, or with both; seldom yes in vain.
  @inlinable
  @inline(__always)
  public func begins(with first: UInt16, _ second: UInt16) -> Bool {
    begins(with: first) && (hasPair(first, second) || hasPair(first, 0))
  }

  /// Whether a phrase may begin at a place of a text.
  @inlinable
  @inline(__always)
  public func begins(at start: Int, in units: [UInt16]) -> Bool {
    begins(with: units[start], start + 1 < units.count ? units[start + 1] : 0)
  }

  /// Whether a phrase that is spelt backwards may end right before a place of a text.
  @inlinable
  @inline(__always)
  public func begins(before end: Int, in units: [UInt16]) -> Bool {
    begins(with: units[end - 1], end > 1 ? units[end - 2] : 0)
  }

  /// The node one code unit further, or `nil` when no phrase goes on so.
  @inlinable
  @inline(__always)
  public func step(from node: Int32, by unit: UInt16) -> Int32? {
    let key = Self.key(node, unit)
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while true {
      let edge = edges[slot]
      if edge >> 24 == key { return Int32(truncatingIfNeeded: edge & 0xFF_FFFF) }
      if edge == 0 { return nil }
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

  /// The number of a whole phrase, or -1.
  @inlinable
  public func value(of phrase: ArraySlice<UInt16>) -> Int32 {
    guard let first = phrase.first, begins(with: first),
      hasPair(first, phrase.count > 1 ? phrase[phrase.startIndex + 1] : 0)
    else { return -1 }
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
  ///
  /// Always inlined, since a closure that is passed on copies what it uses of its table.
  @inlinable
  @inline(__always)
  public func walk(
    _ units: [UInt16], from start: Int, _ found: (_ value: Int, _ end: Int) -> Void
  ) {
    walk(units, from: start, to: units.count, found)
  }

  /// Every phrase at `start` that ends by `limit`, the shortest first.
  @inlinable
  @inline(__always)
  public func walk(
    _ units: [UInt16], from start: Int, to limit: Int,
    _ found: (_ value: Int, _ end: Int) -> Void
  ) {
    guard start >= 0, start < limit, begins(at: start, in: units) else { return }
    var node = Self.root
    var index = start
    while index < limit, let next = step(from: node, by: units[index]) {
      node = next
      index += 1
      let value = values[Int(node)]
      if value >= 0 { found(Int(value), index) }
    }
  }

  /// Every phrase, spelt backwards in the trie, that ends right before `end` and begins no earlier
  /// than `start`, the shortest first.
  @inlinable
  @inline(__always)
  public func walkBack(
    _ units: [UInt16], from end: Int, to start: Int,
    _ found: (_ value: Int, _ start: Int) -> Void
  ) {
    guard end > start, start >= 0, begins(before: end, in: units) else { return }
    var node = Self.root
    var index = end
    while index > start, let next = step(from: node, by: units[index - 1]) {
      node = next
      index -= 1
      let value = values[Int(node)]
      if value >= 0 { found(Int(value), index) }
    }
  }

  @inlinable
  @inline(__always)
  func hasPair(_ first: UInt16, _ second: UInt16) -> Bool {
    let bit = Self.pairHash(first, second) & (pairs.count << 6 - 1)
    return pairs[bit >> 6] & 1 << UInt64(bit & 63) != 0
  }

  @inlinable
  @inline(__always)
  static func pairHash(_ first: UInt16, _ second: UInt16) -> Int {
    Int(truncatingIfNeeded: ((UInt64(first) << 16 | UInt64(second)) &* 0xD6E8_FEB8_6659_FD93) >> 40)
  }

  @inlinable
  static func key(_ node: Int32, _ unit: UInt16) -> UInt64 {
    (UInt64(UInt32(bitPattern: node)) &+ 1) << 16 | UInt64(unit)
  }

  /// Sets a pair's bit; the filter grows with the pairs, to at most 2^24 bits.
  private mutating func addPair(_ first: UInt16, _ second: UInt16) {
    guard !hasPair(first, second) else { return }
    pairCount += 1
    if pairCount * 8 > pairs.count << 6, pairs.count < 1 << 18 {
      let known = allPairs()
      pairs = Array(repeating: 0, count: pairs.count * 4)
      for (first, second) in known { setBit(first, second) }
    }
    setBit(first, second)
  }

  private mutating func setBit(_ first: UInt16, _ second: UInt16) {
    let bit = Self.pairHash(first, second) & (pairs.count << 6 - 1)
    pairs[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Every pair that a phrase begins with, from the edges.
  private func allPairs() -> [(UInt16, UInt16)] {
    var firsts: [Int32: UInt16] = [:]
    var result: [(UInt16, UInt16)] = []
    for edge in edges where edge != 0 && edge >> 40 == 1 {
      let unit = UInt16(truncatingIfNeeded: edge >> 24)
      let node = Int32(truncatingIfNeeded: edge & 0xFF_FFFF)
      firsts[node] = unit
      if values[Int(node)] >= 0 { result.append((unit, 0)) }
    }
    for edge in edges where edge >> 40 > 1 {
      if let first = firsts[Int32(truncatingIfNeeded: edge >> 40) - 1] {
        result.append((first, UInt16(truncatingIfNeeded: edge >> 24)))
      }
    }
    return result
  }

  private mutating func place(_ edge: UInt64) {
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: (edge >> 24 &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while edges[slot] != 0 { slot = (slot + 1) & mask }
    edges[slot] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: 0, count: old.count * 2)
    shift -= 1
    for edge in old where edge != 0 { place(edge) }
  }
}
