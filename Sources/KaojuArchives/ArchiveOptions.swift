/// How archives are read: formats, charsets, fields and limits.
package struct ArchiveOptions: Sendable {
  /// A kind of file that holds documents.
  @frozen
  package enum Format: String, Sendable, CaseIterable {
    /// One article of plain text.
    case text
    /// One JSON object a line.
    case jsonLines = "jsonl"
    /// A web page.
    case html
    /// An XML document.
    case xml
    /// A table with a header row.
    case csv
    /// A web archive.
    case warc
    /// An electronic book.
    case epub
    /// A PDF.
    case pdf
  }

  /// Which fields hold what: names, dotted paths (`data.body`), or for XML paths (`/doc/body`).
  package struct Fields: Sendable, Hashable {
    /// The field with the text.
    package var text: String?
    /// The field with the headline.
    package var title: String?
    /// The field with the date of publication.
    package var published: String?
    /// The field with the archive's id.
    package var identifier: String?

    /// Names the fields; `nil` leaves the choice to the format.
    package init(
      text: String? = nil, title: String? = nil, published: String? = nil,
      identifier: String? = nil
    ) {
      self.text = text
      self.title = title
      self.published = published
      self.identifier = identifier
    }
  }

  /// The format, for files whose name and first bytes do not tell.
  package var format: Format?
  /// The charset, which overrides what files say of themselves.
  package var encoding: String?
  /// Which fields hold what.
  package var fields = Fields()
  /// The longest line or row, in bytes.
  package var lineLimit = 64 << 20
  /// The largest article, in bytes.
  package var documentLimit = 64 << 20
  /// How many times its packed size a member may grow beyond ``bombFloor``.
  package var bombRatio = 400
  /// The unpacked size below which nothing is called a bomb, in bytes.
  package var bombFloor = 64 << 20
  /// How many archives deep a member may lie.
  package var depthLimit = 4

  /// Makes the usual options.
  package init() {}
}
