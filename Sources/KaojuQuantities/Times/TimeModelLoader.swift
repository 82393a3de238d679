import KaojuModels
import KaojuVocabulary

/// Reads the tables under `models/times` and reports every cell that does not have its form.
struct TimeModelLoader {
  let models: ModelFolder

  func rows(
    _ name: String, _ required: [String], _ optional: [String] = [],
    _ faults: inout [ModelFault]
  ) -> (file: String, rows: [Table.Row]) {
    let file = "times/\(name).tsv"
    let table = models.table(file, required: required, optional: optional, faults: &faults)
    table?.requireCells(Array(required.prefix(1)), faults: &faults)
    return (file, table?.rows ?? [])
  }

  func malformed(
    _ file: String, _ row: Table.Row, _ column: String, _ expected: String,
    _ faults: inout [ModelFault]
  ) {
    faults.append(
      ModelFault(
        file: file, line: row.line, column: row.position(of: column),
        .malformed(what: column, value: String(row[column]), expected: expected)))
  }

  func duplicate(
    _ file: String, _ row: Table.Row, _ surface: Substring, _ faults: inout [ModelFault]
  ) {
    faults.append(
      ModelFault(
        file: file, line: row.line,
        .duplicate(what: "surface", name: String(surface), firstLine: 0)))
  }

  func unit(
    _ file: String, _ row: Table.Row, _ column: String, _ faults: inout [ModelFault]
  ) -> TimeUnit? {
    if let unit = TimeUnit(name: row[column]) { return unit }
    let names = TimeUnit.allCases.map(\.name)
    faults.append(
      ModelFault(
        file: file, line: row.line, column: row.position(of: column),
        .undefined(
          what: "unit", name: String(row[column]),
          suggestion: Suggestion.nearest(to: String(row[column]), among: names))))
    return nil
  }

  func integer(
    _ file: String, _ row: Table.Row, _ column: String, _ faults: inout [ModelFault]
  ) -> Int? {
    if let value = Int(row[column]) { return value }
    malformed(file, row, column, "a whole number", &faults)
    return nil
  }

  func strings(_ row: Table.Row, _ column: String) -> [[UInt16]] {
    row.list(column).map { Array($0.utf16) }
  }

  /// The numbers of a cell such as `05-2-7`.
  func numbers(_ cell: Substring, separator: Character = "-") -> [Int]? {
    let parts = cell.split(separator: separator)
    let values = parts.compactMap { Int($0) }
    return values.count == parts.count && !values.isEmpty ? values : nil
  }

  func moment(
    _ file: String, _ row: Table.Row, _ column: String, _ faults: inout [ModelFault]
  ) -> Moment? {
    guard let parts = numbers(row[column]), parts.count == 3, (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else {
      malformed(file, row, column, "a date (1949-10-01)", &faults)
      return nil
    }
    return Moment(year: parts[0], month: parts[1], day: parts[2])
  }

  func modifier(_ name: Substring) -> TimeExpression.Modifier? {
    let all: [TimeExpression.Modifier] = [
      .before, .after, .start, .mid, .end, .approximate, .lessThan, .moreThan,
    ]
    return all.first { $0.name == name }
  }
}

extension TimeModelLoader {
  func loadUnits(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("units", ["surface", "unit", "reads"], ["unless"], &faults)
    for row in rows {
      let isWorking = row["unit"] == "workday"
      guard let unit = isWorking ? .day : unit(file, row, "unit", &faults) else { continue }
      let reads = row.list("reads")
      guard reads.allSatisfy({ $0 == "date" || $0 == "length" }) else {
        malformed(file, row, "reads", "date, length or both", &faults)
        continue
      }
      let term = UnitTerm(
        unit: unit, isDate: reads.contains("date"), isLength: reads.contains("length"),
        isWorking: isWorking, unless: strings(row, "unless"))
      if !model.units.insert(row["surface"], term) {
        duplicate(file, row, row["surface"], &faults)
      }
    }
  }

  func loadDeictics(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows(
      "deictics", ["surface", "unit", "anchor", "offset"], ["count", "unless"], &faults)
    for row in rows {
      guard let offset = integer(file, row, "offset", &faults) else { continue }
      let target: DeicticTerm.Target
      switch row["unit"] {
      case "same": target = .same
      case "named": target = .named
      case "year-short": target = .short([.year])
      case "day-short": target = .short([.day])
      case "short": target = .short([.year, .day])
      default:
        guard let unit = unit(file, row, "unit", &faults) else { continue }
        target = .unit(unit)
      }
      let anchor: TimeAnchor
      switch row["anchor"] {
      case "published": anchor = .published
      case "text": anchor = .text
      default:
        malformed(file, row, "anchor", "published or text", &faults)
        continue
      }
      model.dates.insert(
        row["surface"],
        .deictic(
          DeicticTerm(
            target: target, anchor: anchor, offset: offset, count: Int(row["count"]) ?? 1,
            unless: strings(row, "unless"))))
    }
  }

  func loadDayParts(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("dayparts", ["surface", "timex", "from", "to", "clock"], [], &faults)
    for row in rows {
      guard let from = numbers(row["from"], separator: ":"), from.count == 2,
        let to = numbers(row["to"], separator: ":"), to.count == 2
      else {
        malformed(file, row, "from", "a clock time (08:00)", &faults)
        continue
      }
      guard let clock = DayPartTerm.Clock(rawValue: String(row["clock"])) else {
        malformed(file, row, "clock", "dawn, am, pm, noon or night", &faults)
        continue
      }
      let term = DayPartTerm(
        timex: String(row["timex"]), from: from[0] * 3600 + from[1] * 60,
        to: to[0] * 3600 + to[1] * 60, clock: clock, isShort: row["surface"].utf16.count == 1)
      if !model.dates.insert(row["surface"], .dayPart(term)) {
        duplicate(file, row, row["surface"], &faults)
      }
    }
  }

  func loadParts(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows(
      "parts", ["surface", "unit", "modifier", "take"], ["alone", "unless"], &faults)
    var terms: [Substring: [PartTerm]] = [:]
    for row in rows {
      guard let unit = unit(file, row, "unit", &faults) else { continue }
      guard let modifier = modifier(row["modifier"]) else {
        malformed(file, row, "modifier", "a TIMEX3 modifier", &faults)
        continue
      }
      guard let take = take(row["take"]) else {
        malformed(
          file, row, "take", "a stretch such as \"last 2 month\" or \"first 3/10\"", &faults)
        continue
      }
      terms[row["surface"], default: []].append(
        PartTerm(
          unit: unit, modifier: modifier, take: take, standsAlone: row["alone"] == "alone",
          needsBoundary: row["unless"] == "*", unless: strings(row, "unless")))
    }
    for (surface, list) in terms { model.parts.insert(surface, list) }
  }

  private func take(_ cell: Substring) -> PartTerm.Take? {
    let words = cell.split(separator: " ")
    switch words.first {
    case "all": return .all
    case "middle": return .middle
    case "first", "last", "rest":
      if words.count == 2, words[1].hasSuffix("/10"), let tenths = Int(words[1].dropLast(3)) {
        return words[0] == "first" ? .firstTenths(tenths) : .lastTenths(tenths)
      }
      guard words.count == 3, let count = Int(words[1]), let unit = TimeUnit(name: words[2])
      else { return nil }
      return words[0] == "first"
        ? .first(count, unit) : words[0] == "last" ? .last(count, unit) : .rest(count, unit)
    default: return nil
    }
  }

  func loadSubdivisions(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("subdivisions", ["surface", "unit", "index"], [], &faults)
    for row in rows {
      guard let unit = unit(file, row, "unit", &faults),
        let index = integer(file, row, "index", &faults)
      else { continue }
      if !model.dates.insert(row["surface"], .subdivision(unit, index: index)) {
        duplicate(file, row, row["surface"], &faults)
      }
    }
  }

  func loadWeekdays(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("weekdays", ["surface", "weekday"], [], &faults)
    for row in rows {
      guard let weekday = integer(file, row, "weekday", &faults) else { continue }
      model.dates.insert(row["surface"], .weekday(weekday))
    }
  }

  func loadSeasons(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows("seasons", ["surface", "season"], ["alone"], &faults)
    for row in rows {
      guard let season = integer(file, row, "season", &faults) else { continue }
      model.dates.insert(row["surface"], .season(season, standsAlone: row["alone"] == "alone"))
    }
  }

  func loadSolarTerms(_ model: inout TimeModel.Draft, _ faults: inout [ModelFault]) {
    let (file, rows) = rows(
      "solar_terms", ["surface", "longitude", "source"], ["needs"], &faults)
    for row in rows {
      guard let longitude = integer(file, row, "longitude", &faults) else { continue }
      model.dates.insert(
        row["surface"], .solarTerm(longitude: longitude, needsContext: row["needs"] == "context"))
    }
  }
}
