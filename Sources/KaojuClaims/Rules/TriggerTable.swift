package import KaojuModels

/// The words that tell of an event, from `models/claims/triggers.tsv`.
///
/// A row names a trigger, the event's type and the templates that its arguments follow; rules name
/// a template's triggers as a word class (`[event_object]`).
package struct TriggerTable: Sendable, Hashable {
  /// The event's type by trigger (成立 → establish).
  package private(set) var events: [String: String] = [:]
  /// The triggers of each template by the template's name.
  package private(set) var classes: [String: [String]] = [:]

  private static let types = [
    "establish", "hold", "release", "develop", "launch", "win", "build", "invest", "acquire",
    "list", "sign", "cooperate", "approve", "produce", "record", "other",
  ]

  /// Reads the table.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "claims/triggers.tsv"
    guard
      let table = models.table(
        file, required: ["trigger", "event", "templates"], optional: ["note"], faults: &faults)
    else { return }
    table.requireCells(["trigger", "event", "templates"], faults: &faults)
    for row in table.rows {
      let event = String(row["event"])
      if !Self.types.contains(event) {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "event"),
            .undefined(
              what: "event", name: event,
              suggestion: Suggestion.nearest(to: event, among: Self.types))))
      }
      for trigger in row.list("trigger") {
        let trigger = String(trigger)
        if events.updateValue(event, forKey: trigger) != nil {
          faults.append(
            ModelFault(
              file: file, line: row.line,
              .duplicate(what: "trigger", name: trigger, firstLine: 0)))
        }
        for template in row.list("templates") {
          classes["event_\(template)", default: []].append(trigger)
        }
      }
    }
  }
}
