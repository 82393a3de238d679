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

  /// A PDF of one page with a text in each line, its font named and not embedded.
  static func pdf(_ lines: [String]) -> [UInt8] {
    func hexadecimal(_ text: String) -> String {
      text.utf16.map { unit in
        let digits = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
    let page = lines.enumerated().map { line, text in
      "BT /F1 12 Tf 1 0 0 1 50 \(750 - line * 20) Tm <\(hexadecimal(text))> Tj ET"
    }.joined(separator: "\n")
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end
      """
    func stream(_ content: String) -> String {
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        + " /Resources << /Font << /F1 5 0 R >> >> >>",
      stream(page),
      "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
        + " /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000"
        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
      stream(map),
    ]
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = places.map { place in
      let digits = String(place)
      return String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
    }.joined()
    let count = objects.count + 1
    let start = file.utf8.count
    file += "xref\n0 \(count)\n0000000000 65535 f \n\(table)"
    file += "trailer << /Size \(count) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  @Test("a PDF is read by pdftotext, by itself and inside an archive")
  func pdf() throws {
    let bytes = Self.pdf(["滨河新区2023年产值达900亿元，", "同比增长8.5%。"])
    let alone = try ArchiveReaderTests.read("a.pdf", bytes)
    guard alone.faults.first?.reason != .missingProgram("pdftotext") else {
      return #expect(alone.faults[0].reason.description.contains("poppler-utils"))
    }
    let packed = try ArchiveReaderTests.read(
      "a.zip", ArchiveBuilder.bytes(.zip, [("report.pdf", bytes)]))
    for reading in [alone, packed] {
      #expect(reading.reasons == [])
      let text = reading.texts.first ?? ""
      #expect(text.contains("滨河新区2023年产值达900亿元，") && text.contains("同比增长8.5%。"))
      #expect(reading.documents.first?.provenance.contains { $0.origin == "pdftotext" } == true)
    }
  }

  @Test("a PDF that is none is reported, whether or not pdftotext is there")
  func brokenPDF() throws {
    let codes = try ArchiveReaderTests.read("a.pdf", Array("%PDF-1.4 broken".utf8))
      .faults.map(\.reason.code)
    #expect(codes == ["archive/damaged"] || codes == ["archive/missing-program"])
  }
}
