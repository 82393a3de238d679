package import KaojuModels
package import KaojuVocabulary

/// Makes facts of claims: merges repetitions, checks them against one another, gives them ids.
package struct FactAssembler: Sendable {
  private let catalog: AttributeCatalog
  private let confidence: ConfidenceTable
  /// A value whose unit is not its attribute's is trusted only so far, in percent.
  private static let trustOfMisfit = 60

  /// Reads the tables.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    catalog = AttributeCatalog(models: models, faults: &faults)
    confidence = ConfidenceTable(models: models, faults: &faults)
  }

  /// Fills the document's facts from its claims, in text order.
  package func read(_ document: inout Document) {
    var identity = FactIdentity(document: document)
    let check = DimensionCheck(catalog: catalog)
    var facts: [Fact] = []
    facts.reserveCapacity(document.claims.count)
    var seen = Set<String>()
    for (claim, also) in RepeatMerger().merge(document.claims.map(link)) {
      var claim = claim
      let flags = check.flags(of: claim)
      claim.confidence = confidence.confidence(of: claim)
      if !flags.isEmpty { claim.confidence = claim.confidence * Self.trustOfMisfit / 100 }
      let id = identity.id(of: claim)
      guard seen.insert(id).inserted else { continue }
      facts.append(Fact(id: id, claim: claim, also: also.sorted(), flags: flags))
    }
    ContradictionCheck().check(&facts, diagnostics: &document.diagnostics)
    ShareCheck().check(&facts, diagnostics: &document.diagnostics)
    document.facts = facts
  }

  /// Fillers whose indicator is not yet known get it, as those of rules that discourse did not see.
  private func link(_ claim: Claim) -> Claim {
    guard let attribute = claim.attribute, attribute.attribute == nil else { return claim }
    var claim = claim
    let units = Array(attribute.text.utf16)
    claim.attribute?.attribute =
      catalog.indicator(endingAt: units.count, from: 0, in: units)?.indicator.id
    return claim
  }
}
