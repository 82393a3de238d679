extension JSONScanner {
  /// Where the next quotation mark, backslash or control character stands.
  static func plainEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    // SAFETY: eight bytes are loaded only where eight are left; the index never passes the end.
    bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var index = start
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      while index + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let quote = word ^ (ones &* 0x22)
        let slash = word ^ (ones &* 0x5C)
        let hits =
          (quote &- ones) & ~quote | (slash &- ones) & ~slash
          | (word &- ones &* 0x20) & ~word
        if hits & highs != 0 { break }
        index += 8
      }
      while index < raw.count {
        let byte = raw[index]
        if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
        index += 1
      }
      return index
    }
  }

  /// Appends a run of bytes.
  static func append(_ bytes: Span<UInt8>, to content: inout [UInt8]) {
    // SAFETY: the bytes are copied inside the closure.
    bytes.withUnsafeBufferPointer { content.append(contentsOf: $0) }
  }
}
