import KaojuModels
import KaojuVocabulary

/// The tables under `models/times`, ready to be matched.
struct TimeModel: Sendable {
  let numbers: CalendarNumberReader
  var units = TermTrie<UnitTerm>()
  var dates = TermTrie<DateTerm>()
  /// The parts of units by surface; one surface may be a part of several units.
  var parts = TermTrie<[PartTerm]>()
  var references = TermTrie<ReferenceTerm>()
  var suffixes = TermTrie<SuffixTerm>()
  var sets = TermTrie<String>()
  var modifiersBefore = TermTrie<TimeExpression.Modifier>()
  var modifiersBehind = TermTrie<TimeExpression.Modifier>()
  var modifiersMiddle = TermTrie<TimeExpression.Modifier>()
  var counters = TermTrie<CounterTerm>()
  var leaders = TermTrie<LengthLeader>()
  /// What follows a suffix of one character and makes it another word.
  var suffixBars: [UInt16: [[UInt16]]] = [:]
  var dayPartBars: [[UInt16]] = []
  var seasonBars: [[UInt16]] = []
  var countBars: [[UInt16]] = []
  var holidayWords: [[UInt16]] = []
  var planWords: [[UInt16]] = []
  var scoreWords: [[UInt16]] = []
  var scoreFrames: [[UInt16]] = []
  var clockLeaders: [[UInt16]] = []
  var clockFollowers: [[UInt16]] = []
  var lengthBars: [[UInt16]] = []
  var countNouns: [[UInt16]] = []
  var counterBars: [[UInt16]] = []
  var articleBars: [[UInt16]] = []
  var halfBars: [[UInt16]] = []
  var futureBarsBefore: [[UInt16]] = []
  var futureBarsBehind: [[UInt16]] = []
  var futureCues = TermTrie<Bool>()
  /// For each code unit, whether a time may begin there.
  var triggers = TriggerSet()

  init(models: ModelFolder, faults: inout [ModelFault]) {
    numbers = CalendarNumberReader(classes: NumeralClasses(models: models, faults: &faults))
    let loader = TimeModelLoader(models: models)
    loader.loadUnits(&self, &faults)
    loader.loadDeictics(&self, &faults)
    loader.loadDayParts(&self, &faults)
    loader.loadParts(&self, &faults)
    loader.loadSubdivisions(&self, &faults)
    loader.loadWeekdays(&self, &faults)
    loader.loadSeasons(&self, &faults)
    loader.loadSolarTerms(&self, &faults)
    loader.loadFestivals(&self, &faults)
    loader.loadPeriods(&self, &faults)
    loader.loadEras(&self, &faults)
    loader.loadReferences(&self, &faults)
    loader.loadSuffixes(&self, &faults)
    loader.loadLengthModifiers(&self, &faults)
    loader.loadSets(&self, &faults)
    loader.loadLunar(&self, &faults)
    loader.loadFutureCues(&self, &faults)
    loader.loadCounters(&self, &faults)
    loader.loadLeaders(&self, &faults)
    loader.loadGuards(&self, &faults)
    collectTriggers()
  }

  /// A time begins with a word of a table, a number, 半, 多, 每, 闰 or a mark of quotation.
  private mutating func collectTriggers() {
    for unit in UInt16.min...UInt16.max {
      if dates.begins(with: unit) || parts.begins(with: unit) || references.begins(with: unit)
        || sets.begins(with: unit) || modifiersBefore.begins(with: unit)
        || counters.begins(with: unit) || leaders.begins(with: unit)
        || numbers.startsNumber(unit)
      {
        triggers.insert(unit)
      }
    }
    triggers.insert(contentsOf: "半多每闰“「‘’'\"")
  }
}

/// A set of UTF-16 code units, asked once for every character of a text.
struct TriggerSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  mutating func insert(_ unit: UInt16) { bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }

  mutating func insert(contentsOf text: String) { for unit in text.utf16 { insert(unit) } }

  @inline(__always)
  func contains(_ unit: UInt16) -> Bool { bits[Int(unit >> 6)] & (1 << UInt64(unit & 63)) != 0 }
}
