import Kaoju
import KaojuArchives
import KaojuVocabulary

extension Kaoju {
  /// Reads an article as an archive holds it.
  func read(_ source: SourceDocument) -> Document {
    var document = read(
      source.text, source: source.source, title: source.title, published: source.published)
    document.diagnostics.insert(contentsOf: source.diagnostics, at: 0)
    return document
  }
}
