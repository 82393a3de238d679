/// Writes facts of a store as JSON-LD, one object a line: where each came from in PROV-O, and where
/// its text says so as a selector of Web Annotation.
package struct LinkedDataWriter {
  /// How many characters of context stand on each side of the evidence.
  private static let contextLength = 32

  /// Makes a writer.
  package init() {}

  /// The line of a fact.
  package func line(of fact: StoredFact, in store: Store) throws(StoreError) -> [UInt8] {
    let (prefix, suffix) = try store.context(of: fact, length: Self.contextLength)
    var json = JSONWriter(capacity: 2048)
    json.object { json in
      json.key("@context")
      writeContext(&json)
      json.key("@id")
      json.string("urn:kaoju:fact:\(fact["id"] ?? "")")
      json.key("@type")
      json.array { json in
        json.string("prov:Entity")
        json.string("kaoju:" + (fact["kind"] ?? "fact"))
      }
      writeSlots(of: fact, &json)
      json.key("prov:wasGeneratedBy")
      json.object { json in
        json.key("@type")
        json.string("prov:Activity")
        json.key("kaoju:rule")
        json.string(fact["rule"] ?? "")
        json.key("kaoju:confidence")
        json.string(fact["confidence"] ?? "")
      }
      json.key("prov:wasDerivedFrom")
      writeSource(of: fact, prefix: prefix, suffix: suffix, &json)
    }
    json.newline()
    return json.bytes
  }

  private func writeContext(_ json: inout JSONWriter) {
    json.object { json in
      json.key("prov")
      json.string("http://www.w3.org/ns/prov#")
      json.key("oa")
      json.string("http://www.w3.org/ns/oa#")
      json.key("dcterms")
      json.string("http://purl.org/dc/terms/")
      json.key("xsd")
      json.string("http://www.w3.org/2001/XMLSchema#")
      json.key("kaoju")
      json.string("urn:kaoju:")
    }
  }

  private func writeSlots(of fact: StoredFact, _ json: inout JSONWriter) {
    func text(_ key: StaticString, _ column: String) {
      guard let value = fact[column] else { return }
      json.key(key)
      json.string(value)
    }
    func node(_ key: StaticString, name: String, id: String) {
      guard let value = fact[name] else { return }
      json.key(key)
      json.object { json in
        if let id = fact[id] {
          json.key("@id")
          json.string("urn:kaoju:entity:\(id)")
        }
        json.key("kaoju:name")
        json.string(value)
      }
    }
    func typed(_ key: StaticString, _ column: String, _ type: String) {
      guard let value = fact[column] else { return }
      json.key(key)
      json.object { json in
        json.key("@type")
        json.string(type)
        json.key("@value")
        json.string(value)
      }
    }
    node("kaoju:subject", name: "subject_name", id: "subject_id")
    text("kaoju:attribute", "attribute_text")
    text("kaoju:attributeID", "attribute")
    typed("kaoju:amount", "amount", "xsd:decimal")
    typed("kaoju:low", "low", "xsd:decimal")
    typed("kaoju:high", "high", "xsd:decimal")
    text("kaoju:comparator", "comparator")
    text("kaoju:unit", "unit")
    node("kaoju:whole", name: "whole_name", id: "whole_id")
    text("kaoju:scope", "scope_text")
    text("kaoju:event", "event")
    text("kaoju:relation", "relation")
    node("kaoju:object", name: "object_name", id: "object_id")
    text("kaoju:direction", "direction")
    text("kaoju:basis", "basis")
    text("kaoju:time", "timex")
    text("kaoju:from", "time_from")
    text("kaoju:to", "time_to")
    text("kaoju:modality", "modality")
    text("kaoju:negated", "negated")
    text("kaoju:attribution", "attribution")
  }

  private func writeSource(
    of fact: StoredFact, prefix: String, suffix: String, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("@type")
      json.string("oa:SpecificResource")
      json.key("oa:hasSource")
      json.object { json in
        json.key("@id")
        json.string("urn:kaoju:document:\(fact["document_id"] ?? "")")
        if let title = fact["title"] {
          json.key("dcterms:title")
          json.string(title)
        }
        if let published = fact["published"] {
          json.key("dcterms:issued")
          json.string(published)
        }
        json.key("dcterms:source")
        json.string(fact["url"] ?? fact["source"] ?? "")
      }
      json.key("oa:hasSelector")
      json.array { json in
        json.object { json in
          json.key("@type")
          json.string("oa:TextQuoteSelector")
          json.key("oa:exact")
          json.string(fact["evidence"] ?? "")
          json.key("oa:prefix")
          json.string(prefix)
          json.key("oa:suffix")
          json.string(suffix)
        }
        json.object { json in
          json.key("@type")
          json.string("oa:TextPositionSelector")
          json.key("oa:start")
          json.integer(fact.first)
          json.key("oa:end")
          json.integer(fact.last)
        }
      }
    }
  }
}
