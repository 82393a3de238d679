package import KaojuVocabulary

/// What a register says of one name, as far as finding and linking need it.
///
/// A class, because a document names one thing many times and a record is never changed.
package final class NameRecord: Sendable, Hashable {
  /// The register's id.
  package let id: EntityID
  /// The same as a number, by which records are told apart.
  let key: Name
  /// The kind.
  package let kind: EntityKind
  /// The canonical name.
  package let name: String
  /// The id of the division or body that it belongs to.
  package let parent: EntityID?
  /// The same as a number.
  let parentKey: Name?
  /// Its level (`province`, `prefecture`, `county`, `country`, `national` …).
  package let level: String
  /// When it holds: 襄樊市 until 2011, 襄阳市 since.
  package let validity: Validity
  /// The ids of what it was before, separated by `|`.
  package let predecessors: String

  /// Makes a record.
  package init(
    id: EntityID, kind: EntityKind, name: String, parent: EntityID? = nil, level: String = "",
    validity: Validity = .always, predecessors: String = ""
  ) {
    self.id = id
    key = Name(id.rawValue)
    self.kind = kind
    self.name = name
    self.parent = parent
    parentKey = parent.map { Name($0.rawValue) }
    self.level = level
    self.validity = validity
    self.predecessors = predecessors
  }

  /// Records are the same when their ids are.
  package static func == (left: NameRecord, right: NameRecord) -> Bool { left.key == right.key }

  /// Hashes the id.
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// Where known names come from: the registers of the models, or the user's lexicon.
package protocol NameRegister: Sendable {
  /// The record that a known word of an origin refers to.
  func record(_ reference: Int32, origin: KnownWord.Origin) -> NameRecord?
  /// The record of an id.
  func record(of id: EntityID) -> NameRecord?
}
