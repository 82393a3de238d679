import ArgumentParser
import KaojuArchives
import KaojuVocabulary

/// The options that say how archives are read.
struct ArchiveInputOptions: ParsableArguments {
  @Option(
    name: .customLong("input-format"),
    help: "text, jsonl, html, xml, csv, warc, epub or pdf, where names and first bytes do not tell."
  )
  var format: ArchiveOptions.Format?

  @Option(help: "The charset of the inputs; detected when left out.")
  var encoding: String?

  @Option(help: "When the articles were published (YYYY-MM-DD), where the input does not say.")
  var published: String?

  @Option(help: "The field with the text: a name, a dotted path, or for XML a path (/doc/body).")
  var textField: String?

  @Option(help: "The field with the headline.")
  var titleField: String?

  @Option(help: "The field with the date of publication.")
  var dateField: String?

  @Option(help: "The field with the archive's own id.")
  var idField: String?

  func validate() throws {
    if let published, Moment(iso8601: published) == nil {
      throw ValidationError("--published takes a day such as 2026-01-05, not \(published).")
    }
  }

  /// The day that `--published` names.
  var publicationDate: Moment? { published.flatMap { Moment(iso8601: $0) } }

  /// The options as the archives take them.
  var archiveOptions: ArchiveOptions {
    var options = ArchiveOptions()
    options.format = format
    options.encoding = encoding
    options.fields = ArchiveOptions.Fields(
      text: textField, title: titleField, published: dateField, identifier: idField)
    return options
  }
}

extension ArchiveOptions.Format: ExpressibleByArgument {}
