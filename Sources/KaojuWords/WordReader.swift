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
    partOffices(document, in: &tokens)
  }

  /// Gives an office the character that a division's name took from it: 海南省|长 is 海南|省长.
  ///
  /// The division must be known by its shorter name too, the office be a word, and no word begin
  /// with the character: 兰陵县|长城镇.
  private func partOffices(_ document: Document, in tokens: inout [Token]) {
    let units = document.text.units
    for index in tokens.indices.dropFirst() where tokens[index].range.count == 1 {
      // 长
      guard units[tokens[index].range.start] == 0x957F, tokens[index - 1].tag == .placeName,
        tokens[index - 1].range.count > 2,
        tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
      else { continue }
      let cut = tokens[index].range.lowerBound - 1
      let office = TextRange(cut, tokens[index].range.upperBound)
      let division = TextRange(tokens[index - 1].range.lowerBound, cut)
      guard isKnown(office, document.knownWords), isKnown(division, document.knownWords),
        !beginsWord(tokens[index].range, document.knownWords)
      else { continue }
      tokens[index - 1].range = division
      tokens[index] = Token(range: office, tag: .noun, origin: tokens[index].origin)
    }
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
    words(at: word.lowerBound, known).contains { $0.range == word }
  }

  /// Whether a dictionary knows a longer word that begins with a token.
  private func beginsWord(_ token: TextRange, _ known: [KnownWord]) -> Bool {
    words(at: token.lowerBound, known).contains { $0.range.upperBound > token.upperBound }
  }

  /// The known words that begin at a place.
  private func words(at place: Int32, _ known: [KnownWord]) -> ArraySlice<KnownWord> {
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if known[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < known.count, known[end].range.lowerBound == place { end += 1 }
    return known[low..<end]
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
