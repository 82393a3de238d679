import KaojuVocabulary
import Testing

@Suite("Canonical text")
struct CanonicalTextTests {
  @Test(
    "a blank parts Chinese words, but not characters that are all set apart, nor Latin",
    arguments: [
      ("会议 讨论", 2, 3, true), ("会议讨论", 2, 2, false), ("液 晶面", 1, 2, true),
      ("液 晶", 1, 2, false), ("系统 Windows", 2, 3, false), ("第3 页面", 2, 3, false),
    ])
  func blankBetweenWords(text: String, end: Int, start: Int, isParted: Bool) {
    let canonical = CanonicalText(text)
    let left = TextRange(0, end)
    let right = TextRange(start, canonical.count)
    #expect(canonical.hasBlank(between: left, and: right) == isParted)
  }
}
