import KaojuText
import KaojuVocabulary
import Testing

@Suite struct TextReaderTests {
  private func reader() throws -> TextReader { TextReader(cues: try LayoutModelsTests.cues()) }

  private func paragraphs(_ text: String) throws -> [String] {
    let document = try reader().read(text)
    return document.paragraphs.map { document.text.string($0.range) }
  }

  private func sentences(_ text: String) throws -> [String] {
    let document = try reader().read(text)
    return document.sentences.map { document.text.string($0.range) }
  }

  @Test func sharesItsStorageWhenNothingFolds() throws {
    let document = try reader().read("园区全年产值突破百亿元。")
    let shared = document.text.units.withUnsafeBufferPointer { units in
      document.text.printed.withUnsafeBufferPointer { $0.baseAddress == units.baseAddress }
    }
    #expect(shared)
  }

  @Test func foldsWidthForMatchingAndPrintsAsPublished() throws {
    let document = try reader().read("５Ｇ基站达１２０个，同比增长８％；“双千兆”～")
    #expect(document.text.folded(TextRange(0, document.text.count)) == "5G基站达120个,同比增长8%;“双千兆”～")
    #expect(document.text.string(TextRange(0, 2)) == "５Ｇ")
  }

  @Test func foldsTraditionalTextOnly() throws {
    let traditional = try reader().read("臺灣當局發布統計數據，全年經濟增長百分之三。")
    #expect(traditional.script == .traditional)
    #expect(traditional.text.folded(TextRange(0, 4)) == "台湾当局")
    #expect(traditional.text.string(TextRange(0, 4)) == "臺灣當局")
    let simplified = try reader().read(
      "董事长王喆介绍，公司全年研发投入达到三亿元，新增专利一百二十件，产品销往二十多个国家和地区，员工总数超过两千人。")
    #expect(simplified.script == .simplified)
    #expect(simplified.text.folded(TextRange(3, 5)) == "王喆")
  }

  @Test func rejoinsWhatLayoutBroke() throws {
    #expect(
      try paragraphs("开发区昨天透露。\n\n在这里,平均两小时,就诞\n\n生一家企业,全年新增四千家。")
        == ["开发区昨天透露。", "在这里,平均两小时,就诞生一家企业,全年新增四千家。"])
    #expect(
      try paragraphs("平台服务企业三百家；首批设备覆盖概念验\n\n证、中试熟化等环节。")
        == ["平台服务企业三百家；首批设备覆盖概念验证、中试熟化等环节。"])
    #expect(
      try paragraphs("产值从一千亿元到有望突破两千亿元……“十三五”\n\n期间,这座新城走上快车道。")
        == ["产值从一千亿元到有望突破两千亿元……“十三五”期间,这座新城走上快车道。"])
  }

  @Test func setsFurnitureInsideASentenceAside() throws {
    let text = "实验室建成两年。目前,团队完成三百台套设备、五百余种\n\n「年终」\n盘点\n\n材料的测试工作,集聚了四十家企业。"
    #expect(try paragraphs(text) == ["实验室建成两年。目前,团队完成三百台套设备、五百余种材料的测试工作,集聚了四十家企业。"])
  }

  @Test(arguments: [
    "稳投资见实效 一季度开工项目过千\n\n本报讯 记者昨天获悉，全市开工项目达到一千二百个。",
    "他说：“今年的订单比去年多。”\n\n走进车间，工人们正在装配。",
    "参赛单位如下，\n一、甲公司，\n二、乙公司，",
    "图为工人检查设备。本报记者赵明摄\n\n近年来，当地发展特色产业，农民收入提高。",
    "历任副市长，市长，市委书记，省人民政府副省长，省委常委兼任国防动员委员会主任，军分区党委第一书记\n\n2003年任省长，主管经济。",
    "第一段没有结束，但后面是缩进的新段\n\u{3000}\u{3000}新的一段，从这里开始。",
  ]) func leavesRealParagraphsApart(text: String) throws {
    let lines = text.split(separator: "\n").count
    #expect(try paragraphs(text).count == lines)
  }

  @Test func keepsABlankWhereLatinWordsMeet() throws {
    let text = "公司发布产品。新一代模型命名为北斗Large\nModel，参数达到千亿，性能提升三成。"
    #expect(
      try paragraphs(text) == ["公司发布产品。新一代模型命名为北斗Large Model，参数达到千亿，性能提升三成。"])
  }

  @Test func endsSentencesWithTheirQuotationMarks() throws {
    #expect(try sentences("他说：“好！”大家笑了。产量增3.5%。") == ["他说：“好！”", "大家笑了。", "产量增3.5%。"])
    #expect(try sentences("见No.3车间；占比15.6……“十四五”期间") == ["见No.3车间；", "占比15.6……", "“十四五”期间"])
    #expect(try sentences("影片《去哪儿？》上映。苹果、梨……等水果") == ["影片《去哪儿？》上映。", "苹果、梨……等水果"])
    #expect(try sentences("产值增长.去年也是.") == ["产值增长.", "去年也是."])
  }

  @Test func tellsRolesApart() throws {
    let document = try reader().read(
      "高新区跑出加速度\n\n本报记者 周宁\n\n今年以来，园区产值增长一成。\n\n聚力创新:\n新赛道再提速\n\n园区新增企业两百家。",
      title: "高新区跑出加速度")
    #expect(document.paragraphs.map(\.role) == [.title, .byline, .body, .heading, .heading, .body])
    let dateline = try reader().read("快讯两则\n\n本台消息(晚间新闻)：\n\n大桥通车\n\n跨江大桥今天通车。")
    #expect(dateline.paragraphs.map(\.role) == [.title, .byline, .heading, .body])
    #expect(try reader().read("园区产值增长一成").paragraphs.map(\.role) == [.body])
  }

  @Test func cutsRunsByKind() throws {
    let document = try reader().read("DeepSeek-V3在G100发布,增1,100.9亿元……😀か 𠮷")
    let runs = document.runs.map { "\(document.text.string($0.range))/\($0.kind)" }
    #expect(
      runs == [
        "DeepSeek-V3/latin", "在/han", "G100/latin", "发布/han", ",/punctuation", "增/han",
        "1,100.9/number", "亿元/han", "……/punctuation", "😀/other", "か/kana", " /space", "𠮷/han",
      ])
  }
}
