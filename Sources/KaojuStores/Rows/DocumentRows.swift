package import KaojuVocabulary

/// Where a document came from, as its archive says.
package struct DocumentOrigin: Sendable, Hashable {
  /// Where it lies (`wire.zip!a.jsonl#12`).
  package var location: String
  /// The charset that it was decoded from.
  package var charset: String
  /// How the date is known.
  package var publishedFrom: String?
  /// Its address.
  package var url: String?
  /// Who published it.
  package var publisher: String?

  /// Makes an origin.
  package init(
    location: String, charset: String = "UTF-8", publishedFrom: String? = nil, url: String? = nil,
    publisher: String? = nil
  ) {
    self.location = location
    self.charset = charset
    self.publishedFrom = publishedFrom
    self.url = url
    self.publisher = publisher
  }
}

/// A document as the rows that a store holds of it, but for the numbers that the store gives.
///
/// Made by the workers, so that the one writer has little left to do. Where a row points at an
/// entity, it holds the entity's index in the document.
package final class DocumentRows: Sendable {
  /// An entity of the document.
  package struct Entity: Sendable, Hashable {
    var id: String
    var kind: String
    var name: String
    var isLinked: Bool
  }

  /// What the writer must know of a fact.
  package struct Fact: Sendable {
    var id: String
    /// Where ``DocumentRows/factRows`` have its JSON.
    var json: Range<Int>
  }

  /// The document's id.
  package let id: String
  /// Where it came from.
  package let origin: DocumentOrigin
  /// The size of its text in UTF-8.
  package let size: Int
  let source: String
  let signature: Signature?
  let header: RowBytes
  let entities: [Entity]
  let mentions: RowBytes
  let quantities: RowBytes
  let times: RowBytes
  let diagnostics: RowBytes
  /// What the document says.
  package let facts: [Fact]
  let factRows: RowBytes
  let slots: RowBytes
  let evidences: RowBytes

  /// Lays a document out as rows.
  ///
  /// - Parameters:
  ///   - document: The document when the last room has read it.
  ///   - text: The contract's text.
  ///   - origin: Where it came from.
  package init(_ document: Document, text: String, origin: DocumentOrigin) {
    id = document.id
    source = document.source
    size = text.utf8.count
    self.origin = origin
    signature = Signature(document.text)
    header = Self.header(document, text: text, origin: origin, signature: signature)
    entities = document.entities.map {
      Entity(
        id: $0.id.rawValue, kind: $0.kind.rawValue, name: $0.name, isLinked: $0.isLinked)
    }
    mentions = Self.mentions(document)
    quantities = Self.quantities(document)
    times = Self.times(document)
    diagnostics = Self.diagnostics(document)
    let rows = FactRows(document)
    facts = rows.facts
    factRows = rows.rows
    slots = rows.slots
    evidences = rows.evidences
  }

  private static func header(
    _ document: Document, text: String, origin: DocumentOrigin, signature: Signature?
  ) -> RowBytes {
    var rows = RowBytes()
    rows.reserve(text.utf8.count + 1024)
    rows.add(.document)
    rows.add(document.id)
    rows.add(document.source)
    rows.add(document.title)
    rows.add(document.published)
    rows.add(origin.publishedFrom)
    rows.add(document.script.code)
    rows.add(document.length)
    rows.add(origin.url)
    rows.add(origin.publisher)
    rows.add(origin.charset)
    rows.add(.cluster)
    rows.add(signature?.hexadecimal ?? "")
    rows.add(.run)
    rows.add(text)
    return rows
  }

  private static func mentions(_ document: Document) -> RowBytes {
    var rows = RowBytes()
    rows.reserve(document.mentions.count * 64)
    for (position, mention) in document.mentions.enumerated() {
      rows.add(.document)
      rows.add(position)
      rows.add(.entity, index: mention.entity)
      rows.add(place: mention.range, of: document)
      rows.add(mention.isAnaphor)
    }
    return rows
  }

  private static func quantities(_ document: Document) -> RowBytes {
    var rows = RowBytes()
    rows.reserve(document.quantities.count * 128)
    for (position, quantity) in document.quantities.enumerated() {
      let value = quantity.value
      rows.add(.document)
      rows.add(position)
      rows.add(place: quantity.range, of: document)
      rows.add(value.amount)
      rows.add(value: value.comparable)
      rows.add(value.low)
      rows.add(value.high)
      rows.add(value.comparator.sign)
      rows.add(value.unit.rawValue)
      rows.add(value.dimension.rawValue)
      rows.add(quantity.of, of: document.text)
      rows.add(value.fraction)
    }
    return rows
  }

  private static func times(_ document: Document) -> RowBytes {
    var rows = RowBytes()
    rows.reserve(document.times.count * 96)
    for (position, time) in document.times.enumerated() {
      rows.add(.document)
      rows.add(position)
      rows.add(place: time.range, of: document)
      rows.add(time.kind.name)
      rows.add(time.timex)
      rows.add(time.from)
      rows.add(time.to)
      rows.add(time.modifier?.name)
    }
    return rows
  }

  private static func diagnostics(_ document: Document) -> RowBytes {
    var rows = RowBytes()
    for (position, diagnostic) in document.diagnostics.enumerated() {
      rows.add(.document)
      rows.add(position)
      rows.add(diagnostic.code.rawValue)
      rows.add(diagnostic.message)
      rows.add(points: diagnostic.range, of: document)
    }
    return rows
  }

  /// A fact in the form of the contract.
  func json(of fact: Fact) -> String {
    String(decoding: factRows.bytes[fact.json], as: UTF8.self)
  }
}

extension QuantityValue {
  /// A rounded number to compare and sort by: the amount, or the middle of the range.
  var comparable: SQLValue {
    let number: Double
    if let amount {
      number = amount.approximate
    } else if let low, let high {
      number = (low.approximate + high.approximate) / 2
    } else if let bound = low ?? high {
      number = bound.approximate
    } else {
      return .null
    }
    return number.isFinite ? .real(number) : .null
  }
}
