import KaojuVocabulary

/// Reads a table with a header row: one document a row (RFC 4180; commas, semicolons or tabs).
struct CSVFormat {
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

  /// Hands each row's document, or what is wrong with it, to `each`, in order.
  func read(
    _ source: any ByteSource, at location: ArchiveLocation,
    each: (Result<SourceDocument, ArchiveFault>) throws -> Void
  ) throws {
    var columns: [String: Int]?
    var number = 0
    do {
      let opened = try UTF8Opener(decoder: decoder).open(source)
      var rows = CSVRows(opened.source, limit: options.lineLimit)
      while let row = try rows.next() {
        guard let known = columns else {
          columns = Dictionary(
            (row ?? []).enumerated().map { ($1.trimmingBlankLines().lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
          continue
        }
        number += 1
        let place = location.record(number)
        guard let row else {
          try each(
            .failure(
              ArchiveFault(location: place, reason: .lineTooLong(limit: options.lineLimit))))
          continue
        }
        if row.allSatisfy(\.isEmpty) { continue }
        try each(document(row, known, at: place, charset: opened.charset))
      }
    } catch let reason as ArchiveFault.Reason {
      try each(.failure(ArchiveFault(location: location.record(number + 1), reason: reason)))
    }
  }

  private func document(
    _ row: [String], _ columns: [String: Int], at place: ArchiveLocation, charset: String
  ) -> Result<SourceDocument, ArchiveFault> {
    func cell(_ field: String, named: String?) -> String? {
      let names = named.map { [$0.lowercased()] } ?? words.dataNames(field)
      for name in names {
        if let index = columns[name], index < row.count, !row[index].isEmpty {
          return row[index]
        }
      }
      return nil
    }
    let fields = options.fields
    guard let text = cell("text", named: fields.text) else {
      return .failure(
        ArchiveFault(location: place, reason: .noText(field: fields.text ?? "text")))
    }
    var document = SourceDocument(
      text: LineEnds.unified(text), location: place, charset: charset)
    document.title = cell("title", named: fields.title)
    document.identifier = cell("identifier", named: fields.identifier)
    document.url = cell("url", named: nil)
    document.publisher = cell("publisher", named: nil)
    let moment = cell("published", named: fields.published).flatMap { PrintedDate.moment($0) }
    document.date(
      metadata: moment.map { ($0, "metadata:\(fields.published ?? "published")") },
      dateline: dateline)
    return .success(document)
  }
}

/// Cuts UTF-8 into rows of cells; a row beyond the limit is passed over as `nil`.
struct CSVRows {
  private let limit: Int
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var separator: UInt8?

  init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// The next row; the outer `nil` is the end, the inner one a row that is too long.
  mutating func next() throws(ArchiveFault.Reason) -> [String]?? {
    var cells: [String] = []
    var cell: [UInt8] = []
    var size = 0
    var isQuoted = false
    var wasQuoted = false
    var isStarted = false
    if separator == nil { separator = try findSeparator() }
    while let byte = try take() {
      isStarted = true
      size += 1
      let isTooLong = size > limit
      if isQuoted {
        if byte == 0x22 {
          if try peek() == 0x22 {
            position += 1
            if !isTooLong { cell.append(0x22) }
          } else {
            isQuoted = false
          }
        } else if !isTooLong {
          cell.append(byte)
        } else if byte == 0x0A {
          // A quote that never closes must not swallow the rest of the file.
          return .some(nil)
        }
        continue
      }
      switch byte {
      case 0x22 where cell.isEmpty && !wasQuoted: (isQuoted, wasQuoted) = (true, true)
      case separator:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        wasQuoted = false
      case 0x0A:
        if cell.last == 0x0D { cell.removeLast() }
        cells.append(String(decoding: cell, as: UTF8.self))
        return isTooLong ? .some(nil) : .some(cells)
      default: if !isTooLong { cell.append(byte) }
      }
    }
    guard isStarted else { return nil }
    cells.append(String(decoding: cell, as: UTF8.self))
    return size > limit ? .some(nil) : .some(cells)
  }

  private mutating func findSeparator() throws(ArchiveFault.Reason) -> UInt8 {
    _ = try peek()
    let header = buffer[position...].prefix { $0 != 0x0A }
    let candidates: [UInt8] = [0x2C, 0x09, 0x3B]
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    let best = counts.max() ?? 0
    return zip(candidates, counts).first { $0.1 == best }?.0 ?? 0x2C
  }

  private mutating func take() throws(ArchiveFault.Reason) -> UInt8? {
    guard let byte = try peek() else { return nil }
    position += 1
    return byte
  }

  private mutating func peek() throws(ArchiveFault.Reason) -> UInt8? {
    while position >= buffer.count {
      if isAtEnd { return nil }
      buffer.removeAll(keepingCapacity: true)
      position = 0
      isAtEnd = try !source.read(into: &buffer, count: 1 << 17)
    }
    return buffer[position]
  }
}
