import KaojuText
import KaojuVocabulary
import Testing

/// Offsets lead to the contract's text whatever the text holds.
@Suite struct OffsetPropertyTests {
  private static let pieces: [String] = [
    "今年一季度", "产值增长5.2%", "，", "。", "！", "\n", "\r\n", "\r", "\n\n", "\u{3000}\u{3000}", "😀", "👩‍🔬",
    "𠮷野家", "ＡＢＣ１２３", "\u{FEFF}", "\u{200B}", "e\u{301}", "臺灣", "“十四五”", "期间", "……", "DeepSeek-V3",
    "《去哪儿？》", " ", "诞", "生", "（记者 李明）", "\u{0}", "🇨🇳", "か", "㎡",
  ]

  /// A small generator with a seed, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static func plain(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    result.append(
      contentsOf: scalars.filter {
        !$0.properties.isWhitespace && ![0xFEFF, 0x200B].contains($0.value)
      })
    return String(result)
  }

  @Test(arguments: 0..<40) func everyRangeLeadsToWhatThePageShows(seed: Int) {
    var generator = Generator(state: UInt64(seed) &* 7919 &+ 17)
    let text = (0..<Int.random(in: 0...120, using: &generator))
      .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
    let contract = Array(
      text.replacing("\r\n", with: "\n").unicodeScalars.map { $0 == "\r" ? "\n" : $0 })
    let document = TextReader().read(text)
    #expect(document.length == contract.count)
    #expect(document.text.units.count == document.text.printed.count)
    let ranges =
      document.runs.map(\.range) + document.sentences.map(\.range)
      + document.paragraphs.map(\.range)
    for range in ranges {
      let points = document.text.offsets.codePoints(of: range)
      #expect(points.lowerBound >= 0 && Int(points.upperBound) <= contract.count)
      // Furniture between the halves of a sentence stands inside the original range only.
      let original = Self.plain(contract[Int(points.lowerBound)..<Int(points.upperBound)])
      let printed = Self.plain(document.text.string(range).unicodeScalars)
      #expect(original == printed || original.count > printed.count)
      if range.count < 4 { #expect(original.hasPrefix(printed.prefix(1))) }
    }
  }

  @Test(arguments: 0..<20) func runsCoverTheTextWithoutAGap(seed: Int) {
    var generator = Generator(state: UInt64(seed) &* 104_729 &+ 3)
    let text = (0..<80).compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
    let document = TextReader().read(text)
    var position: Int32 = 0
    for run in document.runs {
      #expect(run.range.lowerBound == position)
      #expect(!run.range.isEmpty)
      position = run.range.upperBound
    }
    #expect(Int(position) == document.text.count)
  }
}
