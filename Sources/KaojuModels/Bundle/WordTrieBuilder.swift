import KaojuVocabulary

/// Gathers surfaces and their entries, and lays them out as a ``WordTrie`` that needs no parsing.
///
/// The trie is a hash table of transitions, because it is made in one pass over unsorted words and
/// costs one cache line a step.
struct WordTrieBuilder {
  private var keys: [UInt64] = []
  private var targets: [Int32] = []
  private var mask = 0
  private var used = 0
  /// For each node the index of its surface, or -1.
  private var surfaceOfNode: [Int32] = [-1]
  private var hasChildren: [Bool] = [false]
  private var transitions: [(parent: Int32, unit: UInt16, child: Int32)] = []
  private var surfaceCount = 0
  private var entries: [WordEntry] = []
  private var overflow: [(surface: Int, entry: WordEntry)] = []

  init() { grow(to: 1 << 12) }

  /// Adds an entry under a surface; several entries may share one.
  mutating func add(_ surface: some Sequence<UInt16>, _ entry: WordEntry) {
    var entry = entry
    var node: Int32 = 0
    var hasSmallLetter = false
    var hasCapital = false
    for unit in surface {
      var unit = unit
      if unit >= 0x41, unit <= 0x5A {
        hasCapital = true
        unit |= 0x20
      } else if unit >= 0x61, unit <= 0x7A {
        hasSmallLetter = true
      }
      node = child(of: node, unit)
    }
    guard node != 0 else { return }
    if hasCapital, !hasSmallLetter { entry.flags |= WordEntry.capitals }
    let surface = surfaceOfNode[Int(node)]
    if surface >= 0 {
      overflow.append((Int(surface), entry))
    } else {
      surfaceOfNode[Int(node)] = Int32(truncatingIfNeeded: surfaceCount)
      surfaceCount += 1
      entries.append(entry)
    }
  }

  private mutating func child(of parent: Int32, _ unit: UInt16) -> Int32 {
    let key = UInt64(UInt32(bitPattern: parent)) << 16 | UInt64(unit)
    var slot = hash(key)
    while targets[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    let child = Int32(truncatingIfNeeded: surfaceOfNode.count)
    surfaceOfNode.append(-1)
    hasChildren.append(false)
    hasChildren[Int(parent)] = true
    transitions.append((parent, unit, child))
    keys[slot] = key
    targets[slot] = child
    used += 1
    if used * 2 > mask { grow(to: (mask + 1) * 2) }
    return child
  }

  private func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  private mutating func grow(to size: Int) {
    let oldKeys = keys
    let oldTargets = targets
    keys = [UInt64](repeating: 0, count: size)
    targets = [Int32](repeating: 0, count: size)
    mask = size - 1
    for (index, target) in oldTargets.enumerated() where target != 0 {
      var slot = hash(oldKeys[index])
      while targets[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[index]
      targets[slot] = target
    }
  }

  /// The trie's section: see ``WordTrie`` for the layout.
  func bytes() -> [UInt8] {
    // Nodes that end a surface come first, so that a node's number is its surface's.
    var number = [UInt32](repeating: 0, count: surfaceOfNode.count)
    var next = UInt32(surfaceCount)
    for (node, surface) in surfaceOfNode.enumerated() where node > 0 {
      if surface >= 0 {
        number[node] = UInt32(surface)
      } else {
        number[node] = next
        next += 1
      }
    }
    let slotCount = max(16, transitions.count * 2)
    var roots = [UInt32](repeating: WordTrie.none, count: 0x10000)
    var slots = [UInt64](repeating: 0, count: slotCount)
    for (parent, unit, child) in transitions {
      let leaf: UInt32 = hasChildren[Int(child)] ? 0 : 1
      if parent == 0 {
        roots[Int(unit)] = number[Int(child)] | leaf << 23
        continue
      }
      let key = WordTrie.key(parent: number[Int(parent)], unit: unit)
      var slot = WordTrie.slot(of: key, among: UInt64(slotCount))
      while slots[slot] != 0 { slot = slot + 1 == slotCount ? 0 : slot + 1 }
      slots[slot] = key << 24 | UInt64(leaf) << 23 | UInt64(number[Int(child)])
    }
    var entries = entries
    for (surface, entry) in overflow {
      var entry = entry
      entry.next = entries[surface].next
      entries[surface].next = UInt32(entries.count)
      entries.append(entry)
    }
    var writer = SectionWriter()
    writer.append([
      UInt64(slotCount), UInt64(surfaceCount), UInt64(entries.count), UInt64(transitions.count),
    ])
    writer.append(roots)
    writer.append(slots)
    writer.append(entries)
    return writer.bytes
  }
}
