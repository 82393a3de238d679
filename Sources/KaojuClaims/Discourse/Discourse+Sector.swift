import KaojuModels
import KaojuVocabulary

extension Discourse {
  /// Takes a generic noun phrase at the head of the clause as the subject.
  ///
  /// 规模以上工业企业实现利润90亿元 is about 规模以上工业企业 where the paragraph speaks of no one else.
  func takeSector(for claim: inout Claim, in index: Int) -> Bool {
    guard let attribute = claim.attribute?.range else { return false }
    let units = document.text.units
    let clause = map.clauses[index]
    guard clause.range.lowerBound <= attribute.lowerBound else { return false }
    if let name = models.attributes.indicator(
      endingAt: attribute.end, from: attribute.start, in: units), name.start > attribute.start
    {
      var end = name.start
      if units[end - 1] == 0x7684 { end -= 1 }
      if isSectorHead(endingAt: end, from: attribute.start) {
        let rest = TextRange(name.start, attribute.end)
        claim.subject = sectorFiller(TextRange(attribute.start, end))
        claim.attribute = Filler(text: document.text.string(rest), range: rest)
        return true
      }
    }
    let start = max(clause.content, clause.range.lowerBound)
    guard start < attribute.lowerBound else { return false }
    var end = attribute.start
    while end > Int(start) {
      if isSectorHead(endingAt: end, from: Int(start)), isPhraseEnd(end, before: attribute) {
        let range = TextRange(Int(start), end)
        guard range.count <= 30 else { return false }
        claim.subject = sectorFiller(range)
        return true
      }
      end -= 1
    }
    return false
  }

  /// Whether a word like 行业 or 企业 ends at `end` with something before it.
  private func isSectorHead(endingAt end: Int, from start: Int) -> Bool {
    guard
      let first = models.cues.wordEnds(
        at: end, from: start, in: document.text.units, of: .sector, longest: 3)
    else { return false }
    return first > start || end - first >= 3
  }

  /// Whether the phrase that ends at `end` is followed by a verb, an adverb, a bracket or the attribute.
  private func isPhraseEnd(_ end: Int, before attribute: TextRange) -> Bool {
    if end == attribute.start { return true }
    let units = document.text.units
    if units[end] == 0x28 || units[end] == 0x7684 { return true }
    return models.cues.longest(at: end, limit: attribute.end, in: units, of: [.verb, .tense]) != nil
  }

  private func sectorFiller(_ range: TextRange) -> Filler {
    var range = range
    let units = document.text.units
    while range.count > 2,
      let front = models.cues.longest(
        at: range.start, limit: range.end, in: units, of: [.front, .connective])
    {
      range.lowerBound = Int32(truncatingIfNeeded: front.end)
    }
    return Filler(text: document.text.string(range), range: range)
  }
}
