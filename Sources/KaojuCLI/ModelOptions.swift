public import ArgumentParser
public import Kaoju
import KaojuModels

/// The options that choose models and policies; shared by all subcommands that read text.
struct ModelOptions: ParsableArguments {
  @Option(help: "The folder of models.")
  var models: String?

  @Option(help: "Your own words and names, which always win (tab-separated).")
  var lexicon: String?

  @Option(help: "How Chinese text is cut into words: lattice or icu.")
  var segmenter: Kaoju.Options.Segmenter = .lattice

  @Option(help: "The ISO 4217 code that a bare 元 means.")
  var currency = "CNY"

  func validate() throws {
    guard currency.count == 3, currency.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
      throw ValidationError("--currency takes an ISO 4217 code such as CNY, not \(currency).")
    }
  }

  /// The folder of models that the options name, or the one that is found.
  func folder() throws -> ModelFolder {
    if let models { return ModelFolder(path: models) }
    do {
      return try ModelFolder.locate()
    } catch {
      throw Failure(error.description, .configuration)
    }
  }

  /// The options that change what is read.
  var options: Kaoju.Options {
    Kaoju.Options(segmenter: segmenter, currency: currency, lexicon: lexicon)
  }

  /// Loads the models; a fault ends the command with all faults and exit code 78.
  func load() throws -> Kaoju {
    let folder = try folder()
    do {
      return try Kaoju(models: folder, options: options)
    } catch {
      throw Failure(error.description, .configuration)
    }
  }
}

extension Kaoju.Options.Segmenter: ExpressibleByArgument {}
