import KaojuVocabulary

extension ArchiveReader {
  /// Reads a PDF by `pdftotext`.
  ///
  /// - Throws: `missingProgram` where it is not installed, `damaged` where it refuses the file.
  func readPDF(
    _ source: any ByteSource, file: String?, at location: ArchiveLocation
  ) throws(ArchiveFault.Reason) -> SourceDocument {
    let bytes =
      if let file {
        try ExternalProgram.output(
          of: "pdftotext", ["-q", "-enc", "UTF-8", file, "-"], limit: options.documentLimit)
      } else {
        try readTemporaryPDF(source)
      }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .noMainText }
    var document = SourceDocument(
      text: LineEnds.unified(String(decoding: bytes, as: UTF8.self)), location: location,
      charset: "UTF-8")
    document.provenance.append(.init(field: "text", origin: "pdftotext"))
    document.date(metadata: nil, dateline: dateline)
    return document
  }

  private func readTemporaryPDF(_ source: any ByteSource) throws(ArchiveFault.Reason) -> [UInt8] {
    let file = try TemporaryFile(try source.readAll(limit: options.documentLimit))
    return try ExternalProgram.output(
      of: "pdftotext", ["-q", "-enc", "UTF-8", file.path, "-"], limit: options.documentLimit)
  }
}
