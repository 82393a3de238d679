import ArgumentParser
import Kaoju
import KaojuArchives
import KaojuBatch
import KaojuModels
import KaojuStores
import KaojuVocabulary

/// `kaoju batch`: archives in, a store out.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Reads archives of news into a store of facts.",
    discussion: """
      Inputs are files, folders and patterns: text in any charset, HTML, XML, JSON Lines, CSV, WARC, \
      EPUB and PDF, in zip, tar, 7-Zip, gzip, bzip2, xz and zstd. What was read before is passed \
      over, so that a call that was interrupted is simply made again.
      """)

  @Argument(help: "Files, folders and patterns; - is standard input.")
  var inputs: [String]

  @Option(help: "The store: a file for SQLite, or postgres://user@host/database.")
  var store: String

  @Option(help: "How many texts are read at once.")
  var jobs = 1

  @Flag(help: "Read again what other models, options or versions have read, and tell what changed.")
  var refresh = false

  @Option(help: "How many members are written together; a call that is killed loses no more work.")
  var portion = 1024

  @Option(help: "Write a report in JSON to a file.")
  var report: String?

  @OptionGroup var archive: ArchiveInputOptions
  @OptionGroup var model: ModelOptions

  func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 256, not \(jobs).")
    }
  }

  func run() throws {
    try reporting {
      do {
        try batch()
      } catch let error as StoreError {
        throw Failure("the store \(store): \(error)", ExitStatus(error))
      }
    }
  }

  private func batch() throws {
    let reportFile = try report.map { try OutputFile(path: $0) }
    let folder = try model.folder()
    let kaoju = try model.load()
    var faults: [ModelFault] = []
    let models = ArchiveReader.Models(models: folder, faults: &faults)
    guard faults.isEmpty else { throw Failure(ModelError(faults).description, .configuration) }
    var options = Batch.Options()
    options.jobs = jobs
    options.archives = archive.archiveOptions
    options.published = archive.publicationDate
    let description = RunDescription(
      models: folder, options: model.options, published: options.published,
      version: KaojuCommand.configuration.version)
    let writer = try StoreWriter(
      Store(store), description, refreshes: refresh, now: Moment.now)
    writer.portionLimit = max(1, portion)
    let progress = ProgressView()
    let result: BatchReport
    do {
      result = try Batch(kaoju: kaoju, models: models, options: options)
        .run(InputWalk(inputs), into: writer) { progress.show($0) }
    } catch let reason as ArchiveFault.Reason {
      throw Failure("--encoding: \(reason)", .usage)
    }
    try writer.finish(now: Moment.now)
    progress.end(result, refreshed: refresh)
    try reportFile?.write(result.json)
  }
}

extension ExitStatus {
  /// The status for a store that cannot be used.
  init(_ error: StoreError) {
    switch error.kind {
    case .unavailable: self = .cannotCreate
    case .incompatible: self = .data
    case .locked, .full, .lost: self = .inputOutput
    case .refused: self = .software
    }
  }
}
