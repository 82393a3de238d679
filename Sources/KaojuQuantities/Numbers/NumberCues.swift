package import KaojuModels

/// Characters around a number that decide how it is read, from `models/numbers/cues.tsv`.
package struct NumberCues: Sendable {
  /// What a character does beside a number.
  enum Role: String, CaseIterable, Sendable {
    case opensSign, introducesNumber, endsStatement, recurringClassifier, larger, smaller
    case dateMark, clockMark, nameTail, listMark, boundLink, rangeDash, rangeWord, pairWord
    case notBeforeSeveral, notBeforeTop, rankTail, notBeforeHalf, halfWord, weekday, spokenTenth
    case countedBehind, moneyBehind, datePart, changeStart, yearTail, notMoneyBehind, printedTenth
  }

  private var members: [Role: [UInt16]] = [:]

  /// Reads the table; every role must have its row.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "numbers/cues.tsv"
    let table = models.table(
      file, required: ["role", "characters"], optional: ["note"], faults: &faults)
    for row in table?.rows ?? [] {
      guard let role = Role(rawValue: String(row["role"])) else {
        faults.append(
          ModelFault(
            file: file, line: row.line,
            .undefined(
              what: "role", name: String(row["role"]),
              suggestion: Suggestion.nearest(
                to: String(row["role"]), among: Role.allCases.map(\.rawValue)))))
        continue
      }
      members[role] = Array(row["characters"].utf16)
    }
    for role in Role.allCases where table != nil && members[role] == nil {
      faults.append(ModelFault(file: file, .other("the role \"\(role)\" has no row")))
    }
  }

  /// Whether a character plays a role.
  func plays(_ role: Role, _ unit: UInt16) -> Bool {
    members[role]?.contains(unit) ?? false
  }
}
