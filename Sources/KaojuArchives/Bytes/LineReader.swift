/// Cuts bytes into lines, none of them longer than a limit.
package struct LineReader {
  /// A line of a source.
  package enum Line {
    /// The line's bytes, without its end.
    case bytes(ArraySlice<UInt8>)
    /// A line that was longer than the limit and was passed over.
    case tooLong
  }

  /// The longest line that is given, in bytes.
  package let limit: Int
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Reads lines from a source.
  package init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// The next line, or `nil` at the end.
  package mutating func next() throws(ArchiveFault.Reason) -> Line? {
    var searched = start
    var isTooLong = false
    while true {
      if let end = Self.lineEnd(in: buffer.span, from: searched) {
        let line = buffer[start..<end]
        start = end + 1
        return isTooLong || line.count > limit ? .tooLong : .bytes(line.trimmed)
      }
      searched = buffer.count
      if searched - start > limit {
        isTooLong = true
        buffer.removeAll(keepingCapacity: true)
        (start, searched) = (0, 0)
      } else if start > 0 {
        buffer.removeSubrange(..<start)
        searched -= start
        start = 0
      }
      if isAtEnd { break }
      isAtEnd = try !source.read(into: &buffer, count: 1 << 18)
    }
    guard isTooLong || !buffer.isEmpty else { return nil }
    let line = buffer
    buffer = []
    return isTooLong ? .tooLong : .bytes(line[...].trimmed)
  }
}

extension ArraySlice<UInt8> {
  /// The slice without a carriage return at its end.
  var trimmed: ArraySlice<UInt8> { last == 0x0D ? dropLast() : self }
}
