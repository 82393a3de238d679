package import KaojuVocabulary

/// What a register says of one name, as far as finding and linking need it.
package struct NameRecord: Sendable, Hashable {
  /// The register's id.
  package var id: EntityID
  /// The kind.
  package var kind: EntityKind
  /// The canonical name.
  package var name: String
  /// The id of the division or body that it belongs to.
  package var parent: EntityID?
  /// Its level (`province`, `prefecture`, `county`, `country`, `national` …).
  package var level: String

  /// Makes a record.
  package init(
    id: EntityID, kind: EntityKind, name: String, parent: EntityID? = nil, level: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.parent = parent
    self.level = level
  }
}

/// Where known names come from: the registers of the models, or the user's lexicon.
package protocol NameRegister: Sendable {
  /// The record that a known word of an origin refers to.
  func record(_ reference: Int32, origin: KnownWord.Origin) -> NameRecord?
  /// The record of an id.
  func record(of id: EntityID) -> NameRecord?
}
