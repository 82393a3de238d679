package import KaojuVocabulary

/// A rule as its file writes it, apart from its examples.
package struct WrittenRule: Hashable, Sendable {
  /// Its id (`share/zhan`).
  package var id: RuleID
  /// The kind of thing that it finds, from the head of its file (`share`).
  package var kind: String
  /// Its patterns; the first that holds is taken.
  package var patterns: [String]
  /// What else the rule says (`direction` → `down`), for the room that reads it.
  package var settings: [String: String]

  /// Makes a rule.
  package init(id: RuleID, kind: String, patterns: [String], settings: [String: String] = [:]) {
    self.id = id
    self.kind = kind
    self.patterns = patterns
    self.settings = settings
  }
}

/// Rules compiled together, entered through their anchors.
package struct RuleSet: Sendable {
  /// What is wrong with one rule.
  package struct Fault: Hashable, Sendable {
    /// The rule's index in the list given.
    package var rule: Int
    /// The pattern's index in the rule.
    package var pattern: Int
    /// What is wrong.
    package var fault: PatternFault
  }

  struct Entry: Sendable {
    var rule: Int32
    var program: PatternProgram
    /// Whether all that the rule takes stands in the clause of its anchor.
    var staysInClause = false
    /// The number of its program right of the anchor, which rules that go on alike share.
    var right: Int32 = 0
  }

  /// Lists of numbers that lie in one row, so that asking for one counts no references.
  struct Rows: Sendable {
    let items: [Int32]
    private let starts: [Int32]

    init(_ lists: [[Int32]]) {
      var starts: [Int32] = [0]
      for list in lists { starts.append(starts[starts.count - 1] + Int32(list.count)) }
      self.starts = starts
      items = lists.flatMap { $0 }
    }

    /// Where the items of a list lie; nowhere for a number that has no list.
    @inline(__always)
    func places(of list: Int) -> Range<Int> {
      list + 1 < starts.count ? Int(starts[list])..<Int(starts[list + 1]) : 0..<0
    }
  }

  /// The rules in the order in which they are tried.
  package let rules: [WrittenRule]
  /// The words that the rules know.
  package let words: WordIndex
  /// The names of slots.
  package let slots: SlotTable
  let entries: [Entry]
  /// How many different programs go right from an anchor.
  let rightCount: Int
  let entriesByWord: Rows
  let entriesByDimension: Rows
  /// Numbers of dimensions and kinds.
  let names: NameTable
  let entriesByAnyQuantity: [Int32]
  /// Whether each entry stays in its clause.
  let staysInClause: [Bool]
  /// The word sets that each entry needs.
  let needs: Rows
  /// The words that no noun phrase begins or ends with: the class `function`.
  let barred: Int32?

  /// Compiles rules; one that is wrong is left out and reported.
  ///
  /// - Parameters:
  ///   - rules: In the order in which they are tried; a quantity that one took is closed to later
  ///     ones.
  ///   - classes: The word classes by name.
  ///   - dimensions: The dimensions that a slot may name.
  ///   - faults: Where faults are added.
  package init(
    _ rules: [WrittenRule], classes: [String: [String]], dimensions: Set<String>,
    faults: inout [Fault]
  ) {
    var builder = WordIndexBuilder()
    var slots = SlotTable()
    var names = NameTable()
    var entries: [Entry] = []
    for (index, rule) in rules.enumerated() {
      for (number, pattern) in rule.patterns.enumerated() {
        do throws(PatternFault) {
          let node = try PatternParser.parse(pattern, dimensions: dimensions)
          let program = try PatternCompiler.compile(
            node, classes: classes, words: &builder, slots: &slots, names: &names)
          entries.append(Entry(rule: Int32(truncatingIfNeeded: index), program: program))
        } catch {
          faults.append(Fault(rule: index, pattern: number, fault: error))
        }
      }
    }
    barred = classes["function"].map { builder.set(named: "[function]", words: $0) }
    let words = WordIndex(builder, needed: Set(entries.flatMap(\.program.needed)))
    var rights: [[PatternProgram.StepKey]: Int32] = [:]
    for index in entries.indices {
      entries[index].staysInClause = entries[index].program.staysInClause(words)
      let key = entries[index].program.rightKey
      entries[index].right = rights[key] ?? Int32(truncatingIfNeeded: rights.count)
      rights[key] = entries[index].right
    }
    var byWord = [[Int32]](repeating: [], count: words.words.count)
    var byDimension: [[Int32]] = []
    var byAnyQuantity: [Int32] = []
    for (index, entry) in entries.enumerated() {
      let index = Int32(truncatingIfNeeded: index)
      switch entry.program.anchor {
      case .words(let set):
        for word in words.words(in: set) { byWord[Int(word)].append(index) }
      case .quantity(let dimensions):
        if dimensions.isEmpty { byAnyQuantity.append(index) }
        for dimension in dimensions {
          let number = Int(names.intern(dimension.rawValue))
          while byDimension.count <= number { byDimension.append([]) }
          byDimension[number].append(index)
        }
      }
    }
    self.rules = rules
    self.words = words
    self.slots = slots
    self.names = names
    self.entries = entries
    self.rightCount = rights.count
    staysInClause = entries.map(\.staysInClause)
    needs = Rows(entries.map(\.program.needed))
    self.entriesByWord = Rows(byWord)
    self.entriesByDimension = Rows(byDimension)
    self.entriesByAnyQuantity = byAnyQuantity
  }
}
