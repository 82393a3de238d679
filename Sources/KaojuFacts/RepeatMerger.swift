import KaojuVocabulary

/// Joins statements that a document repeats: the fuller one stays, the others become its `also`.
///
/// 佛山GDP破万亿元 in the headline and 佛山市GDP突破万亿元 in the text are one fact with two places.
struct RepeatMerger {
  /// No more statements of one value are compared with one another.
  private static let widest = 24

  private struct Bucket: Hashable {
    var kind: FactKind
    var subject: SlotKey
    var value: ValueKey?
    var before: ValueKey?
    var after: ValueKey?
    var event: String?
    var relation: String?
    var isDown: Bool
    var isNegated: Bool

    /// Hashes what tells nearly all statements apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(subject)
      hasher.combine(UInt64(truncatingIfNeeded: value?.amount?.mantissa ?? -1))
      hasher.combine(UInt64(truncatingIfNeeded: before?.amount?.mantissa ?? -1))
    }
  }

  /// A statement that stays, by its index, and the other places where it is stated.
  struct Kept {
    var index: Int
    var also: [TextRange] = []
  }

  /// The claims that stay, in text order.
  func merge(_ claims: [Claim]) -> [Kept] {
    var kept: [Kept] = []
    kept.reserveCapacity(claims.count)
    var buckets: [Bucket: [Int]] = [:]
    buckets.reserveCapacity(claims.count)
    for index in claims.indices {
      let bucket = bucket(of: claims[index])
      let rivals = buckets[bucket] ?? []
      if let place = rivals.first(where: { isSame(claims[kept[$0].index], claims[index]) }) {
        let other = kept[place].index
        if weight(claims[index]) > weight(claims[other]) {
          kept[place].also.append(claims[other].evidence)
          kept[place].index = index
        } else if claims[other].evidence != claims[index].evidence {
          kept[place].also.append(claims[index].evidence)
        }
        continue
      }
      if rivals.count < Self.widest { buckets[bucket, default: []].append(kept.count) }
      kept.append(Kept(index: index))
    }
    return kept
  }

  private func bucket(of claim: Claim) -> Bucket {
    Bucket(
      kind: claim.kind, subject: SlotKey(claim.subject),
      value: (claim.value ?? claim.numerator).map { ValueKey($0.value) },
      before: (claim.before?.value ?? claim.denominator).map { ValueKey($0.value) },
      after: claim.after?.value.map { ValueKey($0.value) }, event: claim.event,
      relation: claim.relation, isDown: claim.isDown, isNegated: claim.isNegated)
  }

  /// Whether two statements of one value and subject say the same.
  private func isSame(_ left: Claim, _ right: Claim) -> Bool {
    guard agrees(left.whole, right.whole), agrees(left.scope, right.scope),
      agrees(left.attribute, right.attribute), agreesOnTime(left, right),
      SlotKey(left.object) == SlotKey(right.object)
    else { return false }
    if let one = left.basis, let other = right.basis, one != other { return false }
    if left.kind == .event, left.trigger == nil || SlotKey(left.object).isEmpty { return false }
    if left.kind == .rank {
      return !SlotKey(left.attribute).isEmpty || !SlotKey(left.scope).isEmpty
    }
    return true
  }

  /// Equal, or one is left out, or one holds the other.
  private func agrees(_ left: Filler?, _ right: Filler?) -> Bool {
    guard let left, let right else { return true }
    if let one = left.entity, let other = right.entity { return one == other }
    let a = SlotKey.folded(left.text)
    let b = SlotKey.folded(right.text)
    if a == b { return true }
    if let one = left.attribute, one == right.attribute {
      return a.utf8.reversed().starts(with: b.utf8.reversed())
        || b.utf8.reversed().starts(with: a.utf8.reversed())
    }
    return false
  }

  private func agreesOnTime(_ left: Claim, _ right: Claim) -> Bool {
    guard let one = left.time, let other = right.time else { return true }
    if one.timex == other.timex { return true }
    return left.inherited.contains(.time) && right.inherited.contains(.time)
      && one.timex.hasSuffix("_REF")
  }

  /// How much a statement says: its own slots count more than inherited ones.
  private func weight(_ claim: Claim) -> Int {
    var weight = claim.confidence / 10
    let slots: [Bool] = [
      claim.subject != nil, claim.attribute != nil, claim.time != nil, claim.whole != nil,
      claim.scope != nil, claim.object != nil, claim.basis != nil, claim.place != nil,
    ]
    weight += slots.count { $0 } * 20
    return weight - claim.inherited.count * 8
  }
}
