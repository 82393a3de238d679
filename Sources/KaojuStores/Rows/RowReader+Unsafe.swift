/// A cell of a row, its text where the row's bytes have it.
enum RowCell {
  case null
  case integer(Int64)
  case real(Double)
  case boolean(Bool)
  case text(UnsafeRawBufferPointer)
  case moment(UnsafeRawBufferPointer)
}

/// Reads rows back, cell after cell, with numbers in place of marks.
///
/// SAFETY: it lives only while `RowBlock.read` holds the bytes, which nothing changes meanwhile;
/// reading never passes the end, because ``RowBytes`` alone writes what is read here.
struct RowReader {
  private let bytes: UnsafeRawBufferPointer
  private let block: RowBlock
  private var position = 0

  fileprivate init(_ bytes: UnsafeRawBufferPointer, _ block: RowBlock) {
    self.bytes = bytes
    self.block = block
  }

  /// Whether all rows were read.
  var isAtEnd: Bool { position >= bytes.count }

  /// The next cell; `nil` when the row belongs to a fact that is left out.
  mutating func next() -> RowCell? {
    let tag = RowBytes.Tag(rawValue: bytes[position])
    position += 1
    switch tag {
    case .integer: return .integer(Int64(bitPattern: word()))
    case .real: return .real(Double(bitPattern: word()))
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .text: return .text(text())
    case .moment: return .moment(text())
    case .document: return .integer(block.document)
    case .cluster: return .integer(block.cluster)
    case .run: return .integer(block.run)
    case .entity:
      let index = length()
      return index < block.entities.count ? .integer(block.entities[index]) : .null
    case .fact:
      let number = block.facts[length()]
      return number < 0 ? nil : .integer(number)
    case .null, nil: return .null
    }
  }

  /// Passes over cells.
  mutating func skip(_ count: Int) {
    for _ in 0..<count {
      let tag = RowBytes.Tag(rawValue: bytes[position])
      position += 1
      switch tag {
      case .integer, .real: position += 8
      case .entity, .fact: position += 4
      case .text, .moment: _ = text()
      default: break
      }
    }
  }

  private mutating func word() -> UInt64 {
    defer { position += 8 }
    return UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  private mutating func length() -> Int {
    defer { position += 4 }
    return Int(
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)))
  }

  private mutating func text() -> UnsafeRawBufferPointer {
    let count = length()
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
  }
}

extension RowBlock {
  /// Lets `body` read the rows.
  func read<Failure: Error>(
    _ body: (inout RowReader) throws(Failure) -> Void
  ) throws(Failure) {
    try rows.bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      var reader = RowReader(UnsafeRawBufferPointer(bytes), self)
      try body(&reader)
    }
  }
}

extension [UInt8] {
  /// Appends UTF-16 as UTF-8; an unpaired surrogate becomes U+FFFD.
  mutating func append(utf16 units: ArraySlice<UInt16>) {
    let start = count
    append(contentsOf: repeatElement(0, count: units.count * 3))
    // SAFETY: one code unit takes three bytes at most, for which there is room, and of a pair
    // each half takes two.
    let end = withUnsafeMutableBufferPointer { bytes in
      units.withUnsafeBufferPointer { Self.encode($0, into: bytes, from: start) }
    }
    removeLast(count - end)
  }

  /// Writes UTF-8 and gives the place behind it.
  private static func encode(
    _ units: UnsafeBufferPointer<UInt16>, into bytes: UnsafeMutableBufferPointer<UInt8>,
    from start: Int
  ) -> Int {
    var end = start
    var index = 0
    while index < units.count {
      var scalar = UInt32(units[index])
      index += 1
      if scalar < 0x80 {
        bytes[end] = UInt8(truncatingIfNeeded: scalar)
        end += 1
        continue
      }
      if scalar & 0xF800 == 0xD800 {
        if scalar < 0xDC00, index < units.count, units[index] & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + ((scalar & 0x3FF) << 10 | UInt32(units[index]) & 0x3FF)
          index += 1
        } else {
          scalar = 0xFFFD
        }
      }
      if scalar < 0x800 {
        bytes[end] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      } else {
        if scalar < 0x10000 {
          bytes[end] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
        } else {
          bytes[end] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
          bytes[end + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
          end += 1
        }
        bytes[end + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        end += 1
      }
      bytes[end + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      end += 2
    }
    return end
  }
}
