/// How a printed number bounds the true one.
@frozen
public enum Comparator: UInt8, Sendable, Hashable, CaseIterable {
  /// Exactly so.
  case equal
  /// 约, 左右, 大约.
  case about
  /// 超过, 突破, 逾, 余, 多.
  case more
  /// 以上, 至少, 不低于.
  case atLeast
  /// 不足, 不到, 低于.
  case less
  /// 以下, 至多, 不超过, 以内.
  case atMost
  /// 近, 接近, 将近.
  case justUnder

  /// The contract's sign: `=`, `~`, `>`, `>=`, `<`, `<=`, `~<`.
  public var sign: String {
    switch self {
    case .equal: "="
    case .about: "~"
    case .more: ">"
    case .atLeast: ">="
    case .less: "<"
    case .atMost: "<="
    case .justUnder: "~<"
    }
  }

  /// Reads the contract's sign.
  public init?(sign: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.sign == sign }) else { return nil }
    self = match
  }
}

/// What a quantity amounts to, apart from where it stands.
///
/// 超过2800亿元 is `amount` 280000000000, `comparator` `.more`, `unit` CNY, `dimension` money,
/// `low` 280000000000, `written` 2800 · 亿 · 元.
public struct QuantityValue: Hashable, Sendable {
  /// The number as the article writes it, in its parts.
  public struct Written: Hashable, Sendable {
    /// The digits as printed (`2800`, `两千四百五`).
    public var amount: String?
    /// The scale as printed (`亿`, `万`).
    public var scale: String?
    /// The unit or classifier as printed (`元`, `家`).
    public var unit: String?

    /// Makes the parts.
    public init(amount: String? = nil, scale: String? = nil, unit: String? = nil) {
      self.amount = amount
      self.scale = scale
      self.unit = unit
    }
  }

  /// The printed number in ``unit``; absent for a range.
  public var amount: ExactDecimal?
  /// The lower bound: a range's, or what an inexact amount implies.
  public var low: ExactDecimal?
  /// The upper bound: a range's, or what an inexact amount implies.
  public var high: ExactDecimal?
  /// How the printed number bounds the true one.
  public var comparator: Comparator
  /// The normal unit.
  public var unit: UnitID
  /// The dimension.
  public var dimension: DimensionID
  /// The exact value (`1/6`) where ``amount`` had to be rounded.
  public var fraction: String?
  /// The parts as printed.
  public var written: Written

  /// Makes a value.
  public init(
    amount: ExactDecimal? = nil, low: ExactDecimal? = nil, high: ExactDecimal? = nil,
    comparator: Comparator = .equal, unit: UnitID = .one, dimension: DimensionID,
    fraction: String? = nil, written: Written = Written()
  ) {
    self.amount = amount
    self.low = low
    self.high = high
    self.comparator = comparator
    self.unit = unit
    self.dimension = dimension
    self.fraction = fraction
    self.written = written
  }
}

/// A quantity as it stands in the text.
public struct Quantity: Hashable, Sendable {
  /// Where it stands: comparator, number, scale, unit and trailing approximator.
  public var range: TextRange
  /// The number and unit alone, without a comparator in front or an approximator behind.
  public var core: TextRange
  /// What it amounts to.
  public var value: QuantityValue
  /// The noun that a count counts (63家公共实验室 → 公共实验室); set once words are known.
  public var of: TextRange?
  /// The table row or grammar rule that read it.
  public var rule: RuleID

  /// Makes a quantity.
  public init(
    range: TextRange, core: TextRange? = nil, value: QuantityValue, of: TextRange? = nil,
    rule: RuleID
  ) {
    self.range = range
    self.core = core ?? range
    self.value = value
    self.of = of
    self.rule = rule
  }
}
