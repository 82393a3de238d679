import KaojuVocabulary

/// Every word that a rule or a word class names, in one trie, so that a sentence looks each up once.
///
/// A *word set* is what one element of a pattern accepts: the words of its classes, or one literal.
package struct WordIndex: Sendable {
  /// The words; a word's id is its index.
  package private(set) var words: [String] = []
  /// For each word the sets that hold it.
  private var setsOfWord: [[Int32]] = []
  /// The sets of all words in one row, and for each word where its own begin; see ``freeze()``.
  private var memberships: [Int32] = []
  private var membershipStarts: [Int32] = [0]
  private(set) var setCount = 0
  private var idOfWord: [String: Int32] = [:]
  private var setOfKey: [String: Int32] = [:]
  private var members: [Set<Int32>] = []

  private var phrases = PhraseTrie()

  /// Starts empty.
  init() {}

  /// The id of a word, added when new.
  mutating func intern(_ word: String) -> Int32 {
    if let known = idOfWord[word] { return known }
    let id = Int32(truncatingIfNeeded: words.count)
    words.append(word)
    setsOfWord.append([])
    idOfWord[word] = id
    phrases.insert(word, value: Int(id))
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

  /// Lays the sets of the words out in one row, when all are there.
  mutating func freeze() {
    memberships = setsOfWord.flatMap { $0 }
    membershipStarts = [0]
    for sets in setsOfWord {
      membershipStarts.append(membershipStarts[membershipStarts.count - 1] + Int32(sets.count))
    }
  }

  /// Whether a set holds a word.
  @inline(__always)
  func contains(_ word: Int32, in set: Int32) -> Bool {
    for place in places(of: word) where memberships[place] == set { return true }
    return false
  }

  /// Reports the sets that hold a word.
  @inline(__always)
  func forEachSet(of word: Int32, _ report: (Int32) -> Void) {
    for place in places(of: word) { report(memberships[place]) }
  }

  private func places(of word: Int32) -> Range<Int> {
    Int(membershipStarts[Int(word)])..<Int(membershipStarts[Int(word) + 1])
  }

  /// The words of a set.
  func words(in set: Int32) -> Set<Int32> { members[Int(set)] }

  /// The id of a word, if any rule names it.
  package func id(of word: String) -> Int? { idOfWord[word].map(Int.init) }

  /// Reports each word that begins with the item at `start` and ends with an item.
  func scan(
    _ input: PatternInput, from start: Int, report: (_ word: Int32, _ end: Int) -> Void
  ) {
    let items = input.items
    let units = input.text.units
    guard phrases.begins(at: items[start].range.start, in: units) else { return }
    var node = PhraseTrie.root
    var position = start
    while position < items.count {
      for index in items[position].range.indices {
        guard let next = phrases.step(from: node, by: units[index]) else { return }
        node = next
      }
      position += 1
      let word = phrases.value(at: node)
      if word >= 0 { report(word, position) }
    }
  }
}
