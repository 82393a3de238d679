import Dispatch
import KaojuArchives
import KaojuStores
import Synchronization

/// Hands what the workers give to the store's writer, which has a thread of its own, and keeps count.
///
/// The writer is never further behind than ``limit`` results, so that memory is bounded.
///
/// SAFETY: unchecked because the writer is no value that threads could share: only the serial
/// `queue` uses it, and `finish` does when the queue is empty. ``OrderedWorkers`` takes one result
/// at a time, each after the last one returned, and `finish` comes after all.
final class BatchSink: @unchecked Sendable {
  /// What the writer's thread tells.
  private struct Told {
    var counts = StoreCounts()
    var failure: (any Error)?
  }

  private let writer: StoreWriter
  private let progress: @Sendable (BatchReport) -> Void
  private let started = DispatchTime.now().uptimeNanoseconds
  private let queue = DispatchQueue(label: "kaoju.writer")
  private let room = DispatchSemaphore(value: BatchSink.limit)
  private let told = Mutex(Told())
  private var report = BatchReport()
  private static let exampleLimit = 100
  /// How many results may wait for the writer.
  private static let limit = 48

  init(
    _ writer: StoreWriter, files: [InputFile], progress: @escaping @Sendable (BatchReport) -> Void
  ) {
    self.writer = writer
    self.progress = progress
    report.files = files.count
    report.bytes = files.reduce(0) { $0 + $1.size }
    report.run = writer.run
  }

  /// Takes a result.
  ///
  /// - Throws: What the writer threw for this result or an earlier one.
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
    }
    room.wait()
    queue.async {
      self.write(items)
      self.room.signal()
    }
    report.textBytes += textBytes
    report.bytesDone = max(report.bytesDone, bytesDone)
    report.filesSkipped += skipped
    report.filesStale += stale
    try update()
    progress(report)
  }

  /// Waits for the writer and ends the report.
  ///
  /// - Throws: What the writer threw.
  func finish() throws -> BatchReport {
    queue.sync {}
    try update()
    try writer.flush()
    told.withLock { $0.counts = writer.counts }
    try update()
    return report
  }

  /// Writes on the writer's thread; nothing more after a failure.
  private func write(_ items: [StoreItem]) {
    guard told.withLock({ $0.failure == nil }) else { return }
    do {
      for item in items { try writer.add(item) }
      told.withLock { $0.counts = writer.counts }
    } catch {
      told.withLock { $0.failure = error }
    }
  }

  private func update() throws {
    let failure = told.withLock { told in
      report.counts = told.counts
      return told.failure
    }
    if let failure { throw failure }
    report.seconds = Double(DispatchTime.now().uptimeNanoseconds - started) / 1e9
  }
}
