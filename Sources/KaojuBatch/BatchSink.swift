import Dispatch
import KaojuArchives
import KaojuStores

/// Hands what the workers give to the store's writer, and keeps count.
///
/// SAFETY: unchecked because the writer is no value that threads could share. ``OrderedWorkers``
/// emits one result at a time, each after the last one returned, and `finish` comes after all.
final class BatchSink: @unchecked Sendable {
  private let writer: StoreWriter
  private let progress: @Sendable (BatchReport) -> Void
  private let started = DispatchTime.now().uptimeNanoseconds
  private var report = BatchReport()
  private static let exampleLimit = 100

  init(
    _ writer: StoreWriter, files: [InputFile], progress: @escaping @Sendable (BatchReport) -> Void
  ) {
    self.writer = writer
    self.progress = progress
    report.files = files.count
    report.bytes = files.reduce(0) { $0 + $1.size }
    report.run = writer.run
  }

  func take(
    _ items: [StoreItem], textBytes: Int, bytesDone: Int, skipped: Int, stale: Int
  ) throws {
    for item in items {
      switch item {
      case .fault(let location, let code, let message):
        report.faults[code, default: 0] += 1
        if report.examples.count < Self.exampleLimit {
          report.examples.append("\(location): \(message)")
        }
      case .begin: report.filesRead += 1
      case .document(let rows):
        report.documentsSeen += 1
        report.factsSeen += rows.facts.count
      default: break
      }
      try writer.add(item)
    }
    report.textBytes += textBytes
    report.bytesDone = max(report.bytesDone, bytesDone)
    report.filesSkipped += skipped
    report.filesStale += stale
    update()
    progress(report)
  }

  func finish() throws -> BatchReport {
    try writer.flush()
    update()
    return report
  }

  private func update() {
    report.counts = writer.counts
    report.seconds = Double(DispatchTime.now().uptimeNanoseconds - started) / 1e9
  }
}
