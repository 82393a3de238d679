import KaojuModels
import KaojuVocabulary

extension TimeModelLoader {
  func loadFestivals(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows(
      "festivals", ["names", "calendar", "rule", "days", "source"], ["needs"], &faults)
    for row in rows {
      guard let days = integer(file, row, "days", &faults) else { continue }
      let isDated = row["calendar"] == "dates"
      guard let rule = isDated ? datedRule(row) : festivalRule(row["calendar"], row["rule"]) else {
        malformed(file, row, "rule", "a rule of its calendar", &faults)
        continue
      }
      let term = FestivalTerm(rule: rule, days: days, needsHoliday: row["needs"] == "holiday")
      for name in row.list("names") where !model.dates.insert(name, .festival(term)) {
        duplicate(file, row, name, &faults)
      }
    }
  }

  private func datedRule(_ row: Table.Row) -> FestivalTerm.Rule? {
    var days: [Int: GregorianDay] = [:]
    for cell in row.list("rule") {
      guard let parts = numbers(cell), parts.count == 3 else { return nil }
      days[parts[0]] = GregorianDay(year: parts[0], month: parts[1], day: parts[2])
    }
    return days.isEmpty ? nil : .dates(days)
  }

  private func festivalRule(_ calendar: Substring, _ rule: Substring) -> FestivalTerm.Rule? {
    if calendar == "easter" || calendar == "orthodox" || calendar == "term" {
      guard let value = Int(rule) else { return nil }
      switch calendar {
      case "easter": return .easter(offset: value)
      case "orthodox": return .orthodoxEaster(offset: value)
      default: return .solarTerm(longitude: value)
      }
    }
    if calendar == "lunar", rule.hasSuffix("-last"), let month = Int(rule.dropLast(5)) {
      return .lunar(month: month, day: 0)
    }
    // A trailing `+1` or `-1` moves the day.
    var body = rule
    var offset = 0
    if let plus = rule.firstIndex(of: "+") {
      offset = Int(rule[rule.index(after: plus)...]) ?? 0
      body = rule[..<plus]
    }
    guard let values = numbers(body) else { return nil }
    switch (calendar, values.count) {
    case ("solar", 2): return .solar(month: values[0], day: values[1])
    case ("lunar", 2): return .lunar(month: values[0], day: values[1])
    case ("weekday", 3):
      return .weekday(month: values[0], index: values[1], weekday: values[2], offset: offset)
    case ("islamic", 2), ("islamic", 3):
      return .islamic(
        month: values[0], day: values[1], offset: values.count == 3 ? -values[2] : 0)
    case ("hebrew", 2), ("hebrew", 3):
      return .hebrew(month: values[0], day: values[1], offset: values.count == 3 ? -values[2] : 0)
    default: return nil
    }
  }

  func loadPeriods(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows(
      "periods", ["surface", "from", "to", "timex", "source"], ["needs"], &faults)
    for row in rows {
      guard let from = moment(file, row, "from", &faults),
        let to = moment(file, row, "to", &faults)
      else { continue }
      guard let need = PeriodTerm.Need(rawValue: String(row["needs"])) else {
        malformed(file, row, "needs", "plan, quotes, suffix, since or empty", &faults)
        continue
      }
      let term = PeriodTerm(from: from, to: to, timex: String(row["timex"]), need: need)
      if !model.dates.insert(row["surface"], .period(term)) {
        duplicate(file, row, row["surface"], &faults)
      }
    }
  }

  func loadEras(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("eras", ["surface", "first", "years", "source"], [], &faults)
    for row in rows {
      guard let first = integer(file, row, "first", &faults),
        let years = integer(file, row, "years", &faults)
      else { continue }
      model.dates.insert(row["surface"], .era(first: first, years: years))
    }
  }

  func loadReferences(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows(
      "references", ["surface", "timex"], ["unless_before", "unless_after", "only_after"],
      &faults)
    for row in rows {
      let term = ReferenceTerm(
        timex: String(row["timex"]),
        unlessBefore: strings(row, "unless_before").compactMap(\.last),
        unlessAfter: strings(row, "unless_after"), onlyAfter: strings(row, "only_after"))
      model.referenceFollowers += term.onlyAfter.compactMap(\.first)
      if !model.references.insert(row["surface"], term) {
        duplicate(file, row, row["surface"], &faults)
      }
    }
  }

  func loadSuffixes(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("suffixes", ["surface", "effect", "follows"], [], &faults)
    for row in rows {
      guard let effect = SuffixTerm.Effect(rawValue: String(row["effect"])) else {
        malformed(file, row, "effect", "an effect named above", &faults)
        continue
      }
      let follows = row.list("follows")
      let surface = row["surface"]
      let term = SuffixTerm(
        effect: effect, followsSpan: follows.contains("span"),
        followsLength: follows.contains("length"),
        isInclusive: surface.hasPrefix("或") || surface.hasPrefix("及"),
        opensLength: surface.hasPrefix("以") || surface == "之前", length: surface.utf16.count)
      if !model.suffixes.insert(surface, term) { duplicate(file, row, surface, &faults) }
    }
  }

  func loadLengthModifiers(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("length_modifiers", ["surface", "modifier", "place"], [], &faults)
    for row in rows {
      guard let modifier = modifier(row["modifier"]) else {
        malformed(file, row, "modifier", "a TIMEX3 modifier", &faults)
        continue
      }
      switch row["place"] {
      case "before": model.modifiersBefore.insert(row["surface"], modifier)
      case "behind": model.modifiersBehind.insert(row["surface"], modifier)
      case "middle": model.modifiersMiddle.insert(row["surface"], modifier)
      default: malformed(file, row, "place", "before, behind or middle", &faults)
      }
    }
  }

  func loadSets(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    for row in rows("sets", ["surface", "timex"], [], &faults).rows {
      model.sets.insert(row["surface"], String(row["timex"]))
    }
  }

  func loadFutureCues(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    for row in rows("future_cues", ["surface"], [], &faults).rows {
      model.futureCues.insert(row["surface"], true)
    }
  }

  func loadCounters(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("counters", ["surface", "kind"], ["takes", "alone"], &faults)
    for row in rows {
      guard let kind = CounterTerm.Kind(rawValue: String(row["kind"])) else {
        malformed(
          file, row, "kind", "first, last, nth, lastOne, previous, next, before or after", &faults)
        continue
      }
      let term = CounterTerm(
        kind: kind, takesNumber: row["takes"] == "number", standsAlone: row["alone"] == "alone")
      if !model.counters.insert(row["surface"], term) {
        duplicate(file, row, row["surface"], &faults)
      }
    }
  }

  func loadLeaders(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("leaders", ["surface", "direction"], [], &faults)
    for row in rows {
      guard let direction = integer(file, row, "direction", &faults) else { continue }
      model.leaders.insert(row["surface"], LengthLeader(direction: direction))
    }
  }

  func loadGuards(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("guards", ["guard", "words"], [], &faults)
    for row in rows {
      let words = strings(row, "words")
      if let guardian = TimeGuard(name: row["guard"]) {
        model[guardian] = words
      } else if row["guard"].hasPrefix("suffix "), let suffix = row["guard"].utf16.last {
        model.suffixBars[suffix] = words
      } else {
        malformed(file, row, "guard", "a guard that the grammar knows", &faults)
      }
    }
  }

  func loadLunar(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("lunar", ["surface", "kind", "value"], [], &faults)
    for row in rows {
      switch row["kind"] {
      case "calendar": model.dates.insert(row["surface"], .lunarCalendar)
      case "month", "before-day":
        guard let month = integer(file, row, "value", &faults) else { continue }
        let needsDay = row["kind"] == "before-day"
        model.dates.insert(row["surface"], .lunarMonth(month, needsDay: needsDay))
      default: malformed(file, row, "kind", "calendar, month or before-day", &faults)
      }
    }
  }
}
