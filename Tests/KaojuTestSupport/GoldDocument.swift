import Foundation
public import KaojuVocabulary

/// A hand-annotated document, with its mentions, quantities and times already in their layers.
///
/// The documents lie outside the repository; where they are absent, ``all()`` is empty and the
/// tests that measure against them pass without a figure.
public struct GoldDocument: Sendable, CustomStringConvertible {
  /// A slot that holds a name or a noun phrase.
  public struct Filler: Sendable {
    /// The texts that are right.
    public var texts: [String]
    /// The id of the entity.
    public var entity: String?
  }

  /// A fact that an annotator found.
  public struct Fact: Sendable {
    /// Its id in the document.
    public var id: String
    /// What it says.
    public var kind: FactKind
    /// Whether a program may leave it out.
    public var isOptional: Bool
    /// Text slots by name.
    public var fillers: [String: Filler]
    /// The value's place.
    public var value: TextRange?
    /// The TIMEX3 value of its time.
    public var timex: String?
    /// The modalities that are right.
    public var modality: [String]
    /// Who says so, where the text says it.
    public var inherited: [String]
    /// Where it is stated.
    public var evidence: TextRange
    /// The word that tells of an event.
    public var trigger: String?
  }

  /// Its name.
  public var name: String
  /// The document with the layers of text, quantities, times and entities filled.
  public var document: Document
  /// What it says.
  public var facts: [Fact]

  /// The name.
  public var description: String { name }

  /// All documents that are there, in order of name.
  public static func all() -> [GoldDocument] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("../shared/gold").standardized.path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { file in
      let base = String(file.dropLast(5))
      guard let json = FileManager.default.contents(atPath: "\(folder)/\(file)"),
        let root = try? JSONSerialization.jsonObject(with: json) as? [String: Any],
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(base).txt")
      else { return nil }
      return GoldDocument(name: base, text: String(decoding: bytes, as: UTF8.self), root: root)
    }
  }

  init(name: String, text: String, root: [String: Any]) {
    let text = text.replacingOccurrences(of: "\r\n", with: "\n")
    self.name = name
    let printed = Array(text.utf16)
    let units = printed.map { unit -> UInt16 in
      switch unit {
      case 0xFF01...0xFF5E: unit - 0xFEE0
      case 0x3000: 0x20
      default: unit
      }
    }
    var places: [Int32] = []
    var offset: Int32 = 0
    for scalar in text.unicodeScalars {
      places.append(offset)
      offset += scalar.value > 0xFFFF ? 2 : 1
    }
    places.append(offset)
    func range(_ object: [String: Any]) -> TextRange? {
      guard let start = object["start"] as? Int, let end = object["end"] as? Int,
        start >= 0, end < places.count
      else { return nil }
      return TextRange(places[start], places[end])
    }
    let about = root["document"] as? [String: Any] ?? [:]
    var document = Document(
      id: about["id"] as? String ?? "", source: "\(name).txt", title: about["title"] as? String,
      published: (about["published"] as? String).flatMap(Self.day),
      text: CanonicalText(
        units: units, printed: printed, offsets: OffsetMap(identityOver: printed)),
      length: places.count - 1)
    Self.layOut(&document)
    for (index, entity) in (root["entities"] as? [[String: Any]] ?? []).enumerated() {
      let kind = EntityKind(entity["kind"] as? String ?? "")
      document.entities.append(
        Entity(
          id: EntityID(entity["id"] as? String ?? "\(kind)/\(index)"), kind: kind,
          name: entity["name"] as? String ?? "", isLinked: entity["linked"] as? Bool ?? false))
      for mention in entity["mentions"] as? [[String: Any]] ?? [] {
        guard let place = range(mention) else { continue }
        document.mentions.append(
          Mention(
            range: place, kind: kind, entity: Int32(index),
            isAnaphor: mention["anaphor"] as? Bool ?? false, rule: "gold"))
      }
    }
    document.mentions = Self.disjoint(document.mentions) { $0.range }
    document.quantities = Self.disjoint(
      (root["quantities"] as? [[String: Any]] ?? []).compactMap { object in
        range(object).map { Quantity(range: $0, value: Self.value(object), rule: "gold") }
      }
    ) { $0.range }
    document.times = Self.disjoint(
      (root["times"] as? [[String: Any]] ?? []).compactMap { object in
        range(object).map { Self.time(object, at: $0) }
      }
    ) { $0.range }
    self.document = document
    self.facts = (root["facts"] as? [[String: Any]] ?? []).compactMap { object in
      guard let kind = FactKind(name: object["kind"] as? String ?? ""),
        let evidence = (object["evidence"] as? [String: Any]).flatMap(range)
      else { return nil }
      var fillers: [String: Filler] = [:]
      for slot in ["subject", "attribute", "whole", "scope", "object", "place", "attribution"] {
        guard let filler = object[slot] as? [String: Any] else { continue }
        fillers[slot] = Filler(
          texts: [filler["text"] as? String ?? ""] + (filler["accept"] as? [String] ?? []),
          entity: filler["entity"] as? String)
      }
      let modality = object["modality"]
      return Fact(
        id: object["id"] as? String ?? "", kind: kind,
        isOptional: object["optional"] as? Bool ?? false, fillers: fillers,
        value: (object["value"] as? [String: Any]).flatMap(range),
        timex: (object["time"] as? [String: Any])?["timex"] as? String,
        modality: modality as? [String] ?? (modality as? String).map { [$0] } ?? [],
        inherited: object["inherited"] as? [String] ?? [], evidence: evidence,
        trigger: object["trigger"] as? String)
    }
  }

  /// Cuts paragraphs at line breaks and sentences at 。！？….
  private static func layOut(_ document: inout Document) {
    let units = document.text.units
    var start = 0
    for end in 0...units.count where end == units.count || units[end] == 0x0A {
      if end > start {
        let index = Int32(document.paragraphs.count)
        document.paragraphs.append(
          Paragraph(range: TextRange(start, end), role: index == 0 ? .title : .body))
        var first = start
        for at in start..<end {
          let isStop = [0x3002, 0x21, 0x3F, 0x2026].contains(units[at])
          let isClosed = at + 1 < end && [0x201D, 0x29].contains(units[at + 1])
          if at + 1 == end || isStop && !isClosed
            || at > start && [0x201D].contains(units[at])
              && [0x3002, 0x21, 0x3F].contains(units[at - 1])
          {
            document.sentences.append(
              Sentence(range: TextRange(first, at + 1), paragraph: index))
            first = at + 1
          }
        }
      }
      start = end + 1
    }
  }

  private static func disjoint<Item>(_ items: [Item], by range: (Item) -> TextRange) -> [Item] {
    var result: [Item] = []
    for item in items.sorted(by: { range($0) < range($1) }) {
      if let last = result.last, range(last).overlaps(range(item)) { continue }
      result.append(item)
    }
    return result
  }

  private static func day(_ text: String) -> Moment? {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? Moment(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  private static func value(_ object: [String: Any]) -> QuantityValue {
    func number(_ key: String) -> ExactDecimal? {
      (object[key] as? String).flatMap { ExactDecimal($0) }
    }
    let written = object["written"] as? [String: Any] ?? [:]
    return QuantityValue(
      amount: number("amount"), low: number("low"), high: number("high"),
      comparator: Comparator(sign: object["comparator"] as? String ?? "=") ?? .equal,
      unit: UnitID(object["unit"] as? String ?? "1"),
      dimension: DimensionID(object["dimension"] as? String ?? "number"),
      written: QuantityValue.Written(
        amount: written["amount"] as? String, scale: written["scale"] as? String,
        unit: written["unit"] as? String))
  }

  private static func time(_ object: [String: Any], at range: TextRange) -> TimeExpression {
    let kind: TimeExpression.Kind =
      switch object["type"] as? String {
      case "time": .time
      case "duration": .duration
      case "set": .set
      default: .date
      }
    return TimeExpression(
      range: range, kind: kind, timex: object["timex"] as? String ?? "",
      from: (object["from"] as? String).flatMap(day),
      to: (object["to"] as? String).flatMap(day), rule: "gold")
  }
}
