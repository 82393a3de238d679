import ArgumentParser

/// The options that say where facts go and in which form.
struct OutputOptions: ParsableArguments {
  /// The form of the output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// A table that a person reads.
    case table
    /// The contract's document, one object a line.
    case json
    /// One fact a line, with its document's id.
    case facts
    /// Flat rows of comma-separated values.
    case csv
  }

  @Option(
    help:
      "table, json (one document a line), facts (one fact a line), or csv; table on a terminal, else json."
  )
  var format: Format?

  @Flag(help: "Put the text itself into the document's object.")
  var withText = false

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.")
  var output: String?

  /// The format that was chosen, or the one that fits where the output goes.
  var chosenFormat: Format {
    format ?? (output == nil && StandardStreams.isTerminal ? .table : .json)
  }
}
