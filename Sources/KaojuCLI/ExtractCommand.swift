import ArgumentParser
import Kaoju
import KaojuArchives
import KaojuBatch
import KaojuStores
import KaojuVocabulary

/// `kaoju extract`: articles in, facts out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Reads articles and prints their facts.")

  @Argument(help: "Files of articles; - or nothing is standard input.")
  var files: [String] = []

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var model: ModelOptions

  @Option(help: "How many articles are read at once.")
  var jobs = 1

  func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 256, not \(jobs).")
    }
  }

  func run() throws {
    try reporting { try extract() }
  }

  /// Articles that are worked on together, so that handing them over costs little.
  private struct Portion: Sendable {
    var documents: [SourceDocument] = []
    var size = 0
  }

  private func extract() throws {
    let reader = try InputReader(options: input)
    let destination = try OutputFile(path: output.output)
    let kaoju = try model.load()
    let keepsText = output.withText
    let renderer = Renderer(format: output.chosenFormat, includesText: output.withText)
    if let header = renderer.header { try destination.write(header) }
    let workers = OrderedWorkers<Portion, [UInt8]>(
      jobs: jobs,
      work: { portion in
        renderer.render(portion.documents.map { kaoju.read($0, keepingText: keepsText) })
      },
      emit: { try destination.write($0) })
    var worst: ExitStatus?
    for path in files.isEmpty ? ["-"] : files {
      var portion = Portion()
      try reader.read(path) { result in
        switch result {
        case .success(let document):
          portion.size += document.text.utf8.count
          portion.documents.append(document)
          // A portion ends with its file or when it is worth a hand-over, never with time.
          if portion.size >= 1 << 16 || renderer.isInteractive {
            try workers.submit(portion)
            portion = Portion()
          }
        case .failure(let fault):
          StandardStreams.error("kaoju: \(fault)\n")
          let status = ExitStatus(fault.reason)
          worst = worst.map { $0.rawValue < status.rawValue ? $0 : status } ?? status
        }
      }
      if !portion.documents.isEmpty { try workers.submit(portion) }
    }
    try workers.finish()
    if let worst { throw ExitCode(worst.rawValue) }
  }
}

extension ExitStatus {
  /// The status for an input that gave no document.
  init(_ reason: ArchiveFault.Reason) {
    switch reason {
    case .unreadable: self = .noInput
    case .unknownCharset: self = .usage
    default: self = .data
    }
  }
}
