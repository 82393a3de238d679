package import KaojuVocabulary

/// Joins ICU's cuts, what is protected and what is known into tagged tokens by the best path.
///
/// 杭州高新区贡献了浙江省3%的GDP becomes 杭州高新区 (a register's name), 贡献, 了, 浙江省,
/// 3% (a quantity that is kept whole), 的, GDP. One reader per worker, since it holds an iterator
/// of ICU.
package final class WordReader {
  /// How Chinese characters are cut into words.
  package enum Segmenter: String, Sendable, CaseIterable {
    /// The most probable path through all known words, what is protected kept whole.
    case lattice
    /// ICU's word breaking alone, for comparison.
    case icu
  }

  private let segmenter: Segmenter
  private let icu = DictionaryBreaker()
  private var lattice = Lattice()

  /// Makes a reader.
  package init(segmenter: Segmenter = .lattice) {
    self.segmenter = segmenter
  }

  /// Fills the tokens of a document, in order, covering the text but for blanks.
  ///
  /// - Complexity: linear in the text and its known words.
  package func read(_ document: inout Document) {
    var tokens: [Token] = []
    tokens.reserveCapacity(document.text.count / 2 + 16)
    switch segmenter {
    case .lattice: readLattice(document, into: &tokens)
    case .icu: readICU(document, into: &tokens)
    }
    document.tokens = tokens
  }

  private func readLattice(_ document: Document, into tokens: inout [Token]) {
    lattice.begin()
    var rare: [Bool] = []
    rare.reserveCapacity(tokens.capacity)
    var walk = StretchWalk(
      units: document.text.units, runs: document.runs, fixed: FixedTokens.of(document))
    while let step = walk.next() {
      switch step {
      case .token(let token):
        tokens.append(token)
        rare.append(false)
      case .stretch(let range, let firstRun):
        lattice.solve(
          range, firstRun: firstRun, runs: document.runs, units: document.text.units,
          words: document.knownWords, into: &tokens, rare: &rare)
      }
    }
    joinRare(rare, document, in: &tokens)
  }

  /// Asks ICU's dictionary where the lattice knows nothing but rare characters in a row.
  private func joinRare(_ rare: [Bool], _ document: Document, in tokens: inout [Token]) {
    var joined: [Token] = []
    var copied = 0
    var index = 0
    while index + 1 < tokens.count {
      guard rare[index], rare[index + 1] else {
        index += 1
        continue
      }
      var end = index + 1
      while end < tokens.count, rare[end],
        tokens[end].range.lowerBound == tokens[end - 1].range.upperBound
      {
        end += 1
      }
      if end - index >= 2 {
        joined += tokens[copied..<index]
        join(tokens[index..<end], document, into: &joined)
        copied = end
      }
      index = end
    }
    guard copied > 0 else { return }
    joined += tokens[copied...]
    tokens = joined
  }

  private func join(_ rare: ArraySlice<Token>, _ document: Document, into tokens: inout [Token]) {
    guard let first = rare.first, let last = rare.last else { return }
    let range = TextRange(first.range.lowerBound, last.range.upperBound)
    var kept = rare.startIndex
    var words: [TextRange] = []
    icu.forEachWord(in: range, of: document.text.units) { words.append($0) }
    for word in words {
      let start = kept
      while kept < rare.endIndex, rare[kept].range.upperBound <= word.upperBound { kept += 1 }
      if kept - start >= 2, !isKnown(word, document.knownWords) {
        tokens.append(Token(range: word, tag: .unknown, origin: .icu, isUnknown: true))
      } else {
        tokens += rare[start..<kept]
      }
    }
    tokens += rare[kept...]
  }

  /// Whether a dictionary knows a word, so that the lattice had reasons not to take it.
  private func isKnown(_ word: TextRange, _ known: [KnownWord]) -> Bool {
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if known[middle].range.lowerBound < word.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < known.count, known[low].range.lowerBound == word.lowerBound {
      if known[low].range == word { return true }
      low += 1
    }
    return false
  }

  private func readICU(_ document: Document, into tokens: inout [Token]) {
    for sentence in document.sentences {
      icu.forEachWord(in: sentence.range, of: document.text.units) { word in
        guard !Self.isBlank(document.text.units[word.start]) else { return }
        tokens.append(Token(range: word, tag: .unknown, origin: .icu))
      }
    }
  }

  private static func isBlank(_ unit: UInt16) -> Bool { unit == 0x20 || (9...13).contains(unit) }
}
