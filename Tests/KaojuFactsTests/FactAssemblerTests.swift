import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

@testable import KaojuFacts

/// Facts are merged, checked and named from claims.
@Suite struct FactAssemblerTests {
  private let assembler: FactAssembler

  init() throws {
    var faults: [ModelFault] = []
    assembler = FactAssembler(models: try ModelFolder.locate(), faults: &faults)
    #expect(faults.isEmpty)
  }

  private func document(_ text: String, claims: [Claim]) -> Document {
    var document = Document(id: "sha256:0", text: CanonicalText(text), length: text.count)
    document.entities = [Entity(id: "zone/a", kind: .zone, name: "临江高新区", isLinked: false)]
    document.claims = claims
    assembler.read(&document)
    return document
  }

  private func measurement(
    _ amount: String, attribute: String = "产值", at start: Int, timex: String? = nil,
    unit: UnitID = "CNY", dimension: DimensionID = .money
  ) -> Claim {
    var claim = Claim(
      kind: .measurement, evidence: TextRange(start, start + 4), rule: "test", confidence: 80)
    claim.subject = Filler(text: "临江高新区", entity: 0)
    claim.attribute = Filler(text: attribute)
    claim.value = ClaimValue(
      range: TextRange(start, start + 2),
      value: QuantityValue(amount: ExactDecimal(amount), unit: unit, dimension: dimension))
    claim.time = timex.map {
      TimeExpression(range: TextRange(0, 1), kind: .date, timex: $0, rule: "test")
    }
    return claim
  }

  @Test func repeatedStatementIsOneFactWithTwoPlaces() {
    let done = document(
      String(repeating: "文", count: 40),
      claims: [measurement("9000", at: 0), measurement("9000", at: 20, timex: "2024")])
    #expect(done.facts.count == 1)
    #expect(done.facts.first?.claim.time?.timex == "2024")
    #expect(done.facts.first?.also == [TextRange(0, 4)])
  }

  @Test func valuesOfTwoYearsAreTwoFacts() {
    let done = document(
      String(repeating: "文", count: 40),
      claims: [
        measurement("9000", at: 0, timex: "2023"), measurement("9000", at: 20, timex: "2024"),
      ])
    #expect(done.facts.count == 2)
  }

  @Test func idComesFromContent() {
    let text = String(repeating: "文", count: 40)
    let once = document(text, claims: [measurement("9000", at: 0)])
    let again = document(text, claims: [measurement("9000", at: 0)])
    let other = document(text, claims: [measurement("9001", at: 0)])
    #expect(once.facts.first?.id == again.facts.first?.id)
    #expect(once.facts.first?.id != other.facts.first?.id)
    #expect(once.facts.first?.id.count == 16)
  }

  @Test func unitThatIsNotTheAttributesIsFlagged() {
    let done = document(
      String(repeating: "文", count: 40),
      claims: [
        measurement("9000", attribute: "出口额", at: 0, unit: "t", dimension: "mass"),
        measurement("9000", attribute: "出口", at: 20, unit: "t", dimension: "mass"),
      ])
    #expect(done.facts.map(\.flags) == [["dimension"], []])
  }

  @Test func unitSlipIsAContradiction() {
    let done = document(
      String(repeating: "文", count: 40),
      claims: [
        measurement("9000000", at: 0, timex: "2024"), measurement("90000", at: 20, timex: "2024"),
      ])
    #expect(done.facts.allSatisfy { $0.flags.contains { $0.hasPrefix("contradicts:") } })
    #expect(done.diagnostics.map(\.code) == ["fact/unit-slip"])
  }

  @Test func changeImpliesAGrowthThatIsKeptApart() throws {
    var change = Claim(kind: .change, evidence: TextRange(0, 10), rule: "test", confidence: 80)
    change.subject = Filler(text: "临江高新区", entity: 0)
    change.attribute = Filler(text: "产值")
    let value = { (amount: String) in
      ClaimValue(
        value: QuantityValue(amount: ExactDecimal(amount), unit: "CNY", dimension: .money))
    }
    change.before = Reference(value: value("2000000000"))
    change.after = Reference(value: value("3000000000"))
    let done = document(String(repeating: "文", count: 40), claims: [change])
    let derived = try #require(Derivation().facts(of: done).first)
    #expect(derived.claim.value?.value.amount == ExactDecimal("0.5"))
    #expect(derived.flags.first == "derived")
    #expect(done.facts.count == 1)
  }

  private func money(_ written: String) -> QuantityValue {
    QuantityValue(
      amount: ExactDecimal(written)?.scaled(byPowerOfTen: 8), unit: "CNY", dimension: .money,
      written: QuantityValue.Written(amount: written, scale: "亿", unit: "元"))
  }

  private func percent(_ written: String) -> QuantityValue {
    QuantityValue(
      amount: ExactDecimal(written)?.scaled(byPowerOfTen: -2), dimension: .ratio,
      written: QuantityValue.Written(amount: written, unit: "%"))
  }

  @Test func roundingIsNoContradiction() {
    #expect(Consistency.compare(money("103.5"), money("104")) == .agree)
    #expect(Consistency.compare(money("103.5"), money("109")) == .differ)
  }

  @Test func printedGrowthIsCheckedAgainstItsEnds() {
    #expect(Consistency.grows(money("20"), to: money("30"), by: percent("50"), down: false) == true)
    #expect(
      Consistency.grows(money("20.5"), to: money("30.1"), by: percent("40"), down: false) == false)
    #expect(Consistency.grows(money("50"), to: money("40"), by: percent("20"), down: true) == true)
  }

  @Test func printedShareIsCheckedAgainstPartAndWhole() {
    #expect(Consistency.isShare(money("50"), of: money("200"), ratio: percent("25")) == true)
    #expect(Consistency.isShare(money("50"), of: money("200"), ratio: percent("30")) == false)
  }
}
