/// The compiled models: dictionaries and registers, mapped and not parsed.
///
/// A bundle that is older than the tables it was made of is made anew, in memory and, where the
/// folder of models can be written, on disk, so that an edited table is always what is read.
public struct ModelBundle: Sendable {
  static let keySection = "keys"
  static let wordsSection = "words"
  static let registerSection = "register"

  private let storage: BundleStorage
  private let sections: [String: Range<Int>]
  /// The general dictionary's words, those of `models/lexicon` and the names of the registers.
  public let words: WordTrie
  /// The registers.
  public let register: Register

  /// Opens the bundle of a folder, and makes it first when it is missing or stale.
  ///
  /// - Parameters:
  ///   - folder: The folder of models.
  ///   - dictionary: The general dictionary in jieba's format.
  ///   - faults: Where the faults of tables that had to be read are added.
  /// - Returns: `nil` when not even an empty bundle could be made.
  public static func open(
    _ folder: ModelFolder, dictionary: String = ModelCompiler.usualDictionary,
    faults: inout [ModelFault]
  ) -> ModelBundle? {
    let path = folder.path + "/" + ModelCompiler.bundleFile
    let old = BundleStorage(path: path).flatMap { ModelBundle(storage: $0) }
    if let old, old.isFresh(folder: folder, dictionary: dictionary) { return old }
    var found: [ModelFault] = []
    let image = ModelCompiler.image(
      of: folder, dictionary: dictionary, sections: [], faults: &found)
    // Faulty tables are reported every time, so a bundle made of them is not kept.
    if found.isEmpty { try? ModelCompiler.write(image, to: folder) }
    faults += found
    return ModelBundle(storage: BundleStorage(image))
  }

  /// Opens a bundle that was compiled before; `nil` when the bytes are none.
  public init?(image: [UInt8]) { self.init(storage: BundleStorage(image)) }

  init?(storage: BundleStorage) {
    guard let sections = BundleImage.directory(of: storage),
      let wordsRange = sections[Self.wordsSection],
      let registerRange = sections[Self.registerSection],
      let words = WordTrie(storage: storage, range: wordsRange),
      let register = Register(storage: storage, range: registerRange)
    else { return nil }
    self.storage = storage
    self.sections = sections
    self.words = words
    self.register = register
  }

  /// The bytes of a section, copied; for sections that other rooms added.
  public func section(_ name: String) -> [UInt8]? { sections[name].map { storage.copy($0) } }

  private func key(_ index: Int) -> UInt64 {
    guard let range = sections[Self.keySection] else { return 0 }
    return storage.number(at: range.lowerBound + index * 8)
  }

  /// Whether every table is as it was when the bundle was made.
  ///
  /// An installed bundle serves without the general dictionary it was made of.
  private func isFresh(folder: ModelFolder, dictionary: String) -> Bool {
    guard
      key(1) == ModelCompiler.namesStatus(folder: folder)
        || key(2) == ModelCompiler.namesContents(folder: folder)
    else { return false }
    return key(0) == ModelCompiler.generalKey(folder: folder, dictionary: dictionary)
      || !BundleStorage.exists(dictionary)
  }
}
