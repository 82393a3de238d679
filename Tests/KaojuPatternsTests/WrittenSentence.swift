import KaojuPatterns
import KaojuVocabulary

/// A sentence written as items with their types, so that a pattern can be tried without other rooms:
/// `占 陕西省{place} 的 89.3%{ratio} 、 全国/ns`.
struct WrittenSentence {
  let document: Document
  let input: PatternInput

  init(_ written: String) {
    var text = ""
    var tokens: [Token] = []
    var quantities: [Quantity] = []
    var times: [TimeExpression] = []
    var mentions: [Mention] = []
    for part in written.split(separator: " ") {
      var surface = part
      var type: Substring = ""
      var tag = PartOfSpeech.noun
      if let brace = part.firstIndex(of: "{") {
        surface = part[..<brace]
        type = part[part.index(after: brace)...].dropLast()
      } else if let slash = part.firstIndex(of: "/") {
        surface = part[..<slash]
        tag = PartOfSpeech(part[part.index(after: slash)...]) ?? .unknown
      }
      let start = text.utf16.count
      text += surface
      let range = TextRange(start, text.utf16.count)
      switch type {
      case "": break
      case "date": times.append(TimeExpression(range: range, kind: .date, timex: "", rule: "t"))
      case "duration":
        quantities.append(Quantity(range: range, value: Self.value("time"), rule: "t"))
      case "place", "firm", "zone", "product":
        mentions.append(
          Mention(range: range, kind: EntityKind(String(type)), entity: 0, rule: "t"))
      default: quantities.append(Quantity(range: range, value: Self.value(type), rule: "t"))
      }
      tokens.append(Token(range: range, tag: tag, origin: .dictionary))
    }
    var document = Document(text: CanonicalText(text))
    document.tokens = tokens
    document.quantities = quantities
    document.times = times
    document.mentions = mentions
    document.sentences = [Sentence(range: TextRange(0, text.utf16.count), paragraph: 0)]
    var reader = PatternInputReader()
    self.input =
      reader.next(in: document)
      ?? PatternInput(
        text: document.text, range: TextRange(0, text.utf16.count), sentence: 0, items: [])
    self.document = document
  }

  private static func value(_ dimension: some StringProtocol) -> QuantityValue {
    QuantityValue(amount: .one, dimension: DimensionID(String(dimension)))
  }
}

/// Takes the run of nouns beside a position as the noun phrase.
struct NounRun: NounPhraseChunker {
  func nounPhraseStart(endingAt end: Int, in input: PatternInput) -> Int? {
    var start = end
    while start > 0, isNoun(input.items[start - 1]) { start -= 1 }
    return start < end ? start : nil
  }

  func nounPhraseEnd(startingAt start: Int, in input: PatternInput) -> Int? {
    var end = start
    while end < input.items.count, isNoun(input.items[end]) { end += 1 }
    return end > start ? end : nil
  }

  private func isNoun(_ item: PatternItem) -> Bool {
    !item.isWhole && item.mark == .none && item.tag == .noun
  }
}

extension WrittenSentence {
  /// Every match of the patterns as `rule slot=text …`, rounds as `slot#round=text`.
  func matches(
    _ patterns: [String], classes: [String: [String]] = [:], trace: inout PatternTrace?
  ) throws -> [String] {
    var faults: [RuleSet.Fault] = []
    let rules = RuleSet(
      patterns.enumerated().map {
        WrittenRule(id: RuleID("r\($0.offset)"), kind: "test", patterns: [$0.element])
      }, classes: classes,
      dimensions: ["money", "ratio", "count", "length", "ordinal"], faults: &faults)
    if let fault = faults.first { throw fault.fault }
    var matcher = PatternMatcher(rules)
    var found: [String] = []
    matcher.begin(document, chunker: NounRun())
    matcher.match(input, trace: &trace) { match in
      let bindings = match.bindings.map { binding in
        let round = binding.group >= 0 ? "#\(binding.round)" : ""
        return "\(rules.slots[binding.slot])\(round)=\(input.folded(binding.positions))"
      }
      found.append((["r\(match.rule)"] + bindings).joined(separator: " "))
      return true
    }
    return found
  }

  func matches(_ patterns: String..., classes: [String: [String]] = [:]) throws -> [String] {
    var trace: PatternTrace?
    return try matches(patterns, classes: classes, trace: &trace)
  }
}
