import Foundation
import Kaoju
import KaojuModels
import KaojuScore
import KaojuStores
import KaojuVocabulary
import Testing

/// The corpus reaches exactly the figures that are committed beside it.
@Suite struct CorpusTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")

  @Test func figuresMoveOnlyWithTheirBaseline() throws {
    let kaoju = try Kaoju()
    var scorer = Scorer()
    for gold in try GoldFolder(path: Self.corpus.path).documents() {
      let document = kaoju.read(
        gold.text, source: gold.name + ".txt",
        published: gold.published.flatMap { Moment(iso8601: $0) })
      var json = JSONWriter()
      DocumentWriter().write(document, to: &json)
      scorer.add(
        try ScoredDocument(data: Data(json.bytes)), gold: gold.annotation, name: gold.name)
    }
    let committed = try String(
      contentsOf: Self.corpus.appending(path: "baseline.tsv"), encoding: .utf8)
    let differences = Baseline(scorer.card).differences(from: Baseline(text: committed))
    #expect(
      differences.isEmpty,
      "\(differences.joined(separator: "\n")); kaoju score corpus --write-baseline corpus/baseline.tsv writes them"
    )
  }

  @Test func everyMentionOfTheGoldStandsWhereItSays() throws {
    for gold in try GoldFolder(path: Self.corpus.path).documents() {
      let scalars = Array(gold.text.unicodeScalars)
      let document = gold.annotation
      for item in document.mentions + document.quantities + document.times + document.facts {
        let place = item.value["evidence"] ?? item.value
        guard let text = place["text"]?.text else { continue }
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: scalars[item.start..<item.end])
        #expect(String(slice) == text, "\(gold.name) at \(item.start)")
      }
    }
  }
}
