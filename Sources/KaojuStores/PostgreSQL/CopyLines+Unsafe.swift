extension CopyLines {
  /// Adds the rows of a block.
  mutating func add(_ block: RowBlock, columns: Int) {
    block.read { reader in
      rows: while !reader.isAtEnd {
        let start = bytes.count
        for column in 1...columns {
          guard let cell = reader.next() else {
            bytes.removeLast(bytes.count - start)
            reader.skip(columns - column)
            continue rows
          }
          add(cell)
          bytes.append(column < columns ? 0x09 : 0x0A)
        }
      }
    }
  }

  private mutating func add(_ cell: RowCell) {
    switch cell {
    case .null: bytes.append(contentsOf: [0x5C, 0x4E])
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .real(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .boolean(let flag): bytes.append(flag ? 0x74 : 0x66)
    case .text(let text): add(text)
    case .moment(let text):
      let isBefore = text.first == 0x2D
      bytes.append(contentsOf: isBefore ? text.dropFirst() : text[...])
      if isBefore { bytes.append(contentsOf: " BC".utf8) }
    }
  }

  /// Adds a text, what `COPY` would read otherwise escaped, and U+0000, which PostgreSQL cannot
  /// hold, as U+FFFD.
  private mutating func add(_ text: UnsafeRawBufferPointer) {
    // SAFETY: the text is read while its row block holds it.
    var start = text.startIndex
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == 0x5C else { continue }
      let escaped: [UInt8]
      switch byte {
      case 0x00: escaped = [0xEF, 0xBF, 0xBD]
      case 0x09: escaped = [0x5C, 0x74]
      case 0x0A: escaped = [0x5C, 0x6E]
      case 0x0D: escaped = [0x5C, 0x72]
      case 0x5C: escaped = [0x5C, 0x5C]
      default: continue
      }
      bytes.append(contentsOf: text[start..<index])
      bytes.append(contentsOf: escaped)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
  }
}
