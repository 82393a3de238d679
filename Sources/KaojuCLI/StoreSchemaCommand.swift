import ArgumentParser
import KaojuStores

/// `kaoju store schema`: the tables, with a comment on every column.
struct StoreSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the tables of a store in SQL, each column explained.")

  @Flag(help: "In SQLite's types instead of PostgreSQL's.")
  var sqlite = false

  func run() throws {
    try reporting {
      let text = sqlite ? Schema.sqlite : Schema.postgreSQL
      try StandardStreams.write(Array(text.utf8), to: 1)
    }
  }
}
