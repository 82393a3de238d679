package import KaojuModels
package import KaojuVocabulary

/// Finds who and what a document speaks of, and which mention is whom.
///
/// 唐山高新区唐山百川智能机器股份有限公司联合中关村机器人创新中心… gives the zone 唐山高新区, the firm
/// 唐山百川智能机器股份有限公司 and the lab 中关村机器人创新中心. One flat layer: no mention overlaps
/// another, and the longest wins.
package struct EntityReader: Sendable {
  private let rules: NameRules
  private let register: any NameRegister
  private let registerFinder: RegisterFinder
  private let heads: HeadFinder
  private let quotes: QuoteFinder
  private let models: ModelFinder
  private let people: PersonFinder
  private let lists: ListFinder
  private let contexts: ContextFinder
  private let canonical: [(short: [UInt16], full: String)]

  /// Reads the tables of `models/entities`; the registers come compiled.
  ///
  /// - Parameters:
  ///   - models: The folder of models.
  ///   - bundle: The compiled registers.
  ///   - user: The user's lexicon, whose names always win.
  ///   - faults: Where the faults of tables are added.
  package init(
    models: ModelFolder, bundle: ModelBundle, user: UserLexicon? = nil,
    faults: inout [ModelFault]
  ) {
    self.init(
      models: models, register: RegisterNames(register: bundle.register, user: user),
      faults: &faults)
  }

  /// Reads the tables of `models/entities`; the registers are given.
  package init(
    models: ModelFolder, register: any NameRegister, faults: inout [ModelFault]
  ) {
    let rules = NameRules(models: models, faults: &faults)
    self.rules = rules
    self.register = register
    registerFinder = RegisterFinder()
    heads = HeadFinder(rules: rules)
    quotes = QuoteFinder(rules: rules)
    self.models = ModelFinder(rules: rules)
    people = PersonFinder(rules: rules)
    lists = ListFinder(rules: rules)
    contexts = ContextFinder(rules: rules)
    let table = models.table(
      "entities/canonical.tsv", required: ["kind", "ending", "full", "source"], faults: &faults)
    canonical = (table?.rows ?? []).map { (Array($0["ending"].utf16), String($0["full"])) }
  }

  /// Fills `entities` and `mentions` from the tokens and known words of a document.
  ///
  /// - Complexity: linear in the text.
  package func read(_ document: inout Document) {
    var chart = Chart(document, rules: rules, register: register)
    registerFinder.find(
      in: &chart, on: Validity.Day(document.published), register: register)
    heads.find(in: &chart)
    quotes.find(in: &chart)
    self.models.find(in: &chart)
    people.find(in: &chart)
    lists.find(in: &chart)
    contexts.find(in: &chart)
    let first = chart.candidates.selected(textLength: chart.units.count)
    let memory = DocumentMemory(first, chart: chart, rules: rules)
    memory.find(in: &chart, besides: first)
    let found = chart.candidates.selected(textLength: chart.units.count)

    var table = EntityTable()
    var mentions: [Mention] = []
    mentions.reserveCapacity(found.count)
    for candidate in found {
      let entity = table.entity(of: candidate, memory: memory, text: document.text)
      mentions.append(
        Mention(
          range: candidate.range, kind: table.entities[Int(entity)].kind, entity: entity,
          rule: candidate.rule))
    }
    mentions = AnaphorResolver(rules: rules, register: register)
      .resolve(mentions, in: chart, table: &table)
    table.canonicalize(canonical)
    let ordered = Self.ordered(table.entities, by: mentions)
    document.entities = ordered.entities
    document.mentions = ordered.mentions
  }

  /// Entities in order of their first mention, with the mentions pointing at them.
  private static func ordered(
    _ entities: [Entity], by mentions: [Mention]
  ) -> (entities: [Entity], mentions: [Mention]) {
    var places = [Int32](repeating: -1, count: entities.count)
    var result: [Entity] = []
    var moved = mentions
    // X经开区 and X经济技术开发区 have one canonical name.
    var namesakes: [String: Int32] = [:]
    for index in moved.indices {
      let entity = Int(moved[index].entity)
      if places[entity] < 0, entities[entity].kind == .zone {
        if let known = namesakes[entities[entity].name] {
          places[entity] = known
        } else {
          namesakes[entities[entity].name] = Int32(truncatingIfNeeded: result.count)
        }
      }
      if places[entity] < 0 {
        places[entity] = Int32(truncatingIfNeeded: result.count)
        result.append(entities[entity])
      }
      moved[index].entity = places[entity]
    }
    return (result, moved)
  }
}
