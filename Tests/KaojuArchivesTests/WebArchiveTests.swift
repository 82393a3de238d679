import KaojuArchives
import KaojuVocabulary
import Testing

@Suite("Web archives")
struct WebArchiveTests {
  static func record(
    _ type: String, _ block: [UInt8], uri: String = "http://example.cn/2021/03-04/1.html",
    length: Int? = nil
  ) -> [UInt8] {
    Array(
      ("WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: <\(uri)>\r\n"
        + "Content-Length: \(length ?? block.count)\r\n\r\n").utf8) + block
      + [0x0D, 0x0A, 0x0D, 0x0A]
  }

  static func response(
    _ body: [UInt8], status: Int = 200, headers: String = "Content-Type: text/html"
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status) X\r\n\(headers)\r\n\r\n".utf8) + body
  }

  static let page = Array("<html><body>\(PageTests.article)</body></html>".utf8)

  @Test("pages are read with their address, other records are passed over")
  func pages() throws {
    let bytes =
      Self.record("warcinfo", Array("software: x\r\n".utf8))
      + Self.record("request", Array("GET / HTTP/1.1\r\n\r\n".utf8))
      + Self.record("response", Self.response(Self.page))
      + Self.record("response", Self.response([], status: 404))
      + Self.record("response", Self.response([1, 2], headers: "Content-Type: image/png"))
    let reading = try ArchiveReaderTests.read("a.warc", bytes)
    #expect(reading.documents.count == 1)
    #expect(reading.documents.first?.source == "http://example.cn/2021/03-04/1.html")
    #expect(reading.documents.first?.published?.description == "2021-03-04")
    #expect(reading.passedOver.count == 4)
    #expect(reading.reasons == [])
  }

  @Test("a compressed archive, a charset in the header, chunks and gzip inside")
  func codings() throws {
    let gbk = try TextDecoderTests.bytes(
      "GB18030", "<html><body>\(PageTests.article)</body></html>")
    let zipped = try ArchiveBuilder.bytes(.gzip, [("x", Self.page)])
    let chunked =
      Array("5\r\n".utf8) + Self.page.prefix(5) + Array("\r\n".utf8)
      + Array("\(String(Self.page.count - 5, radix: 16))\r\n".utf8) + Self.page.dropFirst(5)
      + Array("\r\n0\r\n\r\n".utf8)
    let bytes =
      Self.record("response", Self.response(gbk, headers: "Content-Type: text/html; charset=GBK"))
      + Self.record(
        "response",
        Self.response(zipped, headers: "Content-Type: text/html\r\nContent-Encoding: gzip"))
      + Self.record(
        "response",
        Self.response(chunked, headers: "Content-Type: text/html\r\nTransfer-Encoding: chunked"))
    let packed = try ArchiveBuilder.bytes(.gzip, [("a.warc", bytes)])
    let reading = try ArchiveReaderTests.read("a.warc.gz", packed)
    #expect(reading.reasons == [])
    #expect(reading.documents.count == 3)
    #expect(Set(reading.texts).count == 1)
  }

  @Test("a record with a wrong length is reported, and the next one is read", arguments: [-9, 9])
  func wrongLength(by difference: Int) throws {
    let response = Self.response(Self.page)
    let bytes =
      Self.record("response", response, length: response.count + difference)
      + Self.record("response", response, uri: "http://example.cn/2.html")
      + Self.record("response", response, uri: "http://example.cn/3.html")
    let reading = try ArchiveReaderTests.read("a.warc", bytes)
    #expect(reading.documents.last?.url == "http://example.cn/3.html")
    #expect(reading.faults.map(\.reason.code) == ["archive/damaged"])
  }

  @Test("an archive that is cut off says so")
  func truncated() throws {
    let bytes = Self.record("response", Self.response(Self.page))
    let reading = try ArchiveReaderTests.read("a.warc", Array(bytes.prefix(bytes.count - 100)))
    #expect(reading.reasons == [.truncated])
  }
}
