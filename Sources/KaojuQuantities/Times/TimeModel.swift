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
  /// The characters that a reference of one character (现) needs behind it.
  var referenceFollowers: [UInt16] = []
  var suffixes = TermTrie<SuffixTerm>()
  var sets = TermTrie<String>()
  var modifiersBefore = TermTrie<TimeExpression.Modifier>()
  var modifiersBehind = TermTrie<TimeExpression.Modifier>()
  var modifiersMiddle = TermTrie<TimeExpression.Modifier>()
  var counters = TermTrie<CounterTerm>()
  var leaders = TermTrie<LengthLeader>()
  /// What follows a suffix of one character and makes it another word.
  var suffixBars: [UInt16: [[UInt16]]] = [:]
  private var guards = [[[UInt16]]](repeating: [], count: TimeGuard.allCases.count)
  /// The words of the guards spelt backwards.
  private var guardTails = [PhraseTrie](repeating: PhraseTrie(), count: TimeGuard.allCases.count)
  var futureCues = TermTrie<Bool>()
  /// Where a time may begin.
  var triggers = TimeTriggers()

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
    triggers = TimeTriggers(self)
    for guardian in TimeGuard.allCases {
      for word in self[guardian] { guardTails[guardian.rawValue].insert(word.reversed(), value: 0) }
    }
  }

  /// Whether a word of a guard ends right before an offset.
  func stands(_ guardian: TimeGuard, in units: [UInt16], before end: Int) -> Bool {
    guard end > 0, end <= units.count else { return false }
    var stands = false
    guardTails[guardian.rawValue].walkBack(units, from: end, to: 0) { _, _ in stands = true }
    return stands
  }

  /// The words of a guard.
  subscript(_ guardian: TimeGuard) -> [[UInt16]] {
    get { guards[guardian.rawValue] }
    set { guards[guardian.rawValue] = newValue }
  }
}
