import KaojuVocabulary
import Testing

@Suite struct BoxedTests {
  @Test func aChangedCopyLeavesTheOtherAsItWas() {
    var first = Claim(kind: .change, evidence: TextRange(0, 4), rule: "change/from_to")
    first.before = Reference(filler: Filler(text: "去年"))
    var second = first
    #expect(first == second)
    second.before?.filler?.text = "前年"
    #expect(first.before?.filler?.text == "去年")
    #expect(second.before?.filler?.text == "前年")
    #expect(first != second)
    second.before = nil
    #expect(second.before == nil && first.before != nil)
  }
}
