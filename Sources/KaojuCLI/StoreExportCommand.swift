import ArgumentParser
import KaojuStores

/// `kaoju store export`: facts for other programs.
struct StoreExportCommand: ParsableCommand {
  /// The form of the output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// One fact of the contract a line.
    case jsonl
    /// Rows of comma-separated values.
    case csv
    /// JSON-LD with PROV-O and Web Annotation, one object a line.
    case jsonld
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes facts of a store as JSON Lines, CSV or JSON-LD.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var facts: FactOptions

  @Option(help: "jsonl (the contract's facts), csv, or jsonld (PROV-O, Web Annotation).")
  var format: Format = .jsonl

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.")
  var output: String?

  func run() throws {
    try reporting {
      let destination = try OutputFile(path: output)
      try store.open { store in
        let linkedData = LinkedDataWriter()
        let columns = StoredFact.columns.filter { $0 != "json" && $0 != "fact" }
        if format == .csv { try destination.write(SeparatedValues.row(columns)) }
        try store.facts(facts.question) { fact in
          switch format {
          case .jsonl: try destination.write(Array((fact["json"] ?? "").utf8) + [0x0A])
          case .csv: try destination.write(SeparatedValues.row(columns.map { fact[$0] ?? "" }))
          case .jsonld: try destination.write(linkedData.line(of: fact, in: store))
          }
        }
      }
    }
  }
}
