import KaojuVocabulary

/// Finds the tokens of a document by where they begin and end.
struct TokenIndex {
  private let tokens: [Token]

  init(_ document: Document) { tokens = document.tokens }

  /// Whether there are no tokens, as in tests of the characters alone.
  var isEmpty: Bool { tokens.isEmpty }

  /// The index of the first token that begins at or behind `offset`.
  func first(from offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a word begins at `start` and a word ends at `end`.
  func parts(at start: Int, and end: Int) -> Bool {
    if tokens.isEmpty { return true }
    let index = first(from: start)
    guard index < tokens.count, tokens[index].range.start == start else { return false }
    var last = index
    while last < tokens.count, tokens[last].range.end < end { last += 1 }
    return last < tokens.count && tokens[last].range.end == end
  }

  /// The tokens that lie wholly inside a range.
  func tokens(in range: TextRange) -> ArraySlice<Token> {
    let start = first(from: range.start)
    var end = start
    while end < tokens.count, tokens[end].range.end <= range.end { end += 1 }
    return tokens[start..<end]
  }

  /// The token at an index; `nil` behind the last.
  func token(at index: Int) -> Token? { index < tokens.count ? tokens[index] : nil }

  /// The token that ends at `offset`.
  func last(endingAt offset: Int) -> Token? {
    let index = first(from: offset) - 1
    return index >= 0 && tokens[index].range.end == offset ? tokens[index] : nil
  }

  /// The tag of the token that begins at `offset`.
  func tag(at offset: Int) -> PartOfSpeech? {
    let index = first(from: offset)
    guard index < tokens.count, tokens[index].range.start == offset else { return nil }
    return tokens[index].tag
  }
}

extension PartOfSpeech {
  /// Whether a word with this tag is a verb and no noun made of one.
  package var isVerbal: Bool { Self.verbal.contains(self) }

  private static let verbal = TagSet("v", "vd", "vi", "vq", "vg", "df")

  /// Whether a word with this tag can be the head of a noun phrase.
  package var isNominal: Bool { Self.nominal.contains(self) }

  private static let nominal = TagSet(
    "n", "nr", "ns", "nt", "nz", "ng", "nrfg", "nrt", "vn", "an", "j", "s", "f", "x", "eng", "l",
    "i", "b", "h", "k", "g", "q", "t", "tg", "num", "m", "mq")
}
