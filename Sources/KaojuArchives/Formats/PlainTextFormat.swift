import KaojuVocabulary

/// Reads a file that is one article of plain text.
package struct PlainTextFormat {
  private let options: ArchiveOptions
  private let decoder: TextDecoder

  /// Makes a reader.
  package init(options: ArchiveOptions, decoder: TextDecoder) {
    self.options = options
    self.decoder = decoder
  }

  /// Reads the article.
  package func read(
    _ source: any ByteSource, at location: ArchiveLocation
  ) -> Result<SourceDocument, ArchiveFault> {
    do throws(ArchiveFault.Reason) {
      return .success(
        try document(try source.readAll(limit: options.documentLimit), at: location))
    } catch {
      return .failure(ArchiveFault(location: location, reason: error))
    }
  }

  /// Makes the document of some bytes.
  package func document(
    _ bytes: [UInt8], at location: ArchiveLocation
  ) throws(ArchiveFault.Reason) -> SourceDocument {
    if bytes.isEmpty { throw .empty }
    let decoded = try decoder.decode(bytes)
    var document = SourceDocument(
      text: decoded.text, location: location, charset: decoded.charset)
    document.diagnostics = decoded.diagnostics
    document.provenance.append(
      SourceDocument.Provenance(field: "charset", origin: decoded.origin.rawValue))
    return document
  }
}
