import KaojuVocabulary
import Testing

@Suite struct OffsetMapTests {
  @Test func countsSurrogatePairsAsOneCodePoint() {
    let text = CanonicalText("a𠮷b")
    #expect(text.offsets.codePoints(of: TextRange(0, 1)) == 0..<1)
    #expect(text.offsets.codePoints(of: TextRange(1, 3)) == 1..<2)
    #expect(text.offsets.codePoints(of: TextRange(3, 4)) == 2..<3)
  }

  @Test func leavesATakenOutBreakOutsideARangeThatEndsBeforeIt() {
    var map = OffsetMap()
    map.append(canonical: 3, codePoint: 5)
    #expect(map.codePoints(of: TextRange(0, 3)) == 0..<3)
    #expect(map.codePoints(of: TextRange(2, 4)) == 2..<6)
  }
}
