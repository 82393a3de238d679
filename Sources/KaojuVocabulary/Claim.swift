/// The nine things that a fact can say.
@frozen
public enum FactKind: UInt8, Sendable, Hashable, CaseIterable {
  /// Subject's attribute is value.
  case measurement
  /// Subject's attribute is value of whole's.
  case share
  /// Attribute grew or fell by value.
  case growth
  /// Attribute is value times the baseline's.
  case multiple
  /// Attribute went from one value to another.
  case change
  /// Subject stands at a rank, is the first, the biggest, holds a record.
  case rank
  /// One thing per another.
  case rate
  /// Something happened.
  case event
  /// A standing relation.
  case relation

  /// The name in the contract.
  public var name: String {
    switch self {
    case .measurement: "measurement"
    case .share: "share"
    case .growth: "growth"
    case .multiple: "multiple"
    case .change: "change"
    case .rank: "rank"
    case .rate: "rate"
    case .event: "event"
    case .relation: "relation"
    }
  }

  /// Reads the contract's name.
  public init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}

/// A slot of a claim, in the contract's order.
@frozen
public enum Slot: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  case subject, attribute, value, whole, before, after, baseline, scope, object, participants
  case time, place, basis, modality, attribution

  /// The name in the contract.
  public var name: String {
    switch self {
    case .subject: "subject"
    case .attribute: "attribute"
    case .value: "value"
    case .whole: "whole"
    case .before: "before"
    case .after: "after"
    case .baseline: "baseline"
    case .scope: "scope"
    case .object: "object"
    case .participants: "participants"
    case .time: "time"
    case .place: "place"
    case .basis: "basis"
    case .modality: "modality"
    case .attribution: "attribution"
    }
  }

  /// Orders as in the contract.
  public static func < (left: Slot, right: Slot) -> Bool { left.rawValue < right.rawValue }
}

/// How the text means what it says.
@frozen
public enum Modality: UInt8, Sendable, Hashable, CaseIterable {
  /// Said to be so.
  case asserted
  /// 有望, 预计, 将达.
  case expected
  /// 计划, 力争, 目标, 拟.
  case planned
  /// 或, 可能.
  case possible
  /// 须, 应.
  case required
  /// 可达, 能够.
  case capable

  /// The name in the contract.
  public var name: String {
    switch self {
    case .asserted: "asserted"
    case .expected: "expected"
    case .planned: "planned"
    case .possible: "possible"
    case .required: "required"
    case .capable: "capable"
    }
  }
}

/// What a growth is measured against.
@frozen
public enum Basis: UInt8, Sendable, Hashable, CaseIterable {
  /// 同比: the same period a year before.
  case yoy
  /// 环比: the period before.
  case mom
  /// 年均.
  case annual
  /// Since a named time; the claim has a baseline.
  case since
  /// 累计.
  case cumulative

  /// The name in the contract.
  public var name: String {
    switch self {
    case .yoy: "yoy"
    case .mom: "mom"
    case .annual: "annual"
    case .since: "since"
    case .cumulative: "cumulative"
    }
  }
}

/// What stands in a slot that holds a name or a noun phrase.
public struct Filler: Hashable, Sendable {
  /// As printed, or as put together from two places of the clause (医药行业…产值).
  public var text: String
  /// Where it stands, when it stands in one piece.
  public var range: TextRange?
  /// The index of the entity in the document.
  public var entity: Int32?
  /// The indicator, for an attribute that `models/attributes` knows.
  public var attribute: AttributeID?

  /// Makes a filler.
  public init(
    text: String, range: TextRange? = nil, entity: Int32? = nil, attribute: AttributeID? = nil
  ) {
    self.text = text
    self.range = range
    self.entity = entity
    self.attribute = attribute
  }
}

/// A value in a slot: a quantity of the text, or one that a word implies (首个 → 1).
public struct ClaimValue: Hashable, Sendable {
  /// Where it stands; absent when implied.
  public var range: TextRange?
  /// What it amounts to.
  public var value: QuantityValue
  /// The noun that it counts.
  public var of: TextRange?

  /// Makes a value.
  public init(range: TextRange? = nil, value: QuantityValue, of: TextRange? = nil) {
    self.range = range
    self.value = value
    self.of = of
  }

  /// Takes a quantity of the text.
  public init(_ quantity: Quantity) {
    self.init(range: quantity.range, value: quantity.value, of: quantity.of)
  }
}

/// A value at a time or a thing compared with: what stands in `before`, `after` and `baseline`.
public struct Reference: Hashable, Sendable {
  /// The value, where one is printed.
  public var value: ClaimValue?
  /// The time, where one is printed.
  public var time: TimeExpression?
  /// The thing compared with, where it is no time.
  public var filler: Filler?

  /// Makes a reference.
  public init(value: ClaimValue? = nil, time: TimeExpression? = nil, filler: Filler? = nil) {
    self.value = value
    self.time = time
    self.filler = filler
  }
}

/// What the text says of someone or something, before it is checked against the rest.
public struct Claim: Hashable, Sendable {
  /// A filler that lost to the one taken, for `explain`.
  public struct Candidate: Hashable, Sendable {
    /// The slot it was weighed for.
    public var slot: Slot
    /// What it was.
    public var filler: Filler
    /// Its weight in percent of the one taken.
    public var score: Int
    /// The policy that proposed it (`discourse/paragraph-topic`).
    public var policy: RuleID

    /// Makes a candidate.
    public init(slot: Slot, filler: Filler, score: Int, policy: RuleID) {
      self.slot = slot
      self.filler = filler
      self.score = score
      self.policy = policy
    }
  }

  /// What it says.
  public var kind: FactKind
  /// Who or what it is about.
  public var subject: Filler?
  /// What is said of the subject, as the text has it.
  public var attribute: Filler?
  /// How much.
  @Boxed public var value: ClaimValue?
  /// The numerator of a rate; ``value`` is then absent.
  @Boxed public var numerator: ClaimValue?
  /// The denominator of a rate.
  @Boxed public var denominator: ClaimValue?
  /// What a share is a share of.
  public var whole: Filler?
  /// Where a change began.
  @Boxed public var before: Reference?
  /// Where a change ended.
  @Boxed public var after: Reference?
  /// What a growth or multiple is measured against.
  @Boxed public var baseline: Reference?
  /// Among what a rank holds (全球, 全国).
  public var scope: Filler?
  /// The type of an event (`establish`), an open set of the contract.
  public var event: String?
  /// The word that tells of the event.
  public var trigger: TextRange?
  /// What an event happened to, or the other end of a relation.
  public var object: Filler?
  /// Who else took part in an event.
  public var participants: [Filler]
  /// The type of a relation (`part_of`).
  public var relation: String?
  /// Whether the growth is a fall.
  public var isDown: Bool
  /// What a growth is compared with.
  public var basis: Basis?
  /// Where.
  public var place: Filler?
  /// When.
  @Boxed public var time: TimeExpression?
  /// How the text means it.
  public var modality: Modality
  /// Whether the text denies it.
  public var isNegated: Bool
  /// Who says so.
  public var attribution: Filler?
  /// The slots that were filled from outside the clause.
  public var inherited: [Slot]
  /// The smallest run of text that states it.
  public var evidence: TextRange
  /// The rule that made it.
  public var rule: RuleID
  /// How likely every slot is right, in percent.
  public var confidence: Int
  /// What makes it less likely.
  public var doubts: Doubts
  /// The policy that filled the subject, where no rule and no word of the clause did
  /// (`discourse/earlier-paragraph`).
  public var subjectPolicy: RuleID?
  /// What was weighed and lost.
  public var candidates: [Candidate]

  /// Makes a claim with nothing filled in.
  public init(kind: FactKind, evidence: TextRange, rule: RuleID, confidence: Int = 50) {
    self.kind = kind
    self.evidence = evidence
    self.rule = rule
    self.confidence = confidence
    self.doubts = []
    self.participants = []
    self.isDown = false
    self.modality = .asserted
    self.isNegated = false
    self.inherited = []
    self.candidates = []
  }
}

/// A claim that was linked, merged with its repetitions and checked.
public struct Fact: Hashable, Sendable {
  /// Derived from content: document, evidence, kind and slots.
  public var id: String
  /// What it says.
  public var claim: Claim
  /// Other places of the document that say the same.
  public var also: [TextRange]
  /// What does not fit (`dimension`, `contradicts:ID`, `derived`).
  public var flags: [String]

  /// Makes a fact.
  public init(id: String, claim: Claim, also: [TextRange] = [], flags: [String] = []) {
    self.id = id
    self.claim = claim
    self.also = also
    self.flags = flags
  }
}
