import KaojuVocabulary

extension Discourse {
  /// Settles what a growth is measured against, by the words of its clause.
  ///
  /// 比上年 is the same period of the year before; 比上年末 is since a time. A bare second item
  /// (，增长5.9%) has the basis of the growth before it.
  func settleBasis(of claim: inout Claim, at anchor: Int32, in index: Int) {
    guard claim.kind == .growth else { return }
    let clause = map.clauses[index]
    let units = document.text.units
    var found: Basis?
    var at = clause.range.start
    let limit = min(Int(anchor), clause.range.end)
    while at < limit {
      guard
        let word = models.cues.longest(
          at: at, limit: limit, in: units, of: [.yoy, .mom, .annual, .cumulative])
      else {
        at += 1
        continue
      }
      if let basis = basis(word.classes, behind: word.end) { found = basis }
      at = word.end
    }
    if let found {
      if claim.basis == nil || claim.basis == .since || found == .annual { claim.basis = found }
      if claim.basis != .since { claim.baseline = nil }
    } else if claim.basis == nil, let time = basisTime(before: anchor, in: clause) {
      claim.basis = .since
      claim.baseline = Reference(time: document.times[time])
    } else if claim.basis == nil, claim.baseline == nil {
      carryBasis(to: &claim, in: index)
    }
  }

  /// The time that a growth is measured against: 比上年末, 较2009年.
  private func basisTime(before anchor: Int32, in clause: Clause) -> Int? {
    clause.times.last {
      map.timeRoles[$0] == .basis && document.times[$0].range.upperBound <= anchor
    }
  }

  private func basis(_ classes: CueClass, behind end: Int) -> Basis? {
    if classes.contains(.yoy) {
      let units = document.text.units
      // 比上年末, 较上年底 and 比上年全年 compare with another period than the same one.
      guard end < units.count else { return .yoy }
      switch units[end] {
      case 0x672B, 0x5E95, 0x5168: return nil
      default: return .yoy
      }
    }
    if classes.contains(.mom) { return .mom }
    return classes.contains(.annual) ? .annual : .cumulative
  }

  private func carryBasis(to claim: inout Claim, in index: Int) {
    let sentence = map.clauses[index].sentence
    for frame in recent.reversed() {
      guard map.clauses[frame.clause].sentence == sentence else { return }
      if frame.claim.kind == .growth {
        guard frame.claim.basis == .yoy || frame.claim.basis == .mom else { return }
        claim.basis = frame.claim.basis
        claim.inherited.append(.basis)
        return
      }
    }
  }

  /// Fills where an event happens: the place behind 在 that is no other slot's.
  func fillPlace(of claim: inout Claim, at anchor: Int32, in index: Int) {
    guard claim.kind == .event, claim.place == nil else { return }
    let clause = map.clauses[index]
    for mention in clause.mentions {
      let found = document.mentions[mention]
      guard found.kind == .place || found.kind == .zone, found.range.upperBound <= anchor,
        found.entity != claim.subject?.entity, found.entity != claim.object?.entity,
        models.cues.wordEnds(
          at: found.range.start, from: clause.range.start, in: document.text.units,
          of: .locative, longest: 1) != nil
      else { continue }
      claim.place = filler(Int32(truncatingIfNeeded: mention))
      return
    }
  }
}
