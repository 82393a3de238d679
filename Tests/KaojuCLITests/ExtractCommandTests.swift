import Foundation
import Testing

@Suite struct ExtractCommandTests {
  private let article = "2024年，合肥高新区汽车产量达25.3万辆，同比增长12.5%。"

  @Test func printsTheSameBytesWhateverTheNumberOfJobs() throws {
    var lines = ""
    for number in 0..<400 {
      lines +=
        "{\"id\":\"\(number)\",\"text\":\"第\(number)期。\(article)\",\"published\":\"2025-03-01\"}\n"
    }
    let one = try CommandRun(
      ["extract", "--format", "json", "--input-format", "jsonl", "--jobs", "1", "-"],
      input: Data(lines.utf8))
    let four = try CommandRun(
      ["extract", "--format", "json", "--input-format", "jsonl", "--jobs", "4", "-"],
      input: Data(lines.utf8))
    #expect(one.status == 0)
    #expect(one.output == four.output)
    #expect(try one.documents().count == 400)
  }

  @Test(arguments: ["UTF-8", "GB18030", "Big5", "UTF-16LE"])
  func readsEveryCharset(name: String) throws {
    let text = "全市汽車產量達25.3萬輛，比上年增加。經濟運行總體平穩，企業生產經營情況良好。"
    let encodings: [String: String.Encoding] = [
      "UTF-8": .utf8, "UTF-16LE": .utf16LittleEndian,
      "GB18030": String.Encoding(rawValue: 0x8000_0632),
      "Big5": String.Encoding(rawValue: 0x8000_0A03),
    ]
    let encoding = try #require(encodings[name])
    let folder = try TemporaryFolder()
    guard let data = text.data(using: encoding) else { return }
    let file = try folder.write(data, to: "a.txt")
    let run = try CommandRun(["extract", "--format", "json", "--encoding", name, file.path])
    let document = try #require(try run.documents().first?["document"] as? [String: Any])
    #expect(document["length"] as? Int == text.unicodeScalars.count)
  }

  @Test func putsTheTextIntoTheDocumentWhenAsked() throws {
    let run = try CommandRun(
      ["extract", "--format", "json", "--with-text"], input: Data(article.utf8))
    let document = try #require(try run.documents().first?["document"] as? [String: Any])
    #expect(document["text"] as? String == article)
  }

  @Test(arguments: [
    (["extract", "--jobs", "0"], 64), (["extract", "--published", "yesterday"], 64),
    (["extract", "--encoding", "no-such-charset"], 64), (["extract", "--nonsense"], 64),
    (["extract", "--models", "/nonexistent"], 78), (["extract", "-o", "/nonexistent/x"], 73),
  ])
  func endsWithTheCodeOfTheMistake(arguments: [String], status: Int) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == Int32(status), "\(arguments): \(run.errors)")
    #expect(!run.errors.isEmpty)
  }

  @Test func writesACSVRowForEachFact() throws {
    let run = try CommandRun(["extract", "--format", "csv"], input: Data(article.utf8))
    #expect(run.output.hasPrefix("document,source,published,fact,kind,subject,"))
  }
}
