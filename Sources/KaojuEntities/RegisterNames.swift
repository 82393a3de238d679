package import KaojuModels
package import KaojuVocabulary

/// The registers of the models and the user's lexicon as one source of names.
package struct RegisterNames: NameRegister {
  private let users: [NameRecord?]
  private let register: Register

  /// Takes the register as it is mapped: a row is read when an article names it, since most never
  /// are.
  package init(register: Register, user: UserLexicon? = nil) {
    self.register = register
    users = (user?.rows ?? []).map { row in
      guard let kind = row.kind else { return nil }
      return NameRecord(
        id: row.id ?? EntityID(kind.rawValue + "/" + row.name), kind: kind, name: row.name)
    }
  }

  package func record(_ reference: Int32, origin: KnownWord.Origin) -> NameRecord? {
    let index = Int(reference)
    if origin == .user { return users.indices.contains(index) ? users[index] : nil }
    return record(at: index)
  }

  package func record(of id: EntityID) -> NameRecord? {
    register.row(id: id).flatMap { record(at: $0) }
  }

  private func record(at row: Int) -> NameRecord? {
    guard row >= 0, row < register.count else { return nil }
    let parent = register.parent(at: row)
    return NameRecord(
      id: register.id(at: row), kind: register.kind(at: row), name: register.name(at: row),
      parent: parent.isEmpty ? nil : EntityID(parent), level: register.level(at: row))
  }
}
