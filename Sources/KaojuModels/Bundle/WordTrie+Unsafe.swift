import CPrefetch
public import KaojuVocabulary

/// Every surface of a dictionary, matched from any place of a text.
///
/// A section holds six counts (surfaces, entries, words of the pair filter, slots of the two hash
/// tables, transitions), then the first transitions by code unit, the filter, the tables and the
/// entries.
/// - A *state* is a node (21 bits) and, above it, a filter of six bits over its children; a node
///   without children has none, so that most walks end without another look at memory. Nodes
///   are numbered from 1; one up to the number of surfaces ends a surface, whose first entry has
///   that number less one.
/// - A *slot* is a state with the transition's key above it: the parent (21 bits) and the code
///   unit (16).
/// - The *pair filter* says of two characters whether any surface begins with them: seldom yes
///   when the answer is no.
/// - Transitions of common words have a small table of their own, and common words come first
///   among the entries, so that ordinary text stays in the processor's cache.
///
/// SAFETY: the pointers lead into `storage`, whose size was checked when the trie was opened.
public struct WordTrie: @unchecked Sendable {
  private static let nodeBits: UInt32 = 21
  private static let nodeMask: UInt32 = 1 << nodeBits - 1
  private static let stateBits: UInt64 = 27
  private static let stateMask: UInt32 = 1 << 27 - 1
  /// The most nodes that a trie can have.
  static let nodeLimit = Int(nodeMask)

  private let storage: BundleStorage
  private let roots: UnsafePointer<UInt32>
  private let pairs: UnsafePointer<UInt64>
  private let hot: UnsafePointer<UInt64>
  private let cold: UnsafePointer<UInt64>
  private let entries: UnsafePointer<WordEntry>
  private let pairMask: Int
  private let hotMask: Int
  private let coldMask: Int
  private let entryCount: Int
  /// The number of different surfaces.
  public let surfaceCount: Int

  /// Opens the trie that lies in a range of a bundle; `nil` when it does not fit.
  init?(storage: BundleStorage, range: Range<Int>) {
    let start = range.lowerBound
    let counts = (0..<6).map { storage.number(at: start + $0 * 8) }
    guard counts.allSatisfy({ $0 < 1 << 28 }), start % 8 == 0, range.upperBound > start,
      range.upperBound <= storage.bytes.count, let base = storage.bytes.baseAddress
    else { return nil }
    let sizes = counts.map { Int($0) }
    let isPower = sizes[2...4].allSatisfy { $0 > 0 && $0 & ($0 - 1) == 0 }
    let rootOffset = start + 48
    let pairOffset = rootOffset + 0x10000 * 4
    let hotOffset = pairOffset + sizes[2] * 8
    let coldOffset = hotOffset + sizes[3] * 8
    let entryOffset = coldOffset + sizes[4] * 8
    let end = entryOffset + sizes[1] * MemoryLayout<WordEntry>.stride
    guard isPower, sizes[0] <= sizes[1], end <= range.upperBound else { return nil }
    self.storage = storage
    self.roots = (base + rootOffset).assumingMemoryBound(to: UInt32.self)
    self.pairs = (base + pairOffset).assumingMemoryBound(to: UInt64.self)
    self.hot = (base + hotOffset).assumingMemoryBound(to: UInt64.self)
    self.cold = (base + coldOffset).assumingMemoryBound(to: UInt64.self)
    self.entries = (base + entryOffset).assumingMemoryBound(to: WordEntry.self)
    self.pairMask = sizes[2] * 64 - 1
    self.hotMask = sizes[3] - 1
    self.coldMask = sizes[4] - 1
    self.surfaceCount = sizes[0]
    self.entryCount = sizes[1]
  }

  /// What a transition is stored under.
  @inline(__always)
  static func key(parent: UInt32, unit: UInt16) -> UInt64 {
    UInt64(unit) << UInt64(nodeBits) | UInt64(parent)
  }

  /// What a transition leads to.
  static func state(node: UInt32, filter: UInt8) -> UInt32 {
    UInt32(filter) << nodeBits | node
  }

  /// The bit of a node's filter that a child's code unit sets.
  @inline(__always)
  static func filterBit(of unit: UInt16) -> UInt8 {
    1 << UInt8(truncatingIfNeeded: (UInt32(unit) &* 0x9E37_79B1) >> 16 % 6)
  }

  /// The bit of the pair filter that a transition's key sets.
  @inline(__always)
  static func pairBit(of key: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0xD6E8_FEB8_6659_FD93) >> 32) & mask
  }

  /// Where a transition is looked for first.
  @inline(__always)
  static func slot(of key: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// Appends the words that begin at `start` in canonical text, shortest first.
  ///
  /// - Parameters:
  ///   - start: The code unit where the words begin.
  ///   - units: The canonical text.
  ///   - words: Where the words are added.
  @inline(__always)
  public func appendMatches(
    at start: Int, in units: UnsafeBufferPointer<UInt16>, to words: inout [KnownWord]
  ) {
    var state = roots[Int(Self.lowercased(units[start]))]
    var end = start + 1
    while state != 0 {
      let node = state & Self.nodeMask
      if Int(node) <= surfaceCount {
        append(surface: Int(node) - 1, TextRange(start, end), in: units, to: &words)
      }
      guard end < units.count else { return }
      let unit = Self.lowercased(units[end])
      guard UInt8(truncatingIfNeeded: state >> Self.nodeBits) & Self.filterBit(of: unit) != 0
      else { return }
      let key = Self.key(parent: node, unit: unit)
      if end == start + 1 {
        let bit = Self.pairBit(of: key, mask: pairMask)
        guard pairs[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { return }
      }
      state = Self.find(key, in: hot, mask: hotMask)
      if state == 0 { state = Self.find(key, in: cold, mask: coldMask) }
      end += 1
    }
  }

  /// How many code units before a walk its memory is asked for.
  public static let lookahead = 6

  /// Asks for the memory of walks that begin soon, since most of their time is spent waiting.
  ///
  /// Walks that begin at `start` get their first transition, those three before it their second,
  /// and those four before it their third.
  @inline(__always)
  public func prefetch(at start: Int, in units: UnsafeBufferPointer<UInt16>) {
    guard start < units.count else { return }
    kaoju_prefetch(roots + Int(Self.lowercased(units[start])))
    guard start >= 3 else { return }
    let state = roots[Int(Self.lowercased(units[start - 3]))]
    guard state != 0 else { return }
    let node = state & Self.nodeMask
    if Int(node) <= surfaceCount { kaoju_prefetch(entries + (Int(node) - 1)) }
    let unit = Self.lowercased(units[start - 2])
    guard UInt8(truncatingIfNeeded: state >> Self.nodeBits) & Self.filterBit(of: unit) != 0
    else { return }
    let key = Self.key(parent: node, unit: unit)
    let bit = Self.pairBit(of: key, mask: pairMask)
    kaoju_prefetch(pairs + (bit >> 6))
    kaoju_prefetch(hot + Self.slot(of: key, mask: hotMask))
    kaoju_prefetch(cold + Self.slot(of: key, mask: coldMask))
    if start >= 4 { prefetchThird(at: start - 4, in: units) }
  }

  /// Asks for the entry and the third transition of a walk whose second transition has come.
  @inline(__always)
  private func prefetchThird(at start: Int, in units: UnsafeBufferPointer<UInt16>) {
    let first = roots[Int(Self.lowercased(units[start]))]
    let unit = Self.lowercased(units[start + 1])
    guard UInt8(truncatingIfNeeded: first >> Self.nodeBits) & Self.filterBit(of: unit) != 0
    else { return }
    let key = Self.key(parent: first & Self.nodeMask, unit: unit)
    let bit = Self.pairBit(of: key, mask: pairMask)
    guard pairs[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { return }
    var state = Self.find(key, in: hot, mask: hotMask)
    if state == 0 { state = Self.find(key, in: cold, mask: coldMask) }
    let node = state & Self.nodeMask
    if node != 0, Int(node) <= surfaceCount { kaoju_prefetch(entries + (Int(node) - 1)) }
    let next = Self.lowercased(units[start + 2])
    guard UInt8(truncatingIfNeeded: state >> Self.nodeBits) & Self.filterBit(of: next) != 0
    else { return }
    let further = Self.key(parent: node, unit: next)
    kaoju_prefetch(hot + Self.slot(of: further, mask: hotMask))
    kaoju_prefetch(cold + Self.slot(of: further, mask: coldMask))
  }

  @inline(__always)
  private static func find(_ key: UInt64, in slots: UnsafePointer<UInt64>, mask: Int) -> UInt32 {
    var slot = Self.slot(of: key, mask: mask)
    while true {
      let found = slots[slot]
      if found >> stateBits == key { return UInt32(truncatingIfNeeded: found) & stateMask }
      if found == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func append(
    surface: Int, _ range: TextRange, in units: UnsafeBufferPointer<UInt16>,
    to words: inout [KnownWord]
  ) {
    guard Self.isLetterBoundary(range, in: units) else { return }
    var entry = entries[surface]
    while true {
      if entry.flags & WordEntry.capitals == 0 || Self.isCapitalized(range, in: units) {
        words.append(
          KnownWord(
            range: range, tag: PartOfSpeech(rawValue: entry.tag), cost: entry.cost,
            origin: KnownWord.Origin(rawValue: entry.origin) ?? .dictionary,
            flags: KnownWord.Flags(rawValue: entry.flags & ~WordEntry.capitals),
            reference: entry.reference))
      }
      guard entry.next != 0, Int(entry.next) < entryCount else { return }
      entry = entries[Int(entry.next)]
    }
  }

  /// Whether no Latin word and no number is cut by the ends of a range.
  @inline(__always)
  private static func isLetterBoundary(
    _ range: TextRange, in units: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    if range.start > 0, isAlphanumeric(units[range.start]),
      isAlphanumeric(units[range.start - 1])
    {
      return false
    }
    if range.end < units.count, isAlphanumeric(units[range.end]),
      isAlphanumeric(units[range.end - 1])
    {
      return false
    }
    return true
  }

  private static func isCapitalized(
    _ range: TextRange, in units: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    !units[range.indices].contains { $0 >= 0x61 && $0 <= 0x7A }
  }

  @inline(__always)
  private static func isAlphanumeric(_ unit: UInt16) -> Bool {
    (unit >= 0x30 && unit <= 0x39) || (unit | 0x20 >= 0x61 && unit | 0x20 <= 0x7A)
  }

  @inline(__always)
  private static func lowercased(_ unit: UInt16) -> UInt16 {
    unit >= 0x41 && unit <= 0x5A ? unit | 0x20 : unit
  }
}
