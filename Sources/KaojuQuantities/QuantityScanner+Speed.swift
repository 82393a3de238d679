import KaojuVocabulary

extension QuantityScanner {
  /// 时速 and 秒速, which make a speed of the length behind them, and the seconds they mean.
  private static let speedWords: [(word: [UInt16], seconds: Int128)] = [
    (Array("时速".utf16), 3600), (Array("秒速".utf16), 1),
  ]

  /// Turns a length into a speed where 每小时 opens the quantity or 时速 stands in front of it:
  /// 每小时120公里, 时速可达350公里.
  ///
  /// - Parameter first: The first end of the range whose other end is to be turned.
  func asSpeed(_ measured: Measured, like first: Measured? = nil, from: Int) -> Measured? {
    guard measured.dimension == .length,
      let seconds = secondsOfSpeed(from: from, number: (first ?? measured).number.range.start),
      let factor = Rational(18, over: 5 * seconds),
      let converted = measured.factor.multiplied(by: factor)
    else { return nil }
    var speed = measured
    speed.factor = converted
    speed.dimension = .speed
    speed.unitID = .kilometresAnHour
    return speed
  }

  /// Reads 每小时 with the length that follows at once, or nothing.
  mutating func readSpeed(at index: Int, _ unit: MeasureUnit, end: Int) -> Int? {
    guard unit.dimension == .time, unit.unit == .second, end < units.count,
      [1, 60, 3600].contains(unit.factor.numerator), unit.factor.isWhole
    else { return nil }
    // 每小时约120公里: a word may stand between.
    let start = (end...min(end + 3, units.count - 1)).first {
      reader.numerals.classes.startsNumeral(units[$0])
        && ($0 == end || reader.approximators.before(units, endingAt: $0)?.length == $0 - end)
    }
    guard let start else { return nil }
    var probe = self
    let behind = probe.readQuantity(at: start, from: index, sign: nil)
    guard probe.quantities.count > quantities.count,
      probe.quantities.last?.value.dimension == .speed
    else { return nil }
    self = probe
    return behind
  }

  /// The seconds of the time that a length is told by.
  private func secondsOfSpeed(from: Int, number: Int) -> Int128? {
    if from < number, units[from] == Han.each {
      return reader.catalog.unit(in: text, at: from + 1, numberStart: from)
        .map { $0.unit.factor.numerator }
    }
    var index = number - 2
    while index >= max(0, number - Self.reachOfSpeed) {
      for (word, seconds) in Self.speedWords
      where UnitCatalog.stands(word, in: units, at: index) {
        return seconds
      }
      if isEdge(index) || reader.numerals.classes.kind(units[index]) == .ascii { break }
      index -= 1
    }
    // 时速由250公里提高到350公里
    guard let last = quantities.last, last.value.unit == .kilometresAnHour,
      (1...5).contains(number - last.range.end),
      reader.cues.plays(.rangeWord, units[number - 1]),
      !(last.range.end..<number).contains(where: { isEdge($0) })
    else { return nil }
    return 3600
  }

  /// How many characters may stand between 时速 and its number.
  private static let reachOfSpeed = 8
}
