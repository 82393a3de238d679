import KaojuModels
import KaojuTestSupport
import KaojuText
import KaojuVocabulary
import Testing

/// The examples beside `lexicon/layout.tsv` hold, and every row has one.
@Suite struct LayoutModelsTests {
  /// The cues of the project's own table.
  static func cues() throws -> LayoutCues {
    let rows = try ExampleFile.load("lexicon/layout.tsv", columns: ["part", "surface", "example"])
    func words(_ part: String) -> [String] {
      rows.filter { $0["part"] == part }.map { $0["surface"] }
    }
    return LayoutCues(
      openers: words("opener"), closers: words("closer"), bylines: words("byline"))
  }

  @Test(
    arguments: try ExampleFile.load(
      "lexicon/layout.examples.tsv", columns: ["text", "paragraphs"]))
  func findsTheParagraphs(example: ExampleRow) throws {
    let text = example["text"].replacing("⏎", with: "\n")
    let document = TextReader(cues: try Self.cues()).read(text)
    let found = document.paragraphs.map { "\($0.role):\(document.text.string($0.range))" }
    #expect(found == example["paragraphs"].split(separator: "|").map(String.init))
  }

  @Test(
    arguments: try ExampleFile.load("lexicon/layout.tsv", columns: ["part", "surface", "example"]))
  func everyCueStandsInItsExample(row: ExampleRow) throws {
    let text = row["example"]
    switch row["part"] {
    case "opener": #expect(text.hasPrefix(row["surface"]))
    case "closer": #expect(text.hasSuffix(row["surface"]))
    default:
      let document = TextReader(cues: try Self.cues()).read("产值增长。\n\n\(text)")
      #expect(document.paragraphs.last?.role == .byline)
    }
  }
}
