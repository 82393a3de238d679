import FoundationEssentials
public import KaojuModels

/// A folder of models made for one test, with a small general dictionary.
public final class SmallModels {
  /// The folder.
  public let folder: ModelFolder
  /// The path of the general dictionary.
  public let dictionary: String

  /// Writes the tables that a bundle is made of.
  ///
  /// - Parameters:
  ///   - general: Lines of the general dictionary (`西安 2931 ns`).
  ///   - words: Rows of `lexicon/words.tsv` (surface, tag, frequency).
  ///   - idioms: Rows of `lexicon/idioms.tsv` (surface, tag).
  ///   - drops: Rows of `lexicon/drops.tsv` (what, surface).
  ///   - counting: Rows of `lexicon/counting-idioms.tsv` (what, surface).
  ///   - tags: Rows of `lexicon/tags.tsv` (surface, tag).
  ///   - names: Rows of `entities/names.tsv` (id, name, kind, aliases).
  public init(
    general: [String], words: [String] = [], idioms: [String] = [], drops: [String] = [],
    counting: [String] = [], tags: [String] = [], names: [String] = []
  ) throws {
    let path = FileManager.default.temporaryDirectory.path + "/kaoju-models-\(UUID().uuidString)"
    let manager = FileManager.default
    try manager.createDirectory(atPath: path + "/lexicon", withIntermediateDirectories: true)
    try manager.createDirectory(atPath: path + "/entities", withIntermediateDirectories: true)
    self.folder = ModelFolder(path: path)
    self.dictionary = path + "/dict.txt"
    try write("dict.txt", general)
    try write("lexicon/words.tsv", ["surface\ttag\tfrequency"] + words)
    try write("lexicon/idioms.tsv", ["surface\ttag"] + idioms)
    try write("lexicon/drops.tsv", ["what\tsurface"] + drops)
    try write("lexicon/counting-idioms.tsv", ["what\tsurface"] + counting)
    try write("lexicon/tags.tsv", ["surface\ttag"] + tags)
    try write("entities/names.tsv", ["id\tname\tkind\taliases"] + names)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  /// Writes a table anew.
  public func write(_ file: String, _ lines: [String]) throws {
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: folder.path + "/" + file, atomically: true, encoding: .utf8)
  }

  /// Opens the bundle, as the pipeline does.
  public func bundle() throws -> ModelBundle {
    var faults: [ModelFault] = []
    let bundle = ModelBundle.open(folder, dictionary: dictionary, faults: &faults)
    guard let bundle, faults.isEmpty else { throw ModelError(faults) }
    return bundle
  }
}
