import KaojuLexicon
import KaojuModels
import KaojuTestSupport
import KaojuText
import KaojuVocabulary
import Testing

/// The project's own tables: all of them load, and their examples hold.
@Suite struct LexiconModelsTests {
  private static let lexicon: Lexicon? = {
    var faults: [ModelFault] = []
    guard let folder = try? ModelFolder.locate() else { return nil }
    let lexicon = Lexicon(models: folder, faults: &faults)
    for fault in faults { print(fault) }
    return faults.isEmpty ? lexicon : nil
  }()

  private func document(_ text: String) throws -> Document {
    var document = TextReader().read(text)
    try #require(Self.lexicon).scan(&document)
    return document
  }

  /// The words from the left, each the longest that begins where the last one ended.
  private func longest(_ document: Document, where holds: (KnownWord) -> Bool) -> [String] {
    var words: [String] = []
    var end: Int32 = 0
    for word in document.knownWords where word.range.lowerBound >= end && holds(word) {
      words.append(document.text.folded(word.range))
      end = word.range.upperBound
    }
    return words
  }

  @Test(
    arguments: try ExampleFile.load("lexicon/idioms.examples.tsv", columns: ["text", "barred"]))
  func barsNumbersInIdiomsAndNames(example: ExampleRow) throws {
    let barred = longest(try document(example["text"])) { $0.flags.contains(.barsNumbers) }
    #expect(barred == example["barred"].split(separator: "|").map(String.init))
  }

  @Test(
    arguments: try ExampleFile.load("lexicon/counting-idioms.examples.tsv", columns: ["text"]))
  func letsNumbersThroughThatOnlyLookLikeIdioms(example: ExampleRow) throws {
    #expect(longest(try document(example["text"])) { $0.flags.contains(.barsNumbers) } == [])
  }

  @Test(
    arguments: try ExampleFile.load("lexicon/drops.examples.tsv", columns: ["text", "words"]))
  func dropsWordsThatSwallowNames(example: ExampleRow) throws {
    let words = longest(try document(example["text"])) { $0.origin == .dictionary }
    #expect(words == example["words"].split(separator: "|").map(String.init))
  }

  /// The rows of every example table of a register (surface, id).
  private static func registerExamples() throws -> [ExampleRow] {
    var examples: [ExampleRow] = []
    var faults: [ModelFault] = []
    let folder = try ModelFolder.locate()
    for file in folder.files(in: "entities", suffix: ".examples.tsv") {
      let text = folder.text(of: file, faults: &faults) ?? ""
      let header = text.split(separator: "\n").first { !$0.hasPrefix("#") }
      guard header == "surface\tid" else { continue }
      examples += try ExampleFile.load(file, columns: ["surface", "id"])
    }
    return examples
  }

  @Test(arguments: try registerExamples())
  func knowsTheNamesOfTheRegisters(example: ExampleRow) throws {
    let document = try document(example["surface"])
    let register = try #require(Self.lexicon).bundle.register
    let ids = document.knownWords.filter { $0.range.count == document.text.count }
      .compactMap { register.record(at: Int($0.reference))?.id.rawValue }
    #expect(ids.contains(example["id"]))
  }

  @Test func opensInMilliseconds() throws {
    let folder = try ModelFolder.locate()
    var faults: [ModelFault] = []
    _ = ModelBundle.open(folder, faults: &faults)
    let duration = ContinuousClock().measure { _ = ModelBundle.open(folder, faults: &faults) }
    #expect(duration < .milliseconds(50))
  }
}
