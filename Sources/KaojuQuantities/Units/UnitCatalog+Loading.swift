import KaojuModels
import KaojuVocabulary

extension UnitCatalog {
  /// A prefix of the SI.
  struct Prefix {
    var names: [String]
    var symbols: [String]
    var factor: Rational
    var isLarge: Bool
  }

  /// The tables while they are read.
  struct Draft {
    var units: [MeasureUnit] = []
    var candidates: [[Int32]] = []
    var trie = PhraseTrie()
    var signs = PhraseTrie()
    var compounds: [Compound] = []
    /// The normal units of each dimension.
    var dimensions: [DimensionID: [UnitID]] = [:]
  }
}

extension UnitCatalog.Draft {
  private static let columns = [
    "name", "symbol", "unit", "dimension", "factor", "prefixes", "needs", "bars", "source",
  ]

  mutating func loadDimensions(_ models: ModelFolder, faults: inout [ModelFault]) {
    let table = models.table(
      "units/dimensions.tsv", required: ["dimension", "unit", "base"], optional: ["source"],
      faults: &faults)
    for row in table?.rows ?? [] {
      dimensions[DimensionID(String(row["dimension"]))] = row.list("unit").map {
        UnitID(String($0))
      }
    }
  }

  func loadPrefixes(_ models: ModelFolder, faults: inout [ModelFault]) -> [UnitCatalog.Prefix] {
    let file = "units/prefixes.tsv"
    let table = models.table(
      file, required: ["name", "symbol", "power"], optional: ["source"], faults: &faults)
    return (table?.rows ?? []).compactMap { row in
      guard let power = Int(row["power"]), let size = Rational.powerOfTen(abs(power)),
        let factor = power < 0 ? Rational(1, over: size) : Rational(size)
      else {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "power"),
            .malformed(
              what: "power", value: String(row["power"]), expected: "a whole number up to 38")))
        return nil
      }
      return UnitCatalog.Prefix(
        names: row.list("name").map(String.init), symbols: row.list("symbol").map(String.init),
        factor: factor, isLarge: power > 0)
    }
  }

  mutating func load(
    _ file: String, _ models: ModelFolder, prefixes: [UnitCatalog.Prefix],
    claims: inout [String: UnitCatalog.Claim],
    faults: inout [ModelFault]
  ) {
    let table = models.table(
      file, required: Self.columns.dropLast(), optional: ["shift", "source"], faults: &faults)
    for row in table?.rows ?? [] {
      guard let unit = measure(row, file: file, faults: &faults) else { continue }
      let names = row.list("name").map(String.init)
      let symbols = row.list("symbol").map(String.init)
      for name in names { add(name, unit, isSymbol: false, row, file, &claims, &faults) }
      let rule = row["prefixes"].split(separator: "-")
      // A bound symbol needs its prefix: GB is bytes, B alone is not.
      if !rule.contains("bound") {
        for name in symbols { add(name, unit, isSymbol: true, row, file, &claims, &faults) }
      }
      if unit.dimension == .money {
        let isPlain = row["needs"].isEmpty
        for sign in symbols + names.filter({ isPlain && $0.hasSuffix("币") }) {
          _ = signs.insert(sign, value: units.count)
        }
        units.append(unit)
      }
      guard let sort = rule.first else { continue }
      for prefix in prefixes {
        if rule.count > 1, (rule[1] == "large") != prefix.isLarge { continue }
        guard let factor = unit.factor.multiplied(by: prefix.factor) else { continue }
        let prefixed = unit.varied(factor: factor)
        if sort != "symbol" {
          for name in names {
            for prefix in prefix.names {
              add(prefix + name, prefixed, isSymbol: false, row, file, &claims, &faults)
            }
          }
        }
        if sort != "han" {
          for name in symbols {
            for prefix in prefix.symbols {
              add(prefix + name, prefixed, isSymbol: true, row, file, &claims, &faults)
            }
          }
        }
      }
    }
  }

  /// Reads a row and checks it: known dimension, its normal unit, a factor above zero.
  private func measure(
    _ row: Table.Row, file: String, faults: inout [ModelFault]
  ) -> MeasureUnit? {
    let dimension = DimensionID(String(row["dimension"]))
    let unit = UnitID(String(row["unit"]))
    guard let normal = dimensions[dimension] else {
      faults.append(
        ModelFault(
          file: file, line: row.line, column: row.position(of: "dimension"),
          .undefined(
            what: "dimension", name: dimension.rawValue,
            suggestion: Suggestion.nearest(
              to: dimension.rawValue, among: dimensions.keys.map(\.rawValue).sorted()))))
      return nil
    }
    guard normal.contains(unit) || normal == ["*"] else {
      faults.append(
        ModelFault(
          file: file, line: row.line, column: row.position(of: "unit"),
          .malformed(
            what: "unit", value: unit.rawValue,
            expected:
              "the normal unit of \(dimension), \(normal.map(\.rawValue).joined(separator: " or "))"
          )))
      return nil
    }
    guard let factor = Rational(text: row["factor"]), factor.numerator > 0 else {
      faults.append(
        ModelFault(
          file: file, line: row.line, column: row.position(of: "factor"),
          .malformed(
            what: "factor", value: String(row["factor"]), expected: "a positive rational")))
      return nil
    }
    let shift = Rational(text: row["shift"])
    if !row["shift"].isEmpty, shift == nil {
      faults.append(
        ModelFault(
          file: file, line: row.line, column: row.position(of: "shift"),
          .malformed(what: "shift", value: String(row["shift"]), expected: "a rational")))
    }
    return MeasureUnit(
      unit: unit, dimension: dimension, factor: factor,
      shift: shift, kind: .measure, isSymbol: false,
      isBareMoney: unit == "CNY" && row["symbol"].isEmpty, needs: Self.words(row, "needs"),
      bars: Self.words(row, "bars"), rule: RuleID("\(file.dropLast(4)):\(row.line)"))
  }

  private mutating func add(
    _ surface: String, _ unit: MeasureUnit, isSymbol: Bool, _ row: Table.Row, _ file: String,
    _ claims: inout [String: UnitCatalog.Claim], _ faults: inout [ModelFault]
  ) {
    guard !surface.isEmpty else { return }
    let unit = unit.isSymbol == isSymbol ? unit : unit.varied(isSymbol: isSymbol)
    let isConditional = !unit.needs.isEmpty
    if let claim = claims[surface] {
      guard claim.isConditional || (claim.file == file && claim.line == row.line) else {
        faults.append(
          ModelFault(
            file: file, line: row.line,
            .other(
              "\"\(surface)\" is already a unit by \(claim.file):\(claim.line), "
                + "and that row needs no word near it")))
        return
      }
      candidates[claim.index].append(Int32(units.count))
      claims[surface]?.isConditional = isConditional
    } else {
      claims[surface] = UnitCatalog.Claim(
        file: file, line: row.line, isConditional: isConditional, index: candidates.count)
      _ = trie.insert(surface, value: candidates.count)
      candidates.append([Int32(units.count)])
    }
    units.append(unit)
  }

  mutating func loadClassifiers(
    _ models: ModelFolder, claims: inout [String: UnitCatalog.Claim], faults: inout [ModelFault]
  ) {
    let file = "units/classifiers.tsv"
    let table = models.table(
      file, required: ["name", "kind", "factor", "bars"], optional: ["source"], faults: &faults)
    for row in table?.rows ?? [] {
      let kind: MeasureUnit.Kind =
        switch row["kind"] {
        case "grade", "point": .grade
        case "ordinal": .ordinal
        default: .classifier
        }
      let unit = MeasureUnit(
        unit: .one, dimension: kind == .ordinal ? .ordinal : .count,
        factor: row["factor"].isEmpty ? .one : Rational(text: row["factor"]) ?? .one, shift: nil,
        kind: kind, isSymbol: false, isBareMoney: false, needs: [],
        bars: Self.words(row, "bars"), rule: RuleID("units/classifiers:\(row.line)"))
      for name in row.list("name") {
        add(String(name), unit, isSymbol: false, row, file, &claims, &faults)
      }
    }
  }

  mutating func loadCompounds(_ models: ModelFolder, faults: inout [ModelFault]) {
    let table = models.table(
      "units/compound.tsv", required: ["numerator", "denominator", "dimension"],
      optional: ["source"], faults: &faults)
    compounds = (table?.rows ?? []).map {
      UnitCatalog.Compound(
        numerator: String($0["numerator"]), denominator: String($0["denominator"]),
        dimension: DimensionID(String($0["dimension"])))
    }
  }

  private static func words(_ row: Table.Row, _ column: String) -> [[UInt16]] {
    row.list(column).map { Array($0.utf16) }
  }
}
