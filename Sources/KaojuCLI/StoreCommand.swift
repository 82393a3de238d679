import ArgumentParser
import KaojuStores
import KaojuVocabulary

/// `kaoju store`: what a store holds.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Asks a store of facts, exports and describes it.",
    subcommands: [
      StoreQueryCommand.self, StoreExportCommand.self, StoreStatsCommand.self,
      StoreSchemaCommand.self,
    ])
}

/// The options that say which store, and which facts of it.
struct StoreOptions: ParsableArguments {
  @Option(help: "The store: a file, or postgres://user@host/database.")
  var store: String

  /// Opens the store and hands it to `body`.
  func open(_ body: (Store) throws -> Void) throws {
    if !store.contains("://"), !InputReader.isFile(store) {
      throw Failure("there is no store at \(store)", .noInput)
    }
    do {
      try body(Store(store))
    } catch let error as StoreError {
      throw Failure("the store \(store): \(error)", ExitStatus(error))
    }
  }
}

/// The options that choose facts.
struct FactOptions: ParsableArguments {
  @Option(help: "An entity's id or name, in any slot.")
  var entity: String?

  @Option(help: "An indicator's id (gdp), or a part of what is printed.")
  var attribute: String?

  @Option(help: "measurement, share, growth, multiple, change, rank, rate, event or relation.")
  var kind: String?

  @Option(help: "The first day of the period that a fact's time must touch.")
  var from: String?

  @Option(help: "The day after that period.")
  var to: String?

  @Option(help: "The least confidence, 0 to 1.")
  var confidence: Double?

  @Option(help: "How many facts at most.")
  var limit: Int?

  func validate() throws {
    if let kind, FactKind(name: kind) == nil {
      let kinds = FactKind.allCases.map(\.name).joined(separator: ", ")
      throw ValidationError("--kind takes one of \(kinds), not \(kind).")
    }
    for day in [from, to].compactMap({ $0 }) where Moment(iso8601: day) == nil {
      throw ValidationError("--from and --to take a day such as 2026-01-05, not \(day).")
    }
  }

  /// The options as a question.
  var question: FactQuery {
    var question = FactQuery()
    question.entity = entity
    question.attribute = attribute
    question.kind = kind
    question.from = from.flatMap { Moment(iso8601: $0) }
    question.to = to.flatMap { Moment(iso8601: $0) }
    question.confidence = confidence
    question.limit = limit
    return question
  }
}
