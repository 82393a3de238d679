import KaojuVocabulary
import Testing

@Suite struct NameTests {
  @Test func keepsATextOnce() {
    #expect(Name("measurement/link") == Name("measurement/link"))
    #expect(Name("measurement/link") != Name("measurement/bare"))
    #expect(Name("长三角").text == "长三角")
  }

  @Test func constantsHaveTheirContractsNames() {
    #expect(UnitID.one.rawValue == "1")
    let dimensions: [(DimensionID, String)] = [
      (.money, "money"), (.count, "count"), (.ratio, "ratio"),
      (.ratioDifference, "ratio_difference"), (.multiple, "multiple"), (.ordinal, "ordinal"),
      (.number, "number"), (.time, "time"),
    ]
    for (dimension, name) in dimensions {
      #expect(dimension.rawValue == name)
      #expect(dimension == DimensionID(name))
    }
    let kinds: [(EntityKind, String)] = [
      (.zone, "zone"), (.firm, "firm"), (.lab, "lab"), (.university, "university"),
      (.government, "government"), (.organization, "organization"), (.place, "place"),
      (.person, "person"), (.product, "product"), (.policy, "policy"), (.occasion, "occasion"),
    ]
    for (kind, name) in kinds {
      #expect(kind.rawValue == name)
      #expect(kind == EntityKind(name))
    }
  }

  @Test func ordersByText() {
    #expect(RuleID("b/first") > RuleID("a/second"))
  }
}
