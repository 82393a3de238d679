import KaojuVocabulary

/// Which record a name means that several records bear, as of the day of the article.
///
/// 交大 beside 西安 is 西安交通大学; alone it is a university of which nobody can say which. 密云 of
/// 2012 is 密云县.
struct RegisterChoice {
  /// The reading that is meant, or the first of those among which nobody can say.
  var name: Chart.KnownName
  /// What else the name could mean.
  var others: [EntityID] = []
  /// Whether one is meant.
  var isSettled = true

  /// The only reading of a name.
  init(
    only name: Chart.KnownName, on day: Validity.Day, in chart: Chart, register: some NameRegister
  ) {
    self.name = name
    follow(day, in: chart, register: register)
  }

  /// Chooses among readings of which some are clear or stand in context.
  ///
  /// - Parameters:
  ///   - readings: All readings of one name.
  ///   - spoken: The ids that the document names clearly.
  ///   - around: These and what they belong to.
  ///   - hasContext: Whether an ambiguous reading stands in context.
  init?(
    among readings: ArraySlice<Chart.KnownName>, spoken: Set<Name>, around: Set<Name>,
    on day: Validity.Day, in chart: Chart, register: some NameRegister,
    hasContext: (Chart.KnownName) -> Bool
  ) {
    let live = readings.filter { $0.record.validity.holds(on: day) }
    let pool = live.isEmpty ? Array(readings) : live
    let clear = pool.filter { !$0.isAmbiguous }
    // Several clear readings (东湖 of two cities): the one whose parent the text names.
    let settled =
      clear.first { $0.record.parentKey.map(spoken.contains) ?? false } ?? clear.first
      ?? Self.inContext(pool, spoken: spoken, around: around, hasContext: hasContext)
      ?? Self.past(readings, pool: pool)
    if let settled {
      name = settled
    } else {
      guard let first = pool.first, Self.isShared(pool, in: chart) else { return nil }
      name = first
      isSettled = false
    }
    for reading in pool where !isSettled || reading.record.key != name.record.key {
      if !others.contains(reading.record.id) { others.append(reading.record.id) }
    }
    if isSettled { follow(day, in: chart, register: register) }
  }

  /// The one reading that stands in context; a university among several such is none.
  private static func inContext(
    _ pool: [Chart.KnownName], spoken: Set<Name>, around: Set<Name>,
    hasContext: (Chart.KnownName) -> Bool
  ) -> Chart.KnownName? {
    if let named = pool.first(where: { spoken.contains($0.record.key) && hasContext($0) }) {
      return named
    }
    let areUniversities = pool.count > 1 && pool.allSatisfy { $0.kind == .university }
    let fitting = pool.filter { reading in
      hasContext(reading)
        || areUniversities && reading.record.parentKey.map(around.contains) ?? false
    }
    guard let first = fitting.first else { return nil }
    return first.kind == .university && fitting.count > 1 ? nil : first
  }

  /// What a clear name of another time means on this day: 巢湖市 of 2009 is the prefecture.
  private static func past(
    _ readings: ArraySlice<Chart.KnownName>, pool: [Chart.KnownName]
  ) -> Chart.KnownName? {
    guard let clear = readings.first(where: { !$0.isAmbiguous }) else { return nil }
    return clear.kind == .place ? pool.first { $0.kind == .place } ?? clear : clear
  }

  /// Whether a name is one, whoever bears it: a whole division (鼓楼区) or a university (交大) of
  /// which there are several.
  private static func isShared(_ pool: [Chart.KnownName], in chart: Chart) -> Bool {
    guard pool.count > 1, let first = pool.first,
      pool.allSatisfy({ $0.kind == first.kind && $0.record.id != "" }),
      pool.contains(where: { $0.record.key != first.record.key }), first.words.count == 1
    else { return false }
    if first.kind == .university { return standsFree(first.words.lowerBound, in: chart) }
    // 城区 and 郊区 are mostly none.
    return first.kind == .place && chart.range(first.words).count > 2
      && chart.words[first.words.lowerBound].classes.isDisjoint(with: [.generic])
      && pool.allSatisfy {
        $0.record.name.utf16.elementsEqual(chart.units[chart.range($0.words).indices])
      }
  }

  /// Whether no noun stands right before a word, so that it is none's end: 记者从|交大, but not 压力|山大.
  private static func standsFree(_ word: Int, in chart: Chart) -> Bool {
    if chart.opensClause(word) || chart.isPlace(word - 1) { return true }
    let before = chart.words[word - 1]
    if !before.classes.isDisjoint(with: [.stop, .conjunction]) { return true }
    return before.tag == .verb || before.tag == .preposition || before.tag == .conjunction
  }

  /// Goes back to what a record was before when it does not hold yet and bore the same name.
  private mutating func follow(
    _ day: Validity.Day, in chart: Chart, register: some NameRegister
  ) {
    var steps = 0
    let surface = chart.units[chart.range(name.words).indices]
    while name.record.validity.begins(after: day), steps < 3 {
      let before = name.record.predecessors.split(separator: "|").lazy
        .compactMap { register.record(of: EntityID(String($0))) }
        .first { $0.kind == name.record.kind && $0.name.utf16.starts(with: surface) }
      guard let before else { return }
      name.record = before
      steps += 1
    }
  }
}
