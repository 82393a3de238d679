import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

@testable import KaojuClaims

/// Discourse fills what a clause leaves out, as `models/claims/discourse.examples.tsv` says.
@Suite struct DiscourseTests {
  private let models: DiscourseModels

  init() throws {
    var faults: [ModelFault] = []
    models = DiscourseModels(models: try ModelFolder.locate(), faults: &faults)
    #expect(faults.isEmpty)
  }

  @Test(
    arguments: try ExampleFile.load(
      "claims/discourse.examples.tsv",
      columns: ["text", "subject", "attribute", "time", "modality", "basis"]))
  func lastValueIsFilled(_ example: ExampleRow) throws {
    let passage = MarkedDocument(example["text"])
    let document = passage.document
    var discourse = Discourse(document, models: models)
    var diagnostics: [Diagnostic] = []
    var attributes = passage.ranges("attribute")
    let growths = Set(passage.ranges("growth"))
    var last: Claim?
    for quantity in document.quantities {
      let isGrowth = growths.contains(quantity.range)
      var claim = Claim(
        kind: isGrowth ? .growth : .measurement, evidence: quantity.range, rule: "test")
      claim.value = ClaimValue(quantity)
      if let attribute = attributes.first, attribute.lowerBound < quantity.range.lowerBound {
        claim.attribute = Filler(text: document.text.string(attribute), range: attribute)
        attributes.removeFirst()
      }
      last = discourse.complete(
        ClaimDraft(claim: claim, anchor: quantity.range), diagnostics: &diagnostics)
    }
    let claim = try #require(last)
    expect(claim.subject?.text, example["subject"])
    expect(claim.attribute?.text, example["attribute"])
    expect(claim.time.map { document.text.string($0.range) }, example["time"])
    expect(claim.modality.name, example["modality"])
    expect(claim.basis?.name, example["basis"])
  }

  private func expect(
    _ found: String?, _ wanted: String, location: SourceLocation = #_sourceLocation
  ) {
    guard !wanted.isEmpty else { return }
    #expect((found ?? "-") == wanted, sourceLocation: location)
  }

  @Test func inheritedSlotsAreListedAndLowerTheConfidence() throws {
    let passage = MarkedDocument(
      "〔2024年:time=2024〕,〔临江市:place〕转型提速。〔产值:attribute〕〔90亿元:value〕。")
    var discourse = Discourse(passage.document, models: models)
    var diagnostics: [Diagnostic] = []
    var claim = Claim(
      kind: .measurement, evidence: passage.ranges("value")[0], rule: "test", confidence: 90)
    claim.attribute = Filler(text: "产值", range: passage.ranges("attribute")[0])
    let done = try #require(
      discourse.complete(
        ClaimDraft(claim: claim, anchor: passage.ranges("value")[0]), diagnostics: &diagnostics))
    #expect(done.inherited == [.subject, .time])
    #expect(done.confidence < 90)
  }

  @Test func listsOfUnequalLengthAreRefused() {
    let passage = MarkedDocument(
      "〔临江市:place〕工业、农业和服务业分别增长〔6%:growth〕、〔5%:growth〕。")
    var discourse = Discourse(passage.document, models: models)
    var diagnostics: [Diagnostic] = []
    for (round, range) in passage.ranges("growth").enumerated() {
      var draft = ClaimDraft(
        claim: Claim(kind: .growth, evidence: range, rule: "test"), anchor: range)
      draft.round = round
      draft.rounds = 2
      draft.awaitsList = true
      #expect(discourse.complete(draft, diagnostics: &diagnostics) == nil)
    }
    #expect(diagnostics.map(\.code) == ["claim/unpaired-list", "claim/unpaired-list"])
  }

  @Test func listIsPairedInOrderAndItsHeadDistributed() {
    let passage = MarkedDocument(
      "〔临江市:place〕工业和服务业增加值分别增长〔6%:growth〕、〔5%:growth〕。")
    var discourse = Discourse(passage.document, models: models)
    var diagnostics: [Diagnostic] = []
    let attributes = passage.ranges("growth").enumerated().map { round, range in
      var draft = ClaimDraft(
        claim: Claim(kind: .growth, evidence: range, rule: "test"), anchor: range)
      draft.round = round
      draft.rounds = 2
      draft.awaitsList = true
      return discourse.complete(draft, diagnostics: &diagnostics)?.attribute?.text
    }
    #expect(attributes == ["工业增加值", "服务业增加值"])
  }

  @Test func emptyAndBrokenTextIsRead() {
    for text in ["", "。", ",,,,", "((((“““", "\u{FFFD}…——:", String(repeating: "(", count: 500)] {
      let document = MarkedDocument(text).document
      #expect(Discourse(document, models: models).clauses.timeRoles.isEmpty)
    }
  }
}
