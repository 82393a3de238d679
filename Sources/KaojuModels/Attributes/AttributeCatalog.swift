package import KaojuVocabulary

/// The indicators and heads of `models/attributes`, found at the end of a phrase.
///
/// 新能源汽车年产量 ends in 年产量, a name of `output_volume`; its head 量 takes a mass or a count.
package struct AttributeCatalog: Sendable {
  /// What a value of an indicator is over time.
  @frozen
  package enum Nature: String, Sendable, Hashable, CaseIterable {
    /// A state at a time.
    case stock
    /// A sum over a time.
    case flow
    /// One amount by another; never added up.
    case ratio
    /// A number against a base.
    case index
  }

  /// An indicator.
  package struct Indicator: Sendable, Hashable {
    /// Its id.
    package var id: AttributeID
    /// The dimensions that its value may have.
    package var dimensions: [DimensionID]
    /// What its value is over time.
    package var nature: Nature
  }

  /// The indicators in the order of the table.
  package private(set) var indicators: [Indicator] = []
  private var names = SuffixIndex()
  private var heads = SuffixIndex()
  private var headDimensions: [[DimensionID]] = []
  private var ids: [AttributeID: Int32] = [:]

  /// Reads `attributes/indicators.tsv` and `attributes/heads.tsv`.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    readIndicators(models, &faults)
    readHeads(models, &faults)
  }

  /// The indicator whose longest name ends the phrase, and where the name begins.
  package func indicator(
    endingAt end: Int, from start: Int, in units: [UInt16]
  ) -> (indicator: Indicator, start: Int)? {
    names.find(endingAt: end, from: start, in: units, stopAtFirst: false).map {
      (indicators[Int($0.value)], $0.start)
    }
  }

  /// Where the shortest indicator's name that ends the phrase begins: 增加值 of 服务业增加值.
  package func shortestName(endingAt end: Int, from start: Int, in units: [UInt16]) -> Int? {
    names.find(endingAt: end, from: start, in: units, stopAtFirst: true)?.start
  }

  /// The indicator of an id.
  package func indicator(_ id: AttributeID) -> Indicator? { ids[id].map { indicators[Int($0)] } }

  /// The dimensions of the longest head that ends the phrase, and where the head begins.
  package func head(
    endingAt end: Int, from start: Int, in units: [UInt16]
  ) -> (dimensions: [DimensionID], start: Int)? {
    heads.find(endingAt: end, from: start, in: units, stopAtFirst: false).map {
      (headDimensions[Int($0.value)], $0.start)
    }
  }

  private mutating func readIndicators(_ models: ModelFolder, _ faults: inout [ModelFault]) {
    let file = "attributes/indicators.tsv"
    let columns = ["id", "names", "dimension", "type", "source"]
    guard let table = models.table(file, required: columns, faults: &faults) else { return }
    table.requireCells(columns, faults: &faults)
    var lines: [AttributeID: Int] = [:]
    for row in table.rows {
      let id = AttributeID(String(row["id"]))
      if let first = lines[id] {
        faults.append(
          ModelFault(
            file: file, line: row.line,
            .duplicate(what: "indicator", name: id.rawValue, firstLine: first)))
        continue
      }
      lines[id] = row.line
      guard let nature = Nature(rawValue: String(row["type"])) else {
        let known = Nature.allCases.map(\.rawValue)
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "type"),
            .undefined(
              what: "type of indicator", name: String(row["type"]),
              suggestion: Suggestion.nearest(to: String(row["type"]), among: known))))
        continue
      }
      let index = Int32(truncatingIfNeeded: indicators.count)
      indicators.append(
        Indicator(
          id: id, dimensions: row.list("dimension").map { DimensionID(String($0)) },
          nature: nature))
      ids[id] = index
      for name in row.list("names") {
        let units = Array(name.utf16)
        guard !units.isEmpty else { continue }
        if let other = names.value(of: units) {
          let owner = indicators[Int(other)].id
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "names"),
              .duplicate(
                what: "name of an indicator", name: String(name), firstLine: lines[owner] ?? 0)))
          continue
        }
        names.insert(units, value: index)
      }
    }
  }

  private mutating func readHeads(_ models: ModelFolder, _ faults: inout [ModelFault]) {
    let columns = ["head", "dimension", "class"]
    guard
      let table = models.table("attributes/heads.tsv", required: columns, faults: &faults)
    else { return }
    table.requireCells(columns, faults: &faults)
    for row in table.rows {
      let units = Array(row["head"].utf16)
      heads.insert(units, value: Int32(truncatingIfNeeded: headDimensions.count))
      headDimensions.append(row.list("dimension").map { DimensionID(String($0)) })
    }
  }
}
