import KaojuVocabulary

/// The names that a document has used, so that each is marked wherever it stands again.
///
/// Half of the short forms stand before the full name (in the headline), so the whole text is read
/// once more with all names known.
struct DocumentMemory {
  static let again: RuleID = "memory/again"
  static let short: RuleID = "memory/short"

  /// A name or short form.
  struct Entry {
    var kind: EntityKind
    var record: NameRecord?
    /// Where the full name stands for the first time.
    var source: TextRange
    var isShort: Bool
    /// Whether an ordinary word of the dictionary is not taken for it.
    var isGuarded: Bool
  }

  private var trie = PhraseTrie(minimumCapacity: 256)
  private(set) var entries: [Entry] = []

  /// Learns the names that were found, and the short forms of each.
  init(_ found: [Candidate], chart: Chart, rules: NameRules) {
    let forms = ShortForms(chart: chart, rules: rules)
    var seen = PhraseTrie(minimumCapacity: 128)
    var learnt: [(Candidate, Range<Int>)] = []
    // The records of names seen, where they are whole words.
    var linked: [NameRecord?] = []
    var word = 0
    for candidate in found where candidate.isMemorable {
      let units = chart.units[candidate.range.indices]
      guard units.count >= 2, seen.value(of: units) < 0 else { continue }
      seen.insert(units, value: Int32(truncatingIfNeeded: linked.count))
      linked.append(nil)
      while word < chart.words.count,
        chart.words[word].range.lowerBound < candidate.range.lowerBound
      {
        word += 1
      }
      guard word < chart.words.count,
        chart.words[word].range.lowerBound == candidate.range.lowerBound,
        let last = chart.lastWord(from: word, endingAt: candidate.range.upperBound)
      else { continue }
      learnt.append((candidate, word..<last + 1))
      linked[linked.count - 1] = candidate.record
    }
    for (candidate, words) in learnt.sorted(by: { $0.1.count > $1.1.count }) {
      var entry = Entry(
        kind: candidate.kind, record: candidate.record,
        source: candidate.source ?? candidate.range, isShort: false,
        isGuarded: words.count == 1
          && (candidate.record == nil
            || candidate.rule == RegisterFinder.inContext
              && !Self.recurs(candidate, among: found, in: chart))
      )
      let short = candidate.hasShortForms ? forms.forms(of: words, kind: candidate.kind) : []
      // A register that knows 姑苏实验室 knows 材料科学姑苏实验室; a firm's namesake elsewhere
      // (湖北新禾, 新禾) is another firm.
      if entry.record == nil, candidate.kind != .firm {
        entry.record = short.lazy.compactMap { form in
          let known = seen.value(of: form.units[...])
          return known < 0 ? nil : linked[Int(known)]
        }.first { $0.kind == candidate.kind }
      }
      learn(chart.units[candidate.range.indices], entry)
      for form in short {
        var short = entry
        short.isShort = true
        short.isGuarded = form.isGuarded
        learn(form.units[...], short)
      }
    }
  }

  /// Whether a firm's ambiguous name stands so often that the text is about it: 红帽净利润, 红帽今天….
  private static func recurs(
    _ candidate: Candidate, among found: [Candidate], in chart: Chart
  ) -> Bool {
    guard candidate.kind == .firm, let id = candidate.record?.id,
      found.lazy.filter({ $0.record?.id == id && $0.rule == candidate.rule }).prefix(2).count == 2
    else { return false }
    return chart.names.lazy.filter { $0.record.id == id }.prefix(recurrence).count == recurrence
  }

  /// How often a name must stand for that.
  private static let recurrence = 4

  private mutating func learn(_ units: ArraySlice<UInt16>, _ entry: Entry) {
    trie.insert(units, value: Int32(truncatingIfNeeded: entries.count))
    entries.append(entry)
  }

  /// The entry of a surface, if the document uses it as a name.
  func entry(of units: ArraySlice<UInt16>) -> Entry? {
    let value = trie.value(of: units)
    return value < 0 ? nil : entries[Int(value)]
  }

  /// Adds a candidate wherever a name or short form stands on word boundaries, but for those found.
  func find(in chart: inout Chart, besides found: [Candidate]) {
    guard !trie.isEmpty else { return }
    let known = Set(found.map(\.range))
    for first in chart.words.indices {
      guard trie.begins(at: chart.words[first].range.start, in: chart.units),
        chart.words[first].shape != .punctuation || chart.isUnit(first, 0x201C)
      else { continue }
      var node = PhraseTrie.root
      var word = first
      var best: (Entry, Int)?
      walk: while word < chart.words.count, word == first || !chart.words[word].hasGapBefore {
        for offset in chart.words[word].range.indices {
          guard let next = trie.step(from: node, by: chart.units[offset]) else { break walk }
          node = next
        }
        let value = trie.value(at: node)
        if value >= 0, isAllowed(entries[Int(value)], first..<word + 1, in: chart) {
          best = (entries[Int(value)], word)
        }
        word += 1
      }
      guard let (entry, last) = best, !known.contains(chart.range(first..<last + 1)) else {
        continue
      }
      chart.candidates.append(
        Candidate(
          range: chart.range(first..<last + 1), kind: entry.kind,
          rule: entry.isShort ? Self.short : Self.again, trust: .memory, record: entry.record,
          source: entry.source))
    }
  }

  /// An ordinary word is a name again only in quotation marks.
  private func isAllowed(_ entry: Entry, _ words: Range<Int>, in chart: Chart) -> Bool {
    guard entry.isGuarded, words.count == 1 else { return true }
    let first = words.lowerBound
    let word = chart.words[first]
    if word.shape == .latin || word.isUnknown || chart.clearName(at: first) != nil {
      return true
    }
    switch word.tag {
    case .personName, .placeName, .organizationName, .properNoun: return true
    default:
      return first > 0 && first + 1 < chart.words.count && chart.isUnit(first - 1, 0x201C)
        && chart.isUnit(first + 1, 0x201D)
    }
  }
}
