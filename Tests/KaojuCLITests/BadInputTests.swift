import Foundation
import Testing

/// Nothing in an article or archive crashes the command, hangs it, or costs another document.
@Suite struct BadInputTests {
  private let good = "{\"id\":\"good\",\"text\":\"2024年，全市汽车产量达25.3万辆。\"}\n"

  @Test(arguments: [
    ("an array", "[1,2]\n"), ("a number", "7\n"), ("half an object", "{\"text\":\n"),
    ("no text", "{\"id\":\"x\"}\n"),
  ])
  func reportsALineThatIsNoDocumentAndGoesOn(name: String, line: String) throws {
    let run = try CommandRun(
      ["extract", "--format", "json", "--input-format", "jsonl", "-"],
      input: Data((line + good).utf8))
    #expect(run.status == 65)
    #expect(run.errors.contains("-#1"), "\(name): \(run.errors)")
    #expect(try run.documents().count == 1)
  }

  @Test func readsUnpairedSurrogatesInEscapes() throws {
    let run = try CommandRun(
      ["extract", "--format", "json", "--input-format", "jsonl", "-"],
      input: Data((#"{"id":"a","text":"产量\ud83d达10万辆\udc00。"}"# + "\n" + good).utf8))
    #expect(run.status == 0)
    #expect(try run.documents().count == 2)
  }

  @Test func reportsABinaryFileAndReadsTheRest() throws {
    let folder = try TemporaryFolder()
    let binary = try folder.write(Data((0..<4096).map { UInt8($0 & 0xFF) }), to: "a.txt")
    let text = try folder.write(Data("全市汽车产量达25.3万辆。".utf8), to: "b.txt")
    let run = try CommandRun(["extract", "--format", "json", binary.path, text.path])
    #expect(run.status == 65)
    #expect(run.errors.contains("a.txt"))
    #expect(try run.documents().count == 1)
  }

  @Test func reportsAFileThatIsNotThereAndReadsTheRest() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write(Data("全市汽车产量达25.3万辆。".utf8), to: "b.txt")
    let run = try CommandRun(["extract", "--format", "json", folder.url("none").path, text.path])
    #expect(run.status == 66)
    #expect(run.errors.contains("none"))
    #expect(try run.documents().count == 1)
  }

  @Test func decodesATruncatedCharacterWithADiagnostic() throws {
    let run = try CommandRun(
      ["extract", "--format", "json"], input: Data("产量达25.3万辆。".utf8).dropLast())
    #expect(run.status == 0)
    let document = try #require(try run.documents().first)
    #expect((document["diagnostics"] as? [Any])?.isEmpty == false)
  }

  @Test func emptyInputGivesNoDocumentAndAReason() throws {
    let run = try CommandRun(["extract", "--format", "json"])
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.errors.contains("empty"))
  }

  @Test(arguments: Ordeal.allCases)
  func survives(ordeal: Ordeal) throws {
    let run = try CommandRun(["extract", "--format", "json"], input: Data(ordeal.text.utf8))
    #expect(run.status == 0, "\(ordeal): \(run.errors.prefix(300))")
    let begins = run.output.hasPrefix("{\"schema\":\"kaoju/1\"")
    #expect(begins, "\(ordeal)")
  }

  /// Texts that no newspaper prints and some archive holds.
  enum Ordeal: String, CaseIterable {
    case oneLineOfTenMegabytes, aMillionNestedQuotes, controlCharacters, digitsWithoutEnd
    case numeralsWithoutEnd, blanksAndBreaks, oneSentenceOfNames

    var text: String {
      switch self {
      case .oneLineOfTenMegabytes:
        String(repeating: "产量达25.3万辆，同比增长8%，", count: 260_000)
      case .aMillionNestedQuotes: String(repeating: "“", count: 1_000_000) + "产量25万辆"
      case .controlCharacters:
        String(repeating: "全市汽车产量达到25万辆\u{1}，比上年增长\u{1B}。", count: 20_000)
      case .digitsWithoutEnd: String(repeating: "9876543210", count: 50_000)
      case .numeralsWithoutEnd: String(repeating: "亿万千百十零九", count: 50_000)
      case .blanksAndBreaks: String(repeating: "年 \n月\t\r日\r\n", count: 100_000)
      case .oneSentenceOfNames: String(repeating: "合肥高新区、北京大学、", count: 50_000)
      }
    }
  }
}
