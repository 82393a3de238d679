import KaojuArchives
import Testing

@Suite("Books and PDFs")
struct BookTests {
  @Test("chapters come in the order of the spine")
  func chapters() throws {
    func chapter(_ number: String) -> [UInt8] {
      Array(
        "<html><body><h1>第\(number)章</h1>\(PageTests.article.replacing("46", with: number))</body></html>"
          .utf8)
    }
    let package = """
      <package><manifest><item id="b" href="b.xhtml" media-type="x"/>
      <item id="a" href="a.xhtml" media-type="x"/></manifest>
      <spine><itemref idref="b"/><itemref idref="a"/></spine></package>
      """
    let bytes = try ArchiveBuilder.bytes(
      .zip,
      [
        ("mimetype", Array("application/epub+zip".utf8)),
        (
          "META-INF/container.xml",
          Array("<container><rootfile full-path=\"OPS/book.opf\"/></container>".utf8)
        ),
        ("OPS/a.xhtml", chapter("11")), ("OPS/b.xhtml", chapter("22")),
        ("OPS/book.opf", Array(package.utf8)),
      ])
    let reading = try ArchiveReaderTests.read("book.epub", bytes)
    #expect(reading.reasons == [])
    #expect(reading.documents.map { $0.text.contains("22家") } == [true, false])
    #expect(reading.documents.first?.location.description.hasSuffix("!OPS/b.xhtml") == true)
  }

  @Test("a PDF that is none is reported, whether or not pdftotext is there")
  func brokenPDF() throws {
    let codes = try ArchiveReaderTests.read("a.pdf", Array("%PDF-1.4 broken".utf8))
      .faults.map(\.reason.code)
    #expect(codes == ["archive/damaged"] || codes == ["archive/missing-program"])
  }
}
