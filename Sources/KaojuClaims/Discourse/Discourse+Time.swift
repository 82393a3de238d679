import KaojuModels
import KaojuVocabulary

extension Discourse {
  /// Fills a claim's time: the clause's own, else what the sentence or paragraph last set.
  func fillTime(
    of claim: inout Claim, at anchor: Int32, in index: Int, staysInSentence: Bool
  ) {
    guard claim.time == nil, claim.kind != .change else { return }
    if let own = ownTime(at: anchor, in: index) {
      claim.time = document.times[own]
      return
    }
    let inSentence = track.sentenceTime[index]
    if inSentence >= 0, fits(inSentence, claim) {
      take(inSentence, for: &claim, trust: 97)
      return
    }
    guard !saysNow(at: anchor, in: index) else { return }
    switch claim.kind {
    case .rank, .event, .relation: return
    default: guard !staysInSentence else { return }
    }
    if track.paragraphTime[index] >= 0, fits(track.paragraphTime[index], claim) {
      take(track.paragraphTime[index], for: &claim, trust: 92)
    } else if track.closingTime[index] >= 0 {
      take(track.closingTime[index], for: &claim, trust: 85)
    } else if track.earlierTime[index] >= 0, claim.kind == .growth || isFlow(claim) {
      take(track.earlierTime[index], for: &claim, trust: 75)
    }
  }

  /// Whether the clause says that it is so now, whatever an earlier sentence told of: 现有企业90家.
  private func saysNow(at anchor: Int32, in index: Int) -> Bool {
    let start = map.clauses[index].range.lowerBound
    guard start < anchor else { return false }
    return models.cues.contains(
      .present, in: TextRange(start, anchor), of: document.text.units)
  }

  /// What is expected or planned does not lie behind the day of publication.
  private func fits(_ time: Int32, _ claim: Claim) -> Bool {
    guard claim.modality == .expected || claim.modality == .planned,
      let published = document.published, let end = document.times[Int(time)].to
    else { return true }
    return end > published
  }

  /// Whether a claim measures a flow, which makes no sense without a time (产值, 销量).
  private func isFlow(_ claim: Claim) -> Bool {
    guard claim.kind == .measurement || claim.kind == .share, let attribute = claim.attribute
    else { return false }
    let units = Array(attribute.text.utf16)
    return models.attributes.indicator(endingAt: units.count, from: 0, in: units)?
      .indicator.nature == .flow
  }

  private func take(_ time: Int32, for claim: inout Claim, trust: Int) {
    claim.time = document.times[Int(time)]
    claim.inherited.append(.time)
    claim.confidence = claim.confidence * trust / 100
  }

  /// The nearest time of the clause left of the anchor that says when.
  ///
  /// Events and ranks may have it behind them too.
  func ownTime(at anchor: Int32, in index: Int) -> Int? {
    let clause = map.clauses[index]
    for time in clause.times.reversed()
    where map.timeRoles[time].isOwn && document.times[time].range.lowerBound < anchor {
      return time
    }
    return nil
  }
}
