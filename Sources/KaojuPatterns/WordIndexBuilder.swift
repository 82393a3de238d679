import KaojuVocabulary

/// Gathers the words and word sets of rules while they are compiled, for a ``WordIndex``.
struct WordIndexBuilder {
  /// The words; a word's id is its index.
  private(set) var words: [String] = []
  /// For each word the sets that hold it.
  private(set) var setsOfWord: [[Int32]] = []
  /// For each set the words that it holds.
  private(set) var members: [Set<Int32>] = []
  private(set) var idOfWord: [String: Int32] = [:]
  private(set) var phrases = PhraseTrie()
  private var setOfKey: [String: Int32] = [:]

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

  /// The set under a name, if it has been added.
  func set(named key: String) -> Int32? { setOfKey[key] }

  /// The set under a name (`[link]`, `占`) with these words, added when new.
  mutating func set(named key: String, words: some Sequence<String>) -> Int32 {
    if let known = setOfKey[key] { return known }
    let set = Int32(truncatingIfNeeded: members.count)
    setOfKey[key] = set
    var ids: Set<Int32> = []
    for word in words {
      let id = intern(word)
      if ids.insert(id).inserted { setsOfWord[Int(id)].append(set) }
    }
    members.append(ids)
    return set
  }
}
