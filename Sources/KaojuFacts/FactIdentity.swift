import KaojuVocabulary

/// Derives facts' ids from their content, so that the same text and rules give the same ids.
struct FactIdentity {
  private let document: Document
  /// The hash of what all ids of the document begin with.
  private let base: SHA256
  /// What is hashed, as UTF-8; kept between facts for its room.
  private var bytes: [UInt8] = []

  private static let separator: UInt8 = 0x1F

  init(document: Document) {
    self.document = document
    var base = SHA256()
    base.update(document.id.utf8.span)
    self.base = base
    bytes.reserveCapacity(1024)
  }

  /// A number in the sixteen hexadecimal digits that an id is written with.
  static func id(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The first eight bytes of the hash over document, evidence, kind and slots.
  mutating func number(of claim: Claim) -> UInt64 {
    bytes.removeAll(keepingCapacity: true)
    begin(claim.kind.name)
    let evidence = document.text.offsets.codePoints(of: claim.evidence)
    begin("")
    put(Int(evidence.lowerBound))
    put("-")
    put(Int(evidence.upperBound))
    add(claim.subject, "subject")
    add(claim.attribute, "attribute")
    add(claim.value, "value")
    add(claim.numerator, "numerator")
    add(claim.denominator, "denominator")
    add(claim.whole, "whole")
    add(claim.before, "before")
    add(claim.after, "after")
    add(claim.baseline, "baseline")
    add(claim.scope, "scope")
    add(claim.object, "object")
    for participant in claim.participants { add(participant, "participant") }
    add(claim.place, "place")
    if let event = claim.event { add(event, "event=") }
    if let relation = claim.relation { add(relation, "relation=") }
    if let time = claim.time { add(time.timex, "time=") }
    if let basis = claim.basis { add(basis.name, "basis=") }
    if claim.isDown { begin("down") }
    if claim.isNegated { begin("negated") }
    begin(claim.modality.name)
    var hash = base
    hash.update(bytes.span)
    return hash.finishShort()
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func put(_ number: Int) { ExactDecimal(number).write(to: &bytes) }

  private mutating func begin(_ text: String) {
    bytes.append(Self.separator)
    put(text)
  }

  private mutating func add(_ text: String, _ label: String) {
    begin(label)
    put(text)
  }

  private mutating func add(_ filler: Filler?, _ name: String) {
    guard let filler else { return }
    begin(name)
    put("=")
    if let entity = filler.entity {
      put(document.entities[Int(entity)].id.rawValue)
    } else {
      SlotKey.fold(filler.text, into: &bytes)
    }
  }

  private mutating func add(_ value: ClaimValue?, _ name: String) {
    guard let value = value?.value else { return }
    begin(name)
    put("=")
    value.amount?.write(to: &bytes)
    put(",")
    value.low?.write(to: &bytes)
    put(",")
    value.high?.write(to: &bytes)
    put(" ")
    put(value.comparator.sign)
    put(" ")
    put(value.unit.rawValue)
    put(" ")
    put(value.dimension.rawValue)
  }

  private mutating func add(_ reference: Reference?, _ name: String) {
    guard let reference else { return }
    add(reference.value, name)
    add(reference.filler, name)
    if let time = reference.time {
      begin(name)
      put("@")
      put(time.timex)
    }
  }
}
