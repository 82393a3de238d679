import KaojuVocabulary
import Testing

/// Dates written in many ways read back exactly, alone and inside a sentence.
@Suite struct TimeSpellingTests {
  /// How a date may be written; shares no code with the reader.
  enum Spelling: CaseIterable, Sendable {
    case figures, padded, strokes, points, compact, digits, number, characters, positional,
      fullWidth

    func spell(_ year: Int, _ month: Int, _ day: Int) -> String {
      func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
      switch self {
      case .figures: return "\(year)-\(two(month))-\(two(day))"
      case .padded: return "\(year)年\(two(month))月\(two(day))日"
      case .strokes: return "\(year)/\(month)/\(day)"
      case .points: return "\(year).\(two(month)).\(two(day))"
      case .compact: return "\(year)\(two(month))\(two(day))"
      case .digits: return "\(year)年\(month)月\(day)日"
      case .number: return "\(year)年\(month)月\(day)号"
      case .characters: return "\(Self.row(year, "〇"))年\(Self.small(month))月\(Self.small(day))日"
      case .positional: return "\(Self.row(year, "零"))年\(Self.small(month))月\(Self.small(day))号"
      case .fullWidth: return "\(year) 年 \(month) 月 \(day) 日"
      }
    }

    private static let names = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private static func row(_ year: Int, _ zero: String) -> String {
      String(year).map { $0 == "0" ? zero : names[Int(String($0)) ?? 0] }.joined()
    }

    private static func small(_ value: Int) -> String {
      switch value {
      case ..<10: names[value]
      case 10..<20: "十" + names[value - 10]
      default: names[value / 10] + "十" + names[value % 10]
      }
    }
  }

  static let dates: [(Int, Int, Int)] = {
    var dates: [(Int, Int, Int)] = []
    var state: UInt64 = 20_260_105
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      dates.append(
        (1949 + Int(state >> 33) % 100, 1 + Int(state >> 13) % 12, 1 + Int(state >> 23) % 28))
    }
    return dates + [(2024, 2, 29), (2000, 2, 29), (2025, 12, 31), (2010, 10, 10), (2020, 1, 1)]
  }()

  @Test(arguments: Spelling.allCases)
  func readsBackEveryDate(spelling: Spelling) throws {
    for (year, month, day) in Self.dates {
      let spelled = spelling.spell(year, month, day)
      let expected = Moment(year: year, month: month, day: day).description
      for text in [spelled, "大桥于\(spelled)通车", "截至\(spelled),累计完成投资"] {
        let time = try #require(try TimeProbe.shared.read(text).times.first, "\(text)")
        #expect(time.timex == expected, "\(text)")
        #expect(time.from?.description == expected, "\(text)")
      }
    }
  }

  @Test func readsMonthsQuartersAndYears() throws {
    for year in stride(from: 1950, through: 2050, by: 7) {
      for month in 1...12 {
        let text = "\(year)年\(month)月产量增长"
        let time = try #require(try TimeProbe.shared.read(text).times.first)
        #expect(time.from == Moment(year: year, month: month))
        #expect(time.to == Moment(year: month == 12 ? year + 1 : year, month: month % 12 + 1))
      }
      for (index, name) in ["一", "二", "三", "四"].enumerated() {
        let time = try #require(try TimeProbe.shared.read("\(year)年\(name)季度").times.first)
        #expect(time.timex == "\(year)-Q\(index + 1)")
      }
    }
  }

  @Test(arguments: [
    "去年", "上半年", "前三季度", "1—5月", "近三年", "“十四五”期间", "2012年以来", "半年后", "每3天",
    "本周三", "上月底", "2024年国庆节", "农历八月十五", "目前", "20世纪90年代",
  ])
  func readsAPhraseAsItDoesInASentence(phrase: String) throws {
    let published = "2025-06-18"
    let alone = try #require(try TimeProbe.shared.read(phrase, published: published).times.first)
    let document = try TimeProbe.shared.read("据介绍，\(phrase)，产量稳定", published: published)
    let inside = try #require(document.times.first)
    #expect(document.text.folded(inside.range) == phrase)
    #expect(inside.timex == alone.timex)
    #expect(inside.from == alone.from)
    #expect(inside.to == alone.to)
  }

  @Test(arguments: [
    "4/5G网络", "比分为1—2分", "3.15晚会", "9·11事件", "双11促销价", "电话13912345678", "版本2.10.3",
    "汇率7.12比1", "第5号楼", "说一点看法", "三分之一", "股票代码600519", "一带一路", "12025年", "18000吨",
    "", "〇", "年月日", "99999999999999999999年", "2025年13月45日", "二〇二五〇〇年",
  ])
  func findsNoDateWhereNoneIs(text: String) throws {
    let times = try TimeProbe.shared.read(text, published: "2025-06-18").times
    #expect(
      times.allSatisfy { $0.from == nil || $0.timex == "2025-11-11" || text.hasPrefix("2025") })
  }
}
