import KaojuLexicon
import KaojuModels
import KaojuTestSupport
import KaojuText
import KaojuVocabulary
import KaojuWords
import Testing

@Suite struct WordReaderTests {
  private func lexicon(user: String? = nil) throws -> Lexicon {
    let models = try SmallModels(
      general: [
        "上海 900 ns", "上 900 f", "海地 9 ns", "地区 800 n", "区 100 n", "研究 700 vn", "研究生 90 n",
        "生命 300 n", "生 50 v", "命 20 n", "起源 90 n", "的 9000 uj", "在 900 p", "合作 900 v",
        "高新区 90 n", "杭州 90 ns", "上海市 9000 ns", "市长 90 n", "长 9000 a", "长城 900 n",
      ],
      names: ["place/HT\t海地\tplace\t", "zone/hz\t杭州高新区\tzone\t", "place/hz\t合作市\tplace\t合作?"])
    var faults: [ModelFault] = []
    let words = user.map { UserLexicon(text: $0, file: "user.tsv", faults: &faults) }
    return Lexicon(bundle: try models.bundle(), user: words)
  }

  private func document(_ text: String, _ lexicon: Lexicon) -> Document {
    var document = TextReader().read(text)
    lexicon.scan(&document)
    return document
  }

  private func tokens(_ document: Document) -> [String] {
    document.tokens.map { document.text.string($0.range) }
  }

  private func words(_ text: String, user: String? = nil) throws -> [String] {
    var document = document(text, try lexicon(user: user))
    WordReader().read(&document)
    return tokens(document)
  }

  @Test func givesAnOfficeTheCharacterThatADivisionTook() throws {
    #expect(try words("上海市长在上海") == ["上海", "市长", "在", "上海"])
    #expect(try words("上海市长城在上海") == ["上海市", "长城", "在", "上海"])
  }

  @Test func takesTheMostProbablePath() throws {
    #expect(try words("研究生命的起源") == ["研究", "生命", "的", "起源"])
    #expect(try words("上海地区") == ["上海", "地区"])
  }

  @Test func keepsNamesOfRegistersWhole() throws {
    var document = document("在杭州高新区合作", try lexicon())
    WordReader().read(&document)
    #expect(tokens(document) == ["在", "杭州高新区", "合作"])
    #expect(document.tokens.map(\.origin) == [.dictionary, .register, .dictionary])
    #expect(document.tokens.map(\.tag.description) == ["p", "nt", "v"])
  }

  @Test func keepsRunsAndMarksAsTheyAre() throws {
    #expect(
      try words("DeepSeek-V3 在上海,G100……") == ["DeepSeek-V3", "在", "上海", ",", "G100", "……"])
  }

  @Test func guaranteesTheUsersWords() throws {
    #expect(try words("上海地区", user: "海地区\n") == ["上", "海地区"])
    #expect(try words("研究生命", user: "究生\tn\n") == ["研", "究生", "命"])
    var document = document("研究25年", try lexicon(user: "究25\n"))
    document.quantities = [
      Quantity(range: TextRange(2, 5), value: QuantityValue(dimension: .time), rule: "test")
    ]
    WordReader().read(&document)
    #expect(tokens(document) == ["研", "究25", "年"])
  }

  @Test func keepsTimesAndQuantitiesWhole() throws {
    var document = document("上海3.5万亿元的2025年4月研究", try lexicon())
    document.times = [
      TimeExpression(range: TextRange(9, 16), kind: .date, timex: "2025-04", rule: "test")
    ]
    document.quantities = [
      Quantity(range: TextRange(2, 8), value: QuantityValue(dimension: .money), rule: "test")
    ]
    WordReader().read(&document)
    #expect(tokens(document) == ["上海", "3.5万亿元", "的", "2025年4月", "研究"])
    #expect(document.tokens[1].tag == .quantity && document.tokens[3].tag == .time)
  }

  @Test func coversTheTextButForBlanks() throws {
    let lexicon = try lexicon()
    for text in ["", " ", "𠮷野在 上海\n\n😀👩‍🔬e\u{301}か·（）—", "研究研究研究 A+B=C"] {
      var document = document(text, lexicon)
      for segmenter in WordReader.Segmenter.allCases {
        WordReader(segmenter: segmenter).read(&document)
        let covered = tokens(document).joined()
        #expect(
          covered
            == document.text.string(TextRange(0, document.text.count)).filter { !$0.isWhitespace })
        for (left, right) in zip(document.tokens, document.tokens.dropFirst()) {
          #expect(left.range.upperBound <= right.range.lowerBound)
        }
      }
    }
  }

  @Test func readsOneDocumentAfterAnother() throws {
    let lexicon = try lexicon()
    let reader = WordReader()
    for text in ["研究的起源", "“”“”“”“”研究生命的起源"] {
      var alone = document(text, lexicon)
      var after = alone
      WordReader().read(&alone)
      reader.read(&after)
      #expect(after.tokens == alone.tokens)
    }
  }

  @Test func passesOverALongLine() throws {
    var document = document(String(repeating: "研究生命的起源", count: 20_000), try lexicon())
    WordReader().read(&document)
    #expect(document.tokens.reduce(0) { $0 + $1.range.count } == document.text.count)
  }
}
