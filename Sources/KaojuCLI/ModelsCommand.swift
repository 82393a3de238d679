import ArgumentParser
import KaojuText
import Kaoju
import KaojuModels

/// `kaoju models`: checks and describes what Kaoju knows.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: "Checks and describes the models.",
    subcommands: [Check.self, Info.self, Compile.self, Diff.self])

  /// `kaoju models check`: every fault of every file.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reports every fault of every model and rule file at once.")

    @OptionGroup var model: ModelOptions

    func run() throws {
      try reporting {
        let folder = try model.folder()
        _ = try model.load()
        let faults = RegisterCheck(folder: folder).faults
        if !faults.isEmpty { throw ModelError(faults) }
        let files = ModelInventory(folder: folder).entries.count
        try StandardStreams.write(Array("\(files) model files, no fault\n".utf8), to: 1)
      }
    }
  }

  /// `kaoju models info`: counts, versions, sources.
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what the models hold, and from which sources.")

    @OptionGroup var model: ModelOptions

    func run() throws {
      try reporting {
        let folder = try model.folder()
        var lines = ["kaoju \(KaojuCommand.configuration.version), models in \(folder.path)", ""]
        for entry in ModelInventory(folder: folder).entries {
          lines.append(
            DisplayWidth.pad(entry.file, to: 36) + DisplayWidth.pad("\(entry.count)", to: 8)
              + DisplayWidth.cut(entry.sources.joined(separator: "; "), to: 70))
        }
        try StandardStreams.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: 1)
      }
    }
  }

  /// `kaoju models compile`: the dictionary and registers as one file that is mapped at start.
  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compiles the dictionary and registers into one file that is mapped at start.")

    @Option(help: "The general dictionary, in jieba's format.")
    var dictionary = ModelCompiler.usualDictionary

    @OptionGroup var model: ModelOptions

    func run() throws {
      try reporting {
        let folder = try model.folder()
        do throws(ModelError) {
          let image = try ModelCompiler.compile(folder, dictionary: dictionary)
          try ModelCompiler.write(image, to: folder)
          let path = "\(folder.path)/\(ModelCompiler.bundleFile)"
          try? StandardStreams.write(Array("\(path): \(image.count) bytes\n".utf8), to: 1)
        } catch {
          throw Failure(error.description, .configuration)
        }
      }
    }
  }
}
