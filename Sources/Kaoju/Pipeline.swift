package import KaojuModels
import KaojuText
package import KaojuVocabulary

/// Walks a document through the rooms; the only place that knows their order.
package struct Pipeline: Sendable {
  private let workspaces = WorkspacePool()

  /// Loads what each room needs.
  ///
  /// - Throws: Every fault of every model file at once.
  package init(models: ModelFolder, options: Kaoju.Options) throws(ModelError) {
    let faults: [ModelFault] = []
    if !faults.isEmpty { throw ModelError(faults) }
  }

  /// Reads one article.
  package func read(
    _ text: String, source: String, title: String?, published: Moment?
  ) -> Document {
    workspaces.borrow { workspace in
      var document = workspace.text.read(
        text, source: source, title: title, published: published)
      document.id = SHA256.documentID(of: text)
      return document
    }
  }
}
