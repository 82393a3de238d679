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
    var walk = StretchWalk(
      units: document.text.units, runs: document.runs, fixed: FixedTokens.of(document))
    while let step = walk.next() {
      switch step {
      case .token(let token):
        tokens.append(token)
      case .stretch(let range, let firstRun):
        let first = tokens.count
        lattice.solve(
          range, firstRun: firstRun, runs: document.runs, units: document.text.units,
          words: document.knownWords, into: &tokens)
        joinUnknown(from: first, document, in: &tokens)
      }
    }
  }

  /// Asks ICU's dictionary where the lattice knows nothing but single characters in a row.
  private func joinUnknown(from first: Int, _ document: Document, in tokens: inout [Token]) {
    var index = first
    while index < tokens.count {
      guard isUnknownCharacter(tokens[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < tokens.count, isUnknownCharacter(tokens[end]),
        tokens[end].range.lowerBound == tokens[end - 1].range.upperBound
      {
        end += 1
      }
      if end - index >= 2 {
        let range = TextRange(tokens[index].range.lowerBound, tokens[end - 1].range.upperBound)
        var joined: [Token] = []
        var kept = index
        icu.forEachWord(in: range, of: document.text.units) { word in
          let start = kept
          while kept < end, tokens[kept].range.upperBound <= word.upperBound { kept += 1 }
          if kept - start >= 2 {
            joined.append(Token(range: word, tag: .unknown, origin: .icu, isUnknown: true))
          } else {
            joined += tokens[start..<kept]
          }
        }
        joined += tokens[kept..<end]
        tokens.replaceSubrange(index..<end, with: joined)
        end = index + joined.count
      }
      index = end
    }
  }

  private func isUnknownCharacter(_ token: Token) -> Bool {
    token.isUnknown && token.range.count <= 2 && token.origin != .rules
  }

  private func readICU(_ document: Document, into tokens: inout [Token]) {
    for paragraph in document.sentences {
      icu.forEachWord(in: paragraph.range, of: document.text.units) { word in
        guard !Self.isBlank(document.text.units[word.start]) else { return }
        tokens.append(Token(range: word, tag: .unknown, origin: .icu))
      }
    }
  }

  private static func isBlank(_ unit: UInt16) -> Bool { unit == 0x20 || (9...13).contains(unit) }
}
