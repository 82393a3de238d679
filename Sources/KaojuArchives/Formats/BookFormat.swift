extension ArchiveReader {
  /// Hands each chapter of an electronic book (EPUB) to `each`, in reading order.
  func readBook(
    _ source: any ByteSource, at location: ArchiveLocation,
    each: (ArchiveItem) throws -> Void
  ) throws {
    let container = try Container(source)
    var parts: [String: [UInt8]] = [:]
    var size = 0
    while let member = try container.next() {
      let name = String(decoding: member.path, as: UTF8.self)
      let kind = kinds.kind(ofName: name)
      guard member.isFile, kind == .format(.html) || kind == .format(.xml) || name.hasSuffix(".opf")
      else { continue }
      let bytes = try MemberSource(container, options: options)
        .readAll(limit: options.documentLimit)
      size += bytes.count
      if size > options.documentLimit {
        throw ArchiveFault.Reason.memberTooLarge(limit: options.documentLimit)
      }
      parts[name] = bytes
    }
    for name in Self.chapters(of: parts) {
      let place = location.member(name)
      let page = Result { () throws(ArchiveFault.Reason) in
        try pages.document(parts[name] ?? [], at: place)
      }
      switch page {
      case .success(let document): try each(.document(document))
      case .failure(.noMainText): try each(.passedOver(place, "no main text"))
      case .failure(let reason):
        try each(.fault(ArchiveFault(location: place, reason: reason)))
      }
    }
  }

  /// The book's chapters in the order of its spine; without one, by name.
  private static func chapters(of parts: [String: [UInt8]]) -> [String] {
    let byName = parts.keys.filter { !$0.hasSuffix(".opf") && !$0.hasSuffix(".xml") }.sorted()
    guard let package = packageName(of: parts), let bytes = parts[package],
      let tree = MarkupTree(html: String(decoding: bytes, as: UTF8.self))
    else { return byName }
    let folder = package.lastIndex(of: "/").map { String(package[...$0]) } ?? ""
    var files: [String: String] = [:]
    for node in tree.nodes where node.name == "item" || node.name.hasSuffix(":item") {
      if let id = node.attributes["id"], let file = node.attributes["href"] {
        files[id] = folder + (file.removingPercentEscapes())
      }
    }
    let spine = tree.nodes.filter { $0.name == "itemref" || $0.name.hasSuffix(":itemref") }
      .compactMap { $0.attributes["idref"].flatMap { files[$0] } }
      .filter { parts[$0] != nil }
    return spine.isEmpty ? byName : spine
  }

  private static func packageName(of parts: [String: [UInt8]]) -> String? {
    if let bytes = parts["META-INF/container.xml"],
      let tree = MarkupTree(html: String(decoding: bytes, as: UTF8.self)),
      let named = tree.nodes.lazy.compactMap({ $0.attributes["full-path"] }).first
    {
      return named
    }
    return parts.keys.filter { $0.hasSuffix(".opf") }.min()
  }
}

extension String {
  /// The string with `%E4%B8%80` read as UTF-8.
  func removingPercentEscapes() -> String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
