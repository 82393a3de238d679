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
}

extension [Candidate] {
  /// The candidates that stand: the longest first, and none that overlaps a stronger one.
  ///
  /// What the user's lexicon names stands before all; among equals the more trusted finder wins.
  /// - Complexity: linear in the candidates and their length, but for one sort.
  func selected(textLength: Int) -> [Candidate] {
    let order = indices.sorted { left, right in
      let (a, b) = (self[left], self[right])
      if (a.trust >= .fixed) != (b.trust >= .fixed) { return a.trust >= .fixed }
      if a.range.count != b.range.count { return a.range.count > b.range.count }
      if a.trust != b.trust { return a.trust > b.trust }
      if a.range.lowerBound != b.range.lowerBound {
        return a.range.lowerBound < b.range.lowerBound
      }
      return left < right
    }
    var taken = [Bool](repeating: false, count: textLength)
    var result: [Candidate] = []
    for index in order {
      let range = self[index].range
      guard !range.isEmpty, range.end <= textLength, !taken[range.start], !taken[range.end - 1]
      else { continue }
      guard !taken[range.indices].contains(true) else { continue }
      for offset in range.indices { taken[offset] = true }
      result.append(self[index])
    }
    return result.sorted { $0.range < $1.range }
  }
}
