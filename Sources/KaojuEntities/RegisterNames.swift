package import KaojuModels
package import KaojuVocabulary

/// The registers of the models and the user's lexicon as one source of names.
package struct RegisterNames: NameRegister {
  private let records: [NameRecord]
  private let users: [NameRecord?]
  private let register: Register

  /// Reads the rows once, so that no article pays for them.
  package init(register: Register, user: UserLexicon? = nil) {
    self.register = register
    records = (0..<register.count).map { row in
      guard let record = register.record(at: row) else {
        return NameRecord(id: "", kind: "", name: "")
      }
      return NameRecord(
        id: record.id, kind: record.kind, name: record.name,
        parent: record.parent.isEmpty ? nil : EntityID(record.parent), level: record.level)
    }
    users = (user?.rows ?? []).map { row in
      guard let kind = row.kind else { return nil }
      return NameRecord(
        id: row.id ?? EntityID(kind.rawValue + "/" + row.name), kind: kind, name: row.name)
    }
  }

  package func record(_ reference: Int32, origin: KnownWord.Origin) -> NameRecord? {
    let index = Int(reference)
    if origin == .user { return users.indices.contains(index) ? users[index] : nil }
    return records.indices.contains(index) ? records[index] : nil
  }

  package func record(of id: EntityID) -> NameRecord? {
    register.row(id: id).map { records[$0] }
  }
}
