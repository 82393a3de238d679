/// Where in a text a time may begin, so that ordinary text pays a look at one or two characters.
struct TimeTriggers: Sendable {
  /// Numbers and marks that may begin a time whatever follows.
  private var alone = CodeUnitSet()
  private var firsts = CodeUnitSet()
  /// The first two characters of words, hashed: a pair that is not here begins no word.
  private var pairs = [UInt64](repeating: 0, count: 1024)
  /// What may stand behind a figure that is part of a time.
  private var followers = CodeUnitSet()

  /// Collects them from the tables.
  init(_ model: TimeModel.Draft) {
    var numbers: [UInt16] = Array("半多 ".utf16)
    for unit in UInt16.min...UInt16.max where model.numbers.startsNumber(unit) {
      numbers.append(unit)
      alone.insert(unit)
    }
    alone.insert(contentsOf: "半多每闰’'")
    insert(model.dates.leads, behindSingle: model.dates.leads.map(\.first) + numbers)
    insert(model.parts.leads, behindSingle: [])
    insert(model.sets.leads, behindSingle: [])
    insert(model.references.leads, behindSingle: model.referenceFollowers)
    insert(model.modifiersBefore.leads, behindSingle: numbers)
    insert(model.counters.leads, behindSingle: numbers)
    insert(model.leaders.leads, behindSingle: numbers)
    for mark in "“「‘\"".utf16 {
      for lead in model.dates.leads { insert(mark, lead.first) }
    }
    for lead in model.units.leads + model.modifiersMiddle.leads { followers.insert(lead.first) }
    followers.insert(contentsOf: "半个百千万余—-–~～―─〜至到 /:年一刻、和")
  }

  private mutating func insert(
    _ leads: [(first: UInt16, second: UInt16?)], behindSingle: [UInt16]
  ) {
    for lead in leads {
      if let second = lead.second {
        insert(lead.first, second)
      } else {
        for second in behindSingle { insert(lead.first, second) }
      }
    }
  }

  private mutating func insert(_ first: UInt16, _ second: UInt16) {
    firsts.insert(first)
    let place = Self.place(first, second)
    pairs[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// Whether a time may begin at an offset.
  @inline(__always)
  func mayBegin(_ units: [UInt16], at offset: Int) -> Bool {
    alone.contains(units[offset]) || beginsWord(units, at: offset)
  }

  /// Whether a word of the tables may begin at an offset.
  @inline(__always)
  func beginsWord(_ units: [UInt16], at offset: Int) -> Bool {
    let unit = units[offset]
    guard firsts.contains(unit), offset + 1 < units.count else { return false }
    let place = Self.place(unit, units[offset + 1])
    return pairs[place >> 6] & 1 << UInt64(place & 63) != 0
  }

  /// Whether a figure that ends before `unit` may be part of a time.
  func mayFollowFigure(_ unit: UInt16) -> Bool { followers.contains(unit) }

  @inline(__always)
  private static func place(_ first: UInt16, _ second: UInt16) -> Int {
    Int(
      truncatingIfNeeded: (UInt32(first) &* 40_503 ^ UInt32(second) &* 2_654_435_769) >> 8 & 0xFFFF)
  }
}

/// A set of UTF-16 code units.
struct CodeUnitSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  mutating func insert(_ unit: UInt16) { bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }

  mutating func insert(contentsOf text: String) { for unit in text.utf16 { insert(unit) } }

  @inline(__always)
  func contains(_ unit: UInt16) -> Bool { bits[Int(unit >> 6)] & 1 << UInt64(unit & 63) != 0 }
}
