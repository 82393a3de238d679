import KaojuStores
import KaojuVocabulary

/// Renders documents in the form that the user chose.
struct Renderer: Sendable {
  /// The form.
  let format: OutputOptions.Format
  /// Whether the text itself goes into the document's object.
  let includesText: Bool

  /// What stands before the first document.
  var header: [UInt8]? { format == .csv ? MeasurementTable().header : nil }

  /// Whether a person waits for each article.
  var isInteractive: Bool { format == .table }

  /// The bytes of some documents, in order.
  func render(_ documents: [Document]) -> [UInt8] {
    switch format {
    case .table:
      let view = FactTableView(width: StandardStreams.width)
      return Array(documents.map { view.render($0) }.joined(separator: "\n").utf8)
    case .csv:
      let table = MeasurementTable()
      return documents.flatMap { table.rows(of: $0) }
    case .json:
      var json = JSONWriter(capacity: 1 << 16)
      let writer = DocumentWriter(includesText: includesText)
      for document in documents { writer.write(document, to: &json) }
      return json.bytes
    case .facts:
      var json = JSONWriter(capacity: 1 << 16)
      for document in documents {
        for fact in document.facts {
          json.fact(fact, in: document, documentID: true)
          json.newline()
        }
      }
      return json.bytes
    }
  }
}
