import KaojuArchives
import KaojuVocabulary

/// Articles to measure with.
struct BenchInput {
  /// What the figures are headed with.
  let name: String
  /// The articles.
  let articles: [SourceDocument]

  /// Their size in UTF-8.
  var bytes: Int { articles.reduce(0) { $0 + $1.text.utf8.count } }

  /// The same articles again and again, to at least `bytes`.
  func repeated(to bytes: Int) -> BenchInput {
    let size = max(1, self.bytes)
    let times = max(1, (bytes + size - 1) / size)
    return BenchInput(
      name: name, articles: Array(repeatElement(articles, count: times).joined()))
  }
}
