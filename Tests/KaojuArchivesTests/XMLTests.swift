import KaojuArchives
import KaojuVocabulary
import Testing

@Suite("XML")
struct XMLTests {
  @Test("an article's fields are found by their usual names")
  func single() throws {
    let xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <doc><id>9</id><url>http://example.cn/2020/04-01/9.shtml</url><title>题</title>
      <datetime>2020-4-1 16:56:00</datetime><body>\t第一段&lt;5%。\n\t第二段。
      </body></doc>
      """
    let document = try #require(
      try ArchiveReaderTests.read("a.xml", Array(xml.utf8)).documents.first)
    #expect(document.text == "\t第一段<5%。\n\t第二段。")
    #expect(document.title == "题")
    #expect(document.identifier == "9")
    #expect(document.published?.description == "2020-04-01T16:56:00")
  }

  @Test("many records in one file, one at a time, by paths that the user names")
  func many() throws {
    var options = ArchiveOptions()
    options.fields = ArchiveOptions.Fields(
      text: "/feed/entry/main", title: "head", published: "meta/day")
    let entries = (1...500).map {
      "<entry><meta><day>2021-03-04</day></meta><head>题\($0)</head>"
        + "<main><p>第\($0)段。</p><p>又一段。</p></main></entry>"
    }
    let reading = try ArchiveReaderTests.read(
      "a.xml", Array("<feed>\(entries.joined())</feed>".utf8), options: options)
    #expect(reading.documents.count == 500)
    #expect(reading.documents[499].text == "第500段。\n又一段。")
    #expect(reading.documents[499].title == "题500")
    #expect(reading.documents[499].published?.description == "2021-03-04")
  }

  @Test("GBK by declaration, and broken XML with its line")
  func charsetAndDamage() throws {
    let xml = "<?xml version=\"1.0\" encoding=\"GBK\"?><doc><text>产值增长。</text></doc>"
    let reading = try ArchiveReaderTests.read("a.xml", TextDecoderTests.bytes("GB18030", xml))
    #expect(reading.texts == ["产值增长。"], "\(reading.faults)")
    let broken = try ArchiveReaderTests.read(
      "b.xml", Array("<docs><doc><text>好。</text></doc>\n<doc><text>坏".utf8))
    #expect(broken.texts == ["好。"])
    #expect(broken.faults.map(\.reason.code) == ["archive/damaged"])
  }

  @Test("entities that grow without end are refused")
  func entities() throws {
    var xml = "<!DOCTYPE d [<!ENTITY a \"" + String(repeating: "笑", count: 100) + "\">"
    for (name, inner) in zip("bcdefghij", "abcdefghi") {
      xml += "<!ENTITY \(name) \"" + String(repeating: "&\(inner);", count: 10) + "\">"
    }
    xml += "]><doc><text>&j;</text></doc>"
    let reading = try ArchiveReaderTests.read("a.xml", Array(xml.utf8))
    #expect(reading.texts.allSatisfy { $0.utf8.count < 1000 })
  }
}
