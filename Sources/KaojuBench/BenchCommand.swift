import Foundation
import Kaoju
import KaojuArchives
import KaojuModels

/// `make bench`: speed beside ICU's word breaking, start-up, memory, and word F1.
@main
enum BenchCommand {
  static func main() throws {
    let folder = try ModelFolder.locate()
    let pipeline = try Pipeline(models: folder, options: Kaoju.Options())
    guard let yardstick = WordBreakYardstick() else {
      return print("ICU opens no word breaker for zh.")
    }
    let bench = Bench(pipeline: pipeline, yardstick: yardstick)
    let paths = CommandLine.arguments.dropFirst().filter {
      FileManager.default.fileExists(atPath: $0)
    }
    let texts = paths.filter { $0.hasSuffix(".txt") }
    var groups = paths.filter { !$0.hasSuffix(".txt") }.map { ($0, [$0]) }
    if !texts.isEmpty { groups.insert(("\(texts.count) texts", texts), at: 0) }
    for (name, paths) in groups {
      let input = try BenchInput(name: name, paths: paths, models: folder)
      let figures = bench.measure(input.bytes < 4_000_000 ? input.repeated(to: 4_000_000) : input)
      print(describe(figures))
      if let names = NameMatching(models: folder, input: input) { print(names.description) }
    }
    try processes(paths.last { $0.hasSuffix(".gz") })
    if let words = try WordScore(path: "corpus/segmentation.tsv", models: folder) {
      print(words.description)
    }
  }

  private static func describe(_ figures: Bench.Figures) -> String {
    let total = figures.rooms.reduce(0) { $0 + $1.seconds }
    var lines = [
      "\(figures.name): \(round(Double(figures.bytes) / 1e6, 1)) MB, \(figures.facts) facts",
      "  pipeline, one thread   \(round(figures.pipeline, 1)) MB/s",
      "  bare ICU word breaking \(round(figures.wordBreaking, 1)) MB/s",
      "  ratio                  \(round(figures.ratio, 2))",
    ]
    for (room, seconds) in figures.rooms {
      let name = room.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
      lines.append("    \(name) \(round(seconds / total * 100, 1)) %")
    }
    return lines.joined(separator: "\n")
  }

  /// Start-up to the first fact, and the peak of memory on an archive, of the command itself.
  private static func processes(_ archive: String?) throws {
    let command = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "kaoju")
    guard FileManager.default.isExecutableFile(atPath: command.path) else { return }
    let sentence = FileManager.default.temporaryDirectory
      .appending(path: "kaoju-bench-\(UUID().uuidString).txt")
    try Data("2024年，全市汽车产量达25.3万辆，同比增长12.5%。".utf8).write(to: sentence)
    defer { try? FileManager.default.removeItem(at: sentence) }
    let starts = try (0..<10).map { _ in
      try ChildProcess.run(command, ["extract", "--format", "facts"], input: sentence).seconds
    }
    print("start-up to first fact   \(round((starts.min() ?? 0) * 1000, 0)) ms")
    guard let archive else { return }
    let usage = try ChildProcess.run(
      command, ["extract", "--format", "json", archive], input: nil)
    print("peak memory, one job     \(round(usage.peakMegabytes, 0)) MB on \(archive)")
  }

  private static func round(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }
}
