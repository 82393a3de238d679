import KaojuVocabulary

extension QuantityScanner {
  /// Reads 3:2 and 1比5 where the text speaks of a proportion (按3:2的比例); scores are none.
  mutating func readProportion(at start: Int) -> Int? {
    guard let first = reader.numerals.read(text, at: start, options: .noSurplus),
      first.refusal == nil, let top = first.amount.flatMap({ Rational($0) }),
      first.range.end + 1 < units.count
    else { return nil }
    // : ∶ 比
    let mark = units[first.range.end]
    guard mark == 0x3A || mark == 0x2236 || mark == Han.than,
      let second = reader.numerals.read(text, at: first.range.end + 1, options: .noSurplus),
      second.refusal == nil, let bottom = second.amount.flatMap({ Rational($0) }),
      let value = top.divided(by: bottom), speaksOfProportion(start, second.range.end)
    else { return nil }
    let end = second.range.end
    if end < units.count, units[end] == 0x3A { return nil }
    append(
      Quantity(
        range: TextRange(start, end),
        value: QuantityValue(
          amount: value.decimal ?? value.rounded, dimension: .ratio,
          fraction: value.decimal == nil ? value.fraction : nil,
          written: .init(amount: text.string(TextRange(start, end)))),
        rule: "number/proportion"))
    return end
  }

  private static let proportionWords = ["比例", "之比", "配比", "比率"].map { Array($0.utf16) }

  /// Whether 比例, 之比, 配比 or 比率 stands within ten characters before or six behind.
  private func speaksOfProportion(_ start: Int, _ end: Int) -> Bool {
    for index in max(0, start - 10)..<start
    where Self.proportionWords.contains(where: { UnitCatalog.stands($0, in: units, at: index) }) {
      return true
    }
    for index in end..<max(end, min(units.count, end + 6))
    where Self.proportionWords.contains(where: { UnitCatalog.stands($0, in: units, at: index) }) {
      return true
    }
    return false
  }

  /// Reads 5±0.2毫米: the number with its bounds.
  mutating func readTolerance(_ first: Measured, from: Int) -> Int? {
    guard first.end + 1 < units.count, units[first.end] == 0xB1, !first.number.isRange,
      let second = readMeasured(at: first.end + 1), !second.number.isRange,
      first.unit == nil || first.unitID == second.unitID,
      let amount = second.converted(first.number.low),
      let low = first.number.low.adding(second.number.low.negated).flatMap({ second.converted($0) }
      ),
      let high = first.number.low.adding(second.number.low).flatMap({ second.converted($0) })
    else { return nil }
    append(
      Quantity(
        range: TextRange(from, second.end),
        value: QuantityValue(
          amount: amount.decimal ?? amount.rounded, low: low.decimal ?? low.rounded,
          high: high.decimal ?? high.rounded, unit: second.unitID, dimension: second.dimension,
          written: .init(
            amount: text.string(TextRange(from, second.number.range.end)),
            unit: second.unitRange.isEmpty ? nil : text.string(second.unitRange))),
        rule: second.unit?.rule ?? "number/tolerance"))
    return second.end
  }
}
