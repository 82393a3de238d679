/// Words that rules name together (`[link]`: 达, 达到, 为, 是 …), from `lexicon/classes.tsv`.
public struct WordClasses: Sendable, Hashable {
  /// The words of each class by its name, in the order of the table.
  public private(set) var words: [String: [String]] = [:]
  /// The same, to tell at once whether a class holds a word.
  private var members: [String: Set<String>] = [:]

  /// Starts empty.
  public init() {}

  /// Reads the table of classes.
  ///
  /// A word that begins with `[` and ends with `]` stands for all words of another class.
  public init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "lexicon/classes.tsv"
    guard
      let table = models.table(
        file, required: ["class", "words"], optional: ["note"], faults: &faults)
    else { return }
    table.requireCells(["class", "words"], faults: &faults)
    for row in table.rows {
      let name = String(row["class"])
      for word in row.list("words") {
        guard word.first == "[", word.last == "]" else {
          add(String(word), to: name)
          continue
        }
        let other = String(word.dropFirst().dropLast())
        if words[other] == nil {
          faults.append(
            ModelFault(
              file: file, line: row.line, column: row.position(of: "words"),
              .undefined(
                what: "word class", name: other,
                suggestion: Suggestion.nearest(to: other, among: words.keys.sorted()))))
        }
        for member in words[other] ?? [] { add(member, to: name) }
      }
    }
  }

  /// Adds a word to a class; a word that is already in it stays where it is.
  public mutating func add(_ word: String, to name: String) {
    guard members[name, default: []].insert(word).inserted else { return }
    words[name, default: []].append(word)
  }
}
