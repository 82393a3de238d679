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
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x3000, 0x0A, 0x22, 0x201C, 0x201D, 0x2018, 0x2019, 0x300A, 0x300B, 0x7684:
        continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
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
