import KaojuVocabulary

/// What a slot says, apart from how it is printed: what two statements are compared by.
struct SlotKey: Hashable {
  /// The index of an entity, or -1.
  var entity: Int32 = -1
  /// The folded text, empty where there is an entity.
  var text = ""

  /// The key of a text alone.
  init(text: String) { self.text = Self.folded(text) }

  /// The key of a filler; blanks, quotation marks and 的 do not count.
  init(_ filler: Filler?) {
    guard let filler else { return }
    if let known = filler.entity {
      entity = known
    } else {
      text = Self.folded(filler.text)
    }
  }

  /// Hashes what tells nearly all keys apart: hashing Chinese text as a string takes long, since
  /// it may have to be brought into a normal form.
  func hash(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(text.utf8.count)
    hasher.combine(text.utf8.last)
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
    let utf8 = text.utf8.span
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      guard byte & 0xF0 == 0xE0, index + 2 < utf8.count else {
        if byte != 0x20, byte != 0x0A, byte != 0x22 { bytes.append(byte) }
        index += 1
        continue
      }
      let second = utf8[index + 1]
      let third = utf8[index + 2]
      if !isSkipped(UInt32(byte) << 16 | UInt32(second) << 8 | UInt32(third)) {
        bytes.append(byte)
        bytes.append(second)
        bytes.append(third)
      }
      index += 3
    }
  }

  /// Whether three bytes of UTF-8 are U+3000, ‘, ’, “, ”, 《, 》 or 的.
  private static func isSkipped(_ bytes: UInt32) -> Bool {
    switch bytes {
    case 0xE38080, 0xE28098, 0xE28099, 0xE2809C, 0xE2809D, 0xE3808A, 0xE3808B, 0xE79A84: true
    default: false
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
