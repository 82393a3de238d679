import ArgumentParser
import KaojuStores

/// `kaoju store stats`: how much a store holds.
struct StoreStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Counts what a store holds.")

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reporting {
      try store.open { store in
        var text = ""
        for (heading, rows) in try store.statistics() where !rows.isEmpty {
          text += PlainTable(headings: [heading, ""], rows: rows.map { [$0.0, "\($0.1)"] }).text
          text += "\n"
        }
        try StandardStreams.write(Array(text.utf8), to: 1)
      }
    }
  }
}
