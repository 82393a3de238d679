import KaojuVocabulary
import Testing

@testable import KaojuPatterns

/// A rule is entered only where what it needs can stand; what it may find must not depend on that.
@Suite struct PatternNeedsTests {
  private static let classes = ["verb": ["成立", "发布"]]

  @Test func wantsAMentionOnItsOwnSideOfTheAnchor() throws {
    let before = WrittenSentence("华为公司{firm} 今天 成立/v 中心")
    let behind = WrittenSentence("今天 成立/v 华为公司{firm} 中心")
    let pattern = "@subject{firm} .{0,4} ^[verb]"
    #expect(try before.matches(pattern, classes: Self.classes) == ["r0 subject=华为公司"])
    #expect(try behind.matches(pattern, classes: Self.classes).isEmpty)
  }

  @Test func reachesIntoTheClauseBeforeWhereAPatternTakesItsMark() throws {
    let sentence = WrittenSentence("华为公司{firm} ,/w 今天 成立/v")
    #expect(
      try sentence.matches("@subject{firm} , .{0,2} ^[verb]", classes: Self.classes)
        == ["r0 subject=华为公司"])
    #expect(
      try sentence.matches("@subject{firm} .{0,4} ^[verb]", classes: Self.classes).isEmpty)
  }

  @Test func stepsOverABracketThatHoldsAClause() throws {
    let sentence = WrittenSentence("华为公司{firm} (/w 深圳 ,/w 总部 )/w 成立/v")
    #expect(
      try sentence.matches("@subject{firm} ^[verb]", classes: Self.classes)
        == ["r0 subject=华为公司"])
  }

  @Test func takesEitherOfTwoThingsThatASlotMayHold() throws {
    let place = WrittenSentence("成立/v 于 深圳{place}")
    let time = WrittenSentence("成立/v 于 2011年{date}")
    let pattern = "^[verb] 于 @where{place|time}"
    #expect(try place.matches(pattern, classes: Self.classes) == ["r0 where=深圳"])
    #expect(try time.matches(pattern, classes: Self.classes) == ["r0 where=2011年"])
  }

  @Test func countsTheMentionsOfAListOfTwo() {
    var names = NameTable()
    var needs = PatternNeeds()
    let firm = PatternNode.slot(PatternSlot(name: "subject", fillings: [.mention(.firm)]))
    needs.add(.rounds(firm, separators: ["、"], several: true), isLeft: true, names: &names)
    var found = ItemFeatures()
    let item: ItemFeatures = [.mention, .name(names.intern(EntityKind.firm.rawValue))]
    found.add(item)
    #expect(!needs.areMet(left: found, right: []))
    found.add(item)
    #expect(needs.areMet(left: found, right: []))
  }

  @Test func needsNothingOfWhatMayBeLeftOut() {
    var names = NameTable()
    var needs = PatternNeeds()
    let place = PatternNode.slot(PatternSlot(name: "place", fillings: [.mention(.place)]))
    let noun = PatternNode.slot(PatternSlot(name: "object", fillings: [.noun]))
    needs.add(.repeated(place, minimum: 0, maximum: 1), isLeft: true, names: &names)
    needs.add(.choice([place, noun]), isLeft: false, names: &names)
    needs.add(.look(place, ahead: false, negated: true), isLeft: true, names: &names)
    #expect(needs.areMet(left: [], right: []))
  }
}
