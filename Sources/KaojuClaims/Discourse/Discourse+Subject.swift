import KaojuModels
import KaojuVocabulary

extension Discourse {
  /// A filler that a policy proposes, with how far the policy is to be trusted.
  private struct Proposal {
    var mention: Int32
    var policy: RuleID
    var trust: Int
    var isInherited: Bool
  }

  /// Fills subject and attribute; whether the subject is a sector and no entity.
  mutating func fillSubjectAndAttribute(
    of claim: inout Claim, continues: Bool, at anchor: Int32, in clause: Int
  ) -> Bool {
    if continueFrame(in: &claim, continues: continues, at: anchor, in: clause) {
      return frame?.isSector ?? false
    }
    guard claim.subject == nil else {
      if continues, claim.attribute == nil { takeAttribute(for: &claim, in: clause) }
      stripSubject(from: &claim)
      return claim.subject?.entity == nil
    }
    if takePart(for: &claim, in: clause) || takeQuoted(for: &claim) { return true }
    if claim.attribute == nil, continues || claim.kind == .share || claim.kind == .growth,
      claim.kind != .rank, let noun = leadingNoun(before: clause)
    {
      claim.attribute = noun
      claim.inherited.append(.attribute)
      claim.confidence = claim.confidence * 85 / 100
    }
    let proposals = proposals(for: claim, at: anchor, in: clause)
    let isOwn = proposals.first.map { !$0.isInherited } ?? false
    if claim.kind != .event, claim.kind != .relation {
      if takeSector(for: &claim, topic: proposals.first?.mention ?? -1, isOwn: isOwn, in: clause) {
        return true
      }
      if !isOwn, takeFacility(for: &claim) { return true }
      if !isOwn, let group = countedSubject(of: claim, in: clause) {
        claim.subject = group
        claim.subjectPolicy = SubjectPolicy.noun
        return true
      }
      if !isOwn, isSectorFrame(in: clause), takeInnerSector(for: &claim) { return true }
      if let frame, !isOwn, isSectorFrame(in: clause), !hasOwnNoun(claim) {
        claim.subject = frame.claim.subject
        claim.inherited.append(.subject)
        claim.confidence = claim.confidence * 90 / 100
        return true
      }
    }
    if !isOwn, let subject = nounSubject(of: claim, at: anchor, in: clause) {
      claim.subject = subject
      claim.subjectPolicy = SubjectPolicy.noun
      claim.confidence = claim.confidence * 88 / 100
      return true
    }
    guard let best = proposals.first else {
      takeNation(for: &claim, in: clause)
      if claim.attribute == nil { takeRankedAttribute(for: &claim, in: clause) }
      return false
    }
    // 国内生产总值 is the nation's, whatever place was spoken of before.
    if best.isInherited, !isCountry(best.mention), let attribute = claim.attribute?.range,
      attribute.count >= 5, document.text.units[attribute.start] == 0x56FD,
      document.text.units[attribute.start + 1] == 0x5185, isOfPlaces(attribute)
    {
      claim.subject = Filler(text: "中国")
      claim.subjectPolicy = SubjectPolicy.nation
      claim.inherited.append(.subject)
      claim.confidence = claim.confidence * 75 / 100
      return false
    }
    claim.subject = isOwn ? counted(best.mention, before: anchor) : filler(best.mention)
    if best.isInherited {
      claim.inherited.append(.subject)
      claim.subjectPolicy = best.policy
    }
    claim.confidence = claim.confidence * best.trust / 100
    for other in proposals.dropFirst().prefix(3)
    where entity(other.mention) != entity(best.mention) {
      claim.candidates.append(
        Claim.Candidate(
          slot: .subject, filler: filler(other.mention), score: other.trust, policy: other.policy))
    }
    if claim.attribute == nil {
      if isOwn { takeParallelAttribute(for: &claim, in: clause) }
      takeRankedAttribute(for: &claim, in: clause)
    }
    stripSubject(from: &claim)
    return false
  }

  /// Gives a growth that names only its subject the attribute of the growth beside it:
  /// 甲业绩增长5%;乙预计增长9%.
  private func takeParallelAttribute(for claim: inout Claim, in clause: Int) {
    guard claim.kind == .growth, let frame, frame.claim.kind == .growth,
      map.clauses[frame.clause].paragraph == map.clauses[clause].paragraph,
      clause - frame.clause <= 2, let attribute = frame.claim.attribute
    else { return }
    claim.attribute = attribute
    claim.inherited.append(.attribute)
    claim.confidence = claim.confidence * 85 / 100
  }

  /// Gives a rank without a noun of its own what the clause before measured:
  /// 研发投入强度达到6.8%,连续5年位居全省第一.
  private func takeRankedAttribute(for claim: inout Claim, in clause: Int) {
    guard claim.kind == .rank, let frame, frame.claim.kind != .rank,
      map.clauses[frame.clause].sentence == map.clauses[clause].sentence,
      clause - frame.clause == 1, map.clauses[clause].topic < 0,
      let attribute = frame.claim.attribute, claim.subject?.entity == frame.claim.subject?.entity
    else { return }
    claim.attribute = attribute
    claim.inherited.append(.attribute)
    claim.confidence = claim.confidence * 90 / 100
  }

  /// Whether the attribute names its own thing before the indicator: 新能源汽车|产量.
  private func hasOwnNoun(_ claim: Claim) -> Bool {
    guard let attribute = claim.attribute?.range,
      let name = models.attributes.indicator(
        endingAt: attribute.end, from: attribute.start, in: document.text.units)
    else { return false }
    return name.start - attribute.start >= 4
  }

  /// Whether the frame before has a sector as its subject and no topic has come since.
  private func isSectorFrame(in clause: Int) -> Bool {
    guard let frame, frame.isSector else { return false }
    let here = map.clauses[clause]
    let there = map.clauses[frame.clause]
    guard there.paragraph == here.paragraph else { return false }
    if there.sentence != here.sentence {
      // 全县还将新建… is about the county again.
      if here.content < here.range.upperBound,
        document.text.units[Int(here.content)] == 0x5168
      {
        return false
      }
      // 其中,境外输入63例。现有病例90例: a part of one sentence is not the subject of the next.
      guard let sector = frame.claim.subject?.range,
        isSectorHead(endingAt: sector.end, from: sector.start)
      else { return false }
      return track.paragraphTopic[clause] < 0 && track.laterTopic[clause] < 0
    }
    return track.paragraphTopic[clause] == track.paragraphTopic[frame.clause]
      && here.topic < 0
  }

  /// Who a claim may be about, the likeliest first.
  private func proposals(for claim: Claim, at anchor: Int32, in index: Int) -> [Proposal] {
    let clause = map.clauses[index]
    let taken = takenEntities(of: claim)
    var found: [Proposal] = []
    let isLoose = claim.kind == .event || claim.kind == .relation
    let isMacro = isOfPlaces(claim.attribute?.range)
    func propose(_ mention: Int32, _ policy: RuleID, _ trust: Int, inherited: Bool) {
      guard mention >= 0, !taken.contains(entity(mention)) else { return }
      var policy = policy
      var trust = trust
      if inherited, isMacro {
        let kind = document.mentions[Int(mention)].kind
        guard kind == .place || kind == .zone else { return }
      }
      if inherited, !isLoose, policy != SubjectPolicy.sentenceTopic {
        switch document.mentions[Int(mention)].kind {
        case .occasion, .policy: return
        case .person where isOfPublicLife(mention) && policy != SubjectPolicy.pronoun: return
        case .government, .organization:
          policy = SubjectPolicy.unlikelyTopic
          trust = trust * 80 / 100
        default: break
        }
      }
      found.append(
        Proposal(mention: mention, policy: policy, trust: trust, isInherited: inherited))
    }
    if clause.pivot >= 0, document.mentions[Int(clause.pivot)].range.upperBound <= anchor {
      propose(clause.pivot, SubjectPolicy.pivot, 96, inherited: false)
    }
    if clause.topic >= 0,
      document.mentions[Int(clause.topic)].range.lowerBound <= anchor || !isLoose
    {
      propose(clause.topic, SubjectPolicy.clauseTopic, 100, inherited: false)
    }
    if clause.topic < 0, clause.world >= 0, !isLoose, claim.kind != .rank {
      propose(clause.world, SubjectPolicy.world, 92, inherited: false)
    }
    if let region = regionTopic(in: index) {
      propose(region, "discourse/region", 92, inherited: true)
    }
    if let person = pronounTopic(in: index) {
      propose(person, SubjectPolicy.pronoun, 90, inherited: true)
    }
    if isLoose {
      for mention in clause.mentions.reversed()
      where document.mentions[mention].range.upperBound <= anchor
        && !claim.evidence.contains(document.mentions[mention].range)
        && !isGoverned(mention, in: clause) && !isHeld(document.mentions[mention].range, by: claim)
      {
        propose(Int32(mention), SubjectPolicy.nearest, 88, inherited: false)
      }
    }
    if track.sentenceTopic[index] >= 0 {
      propose(track.sentenceTopic[index], SubjectPolicy.sentenceTopic, 97, inherited: true)
    } else if track.cataphora[index] >= 0 {
      propose(track.cataphora[index], SubjectPolicy.cataphora, 90, inherited: true)
    }
    if let firm = speakingFirm(in: index) {
      propose(firm, SubjectPolicy.speaker, 88, inherited: true)
    }
    propose(track.paragraphTopic[index], SubjectPolicy.paragraphTopic, 90, inherited: true)
    if track.closingTime[index] >= 0 || track.earlierTopic[index] < 0 {
      propose(track.laterTopic[index], SubjectPolicy.laterTopic, 84, inherited: true)
    }
    propose(track.earlierTopic[index], SubjectPolicy.earlierParagraph, 75, inherited: true)
    propose(track.laterTopic[index], SubjectPolicy.laterTopic, 70, inherited: true)
    if isKnown(mainTopic, by: index) || isMacro && isCountry(mainTopic) {
      propose(mainTopic, SubjectPolicy.mainTopic, 70, inherited: true)
    }
    let isUnlikely = { (proposal: Proposal) in
      proposal.policy == SubjectPolicy.unlikelyTopic
    }
    found = found.filter { !isUnlikely($0) } + found.filter(isUnlikely)
    if isLoose, found.first?.isInherited ?? true {
      found.sort { $0.isInherited ? false : $1.isInherited }
    }
    if found.isEmpty, !taken.isEmpty {
      return self.proposals(for: bare(claim), at: anchor, in: index)
    }
    return found
  }

  /// Whether an attribute is an indicator that only places have: CPI, 工业增加值.
  private func isOfPlaces(_ attribute: TextRange?) -> Bool {
    guard let attribute else { return false }
    return models.cues.wordEnds(
      at: attribute.end, from: attribute.start, in: document.text.units, of: .macro, longest: 10)
      != nil
  }

  /// Gives an indicator that only places have to the nation, where a body of the nation tells of it
  /// and no place is named: 国家统计局公布,5月份CPI同比上涨5.5%.
  private func takeNation(for claim: inout Claim, in index: Int) {
    guard isOfPlaces(claim.attribute?.range) else { return }
    let units = document.text.units
    let isNational = document.mentions.contains { mention in
      models.cues.longest(
        at: mention.range.start, limit: mention.range.end, in: units, of: .national)?.end
        == mention.range.end
    }
    guard isNational else { return }
    claim.subject = Filler(text: "中国")
    claim.subjectPolicy = SubjectPolicy.nation
    claim.inherited.append(.subject)
    claim.confidence = claim.confidence * 75 / 100
  }

  /// Whether a name has come before a clause, or in the headline or lead: what a late paragraph brings
  /// up is not what an earlier one is about.
  private func isKnown(_ mention: Int32, by index: Int) -> Bool {
    guard mention >= 0,
      let first = map.clause(at: document.mentions[Int(mention)].range.lowerBound)
    else { return false }
    return map.clauses[first].paragraph < 2 || first <= index || map.clauses[index].paragraph == 0
  }

  /// Whether a person is one whom the register knows: who visits is not whose figures follow.
  private func isOfPublicLife(_ mention: Int32) -> Bool {
    document.entities[Int(entity(mention))].isLinked
  }

  /// The firm that says it, unless saying such things is its trade: 惠普表示,上季度销量下滑.
  private func speakingFirm(in index: Int) -> Int32? {
    let speaker = track.speaker[index]
    guard speaker >= 0, case let mention = document.mentions[Int(speaker)], mention.kind == .firm,
      map.clause(at: mention.range.lowerBound).map({
        map.clauses[$0].sentence == map.clauses[index].sentence
      }) ?? false
    else { return nil }
    let name = Array(document.entities[Int(mention.entity)].name.utf16)
    let isAnalyst =
      models.cues.contains(.analyst, in: mention.range, of: document.text.units)
      || models.cues.contains(.analyst, in: TextRange(0, name.count), of: name)
    return isAnalyst ? nil : speaker
  }

  /// Whether another slot's phrase holds a mention.
  private func isHeld(_ range: TextRange, by claim: Claim) -> Bool {
    for slot in [claim.object?.range, claim.attribute?.range, claim.scope?.range] {
      if let slot, slot.contains(range) { return true }
    }
    return false
  }

  /// Whether 与 or 在 before a mention makes it no subject.
  func isGoverned(_ mention: Int, in clause: Clause) -> Bool {
    models.cues.wordEnds(
      at: document.mentions[mention].range.start, from: clause.range.start,
      in: document.text.units, of: [.basis, .locative, .bound], longest: 2) != nil
  }

  /// The claim without what other slots hold: a firm may be the whole of its own share.
  private func bare(_ claim: Claim) -> Claim {
    Claim(kind: claim.kind, evidence: claim.evidence, rule: claim.rule)
  }

  /// The entities that other slots of the claim hold.
  private func takenEntities(of claim: Claim) -> [Int32] {
    var taken: [Int32] = []
    func take(_ entity: Int32?) { if let entity { taken.append(entity) } }
    take(claim.whole?.entity)
    take(claim.object?.entity)
    take(claim.scope?.entity)
    take(claim.baseline?.filler?.entity)
    take(claim.place?.entity)
    for filler in claim.participants { take(filler.entity) }
    return taken
  }

  /// A growth or multiple without a noun of its own goes on with the frame before it.
  private mutating func continueFrame(
    in claim: inout Claim, continues: Bool, at anchor: Int32, in clause: Int
  ) -> Bool {
    guard claim.attribute == nil, claim.subject == nil, let frame else { return false }
    switch claim.kind {
    case .growth, .multiple, .share, .change: break
    default: guard continues else { return false }
    }
    // 98%的村庄通了网络: a share whose whole stands behind it says nothing of the frame's attribute.
    if claim.kind == .share, let whole = claim.whole?.range, let value = claim.value?.range,
      whole.lowerBound >= value.upperBound
    {
      return false
    }
    let here = map.clauses[clause]
    let there = map.clauses[frame.clause]
    guard here.sentence == there.sentence || claim.kind == .growth,
      here.paragraph == there.paragraph, here.sentence - there.sentence <= 1
    else { return false }
    // 负债总额增长34%。短期借款增幅最大,增长178%: the sentence has a noun of its own.
    if here.sentence != there.sentence, leadingNoun(before: clause) != nil { return false }
    if here.topic >= 0, let subject = frame.claim.subject?.entity,
      entity(here.topic) != subject, clause != frame.clause
    {
      return false
    }
    let rival = rival(of: frame, upTo: clause)
    if rival != nil, claim.kind != .growth || frame.claim.kind != .growth { return false }
    claim.subject = rival.map { filler($0) } ?? frame.claim.subject
    claim.subjectPolicy = rival == nil ? frame.claim.subjectPolicy : SubjectPolicy.sentenceTopic
    claim.attribute = frame.claim.attribute
    if claim.kind == .share, claim.whole == nil, frame.claim.kind == .share {
      claim.whole = frame.claim.whole
      claim.inherited.append(.whole)
    }
    if clause != frame.clause {
      claim.inherited.append(.subject)
      claim.inherited.append(.attribute)
    }
    let trust = here.sentence == there.sentence ? 98 : 80
    claim.confidence = min(claim.confidence, frame.claim.confidence) * trust / 100
    if claim.time == nil, ownTime(at: anchor, in: clause) == nil,
      let time = frame.claim.after?.time ?? frame.claim.time,
      !isTimeSet(behind: frame.clause, upTo: clause)
    {
      claim.time = time
      claim.inherited.append(.time)
    }
    return true
  }

  /// A topic of the same kind as the frame's subject that a clause without a figure has set since:
  /// 东部经济增长6%;西部稳中有升,增长5%.
  private func rival(of frame: Frame, upTo clause: Int) -> Int32? {
    guard frame.clause + 1 < clause, let subject = frame.claim.subject?.entity else { return nil }
    for index in ((frame.clause + 1)..<clause).reversed() {
      let topic = map.clauses[index].topic
      guard topic >= 0 else { continue }
      guard entity(topic) != subject, map.clauses[index].quantities.isEmpty,
        document.mentions[Int(topic)].kind == document.entities[Int(subject)].kind
      else { return nil }
      return topic
    }
    return nil
  }

  /// Whether a clause behind the frame's has set another time: 3月份当月看,同比增长5.9%.
  private func isTimeSet(behind first: Int, upTo last: Int) -> Bool {
    guard first < last else { return false }
    return map.clauses[(first + 1)...last].contains { $0.topicTime >= 0 }
  }

  /// Takes the subject's name, and a 的 behind it, off the head of the attribute.
  private func stripSubject(from claim: inout Claim) {
    guard let attribute = claim.attribute, var range = attribute.range,
      let subject = claim.subject?.range, range.contains(subject),
      subject.lowerBound == range.lowerBound, subject.upperBound < range.upperBound
    else { return }
    range.lowerBound = subject.upperBound
    if range.count > 1, document.text.units[range.start] == 0x7684 { range.lowerBound += 1 }
    claim.attribute = Filler(text: document.text.string(range), range: range)
  }
}
