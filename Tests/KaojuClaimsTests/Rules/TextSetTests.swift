import KaojuClaims
import Testing

@Suite struct TextSetTests {
  @Test func holdsItsWordsAndNoPartOfThem() {
    let set = TextSet(["市场占有率", "价格", "GDP"])
    #expect(set.contains("价格"))
    #expect(set.contains("GDP"))
    #expect(!set.contains("市场"))
    #expect(!set.contains("价格指数"))
    #expect(!set.contains(""))
  }

  @Test func holdsNothingWhenEmpty() { #expect(!TextSet([]).contains("价格")) }
}
