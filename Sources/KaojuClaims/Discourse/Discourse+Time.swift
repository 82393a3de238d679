import KaojuVocabulary

extension Discourse {
  /// Fills a claim's time: the clause's own, else what the sentence or paragraph last set.
  func fillTime(
    of claim: inout Claim, at anchor: Int32, in index: Int, staysInSentence: Bool
  ) {
    guard claim.time == nil else { return }
    if let own = ownTime(at: anchor, in: index) {
      claim.time = document.times[own]
      return
    }
    if claim.kind == .change { return }
    let inSentence = track.sentenceTime[index]
    if inSentence >= 0 {
      take(inSentence, for: &claim, trust: 97)
      return
    }
    switch claim.kind {
    case .rank, .event, .relation: return
    default: guard !staysInSentence else { return }
    }
    if track.paragraphTime[index] >= 0 {
      take(track.paragraphTime[index], for: &claim, trust: 92)
    } else if track.closingTime[index] >= 0 {
      take(track.closingTime[index], for: &claim, trust: 85)
    } else if claim.kind == .growth, track.earlierTime[index] >= 0 {
      take(track.earlierTime[index], for: &claim, trust: 75)
    }
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
