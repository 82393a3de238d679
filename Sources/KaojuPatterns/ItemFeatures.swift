import KaojuVocabulary

/// What stands at an item, or on one side of an anchor, apart from words: mentions, quantities and
/// times, and of which kind or dimension.
///
/// Two names may share a bit, so a feature that is absent is absent for certain, and one that is
/// present may not be.
struct ItemFeatures: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let mention = ItemFeatures(rawValue: 1 << 0)
  static let severalMentions = ItemFeatures(rawValue: 1 << 1)
  static let quantity = ItemFeatures(rawValue: 1 << 2)
  static let time = ItemFeatures(rawValue: 1 << 3)

  /// A kind or dimension by its number in the ``NameTable``.
  static func name(_ number: Int16) -> ItemFeatures {
    number < 0 ? [] : ItemFeatures(rawValue: 1 << (4 + UInt64(number) % 60))
  }

  /// Takes in what stands at one more item.
  mutating func add(_ item: ItemFeatures) {
    if contains(.mention), item.contains(.mention) { insert(.severalMentions) }
    formUnion(item)
  }
}

/// What stands before and behind each position, in its clause and in the whole sentence.
struct FeatureMap {
  private var clauseBefore: [ItemFeatures] = []
  private var clauseAfter: [ItemFeatures] = []
  private var before: [ItemFeatures] = []
  private var after: [ItemFeatures] = []

  /// Notes what stands where in the sentence that a reader has turned to.
  mutating func fill(from reader: borrowing PatternElementReader) {
    let count = reader.input.items.count + 1
    if before.count < count {
      before = [ItemFeatures](repeating: [], count: count * 2)
      clauseBefore = before
      after = before
      clauseAfter = before
    }
    Self.fill(&before, &clauseBefore, from: reader, backwards: false)
    Self.fill(&after, &clauseAfter, from: reader, backwards: true)
  }

  private static func fill(
    _ whole: inout [ItemFeatures], _ clause: inout [ItemFeatures],
    from reader: borrowing PatternElementReader, backwards: Bool
  ) {
    let items = reader.input.items.span
    var wholes = whole.mutableSpan
    var clauses = clause.mutableSpan
    var inSentence: ItemFeatures = []
    var inClause: ItemFeatures = []
    let first = backwards ? items.count : 0
    wholes[first] = []
    clauses[first] = []
    for step in items.indices {
      let position = backwards ? items.count - 1 - step : step
      pass(items[position], reader, &inSentence, &inClause)
      let place = backwards ? position : position + 1
      wholes[place] = inSentence
      clauses[place] = inClause
    }
  }

  /// Takes in what stands at an item; a mark that ends a clause leaves nothing of it.
  @inline(__always)
  private static func pass(
    _ item: PatternItem, _ reader: borrowing PatternElementReader, _ whole: inout ItemFeatures,
    _ clause: inout ItemFeatures
  ) {
    if item.mark == .clause { clause = [] }
    guard item.isWhole else { return }
    let found = reader.features(of: item)
    whole.add(found)
    clause.add(found)
  }

  /// What stands before a position: in its clause, or anywhere in the sentence.
  func before(_ position: Int, inClause: Bool) -> ItemFeatures {
    inClause ? clauseBefore[position] : before[position]
  }

  /// What stands at and behind a position: in its clause, or anywhere in the sentence.
  func after(_ position: Int, inClause: Bool) -> ItemFeatures {
    inClause ? clauseAfter[position] : after[position]
  }
}
