import KaojuVocabulary

/// The entities of one document while its mentions are gathered: which mention is whom.
struct EntityTable {
  private(set) var entities: [Entity] = []
  private(set) var records: [NameRecord?] = []
  /// The longest mention so far of each entity, in code units.
  private var longest: [Int] = []
  private var byKey: [Name: Int32] = [:]
  private var bySurface: [Surface: Int32] = [:]

  private struct Surface: Hashable {
    var kind: EntityKind
    var units: [UInt16]

    /// Hashes what tells nearly all names apart, since hashing every unit takes longer.
    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(units.count)
      hasher.combine(units.first)
      hasher.combine(units.last)
    }
  }

  /// The entity of a register's record.
  mutating func entity(of record: NameRecord) -> Int32 {
    if let known = byKey[record.key] { return known }
    let index = Int32(truncatingIfNeeded: entities.count)
    entities.append(
      Entity(id: record.id, kind: record.kind, name: record.name, isLinked: true))
    records.append(record)
    longest.append(0)
    byKey[record.key] = index
    return index
  }

  /// The entity that a candidate names.
  ///
  /// A record decides; else the full name that it is a short form of; else its own surface. What
  /// else the name could mean is kept for `explain`.
  mutating func entity(
    of candidate: Candidate, memory: DocumentMemory, text: CanonicalText
  ) -> Int32 {
    let index = named(candidate, memory: memory, text: text)
    for other in candidate.others
    where other != entities[Int(index)].id && !entities[Int(index)].candidates.contains(other) {
      entities[Int(index)].candidates.append(other)
    }
    return index
  }

  private mutating func named(
    _ candidate: Candidate, memory: DocumentMemory, text: CanonicalText
  ) -> Int32 {
    if let record = candidate.record { return entity(of: record) }
    let entry = memory.entry(of: text.units[candidate.range.indices])
    if let record = entry?.record, entry?.kind == candidate.kind { return entity(of: record) }
    let source = candidate.source ?? (entry?.kind == candidate.kind ? entry?.source : nil)
    let range = source ?? candidate.range
    let surface = Surface(
      kind: candidate.kind, units: Self.key(text.units[range.indices]))
    let own = Surface(
      kind: candidate.kind, units: Self.key(text.units[candidate.range.indices]))
    let index: Int32
    if let known = bySurface[surface] ?? bySurface[own] {
      index = known
    } else {
      index = Int32(truncatingIfNeeded: entities.count)
      entities.append(
        Entity(id: "", kind: candidate.kind, name: "", isLinked: false))
      records.append(nil)
      longest.append(0)
    }
    bySurface[surface] = index
    bySurface[own] = index
    if candidate.range.count > longest[Int(index)] {
      longest[Int(index)] = candidate.range.count
      let name = text.string(candidate.range)
      entities[Int(index)].name = name
      entities[Int(index)].id = EntityID(candidate.kind.rawValue + "/" + name)
    }
    return index
  }

  /// A surface without quotation marks, so that “蛟龙”号 and 蛟龙号 are one.
  private static func key(_ units: ArraySlice<UInt16>) -> [UInt16] {
    units.filter { $0 != 0x201C && $0 != 0x201D }
  }

  /// Sets the canonical names that a rule knows: X高新区 is X高新技术产业开发区.
  mutating func canonicalize(_ rules: [(short: [UInt16], full: String)]) {
    for index in entities.indices where !entities[index].isLinked {
      let units = Array(entities[index].name.utf16)
      for (short, full) in rules
      where units.count > short.count && units.suffix(short.count).elementsEqual(short) {
        entities[index].name =
          String(decoding: units.dropLast(short.count), as: UTF16.self) + full
        break
      }
    }
  }
}
