package import KaojuVocabulary

/// Writes the facts of documents as flat rows of comma-separated values (RFC 4180).
///
/// One row a fact with a value; what has no number (events, relations) is a row with empty value
/// columns. Amounts are the exact decimals of the contract.
package struct MeasurementTable {
  /// The columns in order.
  package static let columns = [
    "document", "source", "published", "fact", "kind", "subject", "subject_id", "attribute",
    "attribute_id", "value", "amount", "low", "high", "comparator", "unit", "dimension", "whole",
    "direction", "basis", "time", "from", "to", "modality", "negated", "attribution", "confidence",
    "rule", "start", "end", "evidence",
  ]

  /// Makes a writer.
  package init() {}

  /// The header row.
  package var header: [UInt8] { SeparatedValues.row(Self.columns) }

  /// The rows of a document.
  package func rows(of document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    for fact in document.facts { bytes += SeparatedValues.row(cells(of: fact, in: document)) }
    return bytes
  }

  private func cells(of fact: Fact, in document: Document) -> [String] {
    let claim = fact.claim
    let value = claim.value ?? claim.after?.value ?? claim.numerator
    let place = document.text.offsets.codePoints(of: claim.evidence)
    func identifier(_ filler: Filler?) -> String {
      guard let index = filler?.entity, document.entities.indices.contains(Int(index)) else {
        return ""
      }
      return document.entities[Int(index)].id.rawValue
    }
    return [
      document.id, document.source, document.published?.description ?? "", fact.id,
      claim.kind.name, claim.subject?.text ?? "", identifier(claim.subject),
      claim.attribute?.text ?? "", claim.attribute?.attribute?.rawValue ?? "",
      value?.range.map(document.text.string) ?? "", value?.value.amount?.description ?? "",
      value?.value.low?.description ?? "", value?.value.high?.description ?? "",
      value.map { $0.value.comparator.sign } ?? "", value?.value.unit.rawValue ?? "",
      value?.value.dimension.rawValue ?? "", claim.whole?.text ?? "", claim.isDown ? "down" : "",
      claim.basis?.name ?? "", claim.time.map { document.text.string($0.range) } ?? "",
      claim.time?.from?.description ?? "", claim.time?.to?.description ?? "",
      claim.modality.name, claim.isNegated ? "true" : "", claim.attribution?.text ?? "",
      "\(Double(claim.confidence) / 100)", claim.rule.rawValue, "\(place.lowerBound)",
      "\(place.upperBound)", document.text.string(claim.evidence),
    ]
  }
}
