import KaojuVocabulary

/// Reads a web page: the article's text, headline, date and source, without what stands around it.
package struct PageReader {
  private let words: PageWords
  private let decoder: TextDecoder
  private let dateline: DatelineReader

  /// Makes a reader.
  package init(words: PageWords, decoder: TextDecoder) {
    self.words = words
    self.decoder = decoder
    self.dateline = DatelineReader(words: words)
  }

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - location: Where it lies.
  ///   - declared: The charset that a header names.
  ///   - url: The address that it was fetched from.
  /// - Throws: `binary`, `empty`, or `noMainText`.
  package func document(
    _ bytes: [UInt8], at location: ArchiveLocation, declared: String? = nil, url: String? = nil
  ) throws(ArchiveFault.Reason) -> SourceDocument {
    if bytes.isEmpty { throw .empty }
    let decoded = try decoder.decode(
      bytes, declared: declared ?? DeclaredCharset.inMarkup(bytes))
    guard let tree = MarkupTree(html: decoded.text) else { throw .noMainText }
    let paragraphs = PageParagraphs(tree, words: words).paragraphs
    let main = MainText(tree, paragraphs, words: words)
    let metadata = PageMetadata(tree, paragraphs, main, words: words)
    let title = metadata.title
    var chosen = main.chosen
    if let first = chosen.first, let title, paragraphs[first].text == title {
      chosen.removeFirst()
    }
    guard !chosen.isEmpty else { throw .noMainText }
    var document = SourceDocument(
      text: chosen.map { paragraphs[$0].text }.joined(separator: "\n"), location: location,
      charset: decoded.charset)
    document.diagnostics = decoded.diagnostics
    document.title = title
    document.url = url ?? metadata.url
    document.publisher = metadata.publisher
    document.provenance = [.init(field: "charset", origin: decoded.origin.rawValue)]
    document.date(
      metadata: metadata.published, dateline: dateline)
    return document
  }
}

extension SourceDocument {
  /// Sets the date from the best of what is known: metadata, the address, the dateline.
  mutating func date(
    metadata: (moment: Moment, origin: String)?, dateline: DatelineReader
  ) {
    if let metadata {
      published = metadata.moment
      provenance.append(.init(field: "published", origin: metadata.origin))
      return
    }
    let address =
      (url.flatMap { DateFinder.inAddress($0) }).map { ($0, "url") }
      ?? DateFinder.inAddress(location.path).map { ($0, "path") }
    if let found = dateline.day(opening: text, year: address.map { Int($0.0.year) }) {
      published = found
      provenance.append(.init(field: "published", origin: "dateline"))
    } else if let address {
      published = address.0
      provenance.append(.init(field: "published", origin: address.1))
    }
  }
}

/// Finds the charset that a page or XML names in its first bytes.
enum DeclaredCharset {
  /// The name after `charset=` or `encoding=`.
  static func inMarkup(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    for key in ["charset=", "encoding="] {
      let key = Array(key.utf8)
      var index = head.startIndex
      while index + key.count < head.endIndex {
        if zip(head[index...], key).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
          let rest = head[(index + key.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
          let name = rest.prefix {
            ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D
              || $0 == 0x5F
          }
          if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        index += 1
      }
    }
    return nil
  }
}
