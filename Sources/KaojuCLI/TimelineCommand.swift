import ArgumentParser
import KaojuStores

/// `kaoju timeline`: one attribute of one entity over time.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Shows the values of one attribute over time, across documents.",
    discussion: "A value that cannot be true together with another of its period is marked ≠.")

  @Argument(help: "The entity's id or name.")
  var entity: String

  @Argument(help: "The indicator's id (gdp), or what is printed.")
  var attribute: String

  @OptionGroup var store: StoreOptions

  @Option(help: "Draw it into an SVG file.")
  var svg: String?

  func run() throws {
    try reporting {
      try store.open { store in
        let timeline = try Timeline(store, entity: entity, attribute: attribute)
        let rows = timeline.points.map { point in
          [
            point.from, point.to, point.attribute, point.printed, "\(point.amount) \(point.unit)",
            (point.isInConflict ? "≠ " : "")
              + (point.modality == "asserted" ? "" : point.modality),
            "\(point.sources.count)", point.sources.first ?? "",
          ]
        }
        let table = PlainTable(
          headings: ["from", "to", "attribute", "value", "amount", "", "stories", "first source"],
          rows: rows)
        try StandardStreams.write(Array(table.text.utf8), to: 1)
        if let svg {
          let chart = TimelineChart(timeline, title: "\(entity) \(attribute)")
          try OutputFile(path: svg).write(Array(chart.svg.utf8))
        }
      }
    }
  }
}
