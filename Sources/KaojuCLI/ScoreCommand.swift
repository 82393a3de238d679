import ArgumentParser
import FoundationEssentials
import Kaoju
import KaojuScore

/// `kaoju score`: facts against gold.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Compares extracted documents with gold ones: entities, quantities, times, facts.",
    discussion: """
      GOLD is a folder of NAME.json beside NAME.txt, or one such .json file. Without --predicted \
      the texts are read now.
      """)

  @Argument(help: "A folder of gold documents, or one of them.")
  var gold: String

  @Option(help: "Documents that extract printed earlier, one a line.")
  var predicted: String?

  @Option(help: "How many sorts of errors are listed.")
  var worst = 10

  @Option(help: "Write the figures to a file, as corpus/baseline.tsv holds them.")
  var writeBaseline: String?

  @OptionGroup var model: ModelOptions

  func run() throws {
    try reporting {
      let documents = try GoldFolder.documents(at: gold)
      let predictions = try predicted.map { try Predictions(path: $0) }
      let kaoju = try predictions == nil ? model.load() : nil
      var scorer = Scorer()
      for document in documents {
        guard let prediction = try predictions?.document(for: document) ?? kaoju?.scored(document)
        else {
          StandardStreams.error("kaoju: no predicted document for \(document.name)\n")
          continue
        }
        scorer.add(prediction, gold: document.annotation, name: document.name)
      }
      if let writeBaseline {
        try OutputFile(path: writeBaseline).write(Array(Baseline(scorer.card).text.utf8))
      }
      try StandardStreams.write(
        Array(ScoreView().render(scorer.card, mistakes: worst).utf8), to: 1)
    }
  }
}

/// Documents that were extracted before.
private struct Predictions {
  private let documents: [ScoredDocument]

  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path) cannot be read", .noInput)
    }
    documents = try data.split(separator: UInt8(ascii: "\n")).map { line in
      do {
        return try ScoredDocument(data: Data(line))
      } catch {
        throw Failure("\(path) holds a line that is no document: \(error)", .data)
      }
    }
  }

  func document(for gold: GoldFolder.Document) -> ScoredDocument? {
    documents.first { $0.source.hasSuffix(gold.name + ".txt") }
  }
}
