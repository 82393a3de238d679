import KaojuModels
package import KaojuVocabulary

/// Fills what a clause leaves out: subject, attribute, time, modality and who says it.
///
/// Claims are completed in text order, since a growth right behind a value continues its frame:
/// in 佛山…总资产90亿元,同比增长6% the growth has the subject, attribute and time of the value.
package struct Discourse {
  let document: Document
  let models: DiscourseModels
  let map: ClauseMap
  let track: DiscourseTrack
  let tokens: TokenIndex
  /// The topic that most clauses of the document open with.
  let mainTopic: Int32
  /// The numeric claims that were completed last, of one sentence.
  var recent: [Frame] = []
  /// A list with more items than this is not paired with values.
  static let longestList = 24
  /// The numeric claim that was completed last.
  var frame: Frame? { recent.last }

  /// A completed claim that others may continue.
  struct Frame {
    var claim: Claim
    var clause: Int
    var anchor: Int32
    var isSector: Bool
  }

  /// Reads a document's clauses and what is in force at each.
  ///
  /// - Parameter paragraphs: Those in which drafts will be completed; `nil` for all.
  package init(_ document: Document, models: DiscourseModels, paragraphs: Set<Int32>? = nil) {
    self.document = document
    self.models = models
    map = ClauseReader(models: models).read(document, paragraphs: paragraphs)
    tokens = TokenIndex(document)
    track = DiscourseTrack(map, in: document)
    mainTopic = Self.mainTopic(of: map, in: document)
  }

  /// The clauses of the document.
  package var clauses: ClauseMap { map }

  /// Fills a draft's empty slots from its clause and from what went before.
  ///
  /// `nil`, with a diagnostic, where the draft waits for a list that is not there.
  /// - Precondition: drafts come in the order of their anchors.
  package mutating func complete(
    _ draft: ClaimDraft, diagnostics: inout [Diagnostic]
  ) -> Claim? {
    var claim = draft.claim
    let anchor = draft.anchor.lowerBound
    guard let clause = map.clause(at: anchor) else { return claim }
    if isMisread(claim) { return nil }
    releasePlace(of: &claim, in: clause)
    var isSector = false
    if draft.awaitsList {
      guard let isGeneric = fillFromList(draft, claim: &claim, in: clause) else {
        diagnostics.append(
          Diagnostic(
            code: "claim/unpaired-list",
            message: "\(draft.rounds) values wait for a list of \(draft.rounds) items that the "
              + "sentence does not have.",
            range: claim.evidence))
        return nil
      }
      isSector = isGeneric
    } else {
      isSector = fillSubjectAndAttribute(
        of: &claim, continues: draft.continues, at: anchor, in: clause)
    }
    fillModality(of: &claim, at: anchor, in: clause)
    fillTime(of: &claim, at: anchor, in: clause, staysInSentence: draft.staysInSentence)
    expectFuture(of: &claim)
    settleBasis(of: &claim, at: anchor, in: clause)
    settleObject(of: &claim, in: clause)
    if isCutShort(claim) { return nil }
    fillPlace(of: &claim, at: anchor, in: clause)
    fillAttribution(of: &claim, in: clause)
    identifyAttribute(of: &claim)
    if claim.subject?.text.isEmpty ?? false { claim.subject = nil }
    if claim.attribute?.text.isEmpty ?? false { claim.attribute = nil }
    if claim.inherited.count > 1 { claim.inherited = Set(claim.inherited).sorted() }
    claim.confidence = max(1, min(100, claim.confidence))
    let done = Frame(
      claim: claim, clause: clause, anchor: anchor, isSector: isSector && claim.kind != .rank)
    switch claim.kind {
    case .event, .relation: break
    case .rate where claim.attribute == nil: break
    default:
      if let last = recent.last,
        map.clauses[last.clause].sentence != map.clauses[clause].sentence
      {
        recent.removeAll()
      }
      if recent.count >= Self.longestList { recent.removeFirst() }
      recent.append(done)
    }
    return claim
  }

  /// A length of time beside an attribute that is no time says when, not how much: 价格在六年间….
  private func isMisread(_ claim: Claim) -> Bool {
    if let value = claim.value?.range ?? claim.after?.value?.range, isTornNumber(value) {
      return true
    }
    guard claim.kind == .measurement || claim.kind == .growth,
      claim.value?.value.dimension == .time, let attribute = claim.attribute
    else { return false }
    let units = Array(attribute.text.utf16)
    if let name = models.attributes.indicator(endingAt: units.count, from: 0, in: units) {
      return !name.indicator.dimensions.contains(.time)
    }
    let head = models.attributes.head(endingAt: units.count, from: 0, in: units)
    return head.map { !$0.dimensions.contains(.time) } ?? false
  }

  /// Whether a value is what is left of a number whose groups were printed oddly: 1474|,286吨.
  private func isTornNumber(_ range: TextRange) -> Bool {
    let units = document.text.units
    func isDigit(_ at: Int) -> Bool {
      units.indices.contains(at) && (0x30...0x39).contains(units[at])
    }
    if isDigit(range.end - 1), units.indices.contains(range.end), units[range.end] == 0x2C,
      isDigit(range.end + 1), isDigit(range.end + 2), isDigit(range.end + 3)
    {
      return !isDigit(range.end + 4)
    }
    return range.start > 1 && isDigit(range.start) && units[range.start - 1] == 0x2C
      && isDigit(range.start - 2) && isDigit(range.start + 1) && isDigit(range.start + 2)
      && !isDigit(range.start + 3)
  }

  /// A mention as a filler: as printed, or by its entity's name when it only points.
  func filler(_ mention: Int32) -> Filler {
    let found = document.mentions[Int(mention)]
    let text =
      found.isAnaphor
      ? document.entities[Int(found.entity)].name : document.text.string(found.range)
    return Filler(text: text, range: found.range, entity: found.entity)
  }

  /// The entity of a mention.
  func entity(_ mention: Int32) -> Int32 { document.mentions[Int(mention)].entity }

  private static func mainTopic(of map: ClauseMap, in document: Document) -> Int32 {
    var counts = [Int32](repeating: 0, count: document.entities.count)
    var first = [Int32](repeating: -1, count: document.entities.count)
    for clause in map.clauses where clause.topic >= 0 {
      let entity = Int(document.mentions[Int(clause.topic)].entity)
      counts[entity] += 1
      if first[entity] < 0 { first[entity] = clause.topic }
    }
    var best = -1
    for entity in counts.indices where counts[entity] > 0 {
      if best < 0 || counts[entity] > counts[best]
        || counts[entity] == counts[best] && first[entity] < first[best]
      {
        best = entity
      }
    }
    return best < 0 ? -1 : first[best]
  }
}
