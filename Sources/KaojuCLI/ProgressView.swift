import Dispatch
import KaojuBatch
import KaojuStores
import Synchronization

/// Shows how far a batch is: one line that is written over on a terminal, a line now and then
/// otherwise.
final class ProgressView: Sendable {
  private let isTerminal = StandardStreams.isErrorTerminal
  private let last = Mutex<UInt64>(DispatchTime.now().uptimeNanoseconds)

  /// Shows how far it is, unless that was shown just now.
  func show(_ report: BatchReport) {
    let now = DispatchTime.now().uptimeNanoseconds
    let isDue = last.withLock { last in
      guard now - last > (isTerminal ? 200_000_000 : 10_000_000_000) else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let line = Self.line(report)
    StandardStreams.error(isTerminal ? "\r\u{1B}[K\(line)" : "kaoju: \(line)\n")
  }

  /// Shows what was done.
  func end(_ report: BatchReport, refreshed: Bool) {
    let counts = report.counts
    var lines = [
      "\(report.filesRead) of \(report.files) files read, \(report.filesSkipped) were read before",
      "\(counts.documents) documents, \(counts.duplicates) duplicates,"
        + " \(counts.reprints) reprints, \(counts.passedOver) members without an article",
      "\(counts.facts) facts in \(Self.decimal(report.seconds)) s,"
        + " \(Self.decimal(report.rate)) MB/s of text",
    ]
    if report.filesStale > 0 {
      lines.append(
        "\(report.filesStale) files were read with other models, options or version;"
          + " --refresh reads them again")
    }
    if refreshed {
      lines.append(
        "\(counts.replaced) documents read again: \(counts.gained) facts gained,"
          + " \(counts.lost) lost, \(counts.changed) changed")
    }
    if counts.faults > 0 {
      lines.append("\(counts.faults) parts could not be read:")
      lines += report.faults.sorted { $0.key < $1.key }.map { "  \($0.value) × \($0.key)" }
      lines += report.examples.prefix(10).map { "  \($0)" }
    }
    StandardStreams.error((isTerminal ? "\r\u{1B}[K" : "") + lines.joined(separator: "\n") + "\n")
  }

  private static func line(_ report: BatchReport) -> String {
    var parts = [
      "\(report.documentsSeen) documents", "\(decimal(report.rate)) MB/s",
      "\(report.factsSeen) facts", "\(report.faults.values.reduce(0, +)) faults",
    ]
    if report.bytes > 0, report.bytesDone > 0 {
      let share = min(1, Double(report.bytesDone) / Double(report.bytes))
      parts.append("\(Int(share * 100)) %")
      let left = Int(report.seconds / share - report.seconds)
      parts.append("\(left / 60) min \(left % 60) s left")
    }
    return parts.joined(separator: " · ")
  }

  private static func decimal(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
