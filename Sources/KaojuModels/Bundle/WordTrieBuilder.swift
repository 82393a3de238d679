import KaojuVocabulary

/// Gathers surfaces and their entries, and lays them out as a ``WordTrie`` that needs no parsing.
///
/// The trie is a hash table of transitions, because it is made in one pass over unsorted words. As
/// matching is bound by memory, what common words need lies together: their entries come first,
/// and their transitions have a small table of their own.
struct WordTrieBuilder {
  private struct Transition {
    var parent: Int32
    var unit: UInt16
    var child: Int32
  }

  /// How many transitions the table of common words takes.
  private static let hotLimit = 1 << 15
  /// Steps of cost by which words are ordered; a finer order gains nothing.
  private static let stepsPerCost: Float = 16
  private static let stepCount = 512

  private var keys: [UInt64] = []
  private var targets: [Int32] = []
  private var mask = 0
  /// For each node the index of its surface, or -1.
  private var surfaceOfNode: [Int32] = [-1]
  /// For each node a bit for every sixth of the code units of its children.
  private var childFilter: [UInt8] = [0]
  /// For each node the cost of the commonest word that goes through it.
  private var lowestCost: [Float] = [0]
  private var transitions: [Transition] = []
  private var entries: [WordEntry] = []
  private var overflow: [(surface: Int, entry: WordEntry)] = []

  init() { grow(to: 1 << 12) }

  /// Whether a surface had to be left out, because a trie cannot have so many nodes.
  private(set) var isFull = false

  /// Adds an entry under a surface; several entries may share one.
  mutating func add(_ surface: some Collection<UInt16>, _ entry: WordEntry) {
    guard surfaceOfNode.count + surface.count < WordTrie.nodeLimit else {
      isFull = true
      return
    }
    var entry = entry
    var node: Int32 = 0
    var hasSmallLetter = false
    var hasCapital = false
    for unit in surface where unit != 0 {
      var unit = unit
      if unit >= 0x41, unit <= 0x5A {
        hasCapital = true
        unit |= 0x20
      } else if unit >= 0x61, unit <= 0x7A {
        hasSmallLetter = true
      }
      node = child(of: node, unit)
      lowestCost[Int(node)] = min(lowestCost[Int(node)], entry.cost)
    }
    guard node != 0 else { return }
    if hasCapital, !hasSmallLetter { entry.flags |= WordEntry.capitals }
    let surface = surfaceOfNode[Int(node)]
    if surface >= 0 {
      overflow.append((Int(surface), entry))
    } else {
      surfaceOfNode[Int(node)] = Int32(truncatingIfNeeded: entries.count)
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
    childFilter.append(0)
    lowestCost.append(.infinity)
    childFilter[Int(parent)] |= WordTrie.filterBit(of: unit)
    transitions.append(Transition(parent: parent, unit: unit, child: child))
    keys[slot] = key
    targets[slot] = child
    if transitions.count * 2 > mask { grow(to: (mask + 1) * 2) }
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
    let order = surfacesByCost()
    let number = nodeNumbers(order)
    let hotCost = costOfHotTransitions()
    let deep = transitions.filter { $0.parent != 0 }
    let hotCount = deep.count { lowestCost[Int($0.child)] < hotCost }
    let pairCount = deep.count { isRootChild($0.parent) }

    var roots = [UInt32](repeating: 0, count: 0x10000)
    var pairs = [UInt64](repeating: 0, count: Self.powerOfTwo(atLeast: pairCount / 8 + 1))
    var hot = [UInt64](repeating: 0, count: Self.powerOfTwo(atLeast: hotCount * 2 + 1))
    // Seldom asked in vain, so that it may be full by three quarters: a table half as large costs
    // fewer misses of the cache than it costs steps.
    var cold = [UInt64](
      repeating: 0, count: Self.powerOfTwo(atLeast: (deep.count - hotCount) * 4 / 3 + 1))
    for transition in transitions {
      let state = WordTrie.state(
        node: number[Int(transition.child)], filter: childFilter[Int(transition.child)])
      if transition.parent == 0 {
        roots[Int(transition.unit)] = state
        continue
      }
      let key = WordTrie.key(parent: number[Int(transition.parent)], unit: transition.unit)
      if isRootChild(transition.parent) {
        let bit = WordTrie.pairBit(of: key, mask: pairs.count * 64 - 1)
        pairs[bit >> 6] |= 1 << UInt64(bit & 63)
      }
      if lowestCost[Int(transition.child)] < hotCost {
        Self.insert(key, state, into: &hot)
      } else {
        Self.insert(key, state, into: &cold)
      }
    }
    let ordered = orderedEntries(order)
    var writer = SectionWriter()
    writer.append([
      UInt64(entries.count), UInt64(ordered.count), UInt64(pairs.count), UInt64(hot.count),
      UInt64(cold.count), UInt64(transitions.count),
    ])
    writer.append(roots)
    writer.append(pairs)
    writer.append(hot)
    writer.append(cold)
    writer.append(ordered)
    return writer.bytes
  }

  private func isRootChild(_ node: Int32) -> Bool {
    // The first transition into a node is stored at the node's own place.
    transitions[Int(node) - 1].parent == 0
  }

  private static func powerOfTwo(atLeast count: Int) -> Int {
    var size = 16
    while size < count { size *= 2 }
    return size
  }

  private static func insert(_ key: UInt64, _ state: UInt32, into slots: inout [UInt64]) {
    var slot = WordTrie.slot(of: key, mask: slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = key << 27 | UInt64(state)
  }

  private static func step(_ cost: Float) -> Int {
    guard cost > 0 else { return 0 }
    return min(stepCount - 1, Int(min(cost, 1_000) * stepsPerCost))
  }

  /// For each surface its place when the commonest come first.
  private func surfacesByCost() -> [UInt32] {
    var starts = [Int](repeating: 0, count: Self.stepCount + 1)
    for entry in entries { starts[Self.step(entry.cost) + 1] += 1 }
    for step in 1...Self.stepCount { starts[step] += starts[step - 1] }
    return entries.map { entry in
      let step = Self.step(entry.cost)
      starts[step] += 1
      return UInt32(starts[step] - 1)
    }
  }

  /// For each node its number: its surface's place, or one behind all surfaces.
  private func nodeNumbers(_ order: [UInt32]) -> [UInt32] {
    var next = UInt32(entries.count) + 1
    return surfaceOfNode.enumerated().map { node, surface in
      if surface >= 0 { return order[Int(surface)] + 1 }
      if node == 0 { return 0 }
      next += 1
      return next - 1
    }
  }

  /// The cost below which a transition belongs to the table of common words.
  private func costOfHotTransitions() -> Float {
    var counts = [Int](repeating: 0, count: Self.stepCount)
    for transition in transitions where transition.parent != 0 {
      counts[Self.step(lowestCost[Int(transition.child)])] += 1
    }
    var total = 0
    for (step, count) in counts.enumerated() {
      total += count
      if total > Self.hotLimit { return Float(step) / Self.stepsPerCost }
    }
    return .infinity
  }

  /// The entries in their places, each surface's joined: who has the better right comes first.
  private func orderedEntries(_ order: [UInt32]) -> [WordEntry] {
    var further: [Int: [WordEntry]] = [:]
    for (surface, entry) in overflow { further[surface, default: []].append(entry) }
    var ordered = entries
    for (surface, place) in order.enumerated() {
      guard let others = further[surface] else {
        ordered[Int(place)] = entries[surface]
        continue
      }
      let chain = Self.byRight([entries[surface]] + others)
      var last = Int(place)
      ordered[last] = chain[0]
      for entry in chain.dropFirst() {
        ordered[last].next = UInt32(ordered.count)
        last = ordered.count
        ordered.append(entry)
      }
    }
    return ordered
  }

  /// Orders by origin, the strongest first.
  ///
  /// Of one dictionary's entries the first that was added leads, and of the others the latest.
  private static func byRight(_ entries: [WordEntry]) -> [WordEntry] {
    let general = KnownWord.Origin.dictionary.rawValue
    let groups = [
      entries.filter { $0.origin == general }, entries.filter { $0.origin != general },
    ]
    let joined = groups.flatMap { group in group.prefix(1) + group.dropFirst().reversed() }
    return joined.enumerated().sorted { left, right in
      left.element.origin != right.element.origin
        ? left.element.origin > right.element.origin : left.offset < right.offset
    }.map(\.element)
  }
}
