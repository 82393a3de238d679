import KaojuVocabulary

/// What a pattern can't hold without, besides words: of each set one feature must stand on that
/// side of the anchor.
struct PatternNeeds: Hashable, Sendable {
  var left: [ItemFeatures] = []
  var right: [ItemFeatures] = []

  /// Whether both sides have what is needed.
  func areMet(left before: ItemFeatures, right after: ItemFeatures) -> Bool {
    for need in left where need.isDisjoint(with: before) { return false }
    for need in right where need.isDisjoint(with: after) { return false }
    return true
  }

  /// Adds what a node can't hold without, where it stands on one side of the anchor.
  mutating func add(_ node: PatternNode, isLeft: Bool, names: inout NameTable) {
    let found = Self.needs(of: node, names: &names)
    if isLeft { left += found } else { right += found }
  }

  private static func needs(of node: PatternNode, names: inout NameTable) -> [ItemFeatures] {
    switch node {
    case .bound(let inner, _), .anchor(let inner): return needs(of: inner, names: &names)
    case .sequence(let nodes): return nodes.flatMap { needs(of: $0, names: &names) }
    case .repeated(let inner, let minimum, _):
      return minimum > 0 ? needs(of: inner, names: &names) : []
    case .rounds(let inner, _, let several):
      let found = needs(of: inner, names: &names)
      return several && takesMention(inner) ? found + [.severalMentions] : found
    case .choice(let nodes):
      // One of the choices must hold, and so one feature of any of them must be there.
      var union: ItemFeatures = []
      for node in nodes {
        guard let one = needs(of: node, names: &names).first else { return [] }
        union.formUnion(one)
      }
      return [union]
    case .slot(let slot):
      var union: ItemFeatures = []
      for filling in slot.fillings {
        switch filling {
        case .quantity(nil), .figure: union.insert(.quantity)
        case .quantity(let dimension?):
          union.insert(.name(names.intern(dimension.rawValue)))
        case .mention(nil): union.insert(.mention)
        case .mention(let kind?): union.insert(.name(names.intern(kind.rawValue)))
        case .time: union.insert(.time)
        case .duration: union.formUnion([.time, .name(names.time)])
        case .noun, .plain, .word: return []
        }
      }
      return [union]
    case .literal, .words, .tag, .any, .look, .edge: return []
    }
  }

  /// Whether each round of a repetition takes a mention of its own.
  private static func takesMention(_ node: PatternNode) -> Bool {
    switch node {
    case .bound(let inner, _): takesMention(inner)
    case .sequence(let nodes): nodes.contains(where: takesMention)
    case .slot(let slot):
      slot.fillings.allSatisfy { if case .mention = $0 { true } else { false } }
    default: false
    }
  }
}
