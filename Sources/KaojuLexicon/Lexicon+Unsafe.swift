import KaojuModels
package import KaojuVocabulary

extension Lexicon {
  /// Fills the known words of a document, ordered by start, and from the longest to the shortest
  /// where several start together.
  ///
  /// - Complexity: linear in the text, times the length of the longest word.
  package func scan(_ document: inout Document) {
    var words: [KnownWord] = []
    // Several words may begin at a character.
    words.reserveCapacity(document.text.count * 2)
    // SAFETY: the buffer is used only inside this closure, where the array of the text lives.
    document.text.units.withUnsafeBufferPointer { units in
      for run in document.runs {
        switch run.kind {
        case .han, .latin, .kana:
          for start in run.range.indices {
            append(at: start, in: units, to: &words)
          }
        case .number, .punctuation:
          append(at: run.range.start, in: units, to: &words)
        case .space, .other:
          break
        }
      }
    }
    document.knownWords = words
  }

  @inline(__always)
  private func append(
    at start: Int, in units: UnsafeBufferPointer<UInt16>, to words: inout [KnownWord]
  ) {
    let first = words.count
    bundle.words.prefetch(at: start + WordTrie.lookahead, in: units)
    bundle.words.appendMatches(at: start, in: units, to: &words)
    if let trie = user?.trie { trie.appendMatches(at: start, in: units, to: &words) }
    guard words.count > first + 1 else { return }
    // Insertion sort: there are two or three words at a place, and mostly in order.
    for index in first + 1..<words.count {
      var position = index
      let word = words[index]
      while position > first, Self.precedes(word, words[position - 1]) {
        words[position] = words[position - 1]
        position -= 1
      }
      words[position] = word
    }
  }

  /// Longer first, and among words of one length the origin that wins.
  @inline(__always)
  private static func precedes(_ left: KnownWord, _ right: KnownWord) -> Bool {
    left.range.upperBound != right.range.upperBound
      ? left.range.upperBound > right.range.upperBound : left.origin > right.origin
  }
}
