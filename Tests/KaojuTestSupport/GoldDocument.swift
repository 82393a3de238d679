import FoundationEssentials
import KaojuScore
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
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(root)/../shared/gold"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { file in
      let base = String(file.dropLast(5))
      guard let json = FileManager.default.contents(atPath: "\(folder)/\(file)"),
        let root = try? JSONDecoder().decode(JSONValue.self, from: json),
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(base).txt")
      else { return nil }
      return GoldDocument(name: base, text: String(decoding: bytes, as: UTF8.self), root: root)
    }
  }

  init(name: String, text: String, root: JSONValue) {
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
    func range(_ object: JSONValue) -> TextRange? {
      guard let start = object["start"]?.integer, let end = object["end"]?.integer,
        start >= 0, end < places.count
      else { return nil }
      return TextRange(places[start], places[end])
    }
    let about = root["document"]
    var document = Document(
      id: about?["id"]?.text ?? "", source: "\(name).txt", title: about?["title"]?.text,
      published: (about?["published"]?.text).flatMap(Self.day),
      text: CanonicalText(
        units: units, printed: printed, offsets: OffsetMap(identityOver: printed)),
      length: places.count - 1)
    Self.layOut(&document)
    for (index, entity) in (root["entities"]?.members ?? []).enumerated() {
      let kind = EntityKind(entity["kind"]?.text ?? "")
      document.entities.append(
        Entity(
          id: EntityID(entity["id"]?.text ?? "\(kind)/\(index)"), kind: kind,
          name: entity["name"]?.text ?? "", isLinked: (entity["linked"]?.isTrue ?? false)))
      for mention in entity["mentions"]?.members ?? [] {
        guard let place = range(mention) else { continue }
        document.mentions.append(
          Mention(
            range: place, kind: kind, entity: Int32(index),
            isAnaphor: (mention["anaphor"]?.isTrue ?? false), rule: "gold"))
      }
    }
    document.mentions = Self.disjoint(document.mentions) { $0.range }
    document.quantities = Self.disjoint(
      (root["quantities"]?.members ?? []).compactMap { object in
        range(object).map { Quantity(range: $0, value: Self.value(object), rule: "gold") }
      }
    ) { $0.range }
    document.times = Self.disjoint(
      (root["times"]?.members ?? []).compactMap { object in
        range(object).map { Self.time(object, at: $0) }
      }
    ) { $0.range }
    self.document = document
    self.facts = (root["facts"]?.members ?? []).compactMap { object in
      guard let kind = FactKind(name: object["kind"]?.text ?? ""),
        let evidence = object["evidence"].flatMap(range)
      else { return nil }
      var fillers: [String: Filler] = [:]
      for slot in ["subject", "attribute", "whole", "scope", "object", "place", "attribution"] {
        guard let filler = object[slot] else { continue }
        fillers[slot] = Filler(
          texts: [filler["text"]?.text ?? ""] + (filler["accept"]?.texts ?? []),
          entity: filler["entity"]?.text)
      }
      let modality = object["modality"]
      return Fact(
        id: object["id"]?.text ?? "", kind: kind,
        isOptional: (object["optional"]?.isTrue ?? false), fillers: fillers,
        value: object["value"].flatMap(range),
        timex: object["time"]?["timex"]?.text,
        modality: modality?.text.map { [$0] } ?? modality?.texts ?? [],
        inherited: object["inherited"]?.texts ?? [], evidence: evidence,
        trigger: object["trigger"]?.text)
    }
  }

  /// Cuts paragraphs at line breaks and sentences at 。！？….
  static func layOut(_ document: inout Document) {
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

  private static func value(_ object: JSONValue) -> QuantityValue {
    func number(_ key: String) -> ExactDecimal? {
      object[key]?.text.flatMap { ExactDecimal($0) }
    }
    let written = object["written"]
    return QuantityValue(
      amount: number("amount"), low: number("low"), high: number("high"),
      comparator: Comparator(sign: object["comparator"]?.text ?? "=") ?? .equal,
      unit: UnitID(object["unit"]?.text ?? "1"),
      dimension: DimensionID(object["dimension"]?.text ?? "number"),
      written: QuantityValue.Written(
        amount: written?["amount"]?.text, scale: written?["scale"]?.text,
        unit: written?["unit"]?.text))
  }

  private static func time(_ object: JSONValue, at range: TextRange) -> TimeExpression {
    let kind: TimeExpression.Kind =
      switch object["type"]?.text {
      case "time": .time
      case "duration": .duration
      case "set": .set
      default: .date
      }
    return TimeExpression(
      range: range, kind: kind, timex: object["timex"]?.text ?? "",
      from: (object["from"]?.text).flatMap(day),
      to: (object["to"]?.text).flatMap(day), rule: "gold")
  }
}

extension JSONValue {
  /// The values of an array; empty for anything else.
  fileprivate var members: [JSONValue] {
    guard case .array(let values) = self else { return [] }
    return values
  }
}
