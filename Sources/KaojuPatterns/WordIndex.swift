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
  /// The sets of each word.
  private let memberships: RuleSet.Rows
  private let members: [Set<Int32>]
  private let idOfWord: [String: Int32]
  private let phrases: PhraseTrie

  /// The same of the sets without which some rule cannot hold.
  let needs: RuleSet.Rows

  /// Takes the words and sets that were gathered.
  ///
  /// - Parameter needed: The sets without which some rule cannot hold.
  init(_ builder: WordIndexBuilder, needed: Set<Int32>) {
    words = builder.words
    setCount = builder.members.count
    members = builder.members
    idOfWord = builder.idOfWord
    phrases = builder.phrases
    memberships = RuleSet.Rows(builder.setsOfWord)
    needs = RuleSet.Rows(builder.setsOfWord.map { $0.filter(needed.contains) })
  }

  /// Whether a set holds a word.
  @inline(__always)
  func contains(_ word: Int32, in set: Int32) -> Bool {
    for place in memberships.places(of: Int(word)) where memberships.items[place] == set {
      return true
    }
    return false
  }

  /// Whether a word of a set ends a clause, so that a rule that takes it reaches into the next.
  func crossesClauses(_ set: Int32) -> Bool {
    members[Int(set)].contains { word in
      words[Int(word)].utf16.contains { PatternItem.Mark(of: $0) == .clause }
    }
  }

  /// The words of a set.
  func words(in set: Int32) -> Set<Int32> { members[Int(set)] }

  /// The id of a word, if any rule names it.
  package func id(of word: String) -> Int? { idOfWord[word].map(Int.init) }

  /// Lists each word that begins and ends with an item, by its first item and the shorter first.
  ///
  /// - Parameters:
  ///   - hits: Where the words are added.
  ///   - firsts: For each item, and behind the last, the place of the first word that begins there.
  func scan(
    _ input: PatternInput, into hits: inout [WordHits.Hit], firsts: inout [Int32]
  ) {
    var firsts = firsts.mutableSpan
    let items = input.items.span
    let units = input.text.units
    for start in items.indices {
      firsts[start] = Int32(truncatingIfNeeded: hits.count)
      guard phrases.begins(at: items[start].range.start, in: units) else { continue }
      var node = PhraseTrie.root
      var position = start
      walk: while position < items.count {
        for index in items[position].range.indices {
          guard let next = phrases.step(from: node, by: units[index]) else { break walk }
          node = next
        }
        position += 1
        let word = phrases.value(at: node)
        guard word >= 0 else { continue }
        hits.append(
          WordHits.Hit(
            word: word, start: Int32(truncatingIfNeeded: start),
            end: Int32(truncatingIfNeeded: position)))
      }
    }
    firsts[items.count] = Int32(truncatingIfNeeded: hits.count)
  }
}
