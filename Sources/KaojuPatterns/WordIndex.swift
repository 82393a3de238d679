import KaojuVocabulary

/// Every word that a rule or a word class names, in one trie, so that a sentence looks each up once.
///
/// A *word set* is what one element of a pattern accepts: the words of its classes, or one literal.
/// A class, so that asking it copies nothing.
package final class WordIndex: Sendable {
  /// The words; a word's id is its index.
  package let words: [String]
  /// The number of word sets.
  let setCount: Int
  /// The sets of all words in one row, and for each word where its own begin.
  private let memberships: [Int32]
  private let membershipStarts: [Int32]
  private let members: [Set<Int32>]
  private let idOfWord: [String: Int32]
  private let phrases: PhraseTrie

  /// The same of the sets without which some rule cannot hold.
  private let needs: [Int32]
  private let needStarts: [Int32]

  /// Takes the words and sets that were gathered.
  ///
  /// - Parameter needed: The sets without which some rule cannot hold.
  init(_ builder: WordIndexBuilder, needed: Set<Int32>) {
    words = builder.words
    setCount = builder.members.count
    members = builder.members
    idOfWord = builder.idOfWord
    phrases = builder.phrases
    (memberships, membershipStarts) = Self.row(of: builder.setsOfWord)
    (needs, needStarts) = Self.row(of: builder.setsOfWord.map { $0.filter(needed.contains) })
  }

  private static func row(of lists: [[Int32]]) -> (items: [Int32], starts: [Int32]) {
    var starts: [Int32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    return (lists.flatMap { $0 }, starts)
  }

  /// Whether a set holds a word.
  @inline(__always)
  func contains(_ word: Int32, in set: Int32) -> Bool {
    for place in places(of: word) where memberships[place] == set { return true }
    return false
  }

  /// Reports the sets that hold a word and without which some rule cannot hold.
  @inline(__always)
  func forEachNeededSet(of word: Int32, _ report: (Int32) -> Void) {
    for place in Int(needStarts[Int(word)])..<Int(needStarts[Int(word) + 1]) {
      report(needs[place])
    }
  }

  /// Whether a word of a set ends a clause, so that a rule that takes it reaches into the next.
  func crossesClauses(_ set: Int32) -> Bool {
    members[Int(set)].contains { word in
      words[Int(word)].utf16.contains { PatternItem.Mark(of: $0) == .clause }
    }
  }

  @inline(__always)
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
