import ArgumentParser
import KaojuStores

/// The forms in which facts of a store are written.
enum FactFormat: String, ExpressibleByArgument, CaseIterable {
  /// A table that a person reads.
  case table
  /// One fact of the contract a line.
  case jsonl
  /// Rows of comma-separated values.
  case csv
  /// JSON-LD with PROV-O and Web Annotation, one object a line.
  case jsonld

  /// Writes the facts that a question finds.
  func write(_ question: FactQuery, in store: Store, to destination: OutputFile) throws {
    switch self {
    case .table:
      var rows: [[String]] = []
      try store.facts(question) { rows.append(Self.cells(of: $0)) }
      let table = PlainTable(
        headings: ["subject", "attribute", "value", "amount", "time", "kind", "source"],
        rows: rows)
      try destination.write(Array(table.text.utf8))
    case .jsonl:
      try store.facts(question) { try destination.write(Array(($0["json"] ?? "").utf8) + [0x0A]) }
    case .csv:
      let columns = StoredFact.columns.filter { $0 != "json" && $0 != "fact" }
      try destination.write(SeparatedValues.row(columns))
      try store.facts(question) { fact in
        try destination.write(SeparatedValues.row(columns.map { fact[$0] ?? "" }))
      }
    case .jsonld:
      let linkedData = LinkedDataWriter()
      try store.facts(question) { fact in
        try destination.write(linkedData.line(of: fact, in: store))
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
