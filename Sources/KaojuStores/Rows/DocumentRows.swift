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
package struct DocumentRows: Sendable {
  /// An entity of the document.
  package struct Entity: Sendable, Hashable {
    var id: String
    var kind: String
    var name: String
    var isLinked: Bool
  }

  /// A fact with its own rows.
  package struct Fact: Sendable {
    var id: String
    var json: String
    /// The columns after `document`, without the run; entities as indices.
    var cells: [SQLValue]
    var slots: [[SQLValue]]
    var evidences: [[SQLValue]]
  }

  /// The document's id.
  package let id: String
  /// Where it came from.
  package let origin: DocumentOrigin
  let source: String
  let header: [SQLValue]
  let signature: Signature?
  let text: String
  var entities: [Entity] = []
  var mentions: [[SQLValue]] = []
  var quantities: [[SQLValue]] = []
  var times: [[SQLValue]] = []
  var diagnostics: [[SQLValue]] = []
  /// What the document says.
  package internal(set) var facts: [Fact] = []

  /// Lays a document out as rows.
  ///
  /// - Parameters:
  ///   - document: The document when the last room has read it.
  ///   - text: The contract's text.
  ///   - origin: Where it came from.
  package init(_ document: Document, text: String, origin: DocumentOrigin) {
    id = document.id
    source = document.source
    self.origin = origin
    self.text = text
    signature = Signature(document.text)
    header = [
      SQLValue(document.title), SQLValue(document.published), SQLValue(origin.publishedFrom),
      .text(document.script.code), SQLValue(document.length), SQLValue(origin.url),
      SQLValue(origin.publisher), .text(origin.charset),
    ]
    entities = document.entities.map {
      Entity(
        id: $0.id.rawValue, kind: $0.kind.rawValue, name: $0.name, isLinked: $0.isLinked)
    }
    mentions = document.mentions.map { mention in
      [SQLValue(mention.entity)] + document.place(mention.range) + [.boolean(mention.isAnaphor)]
    }
    quantities = document.quantities.map { quantity in
      let value = quantity.value
      return document.place(quantity.range) + [
        SQLValue(value.amount), value.comparable, SQLValue(value.low), SQLValue(value.high),
        .text(value.comparator.sign), .text(value.unit.rawValue), .text(value.dimension.rawValue),
        SQLValue(quantity.of.map(document.text.string)), SQLValue(value.fraction),
      ]
    }
    times = document.times.map { time in
      document.place(time.range) + [
        .text(time.kind.name), .text(time.timex), SQLValue(time.from), SQLValue(time.to),
        SQLValue(time.modifier?.name),
      ]
    }
    diagnostics = document.diagnostics.map { diagnostic in
      let points = diagnostic.range.map(document.text.offsets.codePoints)
      return [
        .text(diagnostic.code.rawValue), .text(diagnostic.message),
        points.map { SQLValue($0.lowerBound) } ?? .null,
        points.map { SQLValue($0.upperBound) } ?? .null,
      ]
    }
    facts = document.facts.map { fact in Self.rows(of: fact, in: document) }
  }
}

extension Document {
  /// `first`, `last` and `text` of a range.
  func place(_ range: TextRange) -> [SQLValue] {
    let points = text.offsets.codePoints(of: range)
    return [SQLValue(points.lowerBound), SQLValue(points.upperBound), .text(text.string(range))]
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
