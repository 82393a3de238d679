import KaojuPatterns
import KaojuVocabulary

/// Makes drafts of claims from what rules matched.
struct ClaimBuilder {
  let rules: ClaimRules
  let document: Document

  /// The drafts that a match makes; `nil` where its lists have unequal lengths.
  func drafts(from match: PatternMatch, in input: PatternInput) -> [ClaimDraft]? {
    let frame = rules.frames[match.rule]
    guard let instances = match.instances(pairing: frame.pairing) else { return nil }
    return instances.map { instance in
      var draft = ClaimDraft(
        claim: Claim(
          kind: frame.kind, evidence: evidence(of: match, in: input),
          rule: rules.set.rules[match.rule].id, confidence: frame.confidence),
        anchor: input.items[match.anchor].range)
      draft.round = instance.round
      draft.rounds = instances.count
      draft.continues = frame.continues
      draft.awaitsList = frame.awaitsList
      draft.standsAlone = frame.standsAlone
      draft.staysInSentence = frame.kind == .event || frame.kind == .rank
      imply(frame.implied, in: &draft.claim)
      for binding in instance.bindings { fill(binding, in: &draft, input) }
      return draft
    }
  }

  /// What the match touched, without punctuation at its ends.
  private func evidence(of match: PatternMatch, in input: PatternInput) -> TextRange {
    var positions = match.positions
    func parts(_ position: Int) -> Bool {
      let mark = input.items[position].mark
      return mark == .clause || mark == .list
    }
    while positions.count > 1, parts(positions.lowerBound) {
      positions = (positions.lowerBound + 1)..<positions.upperBound
    }
    while positions.count > 1, parts(positions.upperBound - 1) {
      positions = positions.lowerBound..<(positions.upperBound - 1)
    }
    return input.textRange(positions)
  }

  private func imply(_ implied: [String: String], in claim: inout Claim) {
    for (slot, constant) in implied {
      switch slot {
      case "direction": claim.isDown = constant == "down"
      case "basis": claim.basis = Basis.allCases.first { $0.name == constant }
      case "value": claim.value = value(constant, kind: claim.kind)
      case "relation": claim.relation = constant
      case "event": claim.event = constant
      case "scope": claim.scope = Filler(text: constant)
      default: break
      }
    }
  }

  private func value(_ constant: String, kind: FactKind) -> ClaimValue? {
    let dimension: DimensionID =
      switch kind {
      case .rank: .ordinal
      case .share: .ratio
      case .multiple: .multiple
      default: .number
      }
    return ExactDecimal(constant).map {
      ClaimValue(value: QuantityValue(amount: $0, dimension: dimension))
    }
  }

  private func fill(
    _ binding: PatternMatch.Binding, in draft: inout ClaimDraft, _ input: PatternInput
  ) {
    guard !binding.positions.isEmpty else { return }
    switch rules.set.slots[binding.slot] {
    case "subject": draft.claim.subject = joined(draft.claim.subject, binding, input)
    case "attribute": draft.claim.attribute = joined(draft.claim.attribute, binding, input)
    case "counted":
      draft.claim.attribute = joined(draft.claim.attribute, binding, input)
      draft.claim.value?.of = input.textRange(binding.positions)
    case "whole": draft.claim.whole = filler(binding, input)
    case "scope": draft.claim.scope = filler(binding, input)
    case "object": draft.claim.object = filler(binding, input)
    case "place": draft.claim.place = filler(binding, input)
    case "participant": draft.claim.participants.append(filler(binding, input))
    case "value": draft.claim.value = value(binding, input) ?? draft.claim.value
    case "numerator": draft.claim.numerator = value(binding, input)
    case "denominator": draft.claim.denominator = value(binding, input)
    case "before": refer(&draft.claim.before) { $0.value = value(binding, input) }
    case "before_time": refer(&draft.claim.before) { $0.time = time(binding, input) }
    case "after": refer(&draft.claim.after) { $0.value = value(binding, input) }
    case "after_time": refer(&draft.claim.after) { $0.time = time(binding, input) }
    case "baseline":
      refer(&draft.claim.baseline) {
        $0.time = time(binding, input) ?? $0.time
        $0.value = value(binding, input) ?? $0.value
        if $0.time == nil, $0.value == nil { $0.filler = filler(binding, input) }
      }
      if draft.claim.kind == .growth, draft.claim.basis == nil { draft.claim.basis = .since }
    case "time": draft.claim.time = time(binding, input)
    case "down": draft.claim.isDown = true
    case "trigger":
      draft.claim.trigger = input.textRange(binding.positions)
      if binding.word >= 0 {
        draft.claim.event = rules.triggers.events[rules.set.words.words[binding.word]]
      }
    case let name:
      if let basis = Basis.allCases.first(where: { $0.name == name }) {
        draft.claim.basis = basis
      }
    }
  }

  private func refer(_ reference: inout Reference?, _ change: (inout Reference) -> Void) {
    var known = reference ?? Reference()
    change(&known)
    reference = known
  }

  private func value(_ binding: PatternMatch.Binding, _ input: PatternInput) -> ClaimValue? {
    let item = input.items[binding.positions.lowerBound]
    return item.quantity >= 0 ? ClaimValue(document.quantities[Int(item.quantity)]) : nil
  }

  private func time(_ binding: PatternMatch.Binding, _ input: PatternInput) -> TimeExpression? {
    let item = input.items[binding.positions.lowerBound]
    return item.time >= 0 ? document.times[Int(item.time)] : nil
  }

  private func filler(_ binding: PatternMatch.Binding, _ input: PatternInput) -> Filler {
    let range = input.textRange(binding.positions)
    var filler = Filler(text: document.text.string(range), range: range)
    let first = input.items[binding.positions.lowerBound]
    if binding.positions.count == 1, first.mention >= 0 {
      filler.entity = document.mentions[Int(first.mention)].entity
    }
    return filler
  }

  /// A slot that is bound twice is put together from its pieces (医药行业 … 产值).
  private func joined(
    _ known: Filler?, _ binding: PatternMatch.Binding, _ input: PatternInput
  ) -> Filler {
    let next = filler(binding, input)
    guard let known else { return next }
    return Filler(text: known.text + next.text)
  }
}
