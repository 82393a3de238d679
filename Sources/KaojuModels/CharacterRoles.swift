/// What single characters do, from a table of roles with all the characters that play each.
///
/// With the row `smaller 小低少短` the character 低 plays the role `smaller`. A role's raw value is
/// its bit, below 32.
@frozen
public struct CharacterRoles<Role>: Sendable
where Role: CaseIterable & Hashable & RawRepresentable & Sendable, Role.RawValue == UInt32 {
  /// For each code unit the roles it plays, a bit each.
  @usableFromInline var roles = [UInt32](repeating: 0, count: 0x10000)

  /// Reads a table with the columns `role`, `characters` and `note`; every role must have its row.
  public init(file: String, models: ModelFolder, faults: inout [ModelFault]) {
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
              what: "role", name: String(name),
              suggestion: Suggestion.nearest(
                to: String(name), among: Role.allCases.map { "\($0)" }))))
        continue
      }
      named.insert(role)
      for unit in row["characters"].utf16 { roles[Int(unit)] |= 1 << role.rawValue }
    }
    for role in Role.allCases where table != nil && !named.contains(role) {
      faults.append(ModelFault(file: file, .other("the role \"\(role)\" has no row")))
    }
  }

  /// Whether a character plays a role.
  @inlinable
  @inline(__always)
  public func plays(_ role: Role, _ unit: UInt16) -> Bool {
    roles[Int(unit)] & 1 << role.rawValue != 0
  }
}
