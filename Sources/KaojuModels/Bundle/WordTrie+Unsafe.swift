public import KaojuVocabulary

/// Every surface of a dictionary, matched from any place of a text.
///
/// A section holds four counts (slots, surfaces, entries, transitions), the first transitions by
/// code unit, the others in a hash table of eight-byte slots, and the entries. A slot is, from its
/// low bits: the child (23), whether the child is a leaf (1), the parent (23), the code unit (16),
/// and a bit that says that the slot is taken. A node below the number of surfaces ends a surface,
/// and its number is that of its first entry.
///
/// SAFETY: the pointers lead into `storage`, whose size was checked when the trie was opened.
public struct WordTrie: @unchecked Sendable {
  /// The root transition that is not there.
  static let none: UInt32 = 0xFFFF_FFFF

  private let storage: BundleStorage
  private let roots: UnsafePointer<UInt32>
  private let slots: UnsafePointer<UInt64>
  private let entries: UnsafePointer<WordEntry>
  private let slotCount: UInt64
  private let entryCount: Int
  /// The number of different surfaces.
  public let surfaceCount: Int

  /// Opens the trie that lies in a range of a bundle; `nil` when it does not fit.
  init?(storage: BundleStorage, range: Range<Int>) {
    let start = range.lowerBound
    let slotCount = storage.number(at: start)
    let surfaceCount = storage.number(at: start + 8)
    let entryCount = storage.number(at: start + 16)
    guard slotCount > 0, slotCount < 1 << 28, surfaceCount < 1 << 23, entryCount < 1 << 24,
      surfaceCount <= entryCount
    else { return nil }
    let rootOffset = start + 32
    let slotOffset = rootOffset + 0x10000 * 4
    let entryOffset = slotOffset + Int(slotCount) * 8
    let end = entryOffset + Int(entryCount) * MemoryLayout<WordEntry>.stride
    guard end <= range.upperBound, range.upperBound <= storage.bytes.count,
      start % 8 == 0, let base = storage.bytes.baseAddress
    else { return nil }
    self.storage = storage
    self.roots = (base + rootOffset).assumingMemoryBound(to: UInt32.self)
    self.slots = (base + slotOffset).assumingMemoryBound(to: UInt64.self)
    self.entries = (base + entryOffset).assumingMemoryBound(to: WordEntry.self)
    self.slotCount = slotCount
    self.surfaceCount = Int(surfaceCount)
    self.entryCount = Int(entryCount)
  }

  /// What a transition is stored under.
  @inline(__always)
  static func key(parent: UInt32, unit: UInt16) -> UInt64 {
    1 << 39 | UInt64(unit) << 23 | UInt64(parent)
  }

  /// Where a transition is looked for first.
  @inline(__always)
  static func slot(of key: UInt64, among count: UInt64) -> Int {
    let mixed = (key &* 0x9E37_79B9_7F4A_7C15) >> 32
    return Int(truncatingIfNeeded: (mixed &* count) >> 32)
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
    guard state != Self.none else { return }
    var end = start + 1
    while true {
      let node = state & 0x7F_FFFF
      if Int(node) < surfaceCount {
        append(surface: Int(node), TextRange(start, end), in: units, to: &words)
      }
      guard state & 1 << 23 == 0, end < units.count else { return }
      let key = Self.key(parent: node, unit: Self.lowercased(units[end]))
      var slot = Self.slot(of: key, among: slotCount)
      var found = slots[slot]
      while found >> 24 != key {
        if found == 0 { return }
        slot = slot + 1 == Int(slotCount) ? 0 : slot + 1
        found = slots[slot]
      }
      state = UInt32(truncatingIfNeeded: found & 0xFF_FFFF)
      end += 1
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
