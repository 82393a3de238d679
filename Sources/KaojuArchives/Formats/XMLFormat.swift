import KaojuVocabulary

/// Reads XML of one or many records, each element that holds a text being a document.
///
/// `<doc><title>…</title><datetime>2020-4-1</datetime><body>…</body></doc>` is one document. Which
/// elements hold what is told by `--text-field` and its like, as a name (`body`) or a path from the
/// root (`/docs/doc/body`), else by `models/archives/fields.tsv`.
struct XMLFormat {
  private let options: ArchiveOptions
  private let decoder: TextDecoder
  private let words: PageWords
  private let dateline: DatelineReader

  init(options: ArchiveOptions, decoder: TextDecoder, words: PageWords) {
    self.options = options
    self.decoder = decoder
    self.words = words
    self.dateline = DatelineReader(words: words)
  }

  /// The fields that a record may have.
  private enum Field: String, CaseIterable {
    case text, title, published, identifier, url, publisher
  }

  /// A record on its way.
  private struct Record {
    var values: [Field: String] = [:]
    var ranks: [Field: Int] = [:]
    var depth = 0
    var size = 0
  }

  /// Hands each record's document, or what is wrong, to `each`, in order.
  func read(
    _ source: any ByteSource, at location: ArchiveLocation,
    each: (Result<SourceDocument, ArchiveFault>) throws -> Void
  ) throws {
    var number = 0
    var record = Record()
    var path: [String] = []
    var capture: (field: Field, rank: Int, depth: Int, text: String)?
    let charset: String
    do {
      let opened = try UTF8Opener(decoder: decoder).open(source)
      charset = opened.charset
      let reader = try XMLPullReader(opened.source)
      while let event = try reader.next() {
        switch event {
        case .start(let name):
          path.append(name)
          if capture != nil {
            if PageParagraphs.blocks.contains(name.lowercased()) { capture?.text += "\n" }
          } else if let (field, rank) = field(at: path),
            rank < record.ranks[field, default: Int.max]
          {
            capture = (field, rank, path.count, "")
          }
        case .text(let text):
          guard capture != nil else { continue }
          record.size += text.utf8.count
          if record.size > options.documentLimit {
            throw ArchiveFault.Reason.memberTooLarge(limit: options.documentLimit)
          }
          capture?.text += text
        case .end:
          if let ended = capture, ended.depth == path.count {
            record.values[ended.field] = ended.text
            record.ranks[ended.field] = ended.rank
            if ended.field == .text { record.depth = path.count - 1 }
            capture = nil
          }
          if record.values[.text] != nil, path.count == record.depth {
            number += 1
            try each(.success(document(record, at: location.record(number), charset: charset)))
            record = Record()
          }
          if !path.isEmpty { path.removeLast() }
        }
      }
      if number == 0 {
        try each(
          .failure(
            ArchiveFault(
              location: location, reason: .noText(field: options.fields.text ?? "text"))))
      }
    } catch let reason as ArchiveFault.Reason {
      try each(
        .failure(
          ArchiveFault(
            location: number == 0 ? location : location.record(number + 1),
            reason: reason)))
    }
  }

  /// The field that an element fills, and how likely its name is.
  private func field(at path: [String]) -> (Field, Int)? {
    guard let name = path.last else { return nil }
    for field in Field.allCases {
      if let named = named(field) {
        let steps = named.split(separator: "/").map(String.init)
        let matches =
          named.hasPrefix("/") ? steps == path : Array(path.suffix(steps.count)) == steps
        if matches { return (field, 0) }
      } else if let rank = words.dataNames(field.rawValue).firstIndex(of: name.lowercased()) {
        return (field, rank)
      }
    }
    return nil
  }

  private func named(_ field: Field) -> String? {
    switch field {
    case .text: options.fields.text
    case .title: options.fields.title
    case .published: options.fields.published
    case .identifier: options.fields.identifier
    case .url, .publisher: nil
    }
  }

  private func document(
    _ record: Record, at location: ArchiveLocation, charset: String
  ) -> SourceDocument {
    var document = SourceDocument(
      text: LineEnds.unified(record.values[.text] ?? "").trimmingBlankLines(),
      location: location, charset: charset)
    document.title = record.values[.title]?.trimmingBlankLines()
    document.identifier = record.values[.identifier]?.trimmingBlankLines()
    document.url = record.values[.url]?.trimmingBlankLines()
    document.publisher = record.values[.publisher]?.trimmingBlankLines()
    let printed = record.values[.published]
    let moment = printed.flatMap { PrintedDate.moment($0.trimmingBlankLines()) }
    document.date(
      metadata: moment.map { ($0, "metadata:\(options.fields.published ?? "published")") },
      dateline: dateline)
    if let wrong = decoder.mojibake(in: document.text) { document.diagnostics.append(wrong) }
    return document
  }
}

extension String {
  /// The string without blank lines at its start and blanks at its end; an indent stays.
  func trimmingBlankLines() -> String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    while let line = rest.firstIndex(where: \.isNewline),
      rest[..<line].allSatisfy(\.isWhitespace)
    {
      rest = rest[rest.index(after: line)...]
    }
    return String(rest)
  }
}
