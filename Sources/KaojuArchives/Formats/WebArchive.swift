/// A record of a web archive (ISO 28500).
struct WebArchiveRecord {
  /// Its headers, names in lower case.
  var headers: [String: String] = [:]
  /// Its block; empty for records that hold no page.
  var block: [UInt8] = []

  var type: String { headers["warc-type"]?.lowercased() ?? "" }
  var target: String? {
    headers["warc-target-uri"].map { $0.trimmingCharacters(in: "<>") }
  }
}

extension String {
  fileprivate func trimmingCharacters(in marks: String) -> String {
    String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }
}

extension ArchiveReader {
  /// Hands each page of a web archive to `each`; a record with a wrong length is reported, and
  /// reading goes on at the next one.
  func readWebArchive(
    _ source: any ByteSource, at location: ArchiveLocation,
    each: (ArchiveItem) throws -> Void
  ) throws {
    let bytes = BufferedSource(source)
    var number = 0
    while try skipBlankLines(bytes) {
      number += 1
      let place = location.record(number)
      guard try bytes.peek(5).elementsEqual("WARC/".utf8) else {
        try each(
          .fault(ArchiveFault(location: place, reason: .damaged("no record begins here"))))
        guard try findRecord(bytes) else { return }
        continue
      }
      switch outcome(of: bytes, at: place) {
      case .success(let item): try each(item)
      case .failure(let reason):
        try each(.fault(ArchiveFault(location: place, reason: reason)))
        if reason == .truncated { return }
        if case .memberTooLarge = reason { continue }
        guard try findRecord(bytes) else { return }
      }
    }
  }

  private func outcome(
    of bytes: BufferedSource, at place: ArchiveLocation
  ) -> Result<ArchiveItem, ArchiveFault.Reason> {
    Result { () throws(ArchiveFault.Reason) in
      var record = WebArchiveRecord()
      record.headers = try headers(of: bytes)
      guard let length = record.headers["content-length"].flatMap({ Int($0) }), length >= 0
      else { throw .damaged("a record has no length") }
      if length > options.documentLimit {
        guard try bytes.skip(length) == length else { throw .truncated }
        throw .memberTooLarge(limit: options.documentLimit)
      }
      record.block = try bytes.take(length)
      if record.block.count < length { throw .truncated }
      try check(bytes, record)
      return try page(of: record, at: place)
    }
  }

  /// A record's length is wrong when no record or end follows it.
  private func check(
    _ bytes: BufferedSource, _ record: WebArchiveRecord
  ) throws(ArchiveFault.Reason) {
    let next = try bytes.peek(4)
    guard next.isEmpty || next.elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) || next.first == 0x0A
    else { throw .damaged("a record is longer than its length says") }
    if contains(record.block, "\r\n\r\nWARC/1.") {
      throw .damaged("a record is shorter than its length says")
    }
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        return true
      }
      index += 1
    }
    return false
  }

  private func skipBlankLines(_ bytes: BufferedSource) throws(ArchiveFault.Reason) -> Bool {
    while let next = try bytes.peek(1).first {
      guard next == 0x0D || next == 0x0A else { return true }
      _ = try bytes.skip(1)
    }
    return false
  }

  /// Goes on to the next line that begins a record.
  private func findRecord(_ bytes: BufferedSource) throws(ArchiveFault.Reason) -> Bool {
    while true {
      if try bytes.peek(7).elementsEqual("WARC/1.".utf8) { return true }
      do throws(ArchiveFault.Reason) {
        guard try bytes.line(limit: options.lineLimit) != nil else { return false }
      } catch {
        guard case .lineTooLong = error else { throw error }
        _ = try bytes.skip(options.lineLimit)
      }
    }
  }

  private func headers(of bytes: BufferedSource) throws(ArchiveFault.Reason) -> [String: String] {
    var headers: [String: String] = [:]
    _ = try bytes.line(limit: 1 << 16)
    while let line = try bytes.line(limit: 1 << 16), !line.isEmpty {
      Self.take(line, into: &headers)
      if headers.count > 1000 { throw .damaged("too many headers") }
    }
    return headers
  }

  private static func take(_ line: ArraySlice<UInt8>, into headers: inout [String: String]) {
    guard let colon = line.firstIndex(of: 0x3A) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    headers[name] = String(decoding: value, as: UTF8.self)
  }

  // MARK: Pages

  private func page(
    of record: WebArchiveRecord, at place: ArchiveLocation
  ) throws(ArchiveFault.Reason) -> ArchiveItem {
    switch record.type {
    case "response":
      let response = HTTPResponse(record.block, limit: options.documentLimit)
      guard let response else { return .passedOver(place, "no HTTP response") }
      guard response.status == 200 else {
        return .passedOver(place, "HTTP status \(response.status)")
      }
      return try item(
        try response.body(), type: response.headers["content-type"] ?? "", record, at: place)
    case "resource", "conversion":
      return try item(
        record.block, type: record.headers["content-type"] ?? "", record, at: place)
    default: return .passedOver(place, "a record of type \(record.type)")
    }
  }

  private func item(
    _ body: [UInt8], type: String, _ record: WebArchiveRecord, at place: ArchiveLocation
  ) throws(ArchiveFault.Reason) -> ArchiveItem {
    let kind = type.lowercased()
    let charset = kind.split(separator: ";").lazy
      .map { $0.drop { $0 == " " } }
      .first { $0.hasPrefix("charset=") }
      .map { $0.dropFirst(8).filter { $0 != "\"" && $0 != "'" } }
    if kind.contains("html") || kind.isEmpty {
      var document = try pages.document(
        body, at: place, declared: charset.map { String($0) }, url: record.target)
      document.identifier = record.target
      return .document(document)
    }
    guard kind.hasPrefix("text/plain") else { return .passedOver(place, "of type \(type)") }
    let decoded = try decoder.decode(body, declared: charset.map { String($0) })
    var document = SourceDocument(
      text: decoded.text, location: place, charset: decoded.charset)
    document.diagnostics = decoded.diagnostics
    document.url = record.target
    document.identifier = record.target
    document.date(metadata: nil, dateline: dateline)
    return .document(document)
  }
}

/// A response of a web server as an archive keeps it.
struct HTTPResponse {
  /// The status (200).
  private(set) var status = 0
  /// The headers, names in lower case.
  private(set) var headers: [String: String] = [:]
  private let raw: [UInt8]
  private let limit: Int

  /// Reads a response; `nil` when the block is none.
  init?(_ block: [UInt8], limit: Int) {
    var start = 0
    var isFirst = true
    while start < block.count {
      let end = block[start...].firstIndex(of: 0x0A) ?? block.count
      let line = block[start..<end].trimmed
      start = min(end + 1, block.count)
      if isFirst {
        let parts = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/"), let code = Int(parts[1]) else {
          return nil
        }
        status = code
        isFirst = false
      } else if line.isEmpty {
        break
      } else if let colon = line.firstIndex(of: 0x3A) {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        let value = line[(colon + 1)...].drop { $0 == 0x20 }
        headers[name] = String(decoding: value, as: UTF8.self)
      }
    }
    if isFirst { return nil }
    raw = Array(block[start...])
    self.limit = limit
  }

  /// The body without its transfer and content codings.
  func body() throws(ArchiveFault.Reason) -> [UInt8] {
    var body = raw
    if headers["transfer-encoding"]?.lowercased().contains("chunked") == true,
      let whole = Self.dechunked(body)
    {
      body = whole
    }
    switch headers["content-encoding"]?.lowercased() {
    case "gzip", "x-gzip":
      guard body.starts(with: [0x1F, 0x8B]) else { return body }
      let container = try Container(MemorySource(body))
      guard try container.next() != nil else { return [] }
      var options = ArchiveOptions()
      options.bombFloor = limit
      return try MemberSource(container, options: options).readAll(limit: limit)
    case let coding? where coding != "identity" && coding != "":
      throw .unsupported("the content coding \(coding)")
    default: return body
    }
  }

  /// Joins chunks; `nil` when the body is not cut into any.
  private static func dechunked(_ body: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    var start = 0
    while start < body.count {
      guard let end = body[start...].firstIndex(of: 0x0A) else { return nil }
      let digits = body[start..<end].trimmed.prefix { $0 != 0x3B && $0 != 0x20 }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0,
        size <= body.count
      else { return nil }
      if size == 0 { return joined }
      let stop = min(end + 1 + size, body.count)
      joined.append(contentsOf: body[(end + 1)..<stop])
      start = min(stop + 2, body.count)
    }
    return joined
  }
}
