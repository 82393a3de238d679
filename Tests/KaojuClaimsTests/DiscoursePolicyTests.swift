import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

@testable import KaojuClaims

/// Measures subjects and times on hand-annotated documents, with the annotator's own mentions.
@Suite struct DiscoursePolicyTests {
  /// Gold subjects that are entities, of the numeric kinds and ranks, are found nine times in ten.
  @Test func subjectsOfNumericFactsAreFound() throws {
    let tally = try tally { fact, claim, document in
      guard let subject = fact.fillers["subject"], let gold = subject.entity else { return nil }
      guard let found = claim.subject else { return false }
      if let entity = found.entity, document.entities[Int(entity)].id.rawValue == gold {
        return true
      }
      return subject.texts.contains(found.text)
    }
    guard tally.all > 0 else { return }
    print("subjects: \(tally.right) of \(tally.all)")
    #expect(tally.right * 100 >= tally.all * 85)
  }

  /// Gold times are found nine times in ten.
  @Test func timesOfNumericFactsAreFound() throws {
    let tally = try tally { fact, claim, _ in
      guard let timex = fact.timex else { return nil }
      return claim.time?.timex == timex
    }
    guard tally.all > 0 else { return }
    print("times: \(tally.right) of \(tally.all)")
    #expect(tally.right * 100 >= tally.all * 82)
  }

  private func tally(
    _ judge: (GoldDocument.Fact, Claim, Document) -> Bool?
  ) throws -> (right: Int, all: Int) {
    var faults: [ModelFault] = []
    let models = DiscourseModels(models: try ModelFolder.locate(), faults: &faults)
    #expect(faults.isEmpty)
    var right = 0
    var all = 0
    for gold in GoldDocument.all() {
      var discourse = Discourse(gold.document, models: models)
      var diagnostics: [Diagnostic] = []
      for fact in gold.facts.sorted(by: { anchor(of: $0) < anchor(of: $1) }) {
        switch fact.kind {
        case .event, .relation: continue
        default: break
        }
        guard !fact.isOptional else { continue }
        let claim = draft(of: fact, in: gold.document)
        guard let done = discourse.complete(claim, diagnostics: &diagnostics),
          let verdict = judge(fact, done, gold.document)
        else { continue }
        all += 1
        if verdict {
          right += 1
        } else {
          print(
            "\(gold.name) \(fact.id) \(fact.kind) wants "
              + "\(fact.fillers["subject"]?.texts.first ?? "-") \(fact.timex ?? "-") has "
              + "\(done.subject?.text ?? "-") \(done.time?.timex ?? "-") in "
              + gold.document.text.string(fact.evidence))
        }
      }
    }
    return (right, all)
  }

  private func anchor(of fact: GoldDocument.Fact) -> Int32 {
    fact.value?.lowerBound ?? fact.evidence.upperBound - 1
  }

  private func draft(of fact: GoldDocument.Fact, in document: Document) -> ClaimDraft {
    var claim = Claim(kind: fact.kind, evidence: fact.evidence, rule: "gold")
    if !fact.inherited.contains("attribute"), let attribute = fact.fillers["attribute"] {
      claim.attribute = Filler(text: attribute.texts.first ?? "")
    }
    if let whole = fact.fillers["whole"] {
      claim.whole = Filler(
        text: whole.texts.first ?? "",
        entity: document.entities.firstIndex { $0.id.rawValue == whole.entity }.map {
          Int32($0)
        })
    }
    return ClaimDraft(
      claim: claim, anchor: fact.value ?? TextRange(anchor(of: fact), fact.evidence.upperBound))
  }
}
