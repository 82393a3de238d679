import KaojuVocabulary

/// A stretch of words that a finder takes for a name.
struct Candidate: Sendable {
  /// Which of two equally long candidates wins: the higher.
  enum Trust: UInt8, Comparable, Sendable {
    case guess
    case context
    case scan
    case memory
    case quote
    case register
    case fixed
    case user

    static func < (left: Trust, right: Trust) -> Bool { left.rawValue < right.rawValue }
  }

  var range: TextRange
  var kind: EntityKind
  var rule: RuleID
  var trust: Trust
  /// The register's record, when one stands behind it.
  var record: NameRecord?
  /// Whether names found once are marked everywhere from this one.
  var isMemorable = true
  /// Whether the text may speak of it by a shorter form.
  var hasShortForms = true
  /// The entity of the document that it is a short form of: the range of the full name.
  var source: TextRange?
  /// Other records that the same name could mean.
  var others: [EntityID] = []
}

extension [Candidate] {
  /// The candidates that stand: the longest first, and none that overlaps a stronger one.
  ///
  /// What the user's lexicon names stands before all; among equals the more trusted finder wins.
  /// - Complexity: linear in the candidates and their length, but for one sort.
  func selected(textLength: Int) -> [Candidate] {
    let order = indices.map { index in
      let candidate = self[index]
      return Rank(
        weight: (candidate.trust >= .fixed ? 0 : 1 << 40)
          - candidate.range.count << 8 - Int(candidate.trust.rawValue),
        start: candidate.range.lowerBound, index: Int32(truncatingIfNeeded: index))
    }.sorted()
    var taken = [Bool](repeating: false, count: textLength)
    var kept: [(start: Int32, index: Int32)] = []
    kept.reserveCapacity(order.count)
    for rank in order {
      let range = self[Int(rank.index)].range
      guard !range.isEmpty, range.end <= textLength, !taken[range.start], !taken[range.end - 1]
      else { continue }
      guard !taken[range.indices].contains(true) else { continue }
      for offset in range.indices { taken[offset] = true }
      kept.append((range.lowerBound, rank.index))
    }
    kept.sort { $0.start < $1.start }
    return kept.map { self[Int($0.index)] }
  }

  /// What candidates are ordered by, without the candidates.
  private struct Rank: Comparable {
    /// The less, the stronger: trust that stands before all, length, trust.
    var weight: Int
    var start: Int32
    var index: Int32

    static func < (left: Rank, right: Rank) -> Bool {
      if left.weight != right.weight { return left.weight < right.weight }
      return left.start != right.start ? left.start < right.start : left.index < right.index
    }
  }
}
