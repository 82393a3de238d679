import KaojuModels
import KaojuVocabulary

extension Discourse {
  /// Fills how the text means a claim, and whether it denies it.
  func fillModality(of claim: inout Claim, at anchor: Int32, in index: Int) {
    let clause = map.clauses[index]
    if claim.modality == .asserted {
      if clause.modality != .asserted, clause.modalityCue <= anchor {
        claim.modality = clause.modality
      } else if let attribute = claim.attribute?.range,
        let modality = models.modality.phrase(attribute, in: document.text.units)
      {
        claim.modality = modality
      } else if track.modality[index] != .asserted, !clause.hasTense, claim.kind != .rank {
        claim.modality = track.modality[index]
        claim.inherited.append(.modality)
        claim.confidence = claim.confidence * 92 / 100
      }
    }
    if !claim.isNegated, let trigger = claim.trigger {
      claim.isNegated = isDenied(trigger, in: clause)
    }
  }

  /// What is said of a time behind the day of publication is expected, whatever the words, where
  /// the clause names the time or the sentence has said so of it before.
  func expectFuture(of claim: inout Claim) {
    guard claim.modality == .asserted, isFuture(claim.time ?? claim.after?.time) else { return }
    let place = claim.time?.range
    guard
      !claim.inherited.contains(.time)
        || recent.contains(where: {
          $0.claim.time?.range == place && $0.claim.modality != .asserted
        })
    else { return }
    claim.modality = .expected
  }

  /// Whether a day or period begins behind the day of publication.
  func isFuture(_ time: TimeExpression?) -> Bool {
    guard let published = document.published, let from = time?.from else { return false }
    return from.hour < 0 && from > published
  }

  /// Whether 未 or 没有 stands right before the verb.
  private func isDenied(_ trigger: TextRange, in clause: Clause) -> Bool {
    let units = document.text.units
    var end = trigger.start
    let from = max(clause.range.start, end - 4)
    while end > from {
      if models.cues.wordEnds(at: end, from: clause.range.start, in: units, of: .negation) != nil {
        return true
      }
      end -= 1
    }
    return false
  }

  /// Fills who says so.
  func fillAttribution(of claim: inout Claim, in index: Int) {
    guard claim.attribution == nil, track.speaker[index] >= 0 else { return }
    let speaker = track.speaker[index]
    if let subject = claim.subject?.entity, subject == entity(speaker) { return }
    claim.attribution = filler(speaker)
    if map.clauses[index].speaker < 0 { claim.inherited.append(.attribution) }
  }

  /// Names the indicator that the attribute is.
  func identifyAttribute(of claim: inout Claim) {
    guard let attribute = claim.attribute, attribute.attribute == nil else { return }
    if let range = attribute.range, let clause = map.clause(at: range.lowerBound) {
      widen(range, in: map.clauses[clause], of: &claim)
    }
    if let attribute = claim.attribute, let range = attribute.range,
      document.text.string(range) == attribute.text
    {
      claim.attribute?.attribute =
        models.attributes.indicator(
          endingAt: range.end, from: range.start, in: document.text.units)?.indicator.id
    } else {
      let units = Array((claim.attribute?.text ?? "").utf16)
      claim.attribute?.attribute =
        models.attributes.indicator(endingAt: units.count, from: 0, in: units)?.indicator.id
    }
  }

  /// Takes in what a known name has to the left of what a rule bound: 固定资产|投资.
  private func widen(_ range: TextRange, in clause: Clause, of claim: inout Claim) {
    var from = clause.range.start
    for mention in clause.mentions where document.mentions[mention].range.end <= range.start {
      from = document.mentions[mention].range.end
    }
    // 去年|产值 is no 年产值.
    for time in clause.times where document.times[time].range.end <= range.start {
      from = max(from, document.times[time].range.end)
    }
    guard claim.attribute?.text == document.text.string(range),
      let name = models.attributes.indicator(
        endingAt: range.end, from: from, in: document.text.units), name.start < range.start
    else { return }
    let wide = TextRange(name.start, range.end)
    claim.attribute = Filler(text: document.text.string(wide), range: wide)
  }
}
