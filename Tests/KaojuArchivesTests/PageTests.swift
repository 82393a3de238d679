import KaojuArchives
import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

@Suite("Pages")
struct PageTests {
  static func words() throws -> PageWords {
    var faults: [ModelFault] = []
    let words = PageWords(models: try ModelFolder.locate(), faults: &faults)
    try #require(faults.isEmpty, "\(faults)")
    return words
  }

  static func page(_ html: String, name: String = "a.html") throws -> SourceDocument {
    let reading = try ArchiveReaderTests.read(name, Array(html.utf8))
    return try #require(reading.documents.first, "\(reading.faults)")
  }

  static let article = """
    <p>　　滨河新区3月4日公布，去年全区新增企业46家，工业产值首次突破900亿元。</p>
    <p>　　区里的负责人说，今年还要再建3个中试平台，<br/>让更多成果走下书架。</p>
    """

  @Test("the article is found among navigation, advertisements and lists of links")
  func mainText() throws {
    let document = try Self.page(
      """
      <html><head><title>新区产值破900亿元_滨河新闻网</title>
      <meta name="keywords" content="新区"><script>var a = "第一，第二，第三。";</script></head>
      <body><div class="top-nav"><a href="/">首页</a> <a href="/n">新闻</a></div>
      <div class="wrap"><h1>新区产值破900亿元</h1>
      <div class="info">2021年03月04日 09:30 来源：滨河日报　作者：王五</div>
      <div id="content">\(Self.article)
      <p style="text-align:center"><img src="a.jpg"></p>
      <p style="text-align:center">新区的车间 王五摄</p>
      <p>责任编辑：李四</p></div>
      <div class="ad-box"><p>限时优惠，全场五折，先到先得，不要错过！</p></div>
      <div class="related"><h3>相关新闻</h3><ul><li><a href="1">另一个区的产值首次突破一千亿元。</a></li></ul></div>
      </div><div class="footer"><p>版权所有 滨河新闻网，未经许可不得转载。</p></div></body></html>
      """)
    #expect(
      document.text == """
        滨河新区3月4日公布，去年全区新增企业46家，工业产值首次突破900亿元。
        区里的负责人说，今年还要再建3个中试平台，
        让更多成果走下书架。
        """)
    #expect(document.title == "新区产值破900亿元")
    #expect(document.published?.description == "2021-03-04T09:30:00")
    #expect(document.publisher == "滨河日报")
  }

  @Test(
    "the date comes from the best of what the page says",
    arguments: [
      (
        "<meta property='article:published_time' content='2021-03-04T08:00:00+08:00'>", "",
        "a.html",
        "2021-03-04T08:00:00", "metadata:article:published_time"
      ),
      ("", "<time datetime='2021-03-05'>昨天</time>", "a.html", "2021-03-05", "metadata:time"),
      (
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-06\"}</script>",
        "", "a.html", "2021-03-06", "metadata:datePublished"
      ),
      ("", "<span>发布时间：2021-03-07</span>", "a.html", "2021-03-07", "label"),
      ("", "<div>滨河日报 2021-03-08</div>", "a.html", "2021-03-08", "byline"),
      ("", "<p>新华社滨河2021年3月9日电 新区挂牌。</p>", "a.html", "2021-03-09", "dateline"),
      ("", "<p>新华社滨河3月9日电 新区挂牌。</p>", "2021/03-10/99.html", "2021-03-09", "dateline"),
      ("", "", "t20210311_99.html", "2021-03-11", "path"),
    ])
  func dates(
    head: String, body: String, name: String, moment: String, origin: String
  ) throws {
    let document = try Self.page(
      "<html><head>\(head)</head><body>\(body)\(Self.article)</body></html>", name: name)
    #expect(document.published?.description == moment)
    #expect(document.provenance.last { $0.field == "published" }?.origin == origin)
  }

  @Test("a page in GBK is read by its declaration, and by its bytes where that is wrong")
  func charset() throws {
    for declared in ["gb2312", "utf-8"] {
      let html =
        "<html><head><meta charset=\"\(declared)\"></head><body>\(Self.article)</body></html>"
      let reading = try ArchiveReaderTests.read("a.html", TextDecoderTests.bytes("GB18030", html))
      #expect(reading.texts.first?.hasPrefix("滨河新区3月4日公布") == true)
      #expect(
        reading.documents.first?.diagnostics.map(\.code)
          == (declared == "utf-8" ? ["charset/wrong-declaration"] : []))
    }
  }

  @Test("a headline that asks is no prose")
  func askingHeadline() throws {
    let document = try Self.page(
      "<html><body><a href='/'>首页</a><h1>新区的产值，怎样才能再翻一番？</h1>\(Self.article)</body></html>")
    #expect(document.title == "新区的产值，怎样才能再翻一番？")
    #expect(!document.text.contains("翻一番"))
  }

  @Test(
    "a page without an article is reported",
    arguments: [
      "<html><body><a href='1'>新闻</a><a href='2'>体育</a></body></html>", "<", "<html>",
      "<html><script>var a=1;</script></html>",
    ])
  func noArticle(html: String) throws {
    #expect(try ArchiveReaderTests.read("a.html", Array(html.utf8)).reasons == [.noMainText])
  }

  @Test("a page of a million tags is read in time")
  func deep() throws {
    let html = String(repeating: "<div><span>", count: 200_000) + Self.article
    _ = try ArchiveReaderTests.read("a.html", Array(html.utf8))
  }

  @Test(
    "elements are told by their classes",
    arguments: try ExampleFile.load(
      "archives/page-parts.examples.tsv", columns: ["classes", "part"]))
  func parts(row: ExampleRow) throws {
    #expect(try Self.words().part(classes: row["classes"])?.rawValue ?? "" == row["part"])
  }

  @Test(
    "lines are told by their labels",
    arguments: try ExampleFile.load(
      "archives/page-labels.examples.tsv", columns: ["line", "field", "value"]))
  func labels(row: ExampleRow) throws {
    let words = try Self.words()
    #expect(words.label(of: row["line"])?.field ?? "" == row["field"])
    guard !row["value"].isEmpty else { return }
    let value = try #require(words.labelledValue(row["field"], in: row["line"]))
    let read = row["field"] == "published" ? DateFinder.first(in: value)?.description : value
    #expect(read == row["value"])
  }

  @Test(
    "datelines give the day",
    arguments: try ExampleFile.load(
      "archives/datelines.examples.tsv", columns: ["opening", "year", "day"]))
  func datelines(row: ExampleRow) throws {
    let reader = DatelineReader(words: try Self.words())
    let day = reader.day(opening: row["opening"], year: Int(row["year"]))
    #expect(day?.description ?? "" == row["day"])
  }

  @Test(
    "files are told by their names",
    arguments: try ExampleFile.load(
      "archives/file-kinds.examples.tsv", columns: ["name", "format"]))
  func kinds(row: ExampleRow) throws {
    var faults: [ModelFault] = []
    let kinds = FileKinds(models: try ModelFolder.locate(), faults: &faults)
    let name =
      switch kinds.kind(ofName: row["name"]) {
      case .format(let format): format.rawValue
      case .json: "json"
      case .some(.none): "none"
      case nil: ""
      }
    #expect(name == row["format"])
  }
}
