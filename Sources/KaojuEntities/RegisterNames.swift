package import KaojuModels
package import KaojuVocabulary
import Synchronization

/// The registers of the models and the user's lexicon as one source of names.
package final class RegisterNames: NameRegister {
  private let users: [NameRecord?]
  private let register: Register
  /// The records that articles have named, by row.
  private let known: Mutex<[NameRecord?]>

  /// Takes the register as it is mapped: a row is read when an article names it, since most never
  /// are.
  package init(register: Register, user: UserLexicon? = nil) {
    self.register = register
    known = Mutex([NameRecord?](repeating: nil, count: register.count))
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
    return known.withLock { known in
      if let record = known[row] { return record }
      let record = read(row)
      known[row] = record
      return record
    }
  }

  private func read(_ row: Int) -> NameRecord {
    let parent = register.parent(at: row)
    return NameRecord(
      id: register.id(at: row), kind: register.kind(at: row), name: register.name(at: row),
      parent: parent.isEmpty ? nil : EntityID(parent), level: register.level(at: row),
      validity: Validity(from: register.from(at: row), to: register.to(at: row)),
      predecessors: register.predecessors(at: row))
  }
}
