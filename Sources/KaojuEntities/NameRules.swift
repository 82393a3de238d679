import KaojuModels
import KaojuVocabulary

/// All tables of `models/entities` that find names never seen before, compiled for matching.
final class NameRules: Sendable {
  /// A word that ends a name, with what the name is then.
  struct Head: Sendable {
    /// How much a name needs besides its last word.
    enum Strength: String, Sendable {
      /// A proper element anywhere in the body.
      case strong
      /// A brand directly before it.
      case weak
      /// A body that is the transliteration of a foreign name.
      case foreign
      /// A division, 国家, 省 or 市 that leads.
      case organ
      /// A verb of issuing before the name.
      case issued
      /// A division or 国家 that leads, or a verb of issuing before the name.
      case led
      /// It is a class by itself, and a name when its place or field stands before it.
      case titled
      /// It is a class of things and ends no name.
      case barred
    }
    let kind: EntityKind
    let strength: Strength
    let length: Int
  }

  /// A cue beside a quoted name.
  struct QuoteCue: Sendable {
    let kind: EntityKind
    let marks: Marks

    /// The marks that a cue speaks of.
    struct Marks: OptionSet, Sendable {
      let rawValue: UInt8
      static let book = Marks(rawValue: 1)
      static let quote = Marks(rawValue: 2)
    }
  }

  /// What a single character does in or beside a name, from `models/entities/characters.tsv`.
  enum CharacterRole: UInt32, CaseIterable, Sendable {
    case party, surnameLeader, counter, divisionEnd, brandFunction, officeEnd
  }

  private let characters: CharacterRoles<CharacterRole>
  /// The classes of single words; a value indexes ``classSets``.
  let words: PhraseTrie
  let classSets: [WordClass]
  /// Trade words and legal forms, spelt backwards; a value indexes ``classSets``.
  let tails: PhraseTrie
  /// The characters with which foreign names are written.
  private let transliterations: [UInt64]
  /// Heads, spelt backwards; a value indexes ``heads``.
  let headTrie: PhraseTrie
  let heads: [Head]
  /// Cues by place; a value indexes ``quoteCues``.
  let quoteTails: PhraseTrie
  let quoteAfter: PhraseTrie
  let quoteBefore: PhraseTrie
  let quoteCues: [QuoteCue]
  /// Nouns that close a list; a value indexes ``listKinds``.
  let listClosers: PhraseTrie
  let listKinds: [EntityKind]
  /// Words that point; a value indexes ``anaphors``.
  let anaphorTrie: PhraseTrie
  let anaphors: [Anaphor]

  /// Reads the tables.
  init(models: ModelFolder, faults: inout [ModelFault]) {
    characters = CharacterRoles(
      file: "entities/characters.tsv", models: models, faults: &faults)
    let tables = Tables(models: models, faults: &faults)
    words = tables.words
    classSets = tables.classSets
    tails = tables.tails
    transliterations = tables.transliterations
    headTrie = tables.headTrie
    heads = tables.heads
    quoteTails = tables.quoteTails
    quoteAfter = tables.quoteAfter
    quoteBefore = tables.quoteBefore
    quoteCues = tables.quoteCues
    listClosers = tables.listClosers
    listKinds = tables.listKinds
    anaphorTrie = tables.anaphorTrie
    anaphors = tables.anaphors
  }

  /// Whether a character plays a role.
  @inline(__always)
  func plays(_ role: CharacterRole, _ unit: UInt16) -> Bool { characters.plays(role, unit) }

  /// Whether foreign names are written with a character.
  @inline(__always)
  func transliterates(_ unit: UInt16) -> Bool {
    transliterations[Int(unit) >> 6] & 1 << (UInt64(unit) & 63) != 0
  }

  /// The classes of a word, none when no table knows it.
  func classes(of units: ArraySlice<UInt16>) -> WordClass {
    let value = words.value(of: units)
    return value < 0 ? [] : classSets[Int(value)]
  }
}
