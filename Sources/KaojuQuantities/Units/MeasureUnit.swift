package import KaojuVocabulary

/// A unit, currency or classifier as a row of a table gives it.
package struct MeasureUnit: Sendable, Hashable {
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
  package var unit: UnitID
  /// Its dimension.
  package var dimension: DimensionID
  /// How many of the normal unit it is.
  package var factor: Rational
  /// What is added after multiplying (degrees of Fahrenheit); `nil` for none.
  package var shift: Rational?
  /// Its kind.
  package var kind: Kind
  /// Whether it is written in letters or signs and may stand right before the number (US$).
  package var isSymbol: Bool
  /// Whether it is 元, 块, 角 without a country's name, which the currency policy decides.
  package var isBareMoney: Bool
  /// Words of which one must stand near.
  package var needs: [[UInt16]]
  /// Words of which none may stand right behind.
  package var bars: [[UInt16]]
  /// The table and line that made it.
  package var rule: RuleID
}
