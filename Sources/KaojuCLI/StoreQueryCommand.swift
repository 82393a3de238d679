import ArgumentParser
import KaojuStores

/// `kaoju store query`: facts as a table that a person reads.
struct StoreQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Shows facts of a store as a table.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var facts: FactOptions

  func run() throws {
    try reporting {
      try store.open { store in
        var question = facts.question
        question.limit = question.limit ?? 100
        var rows: [[String]] = []
        try store.facts(question) { rows.append(Self.cells(of: $0)) }
        let table = PlainTable(
          headings: ["subject", "attribute", "value", "amount", "time", "kind", "source"],
          rows: rows)
        try StandardStreams.write(Array(table.text.utf8), to: 1)
      }
    }
  }

  private static func cells(of fact: StoredFact) -> [String] {
    var attribute = fact["attribute_text"] ?? fact["trigger_text"] ?? fact["relation"] ?? ""
    if let object = fact["object_name"] { attribute += " → \(object)" }
    if let whole = fact["whole_name"] { attribute += " / \(whole)" }
    if let scope = fact["scope_text"] { attribute += " @ \(scope)" }
    let amount =
      fact["amount"] ?? [fact["low"], fact["high"]].compactMap { $0 }.joined(separator: "–")
    let unit = fact["unit"].map { $0 == "1" ? "" : " \($0)" } ?? ""
    return [
      fact["subject_name"] ?? "", attribute, fact["value_text"] ?? "", amount + unit,
      fact["time_from"] ?? fact["time_text"] ?? "",
      (fact.isNegated ? "not " : "") + (fact["kind"] ?? "")
        + (fact["direction"].map { " \($0)" } ?? ""),
      fact["source"] ?? "",
    ]
  }
}
