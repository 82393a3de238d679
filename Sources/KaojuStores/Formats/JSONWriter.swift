import KaojuVocabulary

/// Writes JSON into a byte buffer, compactly and in the order it is told.
///
/// It knows no value types and keeps no tree: a document of the contract is written key by key
/// straight from its layers, so output costs no allocation beyond the buffer.
package struct JSONWriter {
  /// What was written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes a writer with room for `capacity` bytes.
  package init(capacity: Int = 4096) { bytes.reserveCapacity(capacity) }

  /// Forgets what was written and keeps the room.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Writes an object around what `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array around what `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a key; its value must follow.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string value.
  package mutating func string(_ value: some StringProtocol) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if value.utf8.allSatisfy({ Self.isPlain(UInt16($0)) }) {
      bytes.append(contentsOf: value.utf8)
    } else {
      for byte in value.utf8 { escape(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a string value from UTF-16; an unpaired surrogate becomes U+FFFD.
  package mutating func string(_ units: ArraySlice<UInt16>) {
    separate()
    if units.allSatisfy(Self.isPlain) {
      bytes.append(UInt8(ascii: "\""))
      bytes.append(utf16: units)
      bytes.append(UInt8(ascii: "\""))
      needsComma = true
      return
    }
    bytes.append(UInt8(ascii: "\""))
    var high: UInt32?
    for unit in units {
      let code = UInt32(unit)
      if let lead = high {
        high = nil
        if unit & 0xFC00 == 0xDC00 {
          scalar(0x10000 + ((lead & 0x3FF) << 10 | (code & 0x3FF)))
          continue
        }
        scalar(0xFFFD)
      }
      switch unit & 0xFC00 {
      case 0xD800: high = code
      case 0xDC00: scalar(0xFFFD)
      default: scalar(code)
      }
    }
    if high != nil { scalar(0xFFFD) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number.
  package mutating func integer(_ value: some BinaryInteger) {
    raw(String(value))
  }

  /// Writes a whole number of hundredths as a number from 0 to 1 (93 → `0.93`).
  package mutating func hundredths(_ value: Int) {
    let value = max(0, min(100, value))
    if value == 100 { return raw("1") }
    if value % 10 == 0 { return raw(value == 0 ? "0" : "0.\(value / 10)") }
    raw("0." + (value < 10 ? "0" : "") + "\(value)")
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  /// Ends a line of JSON Lines.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// Whether JSON has a code unit as it is.
  private static func isPlain(_ unit: UInt16) -> Bool {
    unit >= 0x20 && unit != 0x22 && unit != 0x5C && unit != 0x7F
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }

  private mutating func scalar(_ value: UInt32) {
    switch value {
    case 0..<0x80: escape(UInt8(value))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | value >> 6))
      bytes.append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | value >> 18))
      bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    }
  }
}
