import Foundation
import KaojuStores
import Testing

/// `kaoju batch` and `kaoju store` as a user calls them.
@Suite("The command batch", .serialized)
struct BatchCommandTests {
  /// Articles in the forms that archives come in.
  static func archive(in folder: TemporaryFolder, articles: Int = 40) throws -> String {
    let lines = (1...articles).map { number in
      """
      {"id":"w\(number)","title":"产值","published":"2024-02-\(number % 28 + 1)",\
      "text":"去年,第\(number)工业区产值达\(number * 13)亿元,同比增长\(number % 17).5%。新增企业\(number)家。"}
      """
    }
    let news = folder.url("news")
    try FileManager.default.createDirectory(at: news, withIntermediateDirectories: true)
    try Data((lines.joined(separator: "\n") + "\n{坏\n").utf8).write(
      to: news.appending(path: "a.jsonl"))
    try Data("2023年,滨河新区产值达900亿元。".utf8).write(to: news.appending(path: "b.txt"))
    try Data(
      "<html><h1>新区开工</h1><p>2023年,滨河新区新增企业46家,产值首次突破900亿元。</p></html>".utf8
    ).write(to: news.appending(path: "c.html"))
    return news.path
  }

  /// All rows of a store but those with clock times.
  static func dump(_ path: String) throws -> [String] {
    let store = try Store(path)
    let tables = [
      "runs", "inputs", "faults", "documents", "sources", "entities", "mentions", "quantities",
      "times", "facts", "fact_slots", "evidences",
    ]
    return try tables.flatMap { table in
      try store.connection.query("SELECT * FROM \(table)", [])
        .map { row in "\(table): " + row.map { $0.string ?? "–" }.joined(separator: "|") }
        .sorted()
    }
  }

  @Test("reads a folder, reports, and passes over what was read before")
  func folder() throws {
    let folder = try TemporaryFolder()
    let news = try Self.archive(in: folder)
    let (store, report) = (folder.url("facts.db").path, folder.url("report.json").path)
    let first = try CommandRun(["batch", news, "--store", store, "--report", report])
    #expect(first.status == 0, "\(first.errors)")
    let json =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: report))) as? [String: Any]
    #expect(json?["documents"] as? Int == 42)
    #expect(json?["faults"] as? Int == 1)
    #expect(json?["facts"] as? Int ?? 0 > 42)
    #expect(first.errors.contains("a.jsonl#41"))
    let again = try CommandRun(["batch", news, "--store", store])
    #expect(again.errors.contains("0 of 3 files read, 3 were read before"))
    let stats = try CommandRun(["store", "stats", "--store", store])
    #expect(stats.output.contains("documents"))
    let query = try CommandRun([
      "store", "query", "--store", store, "--kind", "growth", "--limit", "3",
    ])
    #expect(query.output.split(separator: "\n").count == 5)
    for (format, lines) in [("csv", 4), ("jsonl", 3), ("jsonld", 3)] {
      let other = try CommandRun([
        "store", "query", "--store", store, "--kind", "growth", "--limit", "3", "--format", format,
      ])
      #expect(
        other.output.split(whereSeparator: \.isNewline).count == lines, "\(other.errors)")
    }
    let export = try CommandRun(["store", "export", "--store", store, "--format", "jsonl"])
    #expect(try export.documents().count == json?["facts"] as? Int)
    #expect(try CommandRun(["store", "schema"]).output.contains("CREATE TABLE facts"))
    #expect(try CommandRun(["store", "stats", "--store", folder.url("none.db").path]).status == 66)
  }

  @Test("standard input is read each time, a file that is not there is told once")
  func standardInput() throws {
    let folder = try TemporaryFolder()
    let store = folder.url("facts.db").path
    for text in ["滨河新区产值达900亿元。", "滨河新区产值达901亿元。"] {
      let run = try CommandRun(
        ["batch", "-", folder.url("none.txt").path, "--store", store], input: Data(text.utf8))
      #expect(run.status == 0 && run.errors.contains("1 documents"), "\(run.errors)")
    }
    let dump = try Self.dump(store)
    #expect(dump.count { $0.hasPrefix("documents") } == 2)
    #expect(dump.count { $0.hasPrefix("faults") } == 1)
  }

  @Test("the number of workers makes no difference")
  func workers() throws {
    let folder = try TemporaryFolder()
    let news = try Self.archive(in: folder)
    let stores = try ["1", "4"].map { jobs in
      let store = folder.url("\(jobs).db").path
      _ = try CommandRun(["batch", news, "--store", store, "--jobs", jobs])
      return try Self.dump(store)
    }
    #expect(stores[0] == stores[1])
    #expect(stores[0].count > 200)
  }

  @Test("killed at any moment and called again, it ends with the same rows")
  func kills() throws {
    let folder = try TemporaryFolder()
    let news = try Self.archive(in: folder, articles: 200)
    let whole = folder.url("whole.db").path
    let started = Date()
    _ = try CommandRun(["batch", news, "--store", whole, "--portion", "3"])
    let duration = Date().timeIntervalSince(started)
    let expected = try Self.dump(whole)
    for round in 0..<5 {
      let store = folder.url("killed\(round).db").path
      for kill in 1...3 {
        let process = Process()
        process.executableURL = try CommandRun.executable()
        process.arguments = ["batch", news, "--store", store, "--portion", "3"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Moments spread over the whole run, different ones in each round.
        let share = Double((round * 3 + kill) * 7 % 16) / 16
        Thread.sleep(forTimeInterval: duration * share)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let last = try CommandRun(["batch", news, "--store", store, "--portion", "3"])
      #expect(last.status == 0, "\(last.errors)")
      #expect(try Self.dump(store) == expected)
    }
  }
}
