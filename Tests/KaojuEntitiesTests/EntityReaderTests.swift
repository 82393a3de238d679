import KaojuEntities
import KaojuModels
import KaojuVocabulary
import Testing

/// What holds for the mentions and entities of any text.
@Suite struct EntityReaderTests {
  private static let texts = [
    "", "。", "”“《》((下称))", "、、、等企业等公司", "·····", "编辑:编辑:记者记者",
    "“”号《》杂志", "公司公司公司集团集团该公司", "高新区高新区开发区园区", "表示表示宣布",
    "国家国家国家局局局", "（中国）有限公司（中国）有限公司", "𠮷田𠮷·𠮷表示", "A·B·C·D公司(E)(F)",
    "2020年2020年大会大会", String(repeating: "省", count: 300),
    String(repeating: "“甲", count: 200), String(repeating: "某某公司、", count: 200),
  ]

  @Test(arguments: texts)
  func mentionsAreInOrderApartAndOnTheirEntities(_ text: String) throws {
    let document = try ReadDocument.entities(of: text)
    var end: Int32 = 0
    for mention in document.mentions {
      #expect(!mention.range.isEmpty)
      #expect(mention.range.lowerBound >= end)
      #expect(Int(mention.range.upperBound) <= document.text.count)
      #expect(document.entities.indices.contains(Int(mention.entity)))
      #expect(document.entities[Int(mention.entity)].kind == mention.kind)
      end = mention.range.upperBound
    }
    #expect(Set(document.entities.map(\.id)).count == document.entities.count)
  }

  @Test func entitiesComeInOrderOfTheirFirstMention() throws {
    let document = try ReadDocument.entities(of: "北京市、上海市和北京市的企业")
    #expect(document.entities.map(\.name) == ["北京市", "上海市"])
    #expect(document.mentions.map(\.entity) == [0, 1, 0])
  }

  @Test func theUsersLexiconWins() throws {
    var faults: [ModelFault] = []
    let user = UserLexicon(
      text: "星海湾算力港\tzone\t星海湾算力产业园\tzone/xinghaiwan\n", file: "user.tsv", faults: &faults)
    #expect(faults.isEmpty)
    let document = try ReadDocument.entities(of: "大连星海湾算力港有限公司成立", user: user)
    let mention = try #require(document.mentions.first { $0.kind == .zone })
    #expect(document.text.string(mention.range) == "星海湾算力港")
    #expect(document.entities[Int(mention.entity)].id == "zone/xinghaiwan")
    #expect(mention.rule == "lexicon/user")
  }

  @Test func anUnlinkedEntityIsNamedByItsLongestMention() throws {
    let document = try ReadDocument.entities(of: "新禾投产。湖北新禾电动车有限公司称,新禾看好市场")
    let firm = try #require(document.entities.first { $0.kind == .firm })
    #expect(firm.name == "湖北新禾电动车有限公司")
    #expect(firm.id == "firm/湖北新禾电动车有限公司")
    #expect(!firm.isLinked)
  }

  @Test func aLinkedPlaceCarriesItsCode() throws {
    let document = try ReadDocument.entities(of: "陕西经济增长")
    #expect(document.entities.first?.id == "place/610000")
    #expect(document.entities.first?.name == "陕西省")
  }

  @Test(
    arguments: [
      ("密云农业增长", 2012, "place/110228"), ("密云农业增长", 2020, "place/110118"),
      ("密云农业增长", nil, "place/110118"), ("1998年的密云县", 2020, "place/110228"),
      ("铜仁经济增长", 2008, "place/522200"), ("巢湖市经济增长", 2009, "place/341400"),
      ("巢湖市经济增长", 2015, "place/340181"), ("襄樊旅游升温", 2009, "place/420600-xiangfan"),
    ] as [(String, Int?, String)])
  func aDivisionIsThatOfTheArticlesDay(_ text: String, _ year: Int?, _ id: String) throws {
    let document = try ReadDocument.entities(of: text, published: year.map { Moment(year: $0) })
    #expect(document.entities.first { $0.kind == .place }?.id.rawValue == id)
  }

  @Test func whatSeveralBearIsLeftOpenWithItsCandidates() throws {
    let open = try ReadDocument.entities(of: "记者从交大获悉,鼓楼区启动改造")
    let university = try #require(open.entities.first { $0.kind == .university })
    #expect(!university.isLinked)
    #expect(university.candidates.contains("university/sjtu"))
    #expect(university.candidates.contains("university/xjtu"))
    let district = try #require(open.entities.first { $0.kind == .place })
    #expect(district.name == "鼓楼区")
    #expect(!district.isLinked && district.candidates.count > 2)
  }

  @Test func theTextSaysWhichOfSeveralIsMeant() throws {
    let document = try ReadDocument.entities(of: "西安高校联盟成立,交大校长出席")
    let university = try #require(document.entities.first { $0.kind == .university })
    #expect(university.id == "university/xjtu")
    #expect(university.candidates.contains("university/sjtu"))
  }
}
