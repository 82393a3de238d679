import KaojuVocabulary

/// Every word that a rule or a word class names, in one trie, so that a sentence looks each up once.
///
/// A *word set* is what one element of a pattern accepts: the words of its classes, or one literal.
package struct WordIndex: Sendable {
  /// The words; a word's id is its index.
  package private(set) var words: [String] = []
  /// For each word the sets that hold it.
  private(set) var setsOfWord: [[Int32]] = []
  private(set) var setCount = 0
  private var idOfWord: [String: Int32] = [:]
  private var setOfKey: [String: Int32] = [:]
  private var members: [Set<Int32>] = []

  private var rootOf: [UInt16] = []
  private var edges: [UInt64: Int32] = [:]
  private var wordAt: [Int32] = [-1]

  /// Starts empty.
  init() { rootOf = [UInt16](repeating: 0, count: 65_536) }

  /// The id of a word, added when new.
  mutating func intern(_ word: String) -> Int32 {
    if let known = idOfWord[word] { return known }
    let id = Int32(truncatingIfNeeded: words.count)
    words.append(word)
    setsOfWord.append([])
    idOfWord[word] = id
    insert(word, id: id)
    return id
  }

  /// The set under a name (`[link]`, `占`) with these words, added when new.
  mutating func set(named key: String, words: some Sequence<String>) -> Int32 {
    if let known = setOfKey[key] { return known }
    let set = Int32(truncatingIfNeeded: setCount)
    setCount += 1
    setOfKey[key] = set
    var ids: Set<Int32> = []
    for word in words {
      let id = intern(word)
      if ids.insert(id).inserted { setsOfWord[Int(id)].append(set) }
    }
    members.append(ids)
    return set
  }

  /// Whether a set holds a word.
  func contains(_ word: Int32, in set: Int32) -> Bool {
    setsOfWord[Int(word)].contains(set)
  }

  /// The words of a set.
  func words(in set: Int32) -> Set<Int32> { members[Int(set)] }

  /// The id of a word, if any rule names it.
  package func id(of word: String) -> Int? { idOfWord[word].map(Int.init) }

  private mutating func insert(_ word: String, id: Int32) {
    var node: Int32 = 0
    for unit in word.utf16 {
      if let next = step(from: node, over: unit) {
        node = next
      } else {
        let next = Int32(truncatingIfNeeded: wordAt.count)
        wordAt.append(-1)
        if node == 0, next < 65_536 {
          rootOf[Int(unit)] = UInt16(truncatingIfNeeded: next)
        } else {
          edges[UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)] = next
        }
        node = next
      }
    }
    wordAt[Int(node)] = id
  }

  /// The node behind a code unit.
  @inline(__always)
  private func step(from node: Int32, over unit: UInt16) -> Int32? {
    if node == 0 {
      let next = rootOf[Int(unit)]
      return next == 0 ? nil : Int32(next)
    }
    return edges[UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)]
  }

  /// Reports each word that begins with the item at `start` and ends with an item.
  func scan(
    _ input: PatternInput, from start: Int, report: (_ word: Int32, _ end: Int) -> Void
  ) {
    var node: Int32 = 0
    var position = start
    let items = input.items
    while position < items.count {
      let item = items[position]
      for index in item.range.indices {
        guard let next = step(from: node, over: input.text.units[index]) else { return }
        node = next
      }
      position += 1
      let word = wordAt[Int(node)]
      if word >= 0 { report(word, position) }
    }
  }
}
