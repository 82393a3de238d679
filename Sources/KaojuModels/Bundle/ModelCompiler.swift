#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Makes the bundle of dictionaries and registers that is mapped at start-up.
///
/// ```swift
/// let bytes = try ModelCompiler.compile(folder, dictionary: "/usr/…/jieba/dict.txt")
/// ```
public enum ModelCompiler {
  /// Where Debian's `python3-jieba` keeps the general dictionary.
  public static let usualDictionary = "/usr/lib/python3/dist-packages/jieba/dict.txt"
  /// Where the bundle lies, relative to the folder of models.
  public static let bundleFile = "compiled/kaoju.bundle"

  /// Raised whenever the compiler makes something else of the same tables.
  private static let revision: Int64 = 5

  /// Compiles everything.
  ///
  /// - Parameters:
  ///   - folder: The folder of models.
  ///   - dictionary: The general dictionary in jieba's format.
  ///   - sections: Sections of other rooms, by name.
  /// - Throws: ``ModelError`` with every fault of every table.
  public static func compile(
    _ folder: ModelFolder, dictionary: String = usualDictionary,
    sections: [(name: String, bytes: [UInt8])] = []
  ) throws(ModelError) -> [UInt8] {
    var faults: [ModelFault] = []
    let image = image(
      of: folder, dictionary: dictionary, sections: sections, faults: &faults)
    guard faults.isEmpty else { throw ModelError(faults) }
    return image
  }

  /// Writes a bundle to its place under the folder of models, all at once or not at all.
  public static func write(_ image: [UInt8], to folder: ModelFolder) throws(ModelError) {
    let path = folder.path + "/" + bundleFile
    do {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/compiled", withIntermediateDirectories: true)
      try Data(image).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw ModelError([
        ModelFault(
          file: bundleFile, .unreadable(reason: "it cannot be written: \(error)"))
      ])
    }
  }

  /// Compiles all tables, faulty or not.
  static func image(
    of folder: ModelFolder, dictionary: String,
    sections: [(name: String, bytes: [UInt8])], faults: inout [ModelFault]
  ) -> [UInt8] {
    let lists = WordLists(folder: folder, faults: &faults)
    let names = NameTables(folder: folder, faults: &faults)
    var words = WordTrieBuilder()
    if let storage = BundleStorage(path: dictionary) {
      GeneralDictionary(storage).add(to: &words, lists: lists)
    } else {
      faults.append(
        ModelFault(
          file: dictionary,
          .unreadable(
            reason: "the general dictionary is not there; install python3-jieba or name one")))
    }
    names.add(to: &words, lists: lists)
    if words.isFull {
      faults.append(
        ModelFault(file: dictionary, .other("it has more words than a bundle can hold")))
    }
    var keys = SectionWriter()
    keys.append([
      generalKey(folder: folder, dictionary: dictionary), namesStatus(folder: folder),
      namesContents(folder: folder),
    ])
    return BundleImage.bytes(
      of: [
        (ModelBundle.keySection, keys.bytes),
        (ModelBundle.wordsSection, words.bytes()),
        (ModelBundle.registerSection, Register.bytes(of: names.rows)),
      ] + sections)
  }

  /// The names of the registers without the general dictionary and the words, to measure alone.
  ///
  /// - Returns: `nil` when there are no names.
  public static func names(
    of folder: ModelFolder, faults: inout [ModelFault]
  ) -> WordTrie? {
    var builder = WordTrieBuilder()
    NameTables(folder: folder, faults: &faults).addNames(to: &builder)
    let storage = BundleStorage(builder.bytes())
    return WordTrie(storage: storage, range: 0..<storage.bytes.count)
  }

  /// Changes when the general dictionary or a table that shapes it changes.
  static func generalKey(folder: ModelFolder, dictionary: String) -> UInt64 {
    var print = ModelFingerprint()
    print.combine(revision)
    print.combine(FileStatus(path: dictionary)?.size ?? -1)
    for file in WordLists.generalFiles {
      print.combine(contentsOf: folder.path + "/" + file)
    }
    return print.value
  }

  /// Changes when a table of words or a register changes or is touched; quick to ask.
  static func namesStatus(folder: ModelFolder) -> UInt64 {
    var print = ModelFingerprint()
    print.combine(revision)
    for file in nameFiles(folder) {
      print.combine(file.utf8)
      print.combine(statusOf: folder.path + "/" + file)
    }
    return print.value
  }

  /// Changes when the contents of a table of words or a register change, wherever it was copied.
  static func namesContents(folder: ModelFolder) -> UInt64 {
    var print = ModelFingerprint()
    print.combine(revision)
    for file in nameFiles(folder) {
      print.combine(file.utf8)
      print.combine(contentsOf: folder.path + "/" + file)
    }
    return print.value
  }

  private static func nameFiles(_ folder: ModelFolder) -> [String] {
    WordLists.files + folder.files(in: "entities", suffix: ".tsv")
  }
}
