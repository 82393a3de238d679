import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

@testable import KaojuClaims

/// Sentences are cut into clauses that know the part they play.
@Suite struct ClauseReaderTests {
  private let models: DiscourseModels

  init() throws {
    var faults: [ModelFault] = []
    models = DiscourseModels(models: try ModelFolder.locate(), faults: &faults)
  }

  private func clauses(_ passage: String) -> [(text: String, clause: Clause)] {
    let document = MarkedDocument(passage).document
    return ClauseReader(models: models).read(document).clauses.map {
      (document.text.string($0.range), $0)
    }
  }

  @Test func bracketsAndShortQuotationsPartNothing() {
    let texts = clauses("全年产值90亿元(人民币,下同),推出“稳,准,快”办法。").map(\.text)
    #expect(texts == ["全年产值90亿元(人民币,下同)", "推出“稳,准,快”办法"])
  }

  @Test func bracketThatNeverClosesIsNoUnit() {
    #expect(clauses("产值(90亿元,利润8亿元。").count == 2)
  }

  @Test func speechIsCutInsideItsQuotation() {
    let texts = clauses("他说:“今年产值有望突破90亿元,利润也会有很大的增长,大家都很有信心。”").map(\.text)
    #expect(texts.count == 4)
  }

  @Test(arguments: [
    ("〔2024年:time=2024〕,产值增长。", Clause.Kind.time),
    ("在〔临江市:place〕,产值增长。", .topic),
    ("据〔河东日报:organization〕报道,产值增长。", .frame),
    ("〔李某:person〕表示,产值增长。", .speech),
    ("比上年增长〔6%:growth〕,居第一。", .predicate),
    ("〔临江市:place〕产值增长,居第一。", .full),
  ])
  func firstClausePlaysItsPart(_ passage: String, _ kind: Clause.Kind) {
    #expect(clauses(passage).first?.clause.kind == kind)
  }

  @Test func textWithoutMarksIsCutAtALength() {
    let parts = clauses(String(repeating: "产值", count: 2000))
    #expect(parts.count == 10)
    #expect(parts.allSatisfy { $0.clause.range.count <= ClauseSplitter.longestClause })
  }

  @Test func speakerIsNoTopic() {
    let first = clauses("〔河东省统计局:government〕表示,产值增长。").first?.clause
    #expect(first?.topic == -1)
    #expect(first?.speaker == 0)
  }
}
