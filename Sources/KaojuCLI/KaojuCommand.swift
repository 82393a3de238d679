import ArgumentParser

/// The `kaoju` command.
@main
struct KaojuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kaoju",
    abstract: "Reads Chinese news and gives back facts: who, how much, when, and where it says so.",
    discussion: """
      Exit codes are those of sysexits: 64 wrong usage, 65 wrong data, 66 an input that cannot be \
      opened, 74 reading or writing failed, 78 models that are missing or have faults.
      """,
    version: "0.1.0",
    subcommands: [
      ExtractCommand.self, ExplainCommand.self, ModelsCommand.self, ScoreCommand.self,
      BatchCommand.self, StoreCommand.self, TimelineCommand.self,
    ])
}
