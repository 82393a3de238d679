import Foundation
import Testing

@Suite struct ModelsDiffCommandTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A copy of the models without one rule.
  private static func models(without rule: String, of file: String, in folder: TemporaryFolder)
    throws
    -> String
  {
    let copy = folder.url("models")
    try FileManager.default.copyItem(at: root.appending(path: "models"), to: copy)
    try? FileManager.default.removeItem(at: copy.appending(path: "compiled"))
    let path = copy.appending(path: file)
    var text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.range(of: "  - id: \(rule)\n"))
    let next = text.range(of: "\n  - id: ", range: start.upperBound..<text.endIndex)
    text.removeSubrange(
      start.lowerBound..<(next.map { text.index(after: $0.lowerBound) } ?? text.endIndex))
    try text.write(to: path, atomically: true, encoding: .utf8)
    return copy.path
  }

  @Test func weighsAChangeByTheGold() throws {
    let folder = try TemporaryFolder()
    let without = try Self.models(without: "rank/place", of: "claims/rank.yaml", in: folder)
    let article = try folder.write(Data("甲市经济总量位居全国第三。".utf8), to: "article.txt")
    let run = try CommandRun([
      "models", "diff", Self.root.appending(path: "models").path, without, "--gold",
      Self.root.appending(path: "corpus").path, article.path,
    ])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    // Facts of the gold that the rule found are lost with it, and that stands first.
    let first = try #require(lines.first)
    #expect(first.hasPrefix("rank/place (1) gold "))
    #expect(first.contains(" → 0 hold, "))
    #expect(lines.contains { $0.hasPrefix("gold: fact/rank was 0.") })
    #expect(lines.last?.contains("1 lost") == true)
  }
}
