import KaojuLexicon
import KaojuModels
import KaojuTestSupport
import KaojuText
import KaojuVocabulary
import Testing

@Suite struct LexiconTests {
  private func hits(_ text: String, _ lexicon: Lexicon) -> [String] {
    var document = TextReader().read(text)
    lexicon.scan(&document)
    return document.knownWords.map { "\(document.text.string($0.range))/\($0.tag)" }
  }

  private func lexicon(user: String? = nil) throws -> Lexicon {
    let models = try SmallModels(
      general: [
        "上海 900 ns", "海地 9 ns", "地区 800 n", "三心二意 9 i", "三分之一 9 i", "四川 99 ns", "五县 3 ns",
        "局局长 9 n", "局长 99 n", "国家公安部 3 nt", "公安部 90 nt", "c++ 3 nz",
        "新建 90 ns",
      ],
      idioms: ["一带一路\tj"], drops: ["suffix\t局长", "prefix\t国家"],
      counting: ["word\t三分之一", "unit\t县"],
      tags: ["新建\tv"],
      names: [
        "firm/deepseek\t深度求索\tfirm\tDeepSeek|DS?", "firm/ibm\tIBM\tfirm\t", "place/渝\t渝\tplace\t",
      ])
    var faults: [ModelFault] = []
    let words = user.map { UserLexicon(text: $0, file: "user.tsv", faults: &faults) }
    return Lexicon(bundle: try models.bundle(), user: words)
  }

  @Test func findsEveryWordLongestFirst() throws {
    #expect(try hits("上海地区", lexicon()) == ["上海/ns", "海地/ns", "地区/n"])
  }

  @Test func dropsWhatSwallowsNames() throws {
    #expect(try hits("局局长和国家公安部", lexicon()) == ["局长/n", "公安部/nt"])
  }

  @Test func marksIdiomsAndNamesThatBarNumbers() throws {
    var document = TextReader().read("一带一路 三心二意 四川 五县 三分之一")
    try lexicon().scan(&document)
    let barring = document.knownWords.filter { $0.flags.contains(.barsNumbers) }
    #expect(barring.map { document.text.string($0.range) } == ["一带一路", "三心二意", "四川"])
  }

  @Test func matchesLatinNamesAtTheirEdges() throws {
    let lexicon = try lexicon()
    #expect(hits("deepseek发布", lexicon) == ["deepseek/nt"])
    #expect(hits("DEEPSEEK-V3与C++", lexicon) == ["DEEPSEEK/nt", "C++/nz"])
    #expect(hits("deepseeker、ibm、XIBM", lexicon) == [])
    #expect(hits("IBM的", lexicon) == ["IBM/nt"])
    #expect(hits("ＩＢＭ的", lexicon) == ["ＩＢＭ/nt"])
  }

  @Test func correctsPartsOfSpeech() throws {
    #expect(try hits("新建", lexicon()) == ["新建/v"])
  }

  @Test func marksAmbiguousNames() throws {
    var document = TextReader().read("DS渝")
    try lexicon().scan(&document)
    #expect(document.knownWords.allSatisfy { $0.flags.contains([.name, .ambiguous]) })
    #expect(document.knownWords.map(\.reference) == [0, 2])
  }

  @Test func findsTheUsersWordsToo() throws {
    let lexicon = try lexicon(user: "海地区\tzone\n")
    var document = TextReader().read("上海地区")
    lexicon.scan(&document)
    let user = document.knownWords.filter { $0.origin == .user }
    #expect(user.map(\.range) == [TextRange(1, 4)])
    #expect(user.first?.flags == .name && user.first?.reference == 0)
  }
}
