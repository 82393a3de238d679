package import KaojuVocabulary

/// A unit, currency or classifier as a row of a table gives it.
///
/// A class, since a text names one unit often and a row never changes.
package final class MeasureUnit: Sendable {
  /// What a row may be beside a unit of its dimension.
  package enum Kind: UInt8, Sendable, Hashable {
    /// A unit of measurement or of money.
    case measure
    /// Counts things (家, 辆).
    case classifier
    /// Counts in order without 第 (十三届).
    case ordinal
    /// A grade or a place on a scale (级, 点).
    case grade
  }

  /// Its normal unit.
  package let unit: UnitID
  /// Its dimension.
  package let dimension: DimensionID
  /// How many of the normal unit it is.
  package let factor: Rational
  /// What is added after multiplying (degrees of Fahrenheit); `nil` for none.
  package let shift: Rational?
  /// Its kind.
  package let kind: Kind
  /// Whether it is written in letters or signs and may stand right before the number (US$).
  package let isSymbol: Bool
  /// Whether it is 元, 块, 角 without a country's name, which the currency policy decides.
  package let isBareMoney: Bool
  /// Words of which one must stand near.
  package let needs: [[UInt16]]
  /// Words of which none may stand right behind.
  package let bars: [[UInt16]]
  /// The table and line that made it.
  package let rule: RuleID

  init(
    unit: UnitID, dimension: DimensionID, factor: Rational, shift: Rational?, kind: Kind,
    isSymbol: Bool, isBareMoney: Bool, needs: [[UInt16]], bars: [[UInt16]], rule: RuleID
  ) {
    self.unit = unit
    self.dimension = dimension
    self.factor = factor
    self.shift = shift
    self.kind = kind
    self.isSymbol = isSymbol
    self.isBareMoney = isBareMoney
    self.needs = needs
    self.bars = bars
    self.rule = rule
  }

  /// The same row under another spelling or with a prefix.
  func varied(factor: Rational? = nil, isSymbol: Bool? = nil) -> MeasureUnit {
    MeasureUnit(
      unit: unit, dimension: dimension, factor: factor ?? self.factor, shift: shift, kind: kind,
      isSymbol: isSymbol ?? self.isSymbol, isBareMoney: isBareMoney, needs: needs, bars: bars,
      rule: rule)
  }
}
