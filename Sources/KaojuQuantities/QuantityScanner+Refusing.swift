import KaojuVocabulary

extension QuantityScanner {
  /// The end of a scale and its unit behind a code, which say nothing without their number:
  /// 万台 of iPhone15万台.
  mutating func skipScale(
    behindCode end: Int, from start: Int, _ reason: RuleID = "number/code"
  ) -> Int {
    guard end < units.count, [.small, .large].contains(reader.numerals.classes.kind(units[end])),
      isLatinOrDigit(units[end - 1]) || units[end - 1] == 0x20
    else { return end }
    var last = scaleEnd(at: end)
    if let (_, unitEnd) = reader.catalog.unit(in: text, at: last, numberStart: start) {
      last = unitEnd
    }
    refuse(reason, TextRange(start, last))
    return last
  }

  /// The place behind the scales at `index`.
  func scaleEnd(at index: Int) -> Int {
    var end = index
    while end < units.count,
      [.small, .large].contains(reader.numerals.classes.kind(units[end]))
    {
      end += 1
    }
    return end
  }

  /// Refuses digits that the typesetting tore; gives the end of what they count.
  mutating func skipTorn(until end: Int, from start: Int) -> Int {
    if [.small, .large].contains(reader.numerals.classes.kind(units[end])) {
      return skipScale(behindCode: end, from: start, "number/torn")
    }
    let unit = reader.catalog.unit(in: text, at: end, numberStart: start)
    refuse("number/torn", TextRange(start, unit?.1 ?? end))
    return unit?.1 ?? end
  }

  /// The place behind digits that are torn by a blank (6 8万斤, 1.2 5亿美元, 许多1 6级) or by a comma
  /// that leaves more than three before it (2247,640吨).
  ///
  /// A dash, a point or a comma may be lost there. Only right behind a Chinese character that neither
  /// labels nor counts, and before a scale, a unit or a percent sign.
  func tornEnd(at start: Int) -> Int? {
    guard start > 0, Han.contains(units[start - 1]), isDigit(start),
      reader.numerals.classes.kind(units[start - 1]) == .none,
      !reader.cues.plays(.label, units[start - 1])
    else { return nil }
    var end = start
    var isTorn = false
    scan: while end < units.count, end - start < 24 {
      switch units[end] {
      case 0x30...0x39, 0x2E: break
      case 0x20 where isDigit(end + 1): isTorn = true
      case 0x2C where isMisgrouped(from: start, comma: end): isTorn = true
      default: break scan
      }
      end += 1
    }
    while isTorn, end < units.count, units[end] == 0x20, end - start < 24 { end += 1 }
    guard isTorn, end < units.count, units[end] == 0x25 || Han.contains(units[end]) else {
      return nil
    }
    return end
  }

  /// Whether more than three digits, and no year, stand before a comma and just three behind it.
  private func isMisgrouped(from start: Int, comma: Int) -> Bool {
    guard comma - start > 3, digitsEnd(from: start) == comma,
      digitsEnd(from: comma + 1) == comma + 4
    else { return false }
    let century = (units[start] - 0x30) * 10 + (units[start + 1] - 0x30)
    return comma - start > 4 || !(19...20).contains(century)
  }

  private func isDigit(_ index: Int) -> Bool {
    index < units.count && (0x30...0x39).contains(units[index])
  }
}
