import ArgumentParser
import KaojuStores

/// `kaoju store export`: facts for other programs.
struct StoreExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes facts of a store as JSON Lines, CSV, JSON-LD or a table.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var facts: FactOptions

  @Option(help: "jsonl (the contract's facts), csv, jsonld (PROV-O, Web Annotation) or table.")
  var format: FactFormat = .jsonl

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.")
  var output: String?

  func run() throws {
    try reporting {
      let destination = try OutputFile(path: output)
      try store.open { try format.write(facts.question, in: $0, to: destination) }
    }
  }
}
