package import KaojuVocabulary

extension JSONWriter {
  /// How many characters of context stand on each side of the evidence, so that a review can be
  /// anchored again after the text moved (Web Annotation's TextQuoteSelector).
  static let contextLength: Int32 = 32

  /// Writes a fact as an object.
  package mutating func fact(_ fact: Fact, in document: Document, documentID: Bool = false) {
    let claim = fact.claim
    object { json in
      json.key("id")
      json.string(fact.id)
      if documentID {
        json.key("document")
        json.string(document.id)
        json.key("source")
        json.string(document.source)
      }
      json.key("kind")
      json.string(claim.kind.name)
      json.filler(claim.subject, "subject", in: document)
      json.filler(claim.attribute, "attribute", in: document)
      json.values(of: claim, in: document)
      json.filler(claim.whole, "whole", in: document)
      json.reference(claim.before, "before", in: document)
      json.reference(claim.after, "after", in: document)
      json.reference(claim.baseline, "baseline", in: document)
      json.filler(claim.scope, "scope", in: document)
      json.happening(claim, in: document)
      if claim.isDown {
        json.key("direction")
        json.string("down")
      }
      if let basis = claim.basis {
        json.key("basis")
        json.string(basis.name)
      }
      json.filler(claim.place, "place", in: document)
      if let time = claim.time {
        json.key("time")
        json.time(time, in: document)
      }
      if claim.modality != .asserted {
        json.key("modality")
        json.string(claim.modality.name)
      }
      if claim.isNegated {
        json.key("negated")
        json.boolean(true)
      }
      json.filler(claim.attribution, "attribution", in: document)
      json.origin(of: fact, in: document)
    }
  }

  private mutating func values(of claim: Claim, in document: Document) {
    if let numerator = claim.numerator {
      key("value")
      object { json in
        json.claimValue(numerator, "numerator", in: document)
        json.claimValue(claim.denominator, "denominator", in: document)
      }
    } else {
      claimValue(claim.value, "value", in: document)
    }
  }

  private mutating func happening(_ claim: Claim, in document: Document) {
    if let event = claim.event {
      key("event")
      string(event)
    }
    if let trigger = claim.trigger {
      key("trigger")
      string(document.text.printed[trigger.indices])
    }
    if let relation = claim.relation {
      key("relation")
      string(relation)
    }
    filler(claim.object, "object", in: document)
    if !claim.participants.isEmpty {
      key("participants")
      array { json in
        for participant in claim.participants { json.filler(participant, in: document) }
      }
    }
  }

  private mutating func origin(of fact: Fact, in document: Document) {
    let claim = fact.claim
    if !claim.inherited.isEmpty {
      key("inherited")
      array { json in
        for slot in claim.inherited.sorted() { json.string(slot.name) }
      }
    }
    key("evidence")
    evidence(claim.evidence, in: document)
    if !fact.also.isEmpty {
      key("also")
      array { json in
        for range in fact.also { json.evidence(range, in: document) }
      }
    }
    key("rule")
    string(claim.rule.rawValue)
    key("confidence")
    hundredths(claim.confidence)
    if !fact.flags.isEmpty {
      key("flags")
      array { json in
        for flag in fact.flags { json.string(flag) }
      }
    }
  }

  private mutating func evidence(_ range: TextRange, in document: Document) {
    let units = document.text.printed
    object { json in
      json.place(range, in: document)
      let prefix = max(0, range.start - Int(Self.contextLength))..<range.start
      let suffix = range.end..<min(units.count, range.end + Int(Self.contextLength))
      if !prefix.isEmpty {
        json.key("prefix")
        json.string(units[Self.whole(prefix, in: units)])
      }
      if !suffix.isEmpty {
        json.key("suffix")
        json.string(units[Self.whole(suffix, in: units)])
      }
    }
  }

  /// The range without half a surrogate pair at either end.
  private static func whole(_ range: Range<Int>, in units: [UInt16]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if start < end, units[start] & 0xFC00 == 0xDC00 { start += 1 }
    if start < end, units[end - 1] & 0xFC00 == 0xD800 { end -= 1 }
    return start..<end
  }

  private mutating func claimValue(
    _ value: ClaimValue?, _ name: StaticString, in document: Document
  ) {
    guard let value else { return }
    key(name)
    object { json in
      if let range = value.range { json.place(range, in: document) }
      json.value(value.value, of: value.of, in: document)
    }
  }

  private mutating func reference(
    _ reference: Reference?, _ name: StaticString, in document: Document
  ) {
    guard let reference else { return }
    key(name)
    object { json in
      if let filler = reference.filler { json.fillerKeys(filler, in: document) }
      json.claimValue(reference.value, "value", in: document)
      if let time = reference.time {
        json.key("time")
        json.time(time, in: document)
      }
    }
  }

  private mutating func filler(_ filler: Filler?, _ name: StaticString, in document: Document) {
    guard let filler else { return }
    key(name)
    self.filler(filler, in: document)
  }

  private mutating func filler(_ filler: Filler, in document: Document) {
    object { $0.fillerKeys(filler, in: document) }
  }

  private mutating func fillerKeys(_ filler: Filler, in document: Document) {
    key("text")
    string(filler.text)
    if let entity = filler.entity, document.entities.indices.contains(Int(entity)) {
      key("entity")
      string(document.entities[Int(entity)].id.rawValue)
    }
    if let attribute = filler.attribute {
      key("id")
      string(attribute.rawValue)
    }
  }
}
