import KaojuVocabulary

/// Reads one document a line: `{"id","title","text","published"}`, or the fields that the user names.
///
/// A line that is no such object is reported and the next one is read.
package struct JSONLinesFormat {
  private let options: ArchiveOptions
  private let decoder: TextDecoder

  /// Makes a reader.
  package init(options: ArchiveOptions, decoder: TextDecoder) {
    self.options = options
    self.decoder = decoder
  }

  /// Hands each line's document, or what is wrong with it, to `each`, in order.
  package func read(
    _ source: any ByteSource, at location: ArchiveLocation,
    each: (Result<SourceDocument, ArchiveFault>) throws -> Void
  ) throws {
    let opened: (source: any ByteSource, charset: String)
    do {
      opened = try UTF8Opener(decoder: decoder).open(source)
    } catch {
      return try each(.failure(ArchiveFault(location: location, reason: error)))
    }
    var lines = LineReader(opened.source, limit: options.lineLimit)
    var scanner = JSONScanner(paths: paths)
    var number = 0
    while true {
      let line: LineReader.Line?
      do {
        line = try lines.next()
      } catch {
        return try each(
          .failure(ArchiveFault(location: location.record(number + 1), reason: error)))
      }
      guard let line else { return }
      number += 1
      let place = location.record(number)
      switch line {
      case .tooLong:
        try each(
          .failure(
            ArchiveFault(location: place, reason: .lineTooLong(limit: options.lineLimit))))
      case .bytes(let bytes):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        try each(document(bytes, at: place, charset: opened.charset, scanner: &scanner))
      }
    }
  }

  /// Reads bytes that are one object over many lines.
  func whole(_ bytes: [UInt8], at place: ArchiveLocation) -> Result<SourceDocument, ArchiveFault> {
    var scanner = JSONScanner(paths: paths)
    return document(bytes[...], at: place, charset: "UTF-8", scanner: &scanner)
  }

  private var fieldNames: [String] {
    let fields = options.fields
    return [
      fields.text ?? "text", fields.title ?? "title", fields.published ?? "published",
      fields.identifier ?? "id", "url",
    ]
  }

  private var paths: [[[UInt8]]] {
    fieldNames.map { $0.split(separator: ".").map { Array($0.utf8) } }
  }

  private func document(
    _ line: ArraySlice<UInt8>, at place: ArchiveLocation, charset: String,
    scanner: inout JSONScanner
  ) -> Result<SourceDocument, ArchiveFault> {
    do throws(ArchiveFault.Reason) {
      try scanner.scan(line.span)
    } catch {
      return .failure(ArchiveFault(location: place, reason: error))
    }
    guard let body = scanner.values[0], !body.isEmpty else {
      return .failure(ArchiveFault(location: place, reason: .noText(field: fieldNames[0])))
    }
    var diagnostics: [Diagnostic] = []
    let text: String
    if let valid = String(validating: body, as: UTF8.self) {
      text = valid
    } else {
      text = String(decoding: body, as: UTF8.self)
      diagnostics.append(
        Diagnostic(
          code: "charset/invalid-bytes",
          message: "Some bytes are no UTF-8 and were read as U+FFFD."))
    }
    if scanner.unpairedSurrogates > 0 {
      diagnostics.append(
        Diagnostic(
          code: "charset/unpaired-surrogate",
          message: "\(scanner.unpairedSurrogates) escapes are half a character and were read as"
            + " U+FFFD."))
    }
    var document = SourceDocument(
      text: LineEnds.unified(text), location: place, charset: charset)
    if let wrong = decoder.mojibake(in: document.text) { diagnostics.append(wrong) }
    document.diagnostics = diagnostics
    document.title = string(scanner.values[1])
    document.identifier = string(scanner.values[3])
    document.url = string(scanner.values[4])
    if let printed = string(scanner.values[2]) {
      if let moment = PrintedDate.moment(printed) {
        document.published = moment
        document.provenance.append(
          SourceDocument.Provenance(field: "published", origin: "metadata:\(fieldNames[2])"))
      } else {
        document.diagnostics.append(
          Diagnostic(
            code: "archive/date",
            message: "The date \(printed.prefix(40)) cannot be read."))
      }
    }
    return .success(document)
  }

  private func string(_ bytes: [UInt8]?) -> String? {
    guard let bytes, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
