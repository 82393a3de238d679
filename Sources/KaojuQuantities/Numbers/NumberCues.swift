package import KaojuModels

/// Characters around a number that decide how it is read, from `models/numbers/cues.tsv`.
package struct NumberCues: Sendable {
  /// What a character does beside a number.
  enum Role: UInt32, CaseIterable, Sendable {
    case opensSign, introducesNumber, endsStatement, recurringClassifier, larger, smaller
    case dateMark, clockMark, nameTail, listMark, boundLink, rangeDash, rangeWord, pairWord
    case notBeforeSeveral, notBeforeTop, rankTail, notBeforeHalf, halfWord, weekday, spokenTenth
    case countedBehind, moneyBehind, datePart, changeStart, yearTail, notMoneyBehind, printedTenth
    case kiloBehind, printedDigit
  }

  /// For each character the roles it plays, a bit each.
  private var roles = [UInt32](repeating: 0, count: 0x10000)

  /// Reads the table; every role must have its row.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "numbers/cues.tsv"
    let table = models.table(
      file, required: ["role", "characters"], optional: ["note"], faults: &faults)
    var named: Set<Role> = []
    for row in table?.rows ?? [] {
      let name = row["role"]
      guard let role = Role.allCases.first(where: { "\($0)" == name }) else {
        faults.append(
          ModelFault(
            file: file, line: row.line,
            .undefined(
              what: "role", name: String(row["role"]),
              suggestion: Suggestion.nearest(
                to: String(row["role"]), among: Role.allCases.map { "\($0)" }))))
        continue
      }
      named.insert(role)
      for unit in row["characters"].utf16 { roles[Int(unit)] |= Self.bit(of: role) }
    }
    for role in Role.allCases where table != nil && !named.contains(role) {
      faults.append(ModelFault(file: file, .other("the role \"\(role)\" has no row")))
    }
  }

  /// Whether a character plays a role.
  func plays(_ role: Role, _ unit: UInt16) -> Bool {
    roles[Int(unit)] & Self.bit(of: role) != 0
  }

  @inline(__always)
  private static func bit(of role: Role) -> UInt32 { 1 << role.rawValue }
}
