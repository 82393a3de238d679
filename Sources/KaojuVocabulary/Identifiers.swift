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
@frozen
public struct RuleID: Identifier {
  /// The name, kept once.
  public let name: Name
  /// The name itself.
  public var rawValue: String { name.text }
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { name = Name(rawValue) }
}

/// A unit in UCUM's normal form, an ISO 4217 code, or `1`.
@frozen
public struct UnitID: Identifier {
  /// The name, kept once.
  public let name: Name
  /// The name itself.
  public var rawValue: String { name.text }
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { name = Name(rawValue) }
  @inlinable
  init(known index: UInt32) { name = Name(known: index) }
  /// The unit of counts and ratios.
  @inlinable public static var one: UnitID { UnitID(known: 0) }
  /// The second.
  @inlinable public static var second: UnitID { UnitID(known: 26) }
  /// The calendar month.
  @inlinable public static var month: UnitID { UnitID(known: 27) }
  /// The calendar year.
  @inlinable public static var year: UnitID { UnitID(known: 28) }
  /// Kilometres an hour.
  @inlinable public static var kilometresAnHour: UnitID { UnitID(known: 29) }
}

/// A dimension of the contract (`money`, `length`, `count`, `ratio` …).
@frozen
public struct DimensionID: Identifier {
  /// The name, kept once.
  public let name: Name
  /// The name itself.
  public var rawValue: String { name.text }
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { name = Name(rawValue) }
  @inlinable
  init(known index: UInt32) { name = Name(known: index) }
  /// Money, in an ISO 4217 unit.
  @inlinable public static var money: DimensionID { DimensionID(known: 1) }
  /// Things counted.
  @inlinable public static var count: DimensionID { DimensionID(known: 2) }
  /// Percent, fractions, 成.
  @inlinable public static var ratio: DimensionID { DimensionID(known: 3) }
  /// 百分点.
  @inlinable public static var ratioDifference: DimensionID { DimensionID(known: 4) }
  /// 倍.
  @inlinable public static var multiple: DimensionID { DimensionID(known: 5) }
  /// 第n.
  @inlinable public static var ordinal: DimensionID { DimensionID(known: 6) }
  /// A number that nothing counts or measures.
  @inlinable public static var number: DimensionID { DimensionID(known: 7) }
  /// A length of time.
  @inlinable public static var time: DimensionID { DimensionID(known: 8) }
  /// Temperature, on a scale.
  @inlinable public static var temperature: DimensionID { DimensionID(known: 20) }
  /// Length.
  @inlinable public static var length: DimensionID { DimensionID(known: 21) }
  /// Area.
  @inlinable public static var area: DimensionID { DimensionID(known: 22) }
  /// Mass.
  @inlinable public static var mass: DimensionID { DimensionID(known: 23) }
  /// Speed.
  @inlinable public static var speed: DimensionID { DimensionID(known: 24) }
  /// 番, each of which doubles.
  @inlinable public static var doublings: DimensionID { DimensionID(known: 25) }
}

/// An indicator of `models/attributes` (`gdp`, `revenue`, `output`).
@frozen
public struct AttributeID: Identifier {
  /// The name, kept once.
  public let name: Name
  /// The name itself.
  public var rawValue: String { name.text }
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { name = Name(rawValue) }
}

/// The id of an entity: a register's (`zone/xian-hi-tech`, `place/610000`) or `kind/` + its longest mention.
public struct EntityID: Identifier {
  /// The name itself.
  public let rawValue: String
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A kind of entity; the eleven of the contract have constants.
@frozen
public struct EntityKind: Identifier {
  /// The name, kept once.
  public let name: Name
  /// The name itself.
  public var rawValue: String { name.text }
  /// Makes an identifier from its name.
  public init(_ rawValue: String) { name = Name(rawValue) }
  @inlinable
  init(known index: UInt32) { name = Name(known: index) }
  /// Named development zones and parks.
  @inlinable public static var zone: EntityKind { EntityKind(known: 9) }
  /// Companies, banks, brands standing for their company.
  @inlinable public static var firm: EntityKind { EntityKind(known: 10) }
  /// Laboratories, research institutes, innovation centres.
  @inlinable public static var lab: EntityKind { EntityKind(known: 11) }
  /// Universities and colleges.
  @inlinable public static var university: EntityKind { EntityKind(known: 12) }
  /// Ministries, governments, courts, congresses.
  @inlinable public static var government: EntityKind { EntityKind(known: 13) }
  /// Alliances, associations, hospitals, media, international bodies.
  @inlinable public static var organization: EntityKind { EntityKind(known: 14) }
  /// Countries, divisions, regions.
  @inlinable public static var place: EntityKind { EntityKind(known: 15) }
  /// People.
  @inlinable public static var person: EntityKind { EntityKind(known: 16) }
  /// Named products, works, models, rockets.
  @inlinable public static var product: EntityKind { EntityKind(known: 17) }
  /// Named plans, laws, schemes, documents.
  @inlinable public static var policy: EntityKind { EntityKind(known: 18) }
  /// Named contests, fairs, conferences.
  @inlinable public static var occasion: EntityKind { EntityKind(known: 19) }
}
