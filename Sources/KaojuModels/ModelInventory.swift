/// What a folder of models holds, for `kaoju models info`.
public struct ModelInventory: Sendable {
  /// One table or rule file.
  public struct Entry: Sendable, Hashable {
    /// The file, relative to the folder of models.
    public var file: String
    /// How many rows or rules it has.
    public var count: Int
    /// The sources that its rows name, each once.
    public var sources: [String]

    /// Makes an entry.
    public init(file: String, count: Int, sources: [String]) {
      self.file = file
      self.count = count
      self.sources = sources
    }
  }

  /// The files in order.
  public let entries: [Entry]

  /// Counts the rows of every table and the rules of every rule file.
  public init(folder: ModelFolder) {
    var entries: [Entry] = []
    for room in ["numbers", "units", "times", "lexicon", "entities", "attributes", "claims"] {
      for file in folder.files(in: room, suffix: ".tsv") where !file.hasSuffix(".examples.tsv") {
        var faults: [ModelFault] = []
        guard let text = folder.text(of: file, faults: &faults) else { continue }
        let table = Table(text: text, file: file, required: [], faults: &faults)
        let sources = Set(table.rows.map { String($0["source"]) }).subtracting([""])
        entries.append(Entry(file: file, count: table.rows.count, sources: sources.sorted()))
      }
      for file in folder.files(in: room, suffix: ".yaml") {
        var faults: [ModelFault] = []
        guard let text = folder.text(of: file, faults: &faults) else { continue }
        let rules = text.split(separator: "\n").count { $0.trimming().hasPrefix("- id:") }
        entries.append(Entry(file: file, count: rules, sources: []))
      }
    }
    self.entries = entries
  }
}
