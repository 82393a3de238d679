import FoundationEssentials
import KaojuLexicon
import KaojuModels
import KaojuTestSupport
import KaojuText
import KaojuVocabulary
import KaojuWords
import Testing

/// The lattice agrees with words cut by hand, and better than ICU alone.
@Suite struct SegmentationTests {
  /// The sentences of `corpus/segmentation.tsv`, each as its words.
  private static func gold() throws -> [[String]] {
    let folder = try ModelFolder.locate().path
    let path = folder.prefix(upTo: folder.lastIndex(of: "/") ?? folder.endIndex)
    let data = try #require(
      FileManager.default.contents(atPath: path + "/corpus/segmentation.tsv"))
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: " ").map(String.init) }
  }

  private static func score(_ segmenter: WordReader.Segmenter) throws -> SegmentationScore {
    var faults: [ModelFault] = []
    let lexicon = try #require(Lexicon(models: try .locate(), faults: &faults))
    let reader = WordReader(segmenter: segmenter)
    var score = SegmentationScore()
    for words in try gold() {
      var document = TextReader().read(words.joined())
      lexicon.scan(&document)
      var gold: [TextRange] = []
      var start = 0
      for word in words {
        gold.append(TextRange(start, start + word.utf16.count))
        start += word.utf16.count
      }
      // Numbers are the business of another room, and are kept whole here as it keeps them.
      document.quantities = zip(words, gold)
        .filter { word, _ in word.contains { "0123456789".contains($0) } }
        .map { Quantity(range: $1, value: QuantityValue(dimension: .number), rule: "gold") }
      reader.read(&document)
      score.add(gold: gold, found: document.tokens.map(\.range))
    }
    return score
  }

  @Test func agreesWithWordsCutByHand() throws {
    let lattice = try Self.score(.lattice)
    let icu = try Self.score(.icu)
    print("word F1: lattice \(lattice.f1), ICU alone \(icu.f1)")
    #expect(lattice.f1 > 0.88)
    #expect(lattice.f1 > icu.f1)
  }
}
