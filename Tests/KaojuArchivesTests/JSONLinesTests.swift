import KaojuArchives
import KaojuVocabulary
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
  /// What a file of these bytes gives.
  static func read(
    _ bytes: [UInt8], options: ArchiveOptions = ArchiveOptions()
  ) throws -> [Result<SourceDocument, ArchiveFault>] {
    var results: [Result<SourceDocument, ArchiveFault>] = []
    let format = JSONLinesFormat(options: options, decoder: TextDecoder())
    try format.read(MemorySource(bytes), at: ArchiveLocation(path: "a.jsonl")) {
      results.append($0)
    }
    return results
  }

  static func documents(
    _ text: String, options: ArchiveOptions = ArchiveOptions()
  ) throws -> [SourceDocument] {
    try read(Array(text.utf8), options: options).map { try $0.get() }
  }

  static func reasons(_ text: String) throws -> [ArchiveFault.Reason] {
    try read(Array(text.utf8)).compactMap {
      if case .failure(let fault) = $0 { fault.reason } else { nil }
    }
  }

  @Test("reads the four fields and passes over the others")
  func fields() throws {
    let line =
      #"{"id":"a#1","more":[1,{"text":"不是"},null,true],"title":"标题","#
      + #""text":"第一段。\n第二段“\u65b0\ud83d\ude80”。","published":"2024-05-06"}"#
    let document = try #require(try Self.documents(line + "\n\n").first)
    #expect(document.identifier == "a#1")
    #expect(document.source == "a#1")
    #expect(document.title == "标题")
    #expect(document.text == "第一段。\n第二段“新🚀”。")
    #expect(document.published?.description == "2024-05-06")
    #expect(document.location.description == "a.jsonl#1")
    #expect(document.provenance.map(\.origin) == ["metadata:published"])
  }

  @Test("fields may be named by dotted paths, and lists are paragraphs")
  func paths() throws {
    var options = ArchiveOptions()
    options.fields = ArchiveOptions.Fields(
      text: "data.body", title: "data.head", published: "data.at", identifier: "n")
    let line = #"{"n":17,"data":{"at":1588723200,"head":"题","body":["一","二"]},"text":"不是"}"#
    let document = try #require(try Self.documents(line, options: options).first)
    #expect(document.text == "一\n二")
    #expect(document.identifier == "17")
    #expect(document.published?.description == "2020-05-06T08:00:00")
  }

  @Test("a bad line is reported with its place, and the next is read")
  func badLines() throws {
    let lines = #"""
      {"text":"甲"}
      [1,2]
      {"text":"乙",}
      {"title":"没有正文"}
      {"text":"丙"
      {"text":"丁"} x
      {"text":"\q"}
      {"text":"戊"}
      """#
    let results = try Self.read(Array(lines.utf8))
    #expect(results.compactMap { try? $0.get().text } == ["甲", "戊"])
    let faults = results.compactMap { result -> String? in
      if case .failure(let fault) = result { fault.description } else { nil }
    }
    #expect(
      faults == [
        "a.jsonl#2: byte 0 of the line: expected an object",
        "a.jsonl#3: byte 14 of the line: expected a key",
        "a.jsonl#4: its field text is missing or has no text",
        "a.jsonl#5: byte 13 of the line: expected a comma or }",
        "a.jsonl#6: byte 15 of the line: expected the end of the line",
        "a.jsonl#7: byte 11 of the line: expected a known escape",
      ])
  }

  @Test("half a surrogate pair becomes U+FFFD and is reported")
  func surrogates() throws {
    let document = try #require(try Self.documents(#"{"text":"甲\ud83d乙\ude00\ud83d\u4e00"}"#).first)
    #expect(document.text == "甲\u{FFFD}乙\u{FFFD}\u{FFFD}一")
    #expect(document.diagnostics.map(\.code) == ["charset/unpaired-surrogate"])
  }

  @Test("a line beyond the limit is passed over without being held")
  func longLine() throws {
    var options = ArchiveOptions()
    options.lineLimit = 1000
    let long = #"{"text":""# + String(repeating: "长", count: 400_000) + #""}"#
    let results = try Self.read(
      Array("{\"text\":\"前\"}\n\(long)\n{\"text\":\"后\"}".utf8), options: options)
    #expect(results.count == 3)
    #expect(try results[2].get().text == "后")
    guard case .failure(let fault) = results[1] else { return #expect(Bool(false)) }
    #expect(fault.reason == .lineTooLong(limit: 1000))
    #expect(fault.location.record == 2)
  }

  @Test("nesting without end is refused")
  func nesting() throws {
    let deep = #"{"a":"# + String(repeating: "[", count: 100_000)
    #expect(try Self.reasons(deep).count == 1)
  }

  @Test("a file in another charset is read line by line", arguments: ["GB18030", "UTF-16LE"])
  func charset(name: String) throws {
    let lines = (1...3000).map { #"{"text":"第\#($0)条消息:产值增长，说“好”。"}"# }
    let bytes = try TextDecoderTests.bytes(name, lines.joined(separator: "\n"))
    let documents = try Self.read(bytes).map { try $0.get() }
    #expect(documents.count == 3000)
    #expect(documents.last?.text == "第3000条消息:产值增长，说“好”。")
    #expect(documents.last?.charset == name)
  }

  @Test("no line of any length of a valid one crashes")
  func everyPrefix() throws {
    let bytes = Array(#"{"id":-1.5e+3,"a":[{"b":null}],"text":"一\u4e8c\ud83d\ude80\n"}"#.utf8)
    for end in 0...bytes.count {
      let results = try Self.read(Array(bytes[..<end]))
      #expect(results.count == (end == 0 ? 0 : 1))
    }
  }
}
