import Foundation
import KaojuScore
import Testing

@Suite struct ScorerTests {
  private func document(_ json: String) throws -> ScoredDocument {
    try ScoredDocument(data: Data(json.utf8))
  }

  private func fact(_ slots: String, optional: Bool = false) -> String {
    """
    {"facts":[{"kind":"measurement",\(slots),"evidence":{"start":0,"end":10},
    "optional":\(optional)}]}
    """
  }

  @Test func countsAFactOnlyWhenEverySlotAgrees() throws {
    let gold = try document(
      fact(#""subject":{"text":"高新区","accept":["园区"]},"value":{"amount":"3","unit":"1"}"#))
    var scorer = Scorer()
    scorer.add(
      try document(fact(#""subject":{"text":"园区"},"value":{"amount":"3.0"}"#)), gold: gold,
      name: "a")
    #expect(scorer.card.layers[.fact]?.hits == 1)
    scorer.add(
      try document(fact(#""subject":{"text":"某市"},"value":{"amount":"3"}"#)), gold: gold,
      name: "b")
    #expect(scorer.card.layers[.fact]?.hits == 1)
    #expect(scorer.card.layers[.slot]?.hits == 3)
    #expect(scorer.card.mistakes.map(\.label) == ["fact differs in subject"])
  }

  @Test func neitherRewardsNorPunishesOptionalGold() throws {
    let gold = try document(fact(#""value":{"amount":"3"}"#, optional: true))
    var scorer = Scorer()
    scorer.add(try document(fact(#""value":{"amount":"3"}"#)), gold: gold, name: "found")
    scorer.add(try document(#"{"facts":[]}"#), gold: gold, name: "missed")
    #expect(scorer.card.layers[.fact] == Tally())
  }

  @Test func punishesAFilledTimeThatPosesAsExplicit() throws {
    let gold = try document(fact(#""value":{"amount":"3"}"#))
    let time = #""value":{"amount":"3"},"time":{"timex":"2024"}"#
    var scorer = Scorer()
    scorer.add(try document(fact(time)), gold: gold, name: "explicit")
    #expect(scorer.card.layers[.fact]?.hits == 0)
    scorer.add(
      try document(fact(time + #","inherited":["time"]"#)), gold: gold, name: "inherited")
    #expect(scorer.card.layers[.fact]?.hits == 1)
  }

  @Test func countsByRuleWhatHoldsAndWhatDoesNot() throws {
    let gold = try document(fact(#""value":{"amount":"3"}"#))
    var scorer = Scorer()
    for amount in ["3", "4", "4"] {
      let slots = #""value":{"amount":"\#(amount)"},"rule":"reach","subject":{"text":"a"}"#
      scorer.add(try document(fact(slots)), gold: gold, name: amount)
    }
    #expect(scorer.card.rules["reach"]?.held == 1)
    #expect(scorer.card.rules["reach"]?.wrong == 2)
  }

  @Test func pairsMentionsByExtentAndKind() throws {
    let gold = try document(
      #"{"entities":[{"id":"zone/a","kind":"zone","name":"甲高新区","mentions":[{"start":2,"end":6,"text":"甲高新区"}]}]}"#
    )
    let other = try document(
      #"{"entities":[{"id":"zone/b","kind":"zone","name":"甲高新区","mentions":[{"start":2,"end":5,"text":"甲高新"}]}]}"#
    )
    var scorer = Scorer()
    scorer.add(other, gold: gold, name: "a")
    #expect(scorer.card.layers[.entity]?.hits == 0)
    #expect(scorer.card.layers[.entityOverlap]?.hits == 1)
    #expect(scorer.card.linked.hits == 1)
  }
}
