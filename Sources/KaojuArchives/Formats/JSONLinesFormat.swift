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
    _ source: any ByteSource, at location: SourceLocation,
    each: (Result<SourceDocument, ArchiveFault>) throws -> Void
  ) throws {
    let opened: (source: any ByteSource, charset: String)
    do {
      opened = try utf8(source)
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
    _ line: ArraySlice<UInt8>, at place: SourceLocation, charset: String,
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

  /// The source as UTF-8, by its first bytes.
  private func utf8(
    _ source: any ByteSource
  ) throws(ArchiveFault.Reason) -> (any ByteSource, String) {
    let peeked = try PeekedSource(source, count: 1 << 16)
    var charset = decoder.encoding
    if charset == nil, let mark = ByteOrderMark(peeked.head) { charset = mark.charset }
    if charset == nil, let kind = BinaryKind.name(of: peeked.head) { throw .binary(kind) }
    if charset == nil, peeked.head.contains(0) { charset = UTF16Order.guess(peeked.head) }
    if charset == nil, String(validating: peeked.head, as: UTF8.self) == nil,
      !CharsetDetection.isNearlyUTF8(peeked.head)
    {
      charset = CharsetDetection.charset(of: peeked.head)
    }
    guard let charset, charset != "UTF-8" else {
      return (MarkSkippingSource(peeked), "UTF-8")
    }
    guard let converter = CharsetConverter(charset) else { throw .unknownCharset(charset) }
    return (MarkSkippingSource(TranscodedSource(peeked, from: converter)), charset)
  }
}

/// UTF-8 without the byte order mark that it may begin with.
private final class MarkSkippingSource: ByteSource {
  private let source: any ByteSource
  private var isStarted = false

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: inout [UInt8], count: Int) throws(ArchiveFault.Reason) -> Bool {
    if isStarted { return try source.read(into: &buffer, count: count) }
    isStarted = true
    var head: [UInt8] = []
    while head.count < 3 {
      guard try source.read(into: &head, count: count) else {
        buffer.append(contentsOf: head)
        return !head.isEmpty
      }
    }
    buffer.append(contentsOf: head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...])
    return true
  }
}
