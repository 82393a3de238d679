import KaojuVocabulary

/// The tokens that stand before any path is sought: the user's words, times and quantities.
enum FixedTokens {
  /// The fixed tokens of a document in order, none overlapping.
  ///
  /// The user's words win, from the left the longest first; then times, which may hold the same
  /// characters as a quantity (8个月); then quantities.
  static func of(_ document: Document) -> [Token] {
    let user = longest(document.knownWords)
    let times = document.times.map {
      Token(range: $0.range, tag: .time, origin: .protected)
    }
    let quantities = document.quantities.map {
      Token(range: $0.range, tag: .quantity, origin: .protected)
    }
    return merge(user, merge(times, quantities))
  }

  private static func longest(_ words: [KnownWord]) -> [Token] {
    var tokens: [Token] = []
    var end: Int32 = 0
    for word in words where word.origin == .user && word.range.lowerBound >= end {
      tokens.append(Token(range: word.range, tag: word.tag, origin: .user))
      end = word.range.upperBound
    }
    return tokens
  }

  /// All tokens of `first`, and those of `second` that overlap none of them.
  private static func merge(_ first: [Token], _ second: [Token]) -> [Token] {
    guard !first.isEmpty else { return second }
    guard !second.isEmpty else { return first }
    var merged: [Token] = []
    merged.reserveCapacity(first.count + second.count)
    var index = 0
    for token in second {
      while index < first.count, first[index].range.upperBound <= token.range.lowerBound {
        merged.append(first[index])
        index += 1
      }
      let isFree = index == first.count || !first[index].range.overlaps(token.range)
      if isFree { merged.append(token) }
    }
    merged += first[index...]
    return merged
  }
}
