import KaojuEntities
import KaojuModels
import KaojuVocabulary

/// The registers and the user's lexicon as the entity room asks them.
struct KnownNames: NameRegister {
  let register: Register
  let user: UserLexicon?

  func record(_ reference: Int32, origin: KnownWord.Origin) -> NameRecord? {
    guard origin == .user else {
      return register.record(at: Int(reference)).map(Self.name)
    }
    guard let user, user.rows.indices.contains(Int(reference)) else { return nil }
    let row = user.rows[Int(reference)]
    guard let kind = row.kind else { return nil }
    return NameRecord(
      id: row.id ?? EntityID("\(kind)/\(row.name)"), kind: kind, name: row.name)
  }

  func record(of id: EntityID) -> NameRecord? {
    register.record(id: id).map(Self.name)
  }

  private static func name(_ record: Register.Record) -> NameRecord {
    NameRecord(
      id: record.id, kind: record.kind, name: record.name,
      parent: record.parent.isEmpty ? nil : EntityID(record.parent), level: record.level)
  }
}
