/// A source that can be read by lines and counts, as protocols with headers are.
final class BufferedSource: ByteSource {
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  /// Appends the next bytes.
  func read(into target: inout [UInt8], count: Int) throws(ArchiveFault.Reason) -> Bool {
    guard try fill(1) else { return false }
    let end = min(start + count, buffer.count)
    target.append(contentsOf: buffer[start..<end])
    start = end
    return true
  }

  /// The next bytes, without taking them; fewer at the end.
  func peek(_ count: Int) throws(ArchiveFault.Reason) -> ArraySlice<UInt8> {
    _ = try fill(count)
    return buffer[start..<min(start + count, buffer.count)]
  }

  /// The next line without its end; `nil` at the end.
  ///
  /// - Throws: `lineTooLong` beyond the limit.
  func line(limit: Int) throws(ArchiveFault.Reason) -> ArraySlice<UInt8>? {
    var searched = 0
    while true {
      if let end = buffer[(start + searched)...].firstIndex(of: 0x0A) {
        let line = buffer[start..<end]
        start = end + 1
        return line.trimmed
      }
      searched = buffer.count - start
      if searched > limit { throw .lineTooLong(limit: limit) }
      guard try fill(searched + 1) else {
        guard searched > 0 else { return nil }
        let line = buffer[start...]
        start = buffer.count
        return line.trimmed
      }
    }
  }

  /// The next `count` bytes, fewer at the end.
  func take(_ count: Int) throws(ArchiveFault.Reason) -> [UInt8] {
    var taken: [UInt8] = []
    while taken.count < count, try read(into: &taken, count: count - taken.count) {}
    return taken
  }

  /// Passes over bytes; gives how many there were.
  func skip(_ count: Int) throws(ArchiveFault.Reason) -> Int {
    var left = count
    while left > 0, try fill(1) {
      let step = min(left, buffer.count - start)
      start += step
      left -= step
    }
    return count - left
  }

  private func fill(_ count: Int) throws(ArchiveFault.Reason) -> Bool {
    while buffer.count - start < count {
      if isAtEnd { return false }
      if start > 0 {
        buffer.removeSubrange(..<start)
        start = 0
      }
      isAtEnd = try !source.read(into: &buffer, count: max(1 << 16, count))
    }
    return true
  }
}
