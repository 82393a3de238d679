package import KaojuClaims
import KaojuEntities
import KaojuFacts
import KaojuLexicon
package import KaojuModels
import KaojuQuantities
import KaojuText
package import KaojuVocabulary
import KaojuWords

/// Walks a document through the rooms; the only place that knows their order.
package final class Pipeline: Sendable {
  /// The rooms in the order a document walks.
  package enum Room: String, CaseIterable, Sendable {
    case text, lexicon, times, quantities, words, entities, claims, facts
  }

  private let workspaces: WorkspacePool
  private let lexicon: Lexicon
  private let times: TimeReader
  private let quantities: QuantityReader
  private let entities: EntityReader
  private let claims: ClaimReader
  private let facts: FactAssembler

  /// Loads what each room needs.
  ///
  /// - Throws: Every fault of every model file at once.
  package init(models: ModelFolder, options: Kaoju.Options) throws(ModelError) {
    var faults: [ModelFault] = []
    let user = options.lexicon.flatMap { UserLexicon(path: $0, faults: &faults) }
    let lexicon = Lexicon(models: models, user: user, faults: &faults)
    guard let lexicon else { throw ModelError(faults) }
    self.lexicon = lexicon
    let cues = LayoutCues(models: models, faults: &faults)
    times = TimeReader(models: models, faults: &faults)
    quantities = QuantityReader(
      models: models, currency: UnitID(options.currency), faults: &faults)
    entities = EntityReader(
      models: models, bundle: lexicon.bundle, user: user, faults: &faults)
    claims = ClaimReader(models: models, faults: &faults)
    workspaces = WorkspacePool(
      cues: cues, segmenter: options.segmenter == .icu ? .icu : .lattice, claims: claims)
    facts = FactAssembler(models: models, faults: &faults)
    guard faults.isEmpty else { throw ModelError(faults) }
  }

  /// Reads one article.
  ///
  /// - Parameters:
  ///   - text: The article.
  ///   - source: Where it came from.
  ///   - title: Its headline.
  ///   - published: When it was published.
  ///   - leaving: Called when a document leaves a room, for `make bench`.
  package func read(
    _ text: String, source: String = "", title: String? = nil, published: Moment? = nil,
    leaving: ((Room, Document) -> Void)? = nil
  ) -> Document {
    workspaces.borrow { workspace in
      var document = workspace.text.read(
        text, source: source, title: title, published: published)
      document.id = SHA256.documentID(of: text)
      leaving?(.text, document)
      for room in Room.allCases.dropFirst() {
        enter(room, &document, workspace)
        leaving?(room, document)
      }
      return document
    }
  }

  /// Every claim rule that was entered in a document that has been read, and where it stopped.
  package func attempts(in document: Document) -> [RuleAttempt] { claims.attempts(in: document) }

  /// What a document's facts imply and it does not say; kept apart from what it says.
  package func derivedFacts(of document: Document) -> [Fact] {
    Derivation().facts(of: document)
  }

  private func enter(_ room: Room, _ document: inout Document, _ workspace: Workspace) {
    switch room {
    case .lexicon: lexicon.scan(&document)
    case .entities: entities.read(&document)
    case .claims: claims.read(&document, with: workspace.claims)
    case .facts: facts.read(&document)
    case .words:
      workspace.words.read(&document)
      QuantityReader.assignCountedNouns(&document)
    case .times: times.read(&document)
    case .quantities: quantities.read(&document)
    case .text: break
    }
  }
}
