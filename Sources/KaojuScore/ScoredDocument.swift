#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// A document in the form of the contract as the scorer reads it, gold or predicted.
package struct ScoredDocument: Sendable {
  /// A mention, quantity, time or fact: its keys as read.
  package struct Item: Hashable, Sendable {
    /// The keys as read.
    package var value: JSONValue
    /// The first code point.
    package var start: Int
    /// The end, exclusive.
    package var end: Int
    /// Whether the gold asks for it only politely: missing it costs nothing, finding it neither.
    package var isOptional: Bool

    /// Whether the two share a code point.
    package func overlaps(_ other: Item) -> Bool { start < other.end && other.start < end }

    /// Whether the two cover the same code points.
    package func coincides(with other: Item) -> Bool { start == other.start && end == other.end }
  }

  /// The document's source.
  package var source: String
  /// Mentions of entities; each carries its entity's `kind`, `name`, `accept` and `acceptkinds`.
  package var mentions: [Item]
  /// The quantities.
  package var quantities: [Item]
  /// The times.
  package var times: [Item]
  /// The facts; an item's range is its evidence.
  package var facts: [Item]
  /// The names of each entity by its id.
  package var names: [String: [String]]

  /// Reads a document of the contract.
  ///
  /// - Throws: What `JSONDecoder` throws.
  package init(data: Data) throws {
    self.init(try JSONDecoder().decode(JSONValue.self, from: data))
  }

  /// Reads a document from its JSON value.
  package init(_ value: JSONValue) {
    source = value["document"]?["source"]?.text ?? ""
    mentions = []
    names = [:]
    for entity in Self.array(value["entities"]) {
      let optional = entity["optional"]?.isTrue ?? false
      if let id = entity["id"]?.text {
        let own = Self.array(entity["mentions"])
          .filter { !($0["anaphor"]?.isTrue ?? false) }.compactMap { $0["text"]?.text }
        names[id] =
          [entity["name"]?.text].compactMap { $0 } + (entity["accept"]?.texts ?? []) + own
      }
      for mention in Self.array(entity["mentions"]) {
        guard case .object(var members) = mention else { continue }
        for key in ["kind", "name", "accept", "acceptkinds"] { members[key] = entity[key] }
        members["entity"] = entity["id"]
        mentions.append(Self.item(.object(members), at: mention, optional: optional))
      }
    }
    quantities = Self.array(value["quantities"]).map { Self.item($0, at: $0) }
    times = Self.array(value["times"]).map { Self.item($0, at: $0) }
    facts = Self.array(value["facts"]).map { Self.item($0, at: $0["evidence"] ?? .null) }
  }

  private static func array(_ value: JSONValue?) -> [JSONValue] {
    guard case .array(let values) = value else { return [] }
    return values
  }

  private static func item(
    _ value: JSONValue, at place: JSONValue, optional: Bool = false
  ) -> Item {
    Item(
      value: value, start: place["start"]?.integer ?? 0, end: place["end"]?.integer ?? 0,
      isOptional: value["optional"].map(\.isTrue) ?? optional)
  }
}

extension ScoredDocument.Item {
  /// The places where a fact is stated: its evidence and those in `also`.
  package var places: [ScoredDocument.Item] {
    guard case .array(let others) = value["also"] else { return [self] }
    return [self]
      + others.map {
        ScoredDocument.Item(
          value: $0, start: $0["start"]?.integer ?? 0, end: $0["end"]?.integer ?? 0,
          isOptional: false)
      }
  }
}
