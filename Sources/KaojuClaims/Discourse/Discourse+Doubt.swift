import KaojuModels
import KaojuVocabulary

extension Discourse {
  /// The word classes that tell how much an attribute says by itself.
  struct WordSets: Sendable {
    /// Says nothing without another word: 价格.
    var vague: TextSet
    /// A place has it only through something in it: 市场占有率.
    var bare: TextSet
    /// A place has it itself: GDP.
    var ofPlace: TextSet
  }

  /// What makes a completed claim less likely to hold, by what stands beside its slots.
  ///
  /// In 临江市港口集团吞吐量达90万吨 no rule says whose the 吞吐量 is: a noun stands between it and 临江市.
  func doubts(
    of claim: Claim, from draft: ClaimDraft, known: WordSets
  ) -> Doubts {
    let anchor = draft.anchor.lowerBound
    guard let index = map.clause(at: anchor), !tokens.isEmpty else { return [] }
    let clause = map.clauses[index]
    var doubts = doubtsOfFrame(claim)
    if claim.subject == nil { doubts.insert(.orphan) }
    if claim.inherited.contains(.modality) { doubts.insert(.carried) }
    doubts.formUnion(doubtsOfTime(claim, in: clause))
    if draft.claim.subject == nil, let subject = claim.subject {
      if isActor(subject, isInherited: claim.inherited.contains(.subject)) {
        doubts.insert(.actor)
      }
      if subject.entity == nil { doubts.insert(.generic) }
      if let range = subject.range {
        if isForeign(range, in: index) || isAnotherSpeakers(subject, claim, in: index) {
          doubts.insert(.foreign)
        }
        if isListed(range) { doubts.insert(.listed) }
        if !isCountry(subject), locates(range) || isOneOf(range, claim, in: clause) {
          doubts.insert(.locates)
        }
      }
      if standsBetween(claim, anchor: anchor, in: clause) { doubts.insert(.between) }
    }
    if isOpen(claim, from: draft, in: clause) { doubts.insert(.open) }
    guard claim.kind != .event, claim.kind != .relation else { return doubts }
    if let range = claim.attribute?.range, claim.attribute?.text == document.text.string(range) {
      doubts.formUnion(doubtsOfAttribute(range, of: claim, isPaired: draft.rounds > 1))
    }
    if let attribute = claim.attribute {
      if known.vague.contains(attribute.text) { doubts.insert(.vague) }
      if isPlaceOrNone(claim.subject), isBare(attribute.text, of: claim, known: known) {
        doubts.insert(.bare)
      }
      if isUnderspecified(attribute, in: index) { doubts.insert(.vague) }
    }
    if let value = claim.value?.range ?? claim.after?.value?.range {
      doubts.formUnion(doubtsOfValue(value, of: claim, in: clause))
    }
    return doubts
  }

  /// Remembers the doubts of the claim completed last, for those that continue its frame.
  mutating func note(_ doubts: Doubts, at anchor: Int32) {
    guard let last = recent.last, last.anchor == anchor else { return }
    recent[recent.count - 1].claim.doubts = doubts
  }

  /// What was doubtful of the frame that a claim continues, and whether its subject was carried
  /// here without a figure of its own.
  private func doubtsOfFrame(_ claim: Claim) -> Doubts {
    let earlier = recent.dropLast()
    var doubts: Doubts = []
    if claim.inherited.contains(.attribute), let attribute = claim.attribute,
      let frame = earlier.last(where: { $0.claim.attribute?.text == attribute.text })
    {
      doubts = frame.claim.doubts.intersection(Self.ofSlots)
    }
    if claim.inherited.contains(.subject), let subject = claim.subject,
      !earlier.contains(where: {
        $0.claim.subject?.entity == subject.entity
          && (subject.entity != nil || $0.claim.subject?.text == subject.text)
          && !$0.claim.doubts.contains(.unsaid)
      })
    {
      doubts.insert(.unsaid)
    }
    return doubts
  }

  /// The doubts about subject and attribute, which go on with a frame.
  private static let ofSlots: Doubts = [
    .between, .listed, .torn, .actor, .vague, .clausal, .locates, .verbal, .generic, .foreign,
    .bare, .unsaid,
  ]

  // MARK: The subject

  /// Whether an office of another place speaks and the subject was carried to what it says.
  private func isAnotherSpeakers(_ subject: Filler, _ claim: Claim, in index: Int) -> Bool {
    guard claim.inherited.contains(.subject), let entity = subject.entity,
      track.speaker[index] >= 0
    else { return false }
    let speaker = document.mentions[Int(track.speaker[index])]
    guard speaker.kind == .government, document.entities[Int(entity)].kind == .place,
      document.entities[Int(entity)].id.rawValue != "place/CN"
    else { return false }
    let place = document.entities[Int(entity)].name.utf16.prefix(2)
    return !document.text.units[speaker.range.indices].starts(with: place)
  }

  private func isActor(_ subject: Filler, isInherited: Bool) -> Bool {
    guard let entity = subject.entity else { return false }
    switch document.entities[Int(entity)].kind {
    case .government, .organization, .person, .policy, .occasion: return true
    case .product: return isInherited
    default: return false
    }
  }

  /// Whether 、 or 和 joins the subject to another name.
  private func isListed(_ range: TextRange) -> Bool {
    let units = document.text.units
    if range.start > 0, isJoint(units[range.start - 1]) { return true }
    guard range.end < units.count else { return false }
    return isJoint(units[range.end]) || units[range.end] == 0x7B49
  }

  /// Whether nouns that end in 机场 or the like follow a place without a break.
  private func locates(_ range: TextRange) -> Bool {
    var index = tokens.first(from: range.end)
    var at = range.end
    while let token = tokens.token(at: index), token.range.start == at, at - range.end < 12 {
      let classes = models.cues.classes(of: token.range, in: document.text.units)
      if classes.contains(.facility) { return true }
      // 郑州至徐州高速铁路: the line lies between two places.
      if token.range.count == 1, at == range.end, document.text.units[at] == 0x81F3 { return true }
      guard isNoun(token) || token.tag.description == "b" else { return false }
      at = token.range.end
      index += 1
    }
    return false
  }

  /// Whether 的, 一, 某 or a count that is not the value follows a place of another clause: 北京|一家超市….
  private func isOneOf(_ range: TextRange, _ claim: Claim, in clause: Clause) -> Bool {
    guard claim.inherited.contains(.subject), range.end < document.text.units.count,
      let index = map.clause(at: range.lowerBound)
    else { return false }
    switch document.text.units[range.end] {
    case 0x7684, 0x4E00, 0x67D0: return true
    default: break
    }
    return map.clauses[index].quantities.contains {
      let quantity = document.quantities[$0]
      return quantity.range.lowerBound == range.upperBound && quantity.value.dimension == .count
    }
  }

  /// Whether a noun or name that no slot holds stands before what is said, behind the subject.
  private func standsBetween(_ claim: Claim, anchor: Int32, in clause: Clause) -> Bool {
    var start = clause.content
    if let subject = claim.subject?.range, clause.range.contains(subject),
      subject.upperBound <= anchor
    {
      start = max(start, subject.upperBound)
    }
    var end = anchor
    let slots = [
      claim.attribute?.range, claim.whole?.range, claim.scope?.range, claim.object?.range,
      claim.trigger, claim.before?.value?.range, claim.evidence,
    ]
    for slot in slots {
      if let slot, slot.lowerBound >= start { end = min(end, slot.lowerBound) }
    }
    guard start < end else { return false }
    return tokens.tokens(in: TextRange(start, end)).contains { isLoose($0, in: clause) }
  }

  /// Whether a token is a noun that may be a subject, outside times and figures.
  private func isLoose(_ token: Token, in clause: Clause) -> Bool {
    guard isNoun(token),
      !clause.times.contains(where: { document.times[$0].range.contains(token.range) }),
      !clause.quantities.contains(where: { document.quantities[$0].range.contains(token.range) })
    else { return false }
    let classes = models.cues.classes(of: token.range, in: document.text.units)
    return classes.isDisjoint(with: [
      .verb, .front, .prefix, .connective, .tense, .distributor, .link, .country, .world, .nominal,
    ])
  }

  private static let nounTags = TagSet(
    "n", "nz", "nr", "ns", "nt", "nrt", "nrfg", "eng", "j")
  /// What a single character may be that is left of a word.
  private static let stubTags = TagSet("n", "ng", "nr", "g", "q", "uv", "m", "f")
  /// What stands before a noun as a part of its phrase.
  private static let adnominalTags = TagSet("vn", "a", "b", "ng", "vg", "ag", "q")

  private func isNoun(_ token: Token) -> Bool {
    Self.nounTags.contains(token.tag)
  }

  private func isCountry(_ subject: Filler) -> Bool {
    guard let range = subject.range else { return false }
    return !models.cues.classes(of: range, in: document.text.units)
      .isDisjoint(with: [.country, .world])
  }

  private func isPlaceOrNone(_ subject: Filler?) -> Bool {
    guard let entity = subject?.entity else { return true }
    return document.entities[Int(entity)].kind == .place
  }

  /// Whether a place has an indicator that something in it has: one that is listed, or a short
  /// one that no list of what places have holds.
  private func isBare(_ text: String, of claim: Claim, known: WordSets) -> Bool {
    if known.bare.contains(text) { return true }
    guard text.utf16.count <= 4, !known.ofPlace.contains(text) else { return false }
    switch (claim.value ?? claim.after?.value)?.value.dimension {
    case .some(.count): return false
    default: return true
    }
  }

  /// 其中,出口: what a part is a part of has a longer name (跨境电商零售进出口).
  private func isUnderspecified(_ attribute: Filler, in index: Int) -> Bool {
    guard track.isPart[index], attribute.text.utf16.count <= 2 else { return false }
    return recent.contains {
      $0.claim.kind == .measurement && ($0.claim.attribute?.text.utf16.count ?? 0) > 5
    }
  }

  /// Whether 全国 or 国内 is the subject and the paragraph has just named another country.
  private func isForeign(_ range: TextRange, in index: Int) -> Bool {
    let units = document.text.units
    guard range.count == 2 else { return false }
    // 当地 is the town that was spoken of, whatever its province.
    if units[range.start] == 0x5F53 { return true }
    if units[range.start] == 0x8BE5
      || units[range.start] == 0x5168 && units[range.end - 1] != 0x56FD
    {
      return isOfAnotherOffice(range, in: index)
    }
    guard units[range.start] == 0x5168 || units[range.start] == 0x56FD else { return false }
    let paragraph = map.clauses[index].paragraph
    var mention = map.clauses[index].mentions.upperBound - 1
    let last = max(0, mention - 12)
    while mention >= last {
      let found = document.mentions[mention]
      guard let clause = map.clause(at: found.range.lowerBound),
        map.clauses[clause].paragraph == paragraph
      else { return false }
      let id = document.entities[Int(found.entity)].id.rawValue.utf8
      if id.count == 8, id.starts(with: "place/".utf8), !id.elementsEqual("place/CN".utf8) {
        return true
      }
      mention -= 1
    }
    return false
  }

  /// Whether 全省 or 该国 stands behind another place, or its office, than it was resolved to.
  private func isOfAnotherOffice(_ range: TextRange, in index: Int) -> Bool {
    let clause = map.clauses[index]
    var mention = clause.mentions.upperBound - 1
    let last = max(0, mention - 12)
    guard
      let anaphor = clause.mentions.first(where: { document.mentions[$0].range == range })
    else { return false }
    let place = document.entities[Int(document.mentions[anaphor].entity)].name.utf16.prefix(2)
    while mention >= last {
      let found = document.mentions[mention]
      let isBefore = found.range.upperBound <= range.lowerBound
      if isBefore, found.kind == .government || found.kind == .place && !found.isAnaphor {
        return !document.text.units[found.range.indices].starts(with: place)
      }
      mention -= 1
    }
    return false
  }

  /// Whether the phrase behind the trigger of an event or rank goes on where it was cut:
  /// 发布国家学生|资助政策, 首条量子|通讯保密干线.
  private func isOpen(_ claim: Claim, from draft: ClaimDraft, in clause: Clause) -> Bool {
    let phrase: TextRange?
    switch claim.kind {
    case .event: phrase = claim.object.flatMap { $0.entity == nil ? $0.range : nil }
    case .rank: phrase = (draft.claim.subject ?? claim.attribute)?.range
    default: phrase = nil
    }
    guard let phrase, phrase.lowerBound >= draft.anchor.lowerBound else { return false }
    let index = tokens.first(from: phrase.end)
    guard let next = tokens.token(at: index), next.range.start == phrase.end,
      // 首位航天员|杨利伟: a name only says who it is.
      !clause.mentions.contains(where: { document.mentions[$0].range.start == phrase.end })
    else { return false }
    if isTouching(next) { return true }
    // 资助|政策 goes on, but 招聘会|开幕 is a sentence.
    guard isModifying(next), let behind = tokens.token(at: index + 1),
      behind.range.start == next.range.end
    else { return false }
    return behind.tag == .noun && isTouching(behind)
  }

  // MARK: The attribute

  private func doubtsOfAttribute(
    _ range: TextRange, of claim: Claim, isPaired: Bool
  ) -> Doubts {
    var doubts: Doubts = []
    let units = document.text.units
    if holdsVerb(range) { doubts.insert(.clausal) }
    let isBehind = claim.value?.range.map { $0.upperBound <= range.lowerBound } ?? false
    if isBehind {
      if range.end < units.count,
        isJoint(units[range.end]) || touches(tokens.first(from: range.end), at: range.end)
      {
        doubts.insert(.open)
      }
      return doubts
    }
    guard range.start > 0 else { return doubts }
    if isJoint(units[range.start - 1]), !isPaired { doubts.insert(.listed) }
    let first = tokens.token(at: tokens.first(from: range.start))
    if let first, first.range.start == range.start, first.range.count == 1, isStub(first),
      tokens.last(endingAt: range.start).map({ $0.tag != .punctuation }) ?? false
    {
      doubts.insert(.torn)
    }
    if claim.subject?.range?.upperBound == range.lowerBound { return doubts }
    guard let index = map.clause(at: range.lowerBound) else { return doubts }
    let clause = map.clauses[index]
    if clause.mentions.contains(where: {
      range.contains(document.mentions[$0].range) && !isNeverTopic(document.mentions[$0].range)
    }) {
      doubts.insert(.between)
    }
    if clause.quantities.contains(where: {
      document.quantities[$0].range.upperBound == range.lowerBound
    }) {
      doubts.insert(.per)
    }
    guard let left = tokens.last(endingAt: range.start) else { return doubts }
    if isModifying(left) { doubts.insert(.verbal) }
    guard isTouching(left) else { return doubts }
    let isWhole =
      clause.mentions.contains { document.mentions[$0].range.upperBound == range.lowerBound }
      || clause.times.contains { document.times[$0].range.upperBound == range.lowerBound }
    if !isWhole { doubts.insert(.torn) }
    return doubts
  }

  private func isNeverTopic(_ range: TextRange) -> Bool {
    models.cues.wordEnds(
      at: range.end, from: range.start, in: document.text.units, of: .neverTopic, longest: 2)
      != nil
  }

  /// Whether the token at `index` begins at `offset` and goes on with a noun phrase.
  private func touches(_ index: Int, at offset: Int) -> Bool {
    tokens.token(at: index).map { $0.range.start == offset && isTouching($0) } ?? false
  }

  /// Whether a single character at the head of a phrase is what is left of a word (山东地|炼|开工率).
  private func isStub(_ token: Token) -> Bool {
    Self.stubTags.contains(token.tag)
  }

  /// Whether a token is a verb that no cue makes a predicate.
  private func isModifying(_ token: Token) -> Bool {
    token.tag.isVerbal && token.range.count > 1
      && models.cues.classes(of: token.range, in: document.text.units).isEmpty
  }

  /// Whether a token is a noun or adjective that no edge of a phrase should touch.
  private func isTouching(_ token: Token) -> Bool {
    let classes = models.cues.classes(of: token.range, in: document.text.units)
    guard
      classes.isDisjoint(with: [
        .verb, .front, .prefix, .connective, .tense, .distributor, .link, .closer, .report,
        .locative, .opener, .basis,
      ])
    else { return false }
    return isNoun(token) || Self.adnominalTags.contains(token.tag)
  }

  /// Whether a verb that no known indicator has stands in a phrase.
  private func holdsVerb(_ range: TextRange) -> Bool {
    let units = document.text.units
    let name = models.attributes.indicator(endingAt: range.end, from: range.start, in: units)
    let end = name?.start ?? range.end
    guard range.start < end else { return false }
    return tokens.tokens(in: TextRange(range.start, end)).contains { token in
      let classes = models.cues.classes(of: token.range, in: units)
      if !classes.isDisjoint(with: [.nominal, .prefix]) { return false }
      return classes.contains(.verb) || token.tag == .adverb || token.tag == .preposition
        || token.tag == .pronoun
    }
  }

  // MARK: The value

  private func doubtsOfValue(_ value: TextRange, of claim: Claim, in clause: Clause) -> Doubts {
    var doubts: Doubts = []
    let units = document.text.units
    if claim.kind == .measurement || claim.kind == .growth,
      value.end < units.count, units[value.end] == 0x7684,
      claim.attribute?.range.map({ $0.upperBound <= value.lowerBound }) ?? true
    {
      doubts.insert(.modifies)
    }
    if value.start > 0, units[value.start - 1] == 0x7B49 { doubts.insert(.tally) }
    if claim.kind != .rate, clause.range.start < value.start,
      units[clause.range.start..<value.start].contains(0x6BCF)
    {
      doubts.insert(.per)
    }
    if claim.kind == .measurement, claim.value?.value.dimension == .ratio,
      let attribute = claim.attribute
    {
      let name = Array(attribute.text.utf16)
      let known =
        models.attributes.indicator(endingAt: name.count, from: 0, in: name)?.indicator.dimensions
        ?? models.attributes.head(endingAt: name.count, from: 0, in: name)?.dimensions ?? []
      if !known.contains(.ratio) { doubts.insert(.percent) }
    }
    return doubts
  }

  // MARK: The time

  private func doubtsOfTime(_ claim: Claim, in clause: Clause) -> Doubts {
    guard let time = claim.time else { return [] }
    if time.timex == "PAST_REF" || time.timex == "FUTURE_REF" { return .undated }
    // What is told as done of a time to come has another time.
    if claim.modality == .asserted, isFuture(time) { return .undated }
    // 全年 that is not over yet is another year's.
    if let published = document.published, let to = time.to, to > published,
      document.text.units[time.range.start] == 0x5168
    {
      return .undated
    }
    guard claim.inherited.contains(.time), let place = map.clause(at: time.range.lowerBound) else {
      return []
    }
    let there = map.clauses[place]
    if there.paragraph != clause.paragraph { return .distant }
    return there.sentence != clause.sentence ? .earlier : []
  }
}
