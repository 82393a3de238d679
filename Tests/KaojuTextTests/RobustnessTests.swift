import KaojuText
import KaojuVocabulary
import Testing

/// Article text never fails, and a long line costs no more than its length.
@Suite struct RobustnessTests {
  @Test func readsNothing() {
    let document = TextReader().read("")
    #expect(document.length == 0 && document.sentences.isEmpty && document.runs.isEmpty)
    #expect(TextReader().read("\n\r\n \u{FEFF}").paragraphs.isEmpty)
  }

  @Test func replacesUnpairedSurrogates() {
    let document = TextReader().read([0xD800, 0x4E2D, 0xDC00, 0xD842])
    #expect(document.text.printed == [0xFFFD, 0x4E2D, 0xFFFD, 0xFFFD])
    #expect(document.length == 4)
  }

  @Test func cutsEndlessSentencesAndRuns() {
    let line = Array(repeating: Array("中文没有标点".utf16), count: 20_000).flatMap { $0 }
    let document = TextReader().read(line)
    #expect(document.sentences.allSatisfy { $0.range.count <= 2_001 })
    #expect(document.runs.allSatisfy { $0.range.count <= 1_100 })
    #expect(document.sentences.reduce(0) { $0 + $1.range.count } == line.count)
  }

  @Test(arguments: ["“", "《", "(", "…", "\u{301}", "\u{200D}", "😀", "\r", "\n\n", "1.", "，\n"])
  func passesOverAHundredThousandOfAnything(piece: String) {
    let units = Array(repeating: Array(piece.utf16), count: 100_000).flatMap { $0 }
    let document = TextReader().read(units)
    #expect(document.runs.reduce(0) { $0 + $1.range.count } == document.text.count)
  }
}
