/// Someone or something that the document speaks of, with its place in a register where it has one.
public struct Entity: Hashable, Sendable {
  /// The register's id when linked, else `kind/` + the longest mention.
  public var id: EntityID
  /// Its kind.
  public var kind: EntityKind
  /// Its canonical name.
  public var name: String
  /// Whether a register knows it.
  public var isLinked: Bool
  /// Other register ids that the name could have meant, for `explain`.
  public var candidates: [EntityID]

  /// Makes an entity.
  public init(
    id: EntityID, kind: EntityKind, name: String, isLinked: Bool, candidates: [EntityID] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.isLinked = isLinked
    self.candidates = candidates
  }
}

/// A place where the text names an entity or points at it.
public struct Mention: Hashable, Sendable {
  /// Where it stands.
  public var range: TextRange
  /// The kind of its entity.
  public var kind: EntityKind
  /// The index of its entity in the document.
  public var entity: Int32
  /// Whether it points (该公司, 园区, 我国) instead of naming.
  public var isAnaphor: Bool
  /// The rule, register or table that found it.
  public var rule: RuleID

  /// Makes a mention.
  public init(
    range: TextRange, kind: EntityKind, entity: Int32, isAnaphor: Bool = false, rule: RuleID
  ) {
    self.range = range
    self.kind = kind
    self.entity = entity
    self.isAnaphor = isAnaphor
    self.rule = rule
  }
}
