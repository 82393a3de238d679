import KaojuArchives
import KaojuVocabulary

/// Hands the articles of files to the pipeline, one after the other.
struct InputReader {
  /// What the user says of the inputs.
  let options: InputOptions
  private let archiveOptions: ArchiveOptions
  private let decoder: TextDecoder

  /// Makes a reader.
  ///
  /// - Throws: ``Failure`` when ICU does not know the charset.
  init(options: InputOptions) throws {
    self.options = options
    var archiveOptions = ArchiveOptions()
    archiveOptions.encoding = options.encoding
    self.archiveOptions = archiveOptions
    do throws(ArchiveFault.Reason) {
      decoder = try TextDecoder(encoding: options.encoding)
    } catch {
      throw Failure("--encoding: \(error)", .usage)
    }
  }

  /// Reads a file, or standard input for `-`, and hands on its articles and what is wrong with it.
  ///
  /// - Throws: What `each` throws; a file that cannot be read is handed on as a fault.
  func read(
    _ path: String, each: (Result<SourceDocument, ArchiveFault>) throws -> Void
  ) throws {
    let location = ArchiveLocation(path: path)
    let source: PeekedSource
    do throws(ArchiveFault.Reason) {
      source = try PeekedSource(FileSource(path: path), count: 4096)
    } catch {
      return try each(.failure(ArchiveFault(location: location, reason: error)))
    }
    if isJSONLines(source.head, path: path) {
      let format = JSONLinesFormat(options: archiveOptions, decoder: decoder)
      return try format.read(source, at: location) { try each(dated($0)) }
    }
    let format = PlainTextFormat(options: archiveOptions, decoder: decoder)
    try each(dated(format.read(source, at: location)))
  }

  private func dated(
    _ result: Result<SourceDocument, ArchiveFault>
  ) -> Result<SourceDocument, ArchiveFault> {
    guard let date = options.publicationDate else { return result }
    return result.map { document in
      var document = document
      document.published = document.published ?? date
      return document
    }
  }

  private func isJSONLines(_ head: [UInt8], path: String) -> Bool {
    switch options.inputFormat {
    case .text: return false
    case .jsonl: return true
    case .auto:
      if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return true }
      let first = head.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
      return path == "-" && first == UInt8(ascii: "{")
    }
  }
}

extension InputReader {
  /// Whether there is a file at a path, so that it is not taken for a sentence.
  static func isFile(_ path: String) -> Bool { (try? FileSource(path: path)) != nil }
}
