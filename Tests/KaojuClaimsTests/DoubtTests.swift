import Kaoju
import KaojuClaims
import KaojuTestSupport
import KaojuVocabulary
import Testing

/// What makes a claim doubtful is seen in a sentence, as `models/claims/doubts.examples.tsv` says.
@Suite struct DoubtTests {
  static let kaoju = Result { try Kaoju() }

  @Test(
    arguments: try ExampleFile.load(
      "claims/doubts.examples.tsv", columns: ["text", "value", "doubt"]))
  func valueIsDoubted(_ example: ExampleRow) throws {
    let document = try Self.kaoju.get().read(
      example["text"], published: Moment(year: 2025, month: 2, day: 1))
    let claim = try #require(
      document.claims.first {
        $0.value?.range.map { document.text.string($0) } == example["value"]
      })
    let found = Doubts.names.filter { claim.doubts.contains($0.value) }.map(\.key)
    if example["doubt"] == "-" {
      #expect(found == [])
    } else {
      #expect(found.contains(example["doubt"]))
    }
  }
}
