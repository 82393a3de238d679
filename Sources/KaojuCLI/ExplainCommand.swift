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

  @OptionGroup var input: InputOptions
  @OptionGroup var model: ModelOptions

  func run() throws {
    try reporting {
      let kaoju = try model.load()
      let view = ExplainView()
      guard text == "-" || InputReader.isFile(text) else {
        let document = kaoju.read(text, published: input.publicationDate)
        return try StandardStreams.write(Array(view.render(document).utf8), to: 1)
      }
      var failure: ArchiveFault?
      try InputReader(options: input).read(text) { result in
        switch result {
        case .success(let source):
          try StandardStreams.write(Array(view.render(kaoju.read(source)).utf8), to: 1)
        case .failure(let fault): failure = fault
        }
      }
      if let failure { throw Failure("\(failure)", ExitStatus(failure.reason)) }
    }
  }
}
