/// The tables that documents fill, in an order in which each row's references are there before it.
enum StoreTable: Int, CaseIterable {
  case documents, reprintBands, sources, diagnostics, entities, mentions, quantities, times, facts
  case factSlots, evidences, faults

  /// What the table is called.
  var name: String {
    switch self {
    case .documents: "documents"
    case .reprintBands: "reprint_bands"
    case .sources: "sources"
    case .diagnostics: "diagnostics"
    case .entities: "entities"
    case .mentions: "mentions"
    case .quantities: "quantities"
    case .times: "times"
    case .facts: "facts"
    case .factSlots: "fact_slots"
    case .evidences: "evidences"
    case .faults: "faults"
    }
  }

  /// The columns that are written.
  var columns: [String] {
    switch self {
    case .documents:
      [
        "document", "id", "source", "title", "published", "published_from", "script", "length",
        "url", "publisher", "charset", "cluster", "signature", "run", "text",
      ]
    case .reprintBands: ["band", "document"]
    case .sources: ["document", "input", "item", "source", "location"]
    case .diagnostics: ["document", "position", "code", "message", "first", "last"]
    case .entities: ["entity", "id", "kind", "name", "linked"]
    case .mentions: ["document", "position", "entity", "first", "last", "text", "anaphor"]
    case .quantities:
      [
        "document", "position", "first", "last", "text", "amount", "amount_real", "low", "high",
        "comparator", "unit", "dimension", "counted", "fraction",
      ]
    case .times:
      [
        "document", "position", "first", "last", "text", "type", "timex", "time_from", "time_to",
        "mod",
      ]
    case .facts:
      ["fact", "id", "document"] + DocumentRows.factColumns + ["json", "valid_from_run"]
    case .factSlots: ["fact"] + DocumentRows.slotColumns
    case .evidences: ["fact", "position", "first", "last", "text"]
    case .faults: ["input", "item", "location", "code", "message"]
    }
  }
}
