import KaojuVocabulary

extension DocumentRows {
  /// The columns of `facts` between `document` and `json`, in the order of ``rows(of:in:)``.
  static let factColumns = [
    "kind", "subject_text", "subject", "attribute_text", "attribute", "value_text", "amount",
    "amount_real", "low", "high", "comparator", "unit", "dimension", "counted", "whole_text",
    "whole", "scope_text", "event", "relation", "trigger_text", "object_text", "object",
    "direction", "basis", "place_text", "place", "time_text", "timex", "time_from", "time_to",
    "modality", "negated", "attribution", "inherited", "evidence", "first", "last", "rule",
    "confidence", "flags",
  ]

  /// Which of ``factColumns`` point at entities.
  static let factEntityColumns = factColumns.indices.filter {
    ["subject", "whole", "object", "place"].contains(factColumns[$0])
  }

  /// The columns of `fact_slots` after `fact`.
  static let slotColumns = [
    "slot", "position", "text", "entity", "first", "last", "amount", "low", "high", "comparator",
    "unit", "dimension", "time_from", "time_to",
  ]

  /// A fact as rows.
  static func rows(of fact: KaojuVocabulary.Fact, in document: Document) -> Fact {
    let claim = fact.claim
    var json = JSONWriter(capacity: 1024)
    json.fact(fact, in: document)
    let value = claim.value ?? claim.after?.value ?? claim.numerator
    let evidence = document.place(claim.evidence)
    var cells: [SQLValue] = [.text(claim.kind.name)]
    cells += pair(claim.subject)
    cells += [SQLValue(claim.attribute?.text), SQLValue(claim.attribute?.attribute?.rawValue)]
    cells += [
      SQLValue(value?.range.map(document.text.string)), SQLValue(value?.value.amount),
      value?.value.comparable ?? .null, SQLValue(value?.value.low), SQLValue(value?.value.high),
      SQLValue(value?.value.comparator.sign), SQLValue(value?.value.unit.rawValue),
      SQLValue(value?.value.dimension.rawValue),
      SQLValue(value?.of.map(document.text.string)),
    ]
    cells += pair(claim.whole)
    cells += [
      SQLValue(claim.scope?.text), SQLValue(claim.event), SQLValue(claim.relation),
      SQLValue(claim.trigger.map(document.text.string)),
    ]
    cells += pair(claim.object)
    cells += [claim.isDown ? .text("down") : .null, SQLValue(claim.basis?.name)]
    cells += pair(claim.place)
    cells += [
      SQLValue(claim.time.map { document.text.string($0.range) }), SQLValue(claim.time?.timex),
      SQLValue(claim.time?.from), SQLValue(claim.time?.to),
      .text(claim.modality.name), .boolean(claim.isNegated), SQLValue(claim.attribution?.text),
      joined(claim.inherited.sorted().map(\.name)),
      evidence[2], evidence[0], evidence[1], .text(claim.rule.rawValue),
      .real(Double(claim.confidence) / 100), joined(fact.flags),
    ]
    let places = [claim.evidence] + fact.also
    return Fact(
      id: fact.id, json: String(decoding: json.bytes, as: UTF8.self), cells: cells,
      slots: slots(of: claim, in: document),
      evidences: places.enumerated().map { [SQLValue($0)] + document.place($1) })
  }

  private static func pair(_ filler: Filler?) -> [SQLValue] {
    [SQLValue(filler?.text), filler?.entity.map { SQLValue($0) } ?? .null]
  }

  private static func joined(_ words: [String]) -> SQLValue {
    words.isEmpty ? .null : .text(words.joined(separator: " "))
  }

  // MARK: Slots

  private static func slots(of claim: Claim, in document: Document) -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    func add(_ slot: String, _ filler: Filler?, position: Int = 0) {
      guard let filler else { return }
      rows.append(
        row(
          slot, position, text: filler.text, entity: filler.entity, range: filler.range,
          in: document))
    }
    func add(_ slot: String, _ value: ClaimValue?) {
      guard let value else { return }
      rows.append(
        row(
          slot, 0, text: value.range.map(document.text.string), range: value.range,
          value: value.value, in: document))
    }
    func add(_ slot: String, _ reference: Reference?) {
      guard let reference else { return }
      let range = reference.value?.range ?? reference.filler?.range ?? reference.time?.range
      rows.append(
        row(
          slot, 0, text: reference.filler?.text ?? range.map(document.text.string),
          entity: reference.filler?.entity, range: range, value: reference.value?.value,
          time: reference.time, in: document))
    }
    add("subject", claim.subject)
    add("attribute", claim.attribute)
    add("value", claim.value)
    add("numerator", claim.numerator)
    add("denominator", claim.denominator)
    add("whole", claim.whole)
    add("before", claim.before)
    add("after", claim.after)
    add("baseline", claim.baseline)
    add("scope", claim.scope)
    add("object", claim.object)
    for (position, participant) in claim.participants.enumerated() {
      add("participants", participant, position: position)
    }
    add("place", claim.place)
    add("attribution", claim.attribution)
    if let time = claim.time {
      rows.append(
        row(
          "time", 0, text: document.text.string(time.range), range: time.range, time: time,
          in: document))
    }
    return rows
  }

  private static func row(
    _ slot: String, _ position: Int, text: String?, entity: Int32? = nil, range: TextRange?,
    value: QuantityValue? = nil, time: TimeExpression? = nil, in document: Document
  ) -> [SQLValue] {
    let points = range.map(document.text.offsets.codePoints)
    return [
      .text(slot), SQLValue(position), SQLValue(text), entity.map { SQLValue($0) } ?? .null,
      points.map { SQLValue($0.lowerBound) } ?? .null,
      points.map { SQLValue($0.upperBound) } ?? .null,
      SQLValue(value?.amount), SQLValue(value?.low), SQLValue(value?.high),
      SQLValue(value?.comparator.sign), SQLValue(value?.unit.rawValue),
      SQLValue(value?.dimension.rawValue), SQLValue(time?.from), SQLValue(time?.to),
    ]
  }
}
