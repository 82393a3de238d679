import ArgumentParser
import KaojuArchives
import KaojuVocabulary

/// The options that say what the inputs are.
struct InputOptions: ParsableArguments {
  /// The form of the inputs.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// By the first bytes: JSON Lines when the first line is an object, else plain text.
    case auto
    /// One article of plain text.
    case text
    /// One JSON object a line.
    case jsonl
  }

  @Option(
    help: "auto, text, or jsonl: one {\"id\",\"text\",\"title\",\"published\"} a line.")
  var inputFormat: Format = .auto

  @Option(help: "The charset of the inputs; detected when left out.")
  var encoding: String?

  @Option(help: "When the articles were published (YYYY-MM-DD), where the input does not say.")
  var published: String?

  func validate() throws {
    if let published, Moment(iso8601: published) == nil {
      throw ValidationError("--published takes a day such as 2026-01-05, not \(published).")
    }
  }

  /// The day that `--published` names.
  var publicationDate: Moment? { published.flatMap { Moment(iso8601: $0) } }
}
