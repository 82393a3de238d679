package import KaojuModels
package import KaojuVocabulary

/// Finds what is said of whom, how much, when, according to whom.
///
/// In 全市新能源汽车产量达25.3万辆,同比增长12.5% it finds a measurement and a growth, which takes its
/// subject and attribute from the measurement.
package struct ClaimReader: Sendable {
  /// The rules.
  package let rules: ClaimRules
  private let models: DiscourseModels

  /// Reads `models/claims`, `models/attributes` and the word classes.
  package init(models folder: ModelFolder, faults: inout [ModelFault]) {
    rules = ClaimRules(models: folder, faults: &faults)
    models = DiscourseModels(models: folder, faults: &faults)
  }

  /// Adds the claims, in the order of their values and triggers.
  package func read(_ document: inout Document, with workspace: ClaimWorkspace) {
    var diagnostics: [Diagnostic] = []
    let drafts = DraftFinder(rules: rules).drafts(
      in: document, chunker: NounPhraseEdges(models: models), matcher: &workspace.matcher,
      diagnostics: &diagnostics)
    guard !drafts.isEmpty else {
      document.diagnostics += diagnostics
      return
    }
    var discourse = Discourse(
      document, models: models, paragraphs: Self.paragraphs(of: drafts, in: document))
    for draft in drafts {
      guard var claim = discourse.complete(draft, diagnostics: &diagnostics) else { continue }
      if draft.standsAlone, draft.claim.subject == nil {
        claim.subject = nil
        claim.inherited.removeAll { $0 == .subject }
      }
      claim.doubts = discourse.doubts(of: claim, from: draft, known: rules.phrases)
      discourse.note(claim.doubts, at: draft.anchor.lowerBound)
      document.claims.append(claim)
    }
    document.diagnostics += diagnostics
  }

  /// The paragraphs in which drafts are anchored; drafts come in text order.
  private static func paragraphs(of drafts: [ClaimDraft], in document: Document) -> Set<Int32> {
    var found: Set<Int32> = []
    var sentence = 0
    for draft in drafts {
      while sentence + 1 < document.sentences.count,
        document.sentences[sentence + 1].range.lowerBound <= draft.anchor.lowerBound
      {
        sentence += 1
      }
      guard sentence < document.sentences.count else { break }
      found.insert(document.sentences[sentence].paragraph)
    }
    return found
  }

  /// Every rule that was entered in a document that has been read, and where it stopped.
  package func attempts(in document: Document) -> [RuleAttempt] {
    DraftFinder(rules: rules).attempts(in: document, chunker: NounPhraseEdges(models: models))
  }
}
