package import KaojuVocabulary

/// A document as an archive holds it: its text, and what the archive says of it and how.
package struct SourceDocument: Sendable {
  /// How a piece of metadata came to be known.
  package struct Provenance: Hashable, Sendable {
    /// What is known (`published`, `title`, `charset`, `text`, `publisher`, `url`).
    package var field: String
    /// From what (`metadata:datetime`, `dateline`, `url`, `detected`).
    package var origin: String

    /// Makes a provenance.
    package init(field: String, origin: String) {
      self.field = field
      self.origin = origin
    }
  }

  /// The contract's text: decoded, with `\r\n` and `\r` turned into `\n`.
  package var text: String
  /// The headline.
  package var title: String?
  /// When it was published.
  package var published: Moment?
  /// The id that the archive gives it.
  package var identifier: String?
  /// The address it was published at.
  package var url: String?
  /// Who published it, where the archive says so.
  package var publisher: String?
  /// Where it lies.
  package var location: ArchiveLocation
  /// The charset it was decoded from, by its usual name.
  package var charset: String
  /// How the metadata came to be known.
  package var provenance: [Provenance]
  /// What could not be read well.
  package var diagnostics: [Diagnostic]

  /// Makes a document without metadata.
  package init(text: String, location: ArchiveLocation, charset: String = "UTF-8") {
    self.text = text
    self.location = location
    self.charset = charset
    self.provenance = []
    self.diagnostics = []
  }

  /// The id: `sha256:` and the hash of the text.
  package var id: String { SHA256.documentID(of: text) }

  /// What `source` says in the contract: the id that the archive gives, else the place.
  package var source: String { identifier ?? location.description }
}
