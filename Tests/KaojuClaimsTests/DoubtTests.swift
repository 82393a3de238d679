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

  /// What an event or a rank is about may go on behind where it was cut; a name says who it is.
  @Test(arguments: [
    ("园区建成全国首条量子通讯保密干线。", FactKind.rank, true),
    ("临江市首届市民文化节开幕。", .rank, false),
    ("我国首位航天员杨利伟出席会议。", .rank, false),
    ("北京首场招聘会开幕。", .rank, false),
  ])
  func phraseBehindTheTriggerIsOpen(text: String, kind: FactKind, isOpen: Bool) throws {
    let document = try Self.kaoju.get().read(text)
    let claim = try #require(document.claims.first { $0.kind == kind })
    #expect(claim.doubts.contains(.open) == isOpen)
  }
}
