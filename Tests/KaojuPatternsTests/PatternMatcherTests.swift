import KaojuPatterns
import KaojuVocabulary
import Testing

@Suite struct PatternMatcherTests {
  @Test func looksBothWaysFromAValue() throws {
    let sentence = WrittenSentence("全年 出口 总额/n 已经/d 突破/v 3亿元{money} 大关")
    #expect(
      try sentence.matches(
        "@attribute{noun} [adverb]{0,2} [link]? ^value{money}",
        classes: ["adverb": ["已经", "均"], "link": ["突破", "达"]])
        == ["r0 attribute=全年出口总额 value=3亿元"])
  }

  @Test func makesOneRoundOfEachRepetition() throws {
    let sentence = WrittenSentence("产量 占/v 全省{place} 的/uj 七成{ratio} 、 全国{place} 的/uj 两成{ratio} 。/w")
    #expect(
      try sentence.matches("@attribute? 占 (@whole{entity} 的? ^value{ratio}){、|,}") == [
        "r0 attribute=产量 whole#0=全省 value#0=七成 whole#1=全国 value#1=两成"
      ])
  }

  @Test func numbersRoundsLeftOfTheAnchorFromTheLeft() throws {
    let sentence = WrittenSentence("产值 、 利润 分别/d 增长/v 5%{ratio} 、 7%{ratio}")
    #expect(
      try sentence.matches("(@attribute{noun}){、} 分别 增长 (^value{ratio}){、}") == [
        "r0 attribute#0=产值 attribute#1=利润 value#0=5% value#1=7%"
      ])
  }

  @Test func wantsTwoRoundsWhereAListMustBeOne() throws {
    let one = WrittenSentence("产值 增长/v 5%{ratio}")
    let two = WrittenSentence("产值 、 利润 均/d 增长/v 5%{ratio} 、 7%{ratio}")
    let pattern = "(@attribute{noun}){2 、|和} 均? 增长 (^value{ratio}){2 、}"
    #expect(try one.matches(pattern).isEmpty)
    #expect(
      try two.matches(pattern) == [
        "r0 attribute#0=产值 attribute#1=利润 value#0=5% value#1=7%"
      ])
  }

  @Test func partsAJoinedPhraseOnlyWhereAPatternAsksForAList() throws {
    let sentence = WrittenSentence("指数 和 能力 均/d 增长/v 5%{ratio}")
    #expect(
      try sentence.matches("@attribute{noun} 均 增长 ^value{ratio}")
        == ["r0 attribute=指数和能力 value=5%"])
    #expect(
      try sentence.matches("(@attribute{noun}){2 和} 均 增长 ^value{ratio}")
        == ["r0 attribute#0=指数 attribute#1=能力 value=5%"])
  }

  @Test func leavesAFigureInsideAPhraseOpenToOtherRules() throws {
    let sentence = WrittenSentence("占/v 50家{count} 企业 的/uj 三成{ratio}")
    #expect(
      try sentence.matches("占 (@f{figure} @n{noun}):whole 的 ^value{ratio}", "^value{count}")
        == ["r0 whole=50家企业 f=50家 n=企业 value=三成", "r1 value=50家"])
  }

  @Test func endsAPlainPhraseBeforeAName() throws {
    let sentence = WrittenSentence("首颗 科学 卫星 墨子号{product} 升空/v")
    #expect(
      try sentence.matches(
        "^[first] @attribute{plain} @subject{product}", classes: ["first": ["首颗"]])
        == ["r0 attribute=科学卫星 subject=墨子号"])
  }

  @Test func saysWhichWordIsAbsent() throws {
    var trace: PatternTrace? = PatternTrace()
    let sentence = WrittenSentence("产值 达/v 5亿元{money}")
    _ = try sentence.matches(["@attribute{noun} (增长|下降) ^value{money}"], trace: &trace)
    #expect(trace?.attempts.first?.expected == ["增长", "下降"])
  }

  @Test func closesAValueThatARuleTook() throws {
    let sentence = WrittenSentence("占/v 三成{ratio} , 增长/v 5%{ratio}")
    #expect(
      try sentence.matches("占 ^value{ratio}", "^value{ratio}")
        == ["r0 value=三成", "r1 value=5%"])
  }

  @Test func stepsOverABracket() throws {
    let sentence = WrittenSentence("产值 (/w 现价 )/w 达/v 3亿元{money}")
    #expect(
      try sentence.matches("@attribute{noun} 达 ^value{money}")
        == ["r0 attribute=产值 value=3亿元"])
  }

  @Test func findsALiteralOverSeveralItems() throws {
    let sentence = WrittenSentence("同/d 比/v 增长/v 5%{ratio}")
    #expect(try sentence.matches("同比:basis 增长 ^value{ratio}") == ["r0 basis=同比 value=5%"])
  }

  @Test func guardsAgainstWhatStandsBeside() throws {
    let pattern = "!<(按照|按) ^value{ratio} !>(的)"
    #expect(try WrittenSentence("按照/p 5%{ratio}").matches(pattern).isEmpty)
    #expect(try WrittenSentence("达/v 5%{ratio} 的/uj 目标").matches(pattern).isEmpty)
    #expect(try WrittenSentence("达/v 5%{ratio} 目标").matches(pattern) == ["r0 value=5%"])
  }

  @Test func triesAGuardAgainWhereAnInnerOneHeldBefore() throws {
    // The inner guard fails behind 甲 and holds behind 乙; neither answer may stand for the other.
    let pattern = "^value{ratio} &>(.{1,3} !>(丙? 丁) 戊)"
    #expect(try WrittenSentence("5%{ratio} 甲 丙 丁").matches(pattern).isEmpty)
    #expect(try WrittenSentence("5%{ratio} 甲 丙 戊").matches(pattern) == ["r0 value=5%"])
    #expect(try WrittenSentence("5%{ratio} 丙 丁 戊").matches(pattern) == ["r0 value=5%"])
  }

  @Test func staysLinearInAGuardWhereEverythingRepeats() throws {
    let optional = String(repeating: "甲? ", count: 20)
    let sentence = WrittenSentence(
      "5%{ratio}" + String(repeating: " 甲", count: 30))
    #expect(try sentence.matches("^value{ratio} &>(\(optional)乙)").isEmpty)
    #expect(try sentence.matches("^value{ratio} !>(\(optional)乙)") == ["r0 value=5%"])
  }

  @Test func takesTheLongestOfSeveralWords() throws {
    let sentence = WrittenSentence("也/d 是/v 5%{ratio}")
    #expect(try sentence.matches("(是|也是):link ^value{ratio}") == ["r0 link=也是 value=5%"])
  }

  @Test func entersByAWordAndSaysWhichItWas() throws {
    let sentence = WrittenSentence("甲公司{firm} 发布/v 新机{product}")
    #expect(
      try sentence.matches(
        "@subject{firm} ^[release]:trigger @object{product|noun}",
        classes: ["release": ["发布", "推出"]])
        == ["r0 subject=甲公司 trigger=发布 object=新机"])
  }

  @Test func bindsAGroup() throws {
    let sentence = WrittenSentence("累计 产值 达/v 5亿元{money}")
    #expect(
      try sentence.matches("(/n/ /n/):attribute 达 ^value") == ["r0 attribute=累计产值 value=5亿元"])
  }

  @Test func keepsToTheEdgesOfAClause() throws {
    let sentence = WrittenSentence("产值 , 增长/v 5%{ratio} ,")
    #expect(try sentence.matches("#start 增长 ^value #end") == ["r0 value=5%"])
    #expect(try sentence.matches("#start ^value").isEmpty)
  }

  @Test func staysLinearWhereEverythingRepeats() throws {
    let sentence = WrittenSentence(
      String(repeating: "的/uj ", count: 300) + "5%{ratio}"
        + String(repeating: " 、 5%{ratio}", count: 40))
    #expect(
      try sentence.matches("占 (的?){0,9} (的 | 的 的){0,9} (^value{ratio}){、}").isEmpty)
  }

  @Test func saysWhereARuleStoppedAndWhatWouldHaveMatched() throws {
    var trace: PatternTrace? = PatternTrace()
    let sentence = WrittenSentence("产值 大约/d 增长/v 5%{ratio}")
    let found = try sentence.matches(
      ["@attribute{noun} (同比|环比)? 增长 ^value{ratio}"], trace: &trace)
    #expect(found.isEmpty)
    let attempt = try #require(trace?.attempts.first)
    #expect(attempt.stoppedLeft)
    #expect(attempt.farthest == 2)
    #expect(attempt.expected == ["同比", "环比", "@attribute"])
  }
}
