import KaojuVocabulary

extension DocumentRows {
  /// The columns of `facts` between `document` and `json`, in the order in which they are added.
  static let factColumns = [
    "kind", "subject_text", "subject", "attribute_text", "attribute", "value_text", "amount",
    "amount_real", "low", "high", "comparator", "unit", "dimension", "counted", "whole_text",
    "whole", "scope_text", "event", "relation", "trigger_text", "object_text", "object",
    "direction", "basis", "place_text", "place", "time_text", "timex", "time_from", "time_to",
    "modality", "negated", "attribution", "inherited", "evidence", "first", "last", "rule",
    "confidence", "flags",
  ]

  /// The columns of `fact_slots` after `fact`.
  static let slotColumns = [
    "slot", "position", "text", "entity", "first", "last", "amount", "low", "high", "comparator",
    "unit", "dimension", "time_from", "time_to",
  ]
}

/// The rows of a document's facts while they are laid out.
struct FactRows {
  private(set) var facts: [DocumentRows.Fact] = []
  private(set) var rows = RowBytes()
  private(set) var slots = RowBytes()
  private(set) var evidences = RowBytes()

  /// Lays out the facts of a document.
  init(_ document: Document) {
    guard !document.facts.isEmpty else { return }
    var json = JSONWriter(capacity: 1024)
    facts.reserveCapacity(document.facts.count)
    rows.reserve(document.facts.count * 1024)
    slots.reserve(document.facts.count * 256)
    evidences.reserve(document.facts.count * 128)
    for fact in document.facts { add(fact, of: document, json: &json) }
  }

  /// Adds the rows of a fact.
  private mutating func add(
    _ fact: Fact, of document: Document, json: inout JSONWriter
  ) {
    let index = facts.count
    json.removeAll()
    json.fact(fact, in: document)
    rows.add(.fact, index: index)
    rows.add(fact.id)
    rows.add(.document)
    addCells(of: fact, document)
    facts.append(DocumentRows.Fact(id: fact.id, json: rows.add(utf8: json.bytes)))
    rows.add(.run)
    addSlots(of: fact.claim, document)
    addEvidence(fact.claim.evidence, position: 0, document)
    for (position, range) in fact.also.enumerated() {
      addEvidence(range, position: position + 1, document)
    }
  }

  private mutating func addCells(of fact: Fact, _ document: Document) {
    let claim = fact.claim
    rows.add(claim.kind.name)
    addPair(claim.subject)
    rows.add(claim.attribute?.text)
    rows.add(claim.attribute?.attribute?.rawValue)
    addValue(claim.value ?? claim.after?.value ?? claim.numerator, document)
    addPair(claim.whole)
    rows.add(claim.scope?.text)
    rows.add(claim.event)
    rows.add(claim.relation)
    rows.add(claim.trigger, of: document.text)
    addPair(claim.object)
    rows.add(claim.isDown ? "down" : nil)
    rows.add(claim.basis?.name)
    addPair(claim.place)
    rows.add(claim.time?.range, of: document.text)
    rows.add(claim.time?.timex)
    rows.add(claim.time?.from)
    rows.add(claim.time?.to)
    rows.add(claim.modality.name)
    rows.add(claim.isNegated)
    rows.add(claim.attribution?.text)
    addWords(claim.inherited.sorted().map(\.name))
    rows.add(claim.evidence, of: document.text)
    rows.add(points: claim.evidence, of: document)
    rows.add(claim.rule.rawValue)
    rows.add(Double(claim.confidence) / 100)
    addWords(fact.flags)
  }

  private mutating func addValue(_ value: ClaimValue?, _ document: Document) {
    rows.add(value?.range, of: document.text)
    rows.add(value?.value.amount)
    rows.add(value: value?.value.comparable ?? .null)
    rows.add(value?.value.low)
    rows.add(value?.value.high)
    rows.add(value?.value.comparator.sign)
    rows.add(value?.value.unit.rawValue)
    rows.add(value?.value.dimension.rawValue)
    rows.add(value?.of, of: document.text)
  }

  private mutating func addPair(_ filler: Filler?) {
    rows.add(filler?.text)
    if let entity = filler?.entity {
      rows.add(.entity, index: entity)
    } else {
      rows.add(.null)
    }
  }

  private mutating func addWords(_ words: [String]) {
    rows.add(words.isEmpty ? nil : words.joined(separator: " "))
  }

  private mutating func addEvidence(_ range: TextRange, position: Int, _ document: Document) {
    evidences.add(.fact, index: facts.count - 1)
    evidences.add(position)
    evidences.add(place: range, of: document)
  }

  // MARK: Slots

  /// Adds the slots in the order of their names, which is the table's own.
  private mutating func addSlots(of claim: Claim, _ document: Document) {
    add("after", claim.after, document)
    add("attribute", claim.attribute, document)
    add("attribution", claim.attribution, document)
    add("baseline", claim.baseline, document)
    add("before", claim.before, document)
    add("denominator", claim.denominator, document)
    add("numerator", claim.numerator, document)
    add("object", claim.object, document)
    for (position, participant) in claim.participants.enumerated() {
      add("participants", participant, position: position, document)
    }
    add("place", claim.place, document)
    add("scope", claim.scope, document)
    add("subject", claim.subject, document)
    if let time = claim.time {
      begin("time", 0)
      slots.add(time.range, of: document.text)
      end(entity: nil, range: time.range, time: time, document)
    }
    add("value", claim.value, document)
    add("whole", claim.whole, document)
  }

  private mutating func add(
    _ slot: String, _ filler: Filler?, position: Int = 0, _ document: Document
  ) {
    guard let filler else { return }
    begin(slot, position)
    slots.add(filler.text)
    end(entity: filler.entity, range: filler.range, document)
  }

  private mutating func add(_ slot: String, _ value: ClaimValue?, _ document: Document) {
    guard let value else { return }
    begin(slot, 0)
    slots.add(value.range, of: document.text)
    end(entity: nil, range: value.range, value: value.value, document)
  }

  private mutating func add(_ slot: String, _ reference: Reference?, _ document: Document) {
    guard let reference else { return }
    let range = reference.value?.range ?? reference.filler?.range ?? reference.time?.range
    begin(slot, 0)
    if let filler = reference.filler {
      slots.add(filler.text)
    } else {
      slots.add(range, of: document.text)
    }
    end(
      entity: reference.filler?.entity, range: range, value: reference.value?.value,
      time: reference.time, document)
  }

  private mutating func begin(_ slot: String, _ position: Int) {
    slots.add(.fact, index: facts.count - 1)
    slots.add(slot)
    slots.add(position)
  }

  private mutating func end(
    entity: Int32?, range: TextRange?, value: QuantityValue? = nil, time: TimeExpression? = nil,
    _ document: Document
  ) {
    if let entity {
      slots.add(.entity, index: entity)
    } else {
      slots.add(.null)
    }
    slots.add(points: range, of: document)
    slots.add(value?.amount)
    slots.add(value?.low)
    slots.add(value?.high)
    slots.add(value?.comparator.sign)
    slots.add(value?.unit.rawValue)
    slots.add(value?.dimension.rawValue)
    slots.add(time?.from)
    slots.add(time?.to)
  }
}
