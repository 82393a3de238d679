package import KaojuModels

/// Characters around a number that decide how it is read, from `models/numbers/cues.tsv`.
package struct NumberCues: Sendable {
  /// What a character does beside a number.
  enum Role: UInt32, CaseIterable, Sendable {
    case opensSign, introducesNumber, endsStatement, recurringClassifier, larger, smaller
    case dateMark, clockMark, nameTail, listMark, boundLink, rangeDash, rangeWord, pairWord
    case notBeforeSeveral, notBeforeTop, rankTail, notBeforeHalf, halfWord, weekday, spokenTenth
    case countedBehind, moneyBehind, datePart, changeStart, yearTail, notMoneyBehind, printedTenth
    case kiloBehind, printedDigit, label, codeLink
  }

  private let roles: CharacterRoles<Role>

  /// Reads the table; every role must have its row.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    roles = CharacterRoles(file: "numbers/cues.tsv", models: models, faults: &faults)
  }

  /// Whether a character plays a role.
  @inline(__always)
  func plays(_ role: Role, _ unit: UInt16) -> Bool { roles.plays(role, unit) }
}
