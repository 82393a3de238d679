import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

@testable import KaojuClaims

/// Every class of cue is proved by a sentence, and every cue of modality by what it says.
@Suite struct CueTableTests {
  private let models: DiscourseModels

  init() throws {
    var faults: [ModelFault] = []
    models = DiscourseModels(models: try ModelFolder.locate(), faults: &faults)
    #expect(faults.isEmpty)
  }

  @Test(
    arguments: try ExampleFile.load(
      "claims/cues.examples.tsv", columns: ["class", "sentence", "word"]))
  func sentenceHoldsWordOfClass(_ example: ExampleRow) throws {
    let cueClass = try #require(CueClass.names[example["class"]])
    let units = Array(example["sentence"].utf16)
    let words = units.indices.compactMap { at in
      models.cues.longest(at: at, limit: units.count, in: units, of: cueClass).map {
        String(decoding: units[at..<$0.end], as: UTF16.self)
      }
    }
    #expect(words.contains(example["word"]))
  }

  @Test func everyClassHasAnExample() throws {
    let examples = try ExampleFile.load(
      "claims/cues.examples.tsv", columns: ["class", "sentence", "word"])
    #expect(Set(examples.map { $0["class"] }) == Set(CueClass.names.keys))
  }

  @Test(
    arguments: try ExampleFile.load(
      "claims/modality.examples.tsv", columns: ["sentence", "modality"]))
  func sentenceIsMeantSo(_ example: ExampleRow) {
    let document = MarkedDocument(example["sentence"]).document
    let clauses = ClauseReader(models: models).read(document).clauses
    let modality =
      clauses.first { $0.modality != .asserted }?.modality
      ?? phrase(document) ?? .asserted
    #expect(modality.name == example["modality"])
  }

  /// The modality of a noun phrase at the end of the sentence.
  private func phrase(_ document: Document) -> Modality? {
    let units = document.text.units
    return models.modality.phrase(TextRange(0, max(0, units.count - 1)), in: units)
  }
}
