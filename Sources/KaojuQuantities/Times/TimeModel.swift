import KaojuModels
import KaojuVocabulary

/// The tables under `models/times`, ready to be matched; one object that all documents share.
final class TimeModel: Sendable {
  let numbers: CalendarNumberReader
  let units: TermTrie<UnitTerm>
  let dates: TermTrie<DateTerm>
  /// The parts of units by surface; one surface may be a part of several units.
  let parts: TermTrie<[PartTerm]>
  let references: TermTrie<ReferenceTerm>
  /// The characters that a reference of one character (现) needs behind it.
  let referenceFollowers: [UInt16]
  let suffixes: TermTrie<SuffixTerm>
  let sets: TermTrie<String>
  let modifiersBefore: TermTrie<TimeExpression.Modifier>
  let modifiersBehind: TermTrie<TimeExpression.Modifier>
  let modifiersMiddle: TermTrie<TimeExpression.Modifier>
  let counters: TermTrie<CounterTerm>
  let leaders: TermTrie<LengthLeader>
  /// What follows a suffix of one character and makes it another word.
  let suffixBars: [UInt16: [[UInt16]]]
  private let guards: [[[UInt16]]]
  /// The words of the guards spelt backwards.
  private let guardTails: [PhraseTrie]
  let futureCues: TermTrie<Bool>
  /// Where a time may begin.
  let triggers: TimeTriggers

  /// The tables while they are read.
  struct Draft {
    let numbers: CalendarNumberReader
    var units = TermTrie<UnitTerm>()
    var dates = TermTrie<DateTerm>()
    var parts = TermTrie<[PartTerm]>()
    var references = TermTrie<ReferenceTerm>()
    var referenceFollowers: [UInt16] = []
    var suffixes = TermTrie<SuffixTerm>()
    var sets = TermTrie<String>()
    var modifiersBefore = TermTrie<TimeExpression.Modifier>()
    var modifiersBehind = TermTrie<TimeExpression.Modifier>()
    var modifiersMiddle = TermTrie<TimeExpression.Modifier>()
    var counters = TermTrie<CounterTerm>()
    var leaders = TermTrie<LengthLeader>()
    var suffixBars: [UInt16: [[UInt16]]] = [:]
    var guards = [[[UInt16]]](repeating: [], count: TimeGuard.allCases.count)
    var futureCues = TermTrie<Bool>()

    /// The words of a guard.
    subscript(_ guardian: TimeGuard) -> [[UInt16]] {
      get { guards[guardian.rawValue] }
      set { guards[guardian.rawValue] = newValue }
    }
  }

  init(models: ModelFolder, faults: inout [ModelFault]) {
    var draft = Draft(
      numbers: CalendarNumberReader(classes: NumeralClasses(models: models, faults: &faults)))
    let loader = TimeModelLoader(models: models)
    loader.loadUnits(&draft, &faults)
    loader.loadDeictics(&draft, &faults)
    loader.loadDayParts(&draft, &faults)
    loader.loadParts(&draft, &faults)
    loader.loadSubdivisions(&draft, &faults)
    loader.loadWeekdays(&draft, &faults)
    loader.loadSeasons(&draft, &faults)
    loader.loadSolarTerms(&draft, &faults)
    loader.loadFestivals(&draft, &faults)
    loader.loadPeriods(&draft, &faults)
    loader.loadEras(&draft, &faults)
    loader.loadReferences(&draft, &faults)
    loader.loadSuffixes(&draft, &faults)
    loader.loadLengthModifiers(&draft, &faults)
    loader.loadSets(&draft, &faults)
    loader.loadLunar(&draft, &faults)
    loader.loadFutureCues(&draft, &faults)
    loader.loadCounters(&draft, &faults)
    loader.loadLeaders(&draft, &faults)
    loader.loadGuards(&draft, &faults)
    numbers = draft.numbers
    units = draft.units
    dates = draft.dates
    parts = draft.parts
    references = draft.references
    referenceFollowers = draft.referenceFollowers
    suffixes = draft.suffixes
    sets = draft.sets
    modifiersBefore = draft.modifiersBefore
    modifiersBehind = draft.modifiersBehind
    modifiersMiddle = draft.modifiersMiddle
    counters = draft.counters
    leaders = draft.leaders
    suffixBars = draft.suffixBars
    guards = draft.guards
    futureCues = draft.futureCues
    triggers = TimeTriggers(draft)
    guardTails = draft.guards.map { words in
      var tails = PhraseTrie()
      for word in words { tails.insert(word.reversed(), value: 0) }
      return tails
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
  subscript(_ guardian: TimeGuard) -> [[UInt16]] { guards[guardian.rawValue] }
}
