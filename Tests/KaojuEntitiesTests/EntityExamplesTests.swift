import KaojuEntities
import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

/// Every sentence under `models/entities` has exactly the names that are marked in it.
@Suite struct EntityExamplesTests {
  @Test(
    arguments: try [
      "heads", "quotes", "titles", "lists", "trades", "anaphors", "canonical", "words",
    ].flatMap {
      try ExampleFile.load("entities/\($0).examples.tsv", columns: ["text", "note"])
    })
  func findsWhatIsMarked(_ example: ExampleRow) throws {
    let marked = MarkedText(example["text"])
    let document = try ReadDocument.entities(of: marked.text)
    let found = document.mentions.map { "\(document.text.string($0.range)):\($0.kind)" }
    let expected = marked.marks.map { mark in
      let kind = mark.label.split(separator: "=").first.map(String.init) ?? mark.label
      return "\(document.text.string(mark.range)):\(kind)"
    }
    #expect(found == expected)
    for mark in marked.marks {
      let parts = mark.label.split(separator: "=")
      guard parts.count == 2,
        let mention = document.mentions.first(where: { $0.range == mark.range })
      else { continue }
      #expect(document.entities[Int(mention.entity)].name == String(parts[1]))
    }
  }
}
