import ArgumentParser
import KaojuStores

/// `kaoju store query`: facts as a table that a person reads, or in another form.
struct StoreQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Shows facts of a store.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var facts: FactOptions

  @Option(help: "table (100 facts, if no limit is given), jsonl, csv or jsonld.")
  var format: FactFormat = .table

  func run() throws {
    try reporting {
      let destination = try OutputFile(path: nil)
      try store.open { store in
        var question = facts.question
        if format == .table { question.limit = question.limit ?? 100 }
        try format.write(question, in: store, to: destination)
      }
    }
  }
}
