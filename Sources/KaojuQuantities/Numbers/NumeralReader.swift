package import KaojuModels
package import KaojuVocabulary

/// Reads the longest numeral at a place of the text, exactly.
///
/// ```
/// 一万五千亿   1500000000000
/// 3万4000      34000
/// 两千四百五   2450
/// 三四十亿     3000000000 to 4000000000
/// 二〇二五     2025, written as a series of digits
/// ```
/// It reads what is written, not what is meant: whether a number is one (万科, 第一桶金) is for
/// ``QuantityReader``.
package struct NumeralReader: Sendable {
  /// What a caller may rule out.
  package struct Options: OptionSet, Sendable {
    /// The bits.
    package let rawValue: UInt8
    /// Makes options from bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// 点 is no decimal point: in times, 三点二十 is twenty past three.
    package static let noHanPoint = Options(rawValue: 1)
    /// 多, 余, 来 are left to the caller.
    package static let noSurplus = Options(rawValue: 2)
    /// Neighbouring digits are no pair: 三四 is a series.
    package static let noPairs = Options(rawValue: 4)
  }

  /// What each character is in a numeral.
  package let classes: NumeralClasses
  /// What characters around a number say.
  let cues: NumberCues

  /// Reads the tables.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    self.classes = NumeralClasses(models: models, faults: &faults)
    self.cues = NumberCues(models: models, faults: &faults)
  }

  /// Reads the longest numeral that begins at `start`; `nil` when none does.
  ///
  /// - Complexity: linear in the numeral.
  package func read(
    _ text: CanonicalText, at start: Int, options: Options = []
  ) -> Numeral? {
    guard start < text.count, classes.startsNumeral(text.units[start]) else { return nil }
    var parser = NumeralParser(
      text: text, classes: classes, cues: cues, start: start, options: options)
    return parser.parse()
  }
}
