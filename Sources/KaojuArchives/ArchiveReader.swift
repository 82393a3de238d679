#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import KaojuModels

/// What reading an archive comes upon.
package enum ArchiveItem: Sendable {
  /// A document.
  case document(SourceDocument)
  /// A part that could not be read.
  case fault(ArchiveFault)
  /// A part that holds no article (a folder, a picture, a redirect), and what it is.
  case passedOver(ArchiveLocation, String)
}

/// Reads the documents of files of any kind, archives in archives included; one per worker.
///
/// Nothing is held whole that is not one article, and nothing that is wrong with one part keeps the
/// others from being read.
package final class ArchiveReader {
  /// The tables that reading goes by.
  package struct Models: Sendable {
    let words: PageWords
    let kinds: FileKinds

    /// Reads the tables, collecting their faults.
    package init(models: ModelFolder, faults: inout [ModelFault]) {
      words = PageWords(models: models, faults: &faults)
      kinds = FileKinds(models: models, faults: &faults)
    }
  }

  /// The file that is being read, for progress.
  package private(set) var file: FileSource?

  let options: ArchiveOptions
  let decoder: TextDecoder
  let words: PageWords
  let kinds: FileKinds
  let pages: PageReader
  let dateline: DatelineReader

  /// Makes a reader.
  ///
  /// - Throws: `unknownCharset` when ICU does not know the charset that the user chose.
  package init(models: Models, options: ArchiveOptions) throws(ArchiveFault.Reason) {
    self.options = options
    self.decoder = try TextDecoder(encoding: options.encoding)
    self.words = models.words
    self.kinds = models.kinds
    self.pages = PageReader(words: models.words, decoder: decoder)
    self.dateline = DatelineReader(words: models.words)
  }

  /// Hands everything in a file (`-` is standard input) to `each`, in order.
  ///
  /// - Throws: What `each` throws.
  package func read(path: String, each: (ArchiveItem) throws -> Void) throws {
    let location = ArchiveLocation(path: path)
    do {
      let source = try FileSource(path: path)
      file = source
      try read(
        source, name: path == "-" ? "" : path, at: location, depth: 0,
        file: path == "-" ? nil : path, each: each)
    } catch let reason as ArchiveFault.Reason {
      try each(.fault(ArchiveFault(location: location, reason: reason)))
    }
  }

  /// Hands everything in a member to `each`.
  func read(
    _ source: any ByteSource, name: String, at location: ArchiveLocation, depth: Int,
    file: String? = nil, each: (ArchiveItem) throws -> Void
  ) throws {
    let kind = kinds.kind(ofName: name)
    if kind == FileKinds.Kind.none { return try each(.passedOver(location, "no article")) }
    do {
      let peeked = try PeekedSource(source, count: 1 << 12)
      if peeked.head.isEmpty { throw ArchiveFault.Reason.empty }
      if kind == .format(.epub) || FileKinds.isBook(peeked.head) {
        return try readBook(peeked, at: location, each: each)
      }
      if FileKinds.isContainer(peeked.head) {
        return try readContainer(
          peeked, name: name, at: location, depth: depth, file: file, each: each)
      }
      let chosen = options.format.map { FileKinds.Kind.format($0) }
      try readDocuments(
        peeked, as: chosen ?? kind ?? FileKinds.kind(ofBytes: peeked.head), at: location,
        file: file, each: each)
    } catch let reason as ArchiveFault.Reason {
      try each(.fault(ArchiveFault(location: location, reason: reason)))
    }
  }

  private func readDocuments(
    _ source: any ByteSource, as kind: FileKinds.Kind, at location: ArchiveLocation,
    file: String?, each: (ArchiveItem) throws -> Void
  ) throws {
    func pass(_ result: Result<SourceDocument, ArchiveFault>) throws {
      switch result {
      case .success(var document):
        if document.published == nil { document.date(metadata: nil, dateline: dateline) }
        try each(.document(document))
      case .failure(let fault): try each(.fault(fault))
      }
    }
    let jsonLines = JSONLinesFormat(options: options, decoder: decoder)
    switch kind {
    case .none: try each(.passedOver(location, "no article"))
    case .format(.text):
      var document = try PlainTextFormat(options: options, decoder: decoder)
        .document(try source.readAll(limit: options.documentLimit), at: location)
      document.date(metadata: nil, dateline: dateline)
      try each(.document(document))
    case .format(.jsonLines): try jsonLines.read(source, at: location, each: pass)
    case .json:
      let bytes = try source.readAll(limit: options.documentLimit)
      let whole = jsonLines.whole(bytes, at: location)
      if case .success = whole {
        try pass(whole)
      } else if bytes.prefix(while: { $0 != 0x0A }).count < 3 {
        try pass(whole)
      } else {
        try jsonLines.read(MemorySource(bytes), at: location, each: pass)
      }
    case .format(.html):
      let bytes = try source.readAll(limit: options.documentLimit)
      try each(.document(try pages.document(bytes, at: location)))
    case .format(.xml):
      try XMLFormat(options: options, decoder: decoder, words: words)
        .read(source, at: location, each: pass)
    case .format(.csv):
      try CSVFormat(options: options, decoder: decoder, words: words)
        .read(source, at: location, each: pass)
    case .format(.warc): try readWebArchive(source, at: location, each: each)
    case .format(.epub): try readBook(source, at: location, each: each)
    case .format(.pdf):
      try each(.document(try readPDF(source, file: file, at: location)))
    }
  }
}
