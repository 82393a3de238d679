import KaojuArchives
import KaojuModels

/// Articles to measure with.
struct BenchInput {
  /// What the figures are headed with.
  let name: String
  /// The articles.
  let articles: [SourceDocument]

  /// Reads the articles of some files, in whatever form they lie there.
  init(name: String, paths: [String], models: ModelFolder) throws {
    var faults: [ModelFault] = []
    let reader = try ArchiveReader(
      models: ArchiveReader.Models(models: models, faults: &faults), options: ArchiveOptions())
    var articles: [SourceDocument] = []
    for path in paths {
      try reader.read(path: path) { item in
        if case .document(let document) = item { articles.append(document) }
      }
    }
    self.init(name: name, articles: articles)
  }

  private init(name: String, articles: [SourceDocument]) {
    self.name = name
    self.articles = articles
  }

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
