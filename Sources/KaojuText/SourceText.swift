/// The contract's text of a document in UTF-16: line endings normalized, nothing else.
struct SourceText {
  /// The code units; a surrogate half without its other half is U+FFFD.
  let units: [UInt16]
  /// The entries of ``CharacterTable`` that occur, joined.
  let properties: UInt8
  /// How many Chinese characters there are.
  let hanCount: Int
  /// How many characters only Traditional text writes.
  let traditionalCount: Int

  /// Takes the code units as they come; shares them when nothing has to be normalized.
  init(_ raw: [UInt16]) {
    let entries = CharacterTable.shared.entries
    let table = entries.span
    var properties: UInt8 = 0
    var hanCount = 0
    var traditionalCount = 0
    let span = raw.span
    for index in span.indices {
      let entry = table[Int(span[index])]
      // A kind is a number and no set of bits, so it stays out of the union.
      properties |= entry & ~CharacterTable.kindMask
      hanCount += entry & CharacterTable.kindMask == 0 ? 1 : 0
      traditionalCount += entry & CharacterTable.traditional != 0 ? 1 : 0
    }
    self.properties = properties
    self.hanCount = hanCount
    self.traditionalCount = traditionalCount
    self.units = properties & CharacterTable.irregular == 0 ? raw : Self.regular(raw)
  }

  private static func regular(_ raw: [UInt16]) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let unit = raw[index]
      let next = index + 1 < raw.count ? raw[index + 1] : 0
      index += 1
      switch unit {
      case 0x0D:
        units.append(0x0A)
        if next == 0x0A { index += 1 }
      case 0xD800...0xDBFF where next & 0xFC00 == 0xDC00:
        units.append(unit)
        units.append(next)
        index += 1
      case 0xD800...0xDFFF:
        units.append(0xFFFD)
      default:
        units.append(unit)
      }
    }
    return units
  }

  /// The length in code points.
  var codePointCount: Int {
    guard properties & CharacterTable.irregular != 0 else { return units.count }
    return units.reduce(0) { $0 + ($1 & 0xFC00 == 0xDC00 ? 0 : 1) }
  }

  /// Whether the script is Traditional.
  var isTraditional: Bool {
    TraditionalScript.holds(traditional: traditionalCount, among: hanCount)
  }

  /// The code units folded for matching, one for one; ``units`` itself when nothing folds.
  func folded() -> [UInt16] {
    guard properties & CharacterTable.folds != 0 || isTraditional else { return units }
    let entries = CharacterTable.shared.entries
    let table = entries.span
    var folded = units
    for index in folded.indices where table[Int(folded[index])] & CharacterTable.folds != 0 {
      folded[index] = Width.folded(folded[index])
    }
    if isTraditional {
      let simplified = TraditionalScript.simplified
      for index in folded.indices { folded[index] = simplified[Int(folded[index])] }
    }
    return folded
  }
}
