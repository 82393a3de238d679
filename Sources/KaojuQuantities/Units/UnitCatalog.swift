package import KaojuModels
package import KaojuVocabulary

/// All units, currencies and classifiers, found by their surfaces.
///
/// ```
/// 平方公里   m2, area, 1000000
/// 亩         m2, area, 2000/3
/// 千瓦时     W.h, energy, 1000
/// 家         1, count
/// ```
package final class UnitCatalog: Sendable {
  /// The tables of units, in order of precedence among rows that share a surface.
  static let tables = [
    "ratio", "currency", "temperature", "energy", "chemistry", "angle", "length", "area", "volume",
    "mass",
    "time", "speed", "power", "frequency", "electricity", "mechanics", "light",
    "data", "transport",
  ]

  let units: [MeasureUnit]
  /// The rows of each surface, in order.
  let candidates: [[Int32]]
  let trie: PhraseTrie
  /// The signs of currencies, which stand before the number.
  let signs: PhraseTrie
  let compounds: [Compound]

  /// How a quotient of two dimensions is called.
  struct Compound: Sendable {
    var numerator: String
    var denominator: String
    var dimension: DimensionID
  }

  /// Reads and checks every table.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    var draft = Draft()
    draft.loadDimensions(models, faults: &faults)
    let prefixes = draft.loadPrefixes(models, faults: &faults)
    var claims: [String: Claim] = [:]
    for table in Self.tables {
      draft.load(
        "units/\(table).tsv", models, prefixes: prefixes, claims: &claims, faults: &faults)
    }
    draft.loadClassifiers(models, claims: &claims, faults: &faults)
    draft.loadCompounds(models, faults: &faults)
    units = draft.units
    candidates = draft.candidates
    trie = draft.trie
    signs = draft.signs
    compounds = draft.compounds
  }

  /// Where a surface was claimed first, and whether a later row may claim it too.
  struct Claim {
    var file: String
    var line: Int
    var isConditional: Bool
    var index: Int
  }

  /// The unit at `start` that fits what stands around it, the longest surface first.
  ///
  /// - Parameters:
  ///   - numberStart: Where the number begins, for the words that must stand near.
  package func unit(
    in text: CanonicalText, at start: Int, numberStart: Int
  ) -> (unit: MeasureUnit, end: Int)? {
    var best: (MeasureUnit, Int)?
    trie.walk(text.units, from: start) { value, end in
      if let unit = choose(candidates[value], text, from: start, to: end, numberStart) {
        best = (unit, end)
      }
    }
    return best
  }

  /// The sign of a currency at `start` (US$, ￥, 人民币), to be followed by a number.
  package func sign(in text: CanonicalText, at start: Int) -> (unit: MeasureUnit, end: Int)? {
    guard let (value, end) = signs.longest(in: text.units, at: start) else { return nil }
    return (units[value], end)
  }

  /// The dimension of one quantity per another.
  package func dimension(of numerator: DimensionID, per denominator: DimensionID) -> DimensionID {
    for row in compounds
    where (row.numerator == numerator.rawValue || row.numerator == "*")
      && (row.denominator == denominator.rawValue || row.denominator == "*")
    {
      return row.dimension
    }
    return DimensionID("\(numerator.rawValue)_per_\(denominator.rawValue)")
  }

  private func choose(
    _ rows: [Int32], _ text: CanonicalText, from start: Int, to end: Int, _ numberStart: Int
  ) -> MeasureUnit? {
    for row in rows {
      let unit = units[Int(row)]
      if unit.isSymbol, !endsSymbol(text.units, from: start, to: end) { continue }
      if unit.bars.contains(where: { Self.stands($0, in: text.units, at: end) }) { continue }
      if unit.needs.isEmpty || unit.needs.contains(where: { isNear($0, text, numberStart, end) }) {
        return unit
      }
    }
    return nil
  }

  /// Whether a symbol is not just the beginning of a longer word in letters.
  private func endsSymbol(_ units: [UInt16], from start: Int, to end: Int) -> Bool {
    guard Self.isLetter(units[end - 1]), end < units.count else { return true }
    let next = units[end]
    if next == 0x2D {
      // 0.1mm-9.9mm is a range, 5G-A a name.
      return end + 1 < units.count && units[end + 1] >= 0x30 && units[end + 1] <= 0x39
    }
    return !Self.isLetter(next) && !(next >= 0x30 && next <= 0x39) && next != 0x5F
  }

  /// Whether a word stands within the sixteen characters before a number or the six after its unit.
  private func isNear(
    _ word: [UInt16], _ text: CanonicalText, _ numberStart: Int, _ end: Int
  ) -> Bool {
    if word == [0x24] { return isEdge(text.units, at: end) }
    let before = max(0, numberStart - 16)
    if before < numberStart {
      var index = numberStart - word.count
      while index >= before {
        if Self.stands(word, in: text.units, at: index) { return true }
        if text.units[index] == Han.fullStop || text.units[index] == 0x0A { break }
        index -= 1
      }
    }
    var index = end
    while index + word.count <= min(text.count, end + 6) {
      if Self.stands(word, in: text.units, at: index) { return true }
      index += 1
    }
    return false
  }

  /// Whether no letter, digit or Chinese character stands at `index`; the need `$` asks for this.
  private func isEdge(_ units: [UInt16], at index: Int) -> Bool {
    guard index < units.count else { return true }
    return !Han.contains(units[index]) && !Self.isLetter(units[index])
      && !(units[index] >= 0x30 && units[index] <= 0x39)
  }

  static func isLetter(_ unit: UInt16) -> Bool {
    (unit >= 0x41 && unit <= 0x5A) || (unit >= 0x61 && unit <= 0x7A)
  }

  static func stands(_ word: [UInt16], in units: [UInt16], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= units.count else { return false }
    for offset in 0..<word.count where units[index + offset] != word[offset] { return false }
    return true
  }
}
