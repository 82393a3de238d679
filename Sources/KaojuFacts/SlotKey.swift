import KaojuVocabulary

/// What a slot says, apart from how it is printed: what two statements are compared by.
struct SlotKey: Hashable {
  /// The index of an entity, or -1.
  var entity: Int32 = -1
  /// The folded text, empty where there is an entity.
  var text = ""

  /// The key of a filler; blanks, quotation marks and 的 do not count.
  init(_ filler: Filler?) {
    guard let filler else { return }
    if let known = filler.entity {
      entity = known
    } else {
      text = Self.folded(filler.text)
    }
  }

  /// Whether nothing stands in the slot.
  var isEmpty: Bool { entity < 0 && text.isEmpty }

  /// The text without what does not tell one thing from another.
  static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    fold(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text's UTF-8 without blanks, quotation marks and 的.
  static func fold(_ text: String, into bytes: inout [UInt8]) {
    let utf8 = text.utf8
    var index = utf8.startIndex
    while index < utf8.endIndex {
      let byte = utf8[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let next = utf8.index(index, offsetBy: length)
      if length != 1 && length != 3 || !isSkipped(utf8[index..<next]) {
        bytes.append(contentsOf: utf8[index..<next])
      }
      index = next
    }
  }

  private static func isSkipped(_ character: Substring.UTF8View) -> Bool {
    var value: UInt32 = 0
    for byte in character { value = value << 8 | UInt32(byte) }
    switch value {
    // Blank, line feed, ", U+3000, ‘ ’ “ ”, 《 》, 的
    case 0x20, 0x0A, 0x22, 0xE38080, 0xE28098, 0xE28099, 0xE2809C, 0xE2809D, 0xE3808A, 0xE3808B,
      0xE79A84:
      return true
    default: return false
    }
  }
}

/// A value apart from where it stands.
struct ValueKey: Hashable {
  var amount: ExactDecimal?
  var low: ExactDecimal?
  var high: ExactDecimal?
  var unit: UnitID
  var dimension: DimensionID

  init(_ value: QuantityValue) {
    amount = value.amount
    low = value.amount == nil ? value.low : nil
    high = value.amount == nil ? value.high : nil
    unit = value.unit
    dimension = value.dimension
  }
}
