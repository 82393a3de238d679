/// A name of an open set, checked when the models load.
public protocol Identifier: Hashable, Sendable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The name itself.
  var rawValue: String { get }
  /// Makes an identifier from its name.
  init(_ rawValue: String)
}

extension Identifier {
  /// The name itself.
  public var description: String { rawValue }
  /// Makes an identifier from a literal.
  public init(stringLiteral value: String) { self.init(value) }
  /// Orders by name.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The id of a rule (`share/zhan`), or of the register or table row that found a mention.
public struct RuleID: Identifier {
  /// The name itself.
  public let rawValue: String
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A unit in UCUM's normal form, an ISO 4217 code, or `1`.
public struct UnitID: Identifier {
  /// The name itself.
  public let rawValue: String
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The unit of counts and ratios.
  public static let one: UnitID = "1"
}

/// A dimension of the contract (`money`, `length`, `count`, `ratio` …).
public struct DimensionID: Identifier {
  /// The name itself.
  public let rawValue: String
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Money, in an ISO 4217 unit.
  public static let money: DimensionID = "money"
  /// Things counted.
  public static let count: DimensionID = "count"
  /// Percent, fractions, 成.
  public static let ratio: DimensionID = "ratio"
  /// 百分点.
  public static let ratioDifference: DimensionID = "ratio_difference"
  /// 倍.
  public static let multiple: DimensionID = "multiple"
  /// 第n.
  public static let ordinal: DimensionID = "ordinal"
  /// A number that nothing counts or measures.
  public static let number: DimensionID = "number"
  /// A length of time.
  public static let time: DimensionID = "time"
}

/// An indicator of `models/attributes` (`gdp`, `revenue`, `output`).
public struct AttributeID: Identifier {
  /// The name itself.
  public let rawValue: String
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The id of an entity: a register's (`zone/xian-hi-tech`, `place/610000`) or `kind/` + its longest mention.
public struct EntityID: Identifier {
  /// The name itself.
  public let rawValue: String
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A kind of entity; the eleven of the contract have constants.
public struct EntityKind: Identifier {
  /// The name itself.
  public let rawValue: String
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Named development zones and parks.
  public static let zone: EntityKind = "zone"
  /// Companies, banks, brands standing for their company.
  public static let firm: EntityKind = "firm"
  /// Laboratories, research institutes, innovation centres.
  public static let lab: EntityKind = "lab"
  /// Universities and colleges.
  public static let university: EntityKind = "university"
  /// Ministries, governments, courts, congresses.
  public static let government: EntityKind = "government"
  /// Alliances, associations, hospitals, media, international bodies.
  public static let organization: EntityKind = "organization"
  /// Countries, divisions, regions.
  public static let place: EntityKind = "place"
  /// People.
  public static let person: EntityKind = "person"
  /// Named products, works, models, rockets.
  public static let product: EntityKind = "product"
  /// Named plans, laws, schemes, documents.
  public static let policy: EntityKind = "policy"
  /// Named contests, fairs, conferences.
  public static let occasion: EntityKind = "occasion"
}
