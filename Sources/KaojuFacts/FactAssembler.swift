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
    var seen: Set<UInt64> = []
    var claims = document.claims
    for index in claims.indices { link(&claims[index].attribute) }
    for kept in RepeatMerger().merge(claims) {
      var fact = Fact(id: "", claim: claims[kept.index], also: kept.also.sorted())
      fact.flags = check.flags(of: fact.claim)
      fact.claim.confidence = confidence.confidence(of: fact.claim)
      if !fact.flags.isEmpty {
        fact.claim.confidence = fact.claim.confidence * Self.trustOfMisfit / 100
      }
      let number = identity.number(of: fact.claim)
      guard seen.insert(number).inserted else { continue }
      fact.id = FactIdentity.id(number)
      facts.append(fact)
    }
    ContradictionCheck().check(&facts, diagnostics: &document.diagnostics)
    ShareCheck().check(&facts, diagnostics: &document.diagnostics)
    document.facts = facts
  }

  /// A filler whose indicator is not yet known gets it, as those of rules that discourse did not see.
  private func link(_ attribute: inout Filler?) {
    guard let known = attribute, known.attribute == nil else { return }
    let units = Array(known.text.utf16)
    attribute?.attribute =
      catalog.indicator(endingAt: units.count, from: 0, in: units)?.indicator.id
  }
}
