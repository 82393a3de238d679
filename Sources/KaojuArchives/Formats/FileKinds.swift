package import KaojuModels

/// Tells what a file holds, by `models/archives/file-kinds.tsv` and by its first bytes.
package struct FileKinds: Sendable {
  /// What a file holds.
  package enum Kind: Hashable, Sendable {
    /// Documents in a format.
    case format(ArchiveOptions.Format)
    /// One JSON object, or one a line.
    case json
    /// No article.
    case none
  }

  private var kinds: [String: Kind] = [:]

  /// Reads the table, collecting its faults.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "archives/file-kinds.tsv"
    let table = models.table(file, required: ["extension", "format"], faults: &faults)
    for row in table?.rows ?? [] {
      let name = String(row["format"])
      if let format = ArchiveOptions.Format(rawValue: name) {
        kinds[String(row["extension"])] = .format(format)
      } else if name == "json" || name == "none" {
        kinds[String(row["extension"])] = name == "json" ? .json : Kind.none
      } else {
        faults.append(
          ModelFault(
            file: file, line: row.line,
            .malformed(what: "format", value: name, expected: "a format, json or none")))
      }
    }
  }

  /// What a file of this name holds; `nil` when its bytes must tell.
  package func kind(ofName name: String) -> Kind? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return kinds[name[name.index(after: dot)...].lowercased()]
  }

  /// What a file that begins with these bytes holds.
  static func kind(ofBytes head: [UInt8]) -> Kind {
    let start = head.prefix(1024).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if text.hasPrefix("%pdf-") { return .format(.pdf) }
    if text.hasPrefix("warc/") { return .format(.warc) }
    if text.hasPrefix("{") { return .json }
    if text.hasPrefix("<") {
      if text.contains("<html") || text.contains("<!doctype html") || text.contains("<meta")
        || text.contains("<head") || text.contains("<body") || text.contains("<div")
      {
        return .format(.html)
      }
      if text.hasPrefix("<?xml") { return .format(.xml) }
    }
    return .format(.text)
  }

  /// Whether the bytes begin an archive or a compressed file.
  static func isContainer(_ head: [UInt8]) -> Bool {
    let magics: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B], Array("BZh".utf8),
      [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD],
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ]
    if magics.contains(where: { head.starts(with: $0) }) { return true }
    return head.count >= 262 && head[257..<262].elementsEqual("ustar".utf8)
  }

  /// Whether the bytes begin an electronic book.
  static func isBook(_ head: [UInt8]) -> Bool {
    head.count > 58 && head[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8)
  }
}
