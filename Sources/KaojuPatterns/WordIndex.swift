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

  /// Whether a set holds a word.
  func contains(_ word: Int32, in set: Int32) -> Bool {
    setsOfWord[Int(word)].contains(set)
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
