import ArgumentParser
import Kaoju
import KaojuArchives
import KaojuModels
import KaojuScore
import KaojuVocabulary

extension ModelsCommand {
  /// `kaoju models diff`: which facts a change of models gains, loses and changes.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows which facts a change of models gains, loses and changes.",
      discussion: """
        Facts stand under their rule, the rules that changed most first. With --gold each rule also \
        says how many of its facts in the gold hold and how many do not, before and after, and the \
        rules whose change the gold feels most come first.
        """)

    @Argument(help: "The folder of models before the change.")
    var old: String

    @Argument(help: "The folder of models after the change.")
    var new: String

    @Argument(help: "Articles to read with both.")
    var articles: [String]

    @Option(help: "Gold documents, as kaoju score takes them, to weigh the changes by.")
    var gold: String?

    @OptionGroup var input: InputOptions

    private static func kaoju(path: String) throws -> Kaoju {
      do throws(ModelError) {
        return try Kaoju(models: ModelFolder(path: path))
      } catch {
        throw Failure(error.description, .configuration)
      }
    }

    func run() throws {
      try reporting {
        let gold = try gold.map(GoldFolder.documents)
        let readers = try [old, new].map(Self.kaoju)
        let reader = try InputReader(options: input)
        var difference = FactDifference()
        if let gold {
          difference.impact = GoldImpact(
            before: try readers[0].score(gold), after: try readers[1].score(gold))
        }
        for path in articles {
          try reader.read(path) { result in
            switch result {
            case .success(let source):
              difference.add(readers[0].read(source), readers[1].read(source))
            case .failure(let fault): throw Failure("\(fault)", ExitStatus(fault.reason))
            }
          }
        }
        try StandardStreams.write(Array(difference.description.utf8), to: 1)
      }
    }
  }
}
