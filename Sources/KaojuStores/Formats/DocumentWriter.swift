package import KaojuVocabulary

/// Writes documents in the form of the contract `kaoju/1`: one object a line.
package struct DocumentWriter {
  /// Whether the text itself goes into the document's object.
  package var includesText: Bool

  /// Makes a writer.
  package init(includesText: Bool = false) { self.includesText = includesText }

  /// Writes one document and a line end.
  package func write(_ document: Document, to json: inout JSONWriter) {
    json.object { json in
      json.key("schema")
      json.string("kaoju/1")
      json.key("document")
      writeHeader(document, to: &json)
      json.key("entities")
      json.array { writeEntities(document, to: &$0) }
      json.key("quantities")
      json.array { json in
        for quantity in document.quantities {
          json.object { json in
            json.place(quantity.range, in: document)
            json.value(quantity.value, of: quantity.of, in: document)
          }
        }
      }
      json.key("times")
      json.array { json in
        for time in document.times { json.time(time, in: document) }
      }
      json.key("facts")
      json.array { json in
        for fact in document.facts { json.fact(fact, in: document) }
      }
      if !document.diagnostics.isEmpty {
        json.key("diagnostics")
        json.array { json in
          for diagnostic in document.diagnostics { json.diagnostic(diagnostic, in: document) }
        }
      }
    }
    json.newline()
  }

  private func writeHeader(_ document: Document, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(document.id)
      if !document.source.isEmpty {
        json.key("source")
        json.string(document.source)
      }
      if let title = document.title, !title.isEmpty {
        json.key("title")
        json.string(title)
      }
      if let published = document.published {
        json.key("published")
        json.string(published.description)
      }
      json.key("script")
      json.string(document.script.code)
      json.key("length")
      json.integer(document.length)
      if includesText, let original = document.original {
        json.key("text")
        json.string(original)
      }
    }
  }

  private func writeEntities(_ document: Document, to json: inout JSONWriter) {
    var mentions: [[Mention]] = Array(repeating: [], count: document.entities.count)
    for mention in document.mentions { mentions[Int(mention.entity)].append(mention) }
    for (entity, mentions) in zip(document.entities, mentions) {
      json.object { json in
        json.key("id")
        json.string(entity.id.rawValue)
        json.key("kind")
        json.string(entity.kind.rawValue)
        json.key("name")
        json.string(entity.name)
        json.key("linked")
        json.boolean(entity.isLinked)
        json.key("mentions")
        json.array { json in
          for mention in mentions {
            json.object { json in
              json.place(mention.range, in: document)
              if mention.isAnaphor {
                json.key("anaphor")
                json.boolean(true)
              }
            }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes `start`, `end` and `text` of a range.
  mutating func place(_ range: TextRange, in document: Document) {
    let points = document.text.offsets.codePoints(of: range)
    key("start")
    integer(points.lowerBound)
    key("end")
    integer(points.upperBound)
    key("text")
    string(document.text.printed[range.indices])
  }

  /// Writes the keys of a value, without braces.
  mutating func value(_ value: QuantityValue, of noun: TextRange?, in document: Document) {
    if let amount = value.amount {
      key("amount")
      string(amount.description)
    }
    if let low = value.low {
      key("low")
      string(low.description)
    }
    if let high = value.high {
      key("high")
      string(high.description)
    }
    if value.comparator != .equal {
      key("comparator")
      string(value.comparator.sign)
    }
    key("unit")
    string(value.unit.rawValue)
    key("dimension")
    string(value.dimension.rawValue)
    if let fraction = value.fraction {
      key("fraction")
      string(fraction)
    }
    if let noun {
      key("of")
      string(document.text.printed[noun.indices])
    }
    let written = value.written
    guard written != QuantityValue.Written() else { return }
    key("written")
    object { json in
      if let amount = written.amount {
        json.key("amount")
        json.string(amount)
      }
      if let scale = written.scale {
        json.key("scale")
        json.string(scale)
      }
      if let unit = written.unit {
        json.key("unit")
        json.string(unit)
      }
    }
  }

  /// Writes a time expression as an object.
  mutating func time(_ time: TimeExpression, in document: Document) {
    object { json in
      json.place(time.range, in: document)
      json.key("type")
      json.string(time.kind.name)
      json.key("timex")
      json.string(time.timex)
      if let from = time.from {
        json.key("from")
        json.string(from.description)
      }
      if let to = time.to {
        json.key("to")
        json.string(to.description)
      }
      if let modifier = time.modifier {
        json.key("mod")
        json.string(modifier.name)
      }
      if time.isAmbiguous {
        json.key("ambiguous")
        json.boolean(true)
      }
    }
  }

  /// Writes a diagnostic as an object.
  mutating func diagnostic(_ diagnostic: Diagnostic, in document: Document) {
    object { json in
      json.key("code")
      json.string(diagnostic.code.rawValue)
      json.key("message")
      json.string(diagnostic.message)
      if let range = diagnostic.range { json.place(range, in: document) }
    }
  }
}
