import Kaoju
import KaojuArchives
import KaojuVocabulary

extension Kaoju {
  /// Reads an article as an archive holds it, and keeps its text with it if it is to be printed.
  func read(_ source: SourceDocument, keepingText: Bool = false) -> Document {
    var document = read(
      source.text, source: source.source, title: source.title, published: source.published)
    document.diagnostics.insert(contentsOf: source.diagnostics, at: 0)
    if keepingText { document.original = source.text }
    return document
  }
}
