package import KaojuModels
package import KaojuVocabulary

/// Walks a document through the rooms; the only place that knows their order.
package struct Pipeline: Sendable {
  private let workspaces = WorkspacePool()

  /// Loads what each room needs.
  ///
  /// - Throws: Every fault of every model file at once.
  package init(models: ModelFolder, options: Kaoju.Options) throws(ModelError) {
    var faults: [ModelFault] = []
    _ = (models, options)
    if !faults.isEmpty { throw ModelError(faults) }
  }

  /// Reads one article.
  package func read(
    _ text: String, source: String, title: String?, published: Moment?
  ) -> Document {
    var document = workspaces.borrow {
      $0.text.read(text, source: source, title: title, published: published)
    }
    document.id = ""
    return document
  }
}
