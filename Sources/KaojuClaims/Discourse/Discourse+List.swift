import KaojuModels
import KaojuVocabulary

extension Discourse {
  /// Gives a draft of 分别 its item of the list before it; whether that item is a generic noun
  /// phrase, or `nil` where no list has as many items.
  ///
  /// 工业增加值、服务业增加值同比分别增长6.5%、5.3%: the second growth has the attribute 服务业增加值.
  mutating func fillFromList(
    _ draft: ClaimDraft, claim: inout Claim, in clause: Int
  ) -> Bool? {
    guard draft.rounds > 1, draft.round < draft.rounds else { return nil }
    if let items = listItems(count: draft.rounds, before: draft.anchor, in: clause) {
      let item = items.fillers[draft.round]
      if item.entity != nil, claim.subject == nil {
        claim.subject = item
        if claim.attribute == nil { claim.attribute = items.head }
      } else {
        claim.attribute = item
        _ = fillSubjectAndAttribute(
          of: &claim, continues: false, at: item.range?.lowerBound ?? draft.anchor.lowerBound,
          in: items.clause)
      }
      if items.clause != clause { claim.inherited.append(.attribute) }
      return claim.subject?.entity == nil
    }
    return fillFromFrames(draft, claim: &claim, in: clause)
  }

  /// Pairs with the claims that the sentence made before: A16918家、B3141家,分别增长53.4%、25%.
  private func fillFromFrames(
    _ draft: ClaimDraft, claim: inout Claim, in clause: Int
  ) -> Bool? {
    let sentence = map.clauses[clause].sentence
    let earlier = recent.filter {
      map.clauses[$0.clause].sentence == sentence
        && $0.anchor < draft.anchor.lowerBound
        && !($0.claim.rule == claim.rule && $0.clause == clause)
    }
    guard earlier.count >= draft.rounds else { return nil }
    let item = earlier[earlier.count - draft.rounds + draft.round]
    claim.subject = item.claim.subject
    claim.attribute = item.claim.attribute
    if claim.time == nil, ownTime(at: draft.anchor.lowerBound, in: clause) == nil,
      let time = item.claim.time
    {
      claim.time = time
      claim.inherited.append(.time)
    }
    claim.inherited += [.subject, .attribute]
    claim.confidence = min(claim.confidence, item.claim.confidence) * 95 / 100
    return item.isSector
  }

  private struct List {
    var fillers: [Filler]
    var head: Filler?
    var clause: Int
  }

  /// The nearest list of `count` items that 、 and 和 part, in this clause or the one before it.
  private func listItems(count: Int, before anchor: TextRange, in clause: Int) -> List? {
    let sentence = map.clauses[clause].sentence
    var index = clause
    while index >= 0, clause - index <= 2, map.clauses[index].sentence == sentence {
      let here = map.clauses[index]
      let first = here.quantities.first.map { document.quantities[$0].range.start }
      let limit = index == clause ? min(anchor.start, first ?? anchor.start) : here.range.end
      if index == clause || first == nil,
        let list = list(of: count, in: here, limit: limit, index: index)
      {
        return list
      }
      index -= 1
    }
    return nil
  }

  private func list(of count: Int, in clause: Clause, limit: Int, index: Int) -> List? {
    let units = document.text.units
    var start = clause.content < limit ? Int(clause.content) : clause.range.start
    if clause.topic >= 0 {
      let topic = document.mentions[Int(clause.topic)].range
      start =
        units.indices.contains(topic.end) && isJoint(units[topic.end]) ? topic.start : topic.end
    }
    while start < limit, units[start] == 0x7684 { start += 1 }
    var cuts: [TextRange] = []
    var first = start
    var at = start
    while at < limit {
      if isJoint(units[at]) {
        cuts.append(TextRange(first, at))
        first = at + 1
      } else if !cuts.isEmpty,
        let word = models.cues.longest(at: at, limit: limit, in: units, of: .distributor),
        tokens.parts(at: at, and: word.end)
      {
        break
      }
      at += 1
    }
    cuts.append(TextRange(first, at))
    if count == 2, cuts.count == 1, let pair = outputAndSales(beforeSeparately(cuts[0])) {
      return List(fillers: pair, head: nil, clause: index)
    }
    guard cuts.count == count, cuts.allSatisfy({ !$0.isEmpty && $0.count <= 24 }) else {
      return nil
    }
    return List(fillers: distribute(cuts, in: clause), head: nil, clause: index)
  }

  /// What stands before 分别: 汽车产销|分别完成.
  private func beforeSeparately(_ range: TextRange) -> TextRange {
    let units = document.text.units
    var at = range.start
    while at + 1 < range.end {
      if units[at] == 0x5206, units[at + 1] == 0x522B { return TextRange(range.start, at) }
      at += 1
    }
    return range
  }

  /// The two things that 产销 is short for: 汽车产销 is 汽车产量 and 汽车销量.
  private func outputAndSales(_ range: TextRange) -> [Filler]? {
    let units = document.text.units
    var end = range.end
    if end - range.start > 2, units[end - 1] == 0x91CF { end -= 1 }
    guard end - range.start >= 2, end - range.start <= 14, units[end - 2] == 0x4EA7,
      units[end - 1] == 0x9500
    else { return nil }
    let thing = document.text.string(TextRange(range.start, end - 2))
    return [Filler(text: thing + "产量"), Filler(text: thing + "销量")]
  }

  /// 、 和 及 与 或 between the items of a list.
  func isJoint(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3001, 0x548C, 0x53CA, 0x4E0E, 0x6216: true
    default: false
    }
  }

  /// Gives every item the head that only the last one prints (工业和服务业增加值).
  private func distribute(_ cuts: [TextRange], in clause: Clause) -> [Filler] {
    let units = document.text.units
    guard let last = cuts.last else { return [] }
    let head = models.attributes.shortestName(endingAt: last.end, from: last.start, in: units)
    return cuts.map { range in
      if let mention = clause.mentions.first(where: { document.mentions[$0].range == range }) {
        return filler(Int32(truncatingIfNeeded: mention))
      }
      let own = models.attributes.indicator(endingAt: range.end, from: range.start, in: units)
      guard own == nil, let head, head > last.start else {
        return Filler(text: document.text.string(range), range: range)
      }
      let text = document.text.string(range) + document.text.string(TextRange(head, last.end))
      return Filler(text: text)
    }
  }
}
