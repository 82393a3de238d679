package import Kaoju
package import KaojuArchives
package import KaojuStores
package import KaojuVocabulary

/// Walks archives through the pipeline into a store.
///
/// One thread reads the archives, as many as `jobs` read the texts (with one job the same thread),
/// and what they give is written by one more in the order of the archives, so that the store does
/// not depend on the number of workers.
package struct Batch {
  /// What a user may set.
  package struct Options: Sendable {
    /// How many texts are read at once.
    package var jobs = 1
    /// How archives are read.
    package var archives = ArchiveOptions()
    /// The day of publication where the archives do not say.
    package var published: Moment?

    /// Makes the usual options.
    package init() {}
  }

  private let kaoju: Kaoju
  private let models: ArchiveReader.Models
  private let options: Options

  /// Makes a batch.
  package init(kaoju: Kaoju, models: ArchiveReader.Models, options: Options) {
    self.kaoju = kaoju
    self.models = models
    self.options = options
  }

  /// Texts that are worked on together, so that handing them over costs little.
  private struct Portion: Sendable {
    var items: [Item] = []
    var size = 0
    var bytesDone = 0
  }

  private enum Item: Sendable {
    case document(SourceDocument)
    case ready(StoreItem)
    case skipped(isStale: Bool)
  }

  private struct Result: Sendable {
    var items: [StoreItem]
    var textBytes: Int
    var bytesDone: Int
    var skipped: Int
    var stale = 0
  }

  /// Reads files into a store.
  ///
  /// - Parameters:
  ///   - walk: The files.
  ///   - writer: The store's writer.
  ///   - progress: Called after each portion was handed to the store, one call at a time.
  /// - Throws: ``KaojuStores/StoreError``, or `unknownCharset`; archives never make it fail.
  package func run(
    _ walk: InputWalk, into writer: StoreWriter,
    progress: @escaping @Sendable (BatchReport) -> Void
  ) throws -> BatchReport {
    let reader = try ArchiveReader(models: models, options: options.archives)
    let sink = BatchSink(writer, files: walk.files, progress: progress)
    let batch = self
    let workers = OrderedWorkers<Portion, Result>(
      jobs: options.jobs, work: { batch.work($0) },
      emit: { result in
        try sink.take(
          result.items, textBytes: result.textBytes, bytesDone: result.bytesDone,
          skipped: result.skipped, stale: result.stale)
      })
    var bytesBefore = 0
    var isReading = false
    var portion = Portion()
    func submit() throws {
      guard !portion.items.isEmpty else { return }
      portion.bytesDone = bytesBefore + (isReading ? reader.file?.position ?? 0 : 0)
      try workers.submit(portion)
      portion = Portion()
    }
    func add(_ item: Item, _ size: Int) throws {
      portion.items.append(item)
      portion.size += size
      if portion.size >= 1 << 16 || portion.items.count >= 256 { try submit() }
    }
    for fault in walk.faults { try tell(fault, size: 0, writer: writer, add: add) }
    for file in walk.files {
      isReading = true
      try read(file, with: reader, writer: writer, add: add)
      isReading = false
      bytesBefore += file.size
    }
    try submit()
    try workers.finish()
    return try sink.finish()
  }

  private func read(
    _ file: InputFile, with reader: ArchiveReader, writer: StoreWriter,
    add: (Item, Int) throws -> Void
  ) throws {
    let hash: String
    do throws(ArchiveFault.Reason) {
      hash = try FileSource.hash(of: file.path)
    } catch {
      let fault = ArchiveFault(location: ArchiveLocation(path: file.path), reason: error)
      return try tell(fault, size: file.size, writer: writer, add: add)
    }
    guard var left = writer.itemsDone(path: file.path, hash: hash) else {
      return try add(.skipped(isStale: writer.isStale(path: file.path)), 0)
    }
    try add(.ready(.begin(path: file.path, hash: hash, size: file.size)), 0)
    try reader.read(path: file.path) { item in
      // What an earlier call has put into the store is read past, and not read again.
      if left > 0 {
        left -= 1
        return
      }
      switch item {
      case .document(let document): try add(.document(document), document.text.utf8.count)
      case .fault(let fault): try add(.ready(Self.item(fault)), 0)
      case .passedOver: try add(.ready(.passedOver), 0)
      }
    }
    try add(.ready(.end), 0)
  }

  /// Notes a file that could not be read at all, once.
  private func tell(
    _ fault: ArchiveFault, size: Int, writer: StoreWriter, add: (Item, Int) throws -> Void
  ) throws {
    let path = fault.location.path
    guard writer.itemsDone(path: path, hash: "") != nil else {
      return try add(.skipped(isStale: false), 0)
    }
    try add(.ready(.begin(path: path, hash: "", size: size)), 0)
    try add(.ready(Self.item(fault)), 0)
    try add(.ready(.end), 0)
  }

  private static func item(_ fault: ArchiveFault) -> StoreItem {
    .fault(
      location: fault.location.description, code: fault.reason.code,
      message: fault.reason.description)
  }

  private func work(_ portion: Portion) -> Result {
    var result = Result(items: [], textBytes: 0, bytesDone: portion.bytesDone, skipped: 0)
    for item in portion.items {
      switch item {
      case .ready(let ready): result.items.append(ready)
      case .skipped(let isStale):
        result.skipped += 1
        if isStale { result.stale += 1 }
      case .document(let source):
        result.textBytes += source.text.utf8.count
        result.items.append(.document(rows(of: source)))
      }
    }
    return result
  }

  private func rows(of source: SourceDocument) -> DocumentRows {
    var origin = DocumentOrigin(
      location: source.location.description, charset: source.charset,
      publishedFrom: source.provenance.last { $0.field == "published" }?.origin,
      url: source.url, publisher: source.publisher)
    var published = source.published
    if published == nil, let day = options.published {
      published = day
      origin.publishedFrom = "option"
    }
    var document = kaoju.read(
      source.text, source: source.source, title: source.title, published: published)
    document.diagnostics.insert(contentsOf: source.diagnostics, at: 0)
    return DocumentRows(document, text: source.text, origin: origin)
  }
}
