/// Opens a stream of any charset as UTF-8, by what its first bytes say.
struct UTF8Opener {
  private let decoder: TextDecoder

  init(decoder: TextDecoder) { self.decoder = decoder }

  /// The source as UTF-8 without a byte order mark, and the charset that it was in.
  ///
  /// - Throws: `binary` when it is no text.
  func open(
    _ source: any ByteSource
  ) throws(ArchiveFault.Reason) -> (source: any ByteSource, charset: String) {
    let peeked = try PeekedSource(source, count: 1 << 16)
    guard let charset = try charset(of: peeked.head), charset != "UTF-8" else {
      return (MarkSkippingSource(peeked), "UTF-8")
    }
    guard let converter = CharsetConverter(charset) else { throw .unknownCharset(charset) }
    return (MarkSkippingSource(TranscodedSource(peeked, from: converter)), charset)
  }

  private func charset(of head: [UInt8]) throws(ArchiveFault.Reason) -> String? {
    if let chosen = decoder.encoding { return chosen }
    if let mark = ByteOrderMark(head) { return mark.charset }
    if let kind = BinaryKind.name(of: head) { throw .binary(kind) }
    if head.contains(0) {
      if let order = UTF16Order.guess(head) { return order }
      throw .binary("binary data")
    }
    if String(validating: head, as: UTF8.self) != nil || CharsetDetection.isNearlyUTF8(head) {
      return nil
    }
    if let declared = DeclaredCharset.inMarkup(head).map({ TextDecoder.superset(of: $0) }),
      declared != "UTF-8", CharsetConverter(declared) != nil
    {
      return declared
    }
    return CharsetDetection.charset(of: head)
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
