/// Bytes that arrive one piece after the other: a file, a member of an archive, standard input.
package protocol ByteSource: AnyObject {
  /// Appends the next bytes, at most about `count`; gives `false` at the end.
  ///
  /// - Throws: `unreadable`, `truncated` or `damaged`, after which nothing follows.
  func read(into buffer: inout [UInt8], count: Int) throws(ArchiveFault.Reason) -> Bool
}

extension ByteSource {
  /// Reads to the end.
  ///
  /// - Throws: `memberTooLarge` beyond `limit` bytes, and what reading throws.
  package func readAll(limit: Int) throws(ArchiveFault.Reason) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(into: &bytes, count: min(1 << 20, max(1 << 16, bytes.count))) {
      if bytes.count > limit { throw .memberTooLarge(limit: limit) }
    }
    return bytes
  }
}

/// Bytes in memory.
package final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  /// Makes a source of these bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Appends the next bytes.
  package func read(into buffer: inout [UInt8], count: Int) -> Bool {
    guard position < bytes.count else { return false }
    let end = min(position + max(count, 1), bytes.count)
    buffer.append(contentsOf: bytes[position..<end])
    position = end
    return true
  }
}

/// A source whose first bytes were looked at and are given again.
package final class PeekedSource: ByteSource {
  /// The first bytes.
  package let head: [UInt8]
  private let rest: any ByteSource
  private var isHeadGiven = false
  private var isAtEnd: Bool

  /// Reads the first bytes of a source, `count` of them if it has so many.
  package init(_ source: any ByteSource, count: Int) throws(ArchiveFault.Reason) {
    var head: [UInt8] = []
    var hasMore = true
    while hasMore, head.count < count {
      hasMore = try source.read(into: &head, count: count - head.count)
    }
    self.head = head
    self.rest = source
    self.isAtEnd = !hasMore
  }

  /// Appends the first bytes, then the others.
  package func read(
    into buffer: inout [UInt8], count: Int
  ) throws(ArchiveFault.Reason) -> Bool {
    if !isHeadGiven {
      isHeadGiven = true
      buffer.append(contentsOf: head)
      if !head.isEmpty { return true }
    }
    if isAtEnd { return false }
    return try rest.read(into: &buffer, count: count)
  }
}

/// A source of any charset as UTF-8.
package final class TranscodedSource: ByteSource {
  private let source: any ByteSource
  private let converter: CharsetConverter
  private var isAtEnd = false

  /// Decodes what `source` gives.
  package init(_ source: any ByteSource, from converter: CharsetConverter) {
    self.source = source
    self.converter = converter
  }

  /// Appends the next bytes in UTF-8.
  package func read(
    into buffer: inout [UInt8], count: Int
  ) throws(ArchiveFault.Reason) -> Bool {
    if isAtEnd { return false }
    var raw: [UInt8] = []
    isAtEnd = try !source.read(into: &raw, count: count)
    if isAtEnd, raw.isEmpty { return false }
    var units: [UInt16] = []
    converter.decode(raw.span, flush: false, into: &units)
    buffer.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    return true
  }
}
