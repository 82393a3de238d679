import KaojuArchives
import KaojuVocabulary
import Testing

@Suite("Decoding text of any charset")
struct TextDecoderTests {
  static let article = """
    去年,滨河新区新增专精特新企业46家,全区工业产值首次突破900亿元。
    区里的负责人说,今年还要再建3个中试平台,让更多成果走下书架。
    """

  /// The article's bytes in a charset.
  static func bytes(_ charset: String, _ text: String = article) throws -> [UInt8] {
    try #require(CharsetConverter(charset)).encode(Array(text.utf16))
  }

  @Test(
    "finds the charset by the bytes",
    arguments: [
      ("UTF-8", "UTF-8"), ("GB18030", "GB18030"), ("UTF-16LE", "UTF-16LE"),
      ("UTF-16BE", "UTF-16BE"),
    ])
  func detection(charset: String, found: String) throws {
    let decoded = try TextDecoder().decode(Self.bytes(charset))
    #expect(decoded.charset == found)
    #expect(decoded.text == Self.article)
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test("tells Big5 from GBK")
  func big5() throws {
    let text = "去年,濱河新區新增企業四十六家,全區工業產值首次突破九百億元。負責人說,今年還要再建三個平臺。"
    let decoded = try TextDecoder().decode(Self.bytes("Big5", text))
    #expect(decoded.charset == "Big5-HKSCS")
    #expect(decoded.text == text)
  }

  @Test("finds GBK in a short line", arguments: ["增长5%", "新华社北京1月5日电", "你好"])
  func short(text: String) throws {
    let decoded = try TextDecoder().decode(Self.bytes("GB18030", text))
    #expect(decoded.text == text)
  }

  @Test("goes by a byte order mark and leaves it out")
  func mark() throws {
    let utf8 = try TextDecoder().decode([0xEF, 0xBB, 0xBF] + Array("增长".utf8))
    #expect(utf8.text == "增长")
    #expect(utf8.origin == .byteOrderMark)
    let utf16 = try TextDecoder().decode([0xFF, 0xFE] + Self.bytes("UTF-16LE", "增长"))
    #expect(utf16.text == "增长")
  }

  @Test("turns line ends into line feeds and nothing else")
  func lineEnds() throws {
    let decoded = try TextDecoder().decode(Array("一\r\n二\r三\n\r\n 四\u{3000}".utf8))
    #expect(decoded.text == "一\n二\n三\n\n 四\u{3000}")
  }

  @Test("the user's charset overrides the bytes, and an unknown one is refused")
  func chosen() throws {
    let decoded = try TextDecoder(encoding: "gb2312").decode(Self.bytes("GB18030", "产值"))
    #expect(decoded.text == "产值")
    #expect(decoded.origin == .chosen)
    #expect(throws: ArchiveFault.Reason.unknownCharset("klingon")) {
      try TextDecoder(encoding: "klingon")
    }
  }

  @Test("reads damaged UTF-8 with U+FFFD and says how often")
  func damaged() throws {
    var bytes = Array(Self.article.utf8)
    bytes.insert(0xFF, at: 6)
    let decoded = try TextDecoder().decode(bytes)
    #expect(decoded.charset == "UTF-8")
    #expect(decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" } == 1)
    #expect(decoded.diagnostics.map(\.code) == ["charset/invalid-bytes"])
  }

  @Test("a wrong declaration is corrected and reported")
  func wrongDeclaration() throws {
    let really = try TextDecoder().decode(Self.bytes("GB18030"), declared: "utf-8")
    #expect(really.text == Self.article)
    #expect(really.diagnostics.map(\.code) == ["charset/wrong-declaration"])
    let utf8 = try TextDecoder().decode(Array(Self.article.utf8), declared: "gbk")
    #expect(utf8.text == Self.article)
    #expect(utf8.diagnostics.map(\.code) == ["charset/wrong-declaration"])
  }

  @Test(
    "text that was decoded wrongly before is reported",
    arguments: ["GB18030", "windows-1252", "ISO-8859-1"])
  func mojibake(wrong: String) throws {
    var units: [UInt16] = []
    try #require(CharsetConverter(wrong)).decode(Array(Self.article.utf8).span, into: &units)
    let decoded = try TextDecoder().decode(Array(String(decoding: units, as: UTF16.self).utf8))
    #expect(decoded.diagnostics.map(\.code) == ["charset/double-encoding"])
  }

  @Test("lost characters are reported")
  func lost() throws {
    let decoded = try TextDecoder().decode(Array("产值锟斤拷锟斤拷增长".utf8))
    #expect(decoded.diagnostics.map(\.code) == ["charset/lost-characters"])
  }

  @Test(
    "what is no text is refused with its kind",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
      ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], "a PDF file"),
      ([1, 2, 3, 4, 5, 0, 0, 6, 7, 8, 200, 1, 2], "binary data"),
    ] as [([UInt8], String)])
  func binary(bytes: [UInt8], kind: String) {
    #expect(throws: ArchiveFault.Reason.binary(kind)) { try TextDecoder().decode(bytes) }
  }

  @Test("no bytes are an empty text")
  func empty() throws {
    #expect(try TextDecoder().decode([]).text == "")
  }

  @Test("any two bytes decode or are refused, never worse")
  func anyBytes() {
    for first in stride(from: UInt8(0), through: 250, by: 5) {
      for second in stride(from: UInt8(0), through: 250, by: 5) {
        _ = try? TextDecoder().decode([first, second, 0x41, second, first])
      }
    }
  }
}
