import ArgumentParser
import Kaoju
import KaojuArchives
import KaojuVocabulary

/// `kaoju explain`: how each layer of an article came about.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows tokens, quantities, times, entities and facts, and the rule behind each.")

  @Argument(help: "A sentence, a file, or - for standard input.")
  var text: String

  @Option(
    help: "Show the rules that nearly took the values or triggers of this phrase, and why not.")
  var whyNot: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var model: ModelOptions

  func run() throws {
    try reporting {
      let kaoju = try model.load()
      let view = ExplainView()
      func show(_ document: Document) throws {
        let attempts = kaoju.pipeline.attempts(in: document)
        let text =
          whyNot.map { NearMissView(phrase: $0).render(document, attempts) }
          ?? view.render(document, attempts, derived: kaoju.pipeline.derivedFacts(of: document))
        try StandardStreams.write(Array(text.utf8), to: 1)
      }
      guard text == "-" || InputReader.isFile(text) else {
        return try show(kaoju.read(text, published: input.publicationDate))
      }
      var failure: ArchiveFault?
      try InputReader(options: input).read(text) { result in
        switch result {
        case .success(let source):
          try show(kaoju.read(source))
        case .failure(let fault): failure = fault
        }
      }
      if let failure { throw Failure("\(failure)", ExitStatus(failure.reason)) }
    }
  }
}
