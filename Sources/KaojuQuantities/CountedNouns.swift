package import KaojuVocabulary

extension QuantityReader {
  /// Sets what each count counts, once words are known.
  ///
  /// 整合了63家公共实验室 counts 公共实验室: the noun begins where the count ends, and ends before
  /// a mark, a verb, 的, 中 or 和. Where nothing follows, the noun stands in front: 特色产品20余款.
  /// - Complexity: linear in the tokens.
  package static func assignCountedNouns(_ document: inout Document) {
    let tokens = document.tokens
    var next = 0
    for index in document.quantities.indices {
      let quantity = document.quantities[index]
      guard quantity.value.dimension == .count, quantity.of == nil else { continue }
      while next < tokens.count, tokens[next].range.start < quantity.range.end { next += 1 }
      document.quantities[index].of =
        nounBehind(tokens, from: next, quantity.range)
        ?? nounBefore(tokens, upTo: next, quantity.range, document.text.units)
    }
  }

  /// Tags that a noun phrase may consist of.
  private static let inner = Set(
    ["n", "nr", "ns", "nt", "nz", "ng", "vn", "an", "j", "l", "eng", "b", "a", "s", "i"]
      .compactMap { PartOfSpeech($0)?.rawValue })
  /// Tags that a noun phrase may end in.
  private static let last = Set(
    ["n", "nt", "nz", "ng", "vn", "an", "j", "l", "eng"].compactMap {
      PartOfSpeech($0)?.rawValue
    })
  /// The longest noun phrase, in tokens.
  private static let limit = 8

  private static func nounBehind(
    _ tokens: [Token], from first: Int, _ quantity: TextRange
  ) -> TextRange? {
    var end: Int?
    var index = first
    var position = quantity.end
    while index < tokens.count, index < first + limit, tokens[index].range.start == position,
      inner.contains(tokens[index].tag.rawValue)
    {
      if last.contains(tokens[index].tag.rawValue) { end = index }
      position = tokens[index].range.end
      index += 1
    }
    return end.map { TextRange(quantity.end, tokens[$0].range.end) }
  }

  private static func nounBefore(
    _ tokens: [Token], upTo next: Int, _ quantity: TextRange, _ units: [UInt16]
  ) -> TextRange? {
    // Only where the clause ends behind the count.
    guard quantity.end >= units.count || isMark(units[quantity.end]) else { return nil }
    var index = next - 1
    while index >= 0, tokens[index].range.end > quantity.start { index -= 1 }
    guard index >= 0, tokens[index].range.end == quantity.start,
      last.contains(tokens[index].tag.rawValue)
    else { return nil }
    let end = tokens[index].range.end
    var start = tokens[index].range.start
    var count = 1
    while index > 0, count < limit, tokens[index - 1].range.end == start,
      inner.contains(tokens[index - 1].tag.rawValue)
    {
      index -= 1
      count += 1
      start = tokens[index].range.start
    }
    return TextRange(start, end)
  }

  private static func isMark(_ unit: UInt16) -> Bool {
    [0x2C, 0x3B, 0x3A, Han.fullStop, Han.comma, 0x0A, 0x21, 0x3F, 0x29].contains(unit)
  }
}
