import FoundationEssentials
import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

@Suite struct ModelBundleTests {
  private func models() throws -> SmallModels {
    try SmallModels(
      general: ["上海 900 ns", "地区 800 n", "海地 9 ns"],
      names: [
        "place/HT\t海地\tplace\t", "firm/deepseek\t深度求索\tfirm\tDeepSeek",
        "zone/x\t星海湾高新技术产业开发区\tzone\t星海湾高新区|星湾?",
      ])
  }

  @Test func readsRecordsByRowAndById() throws {
    let register = try models().bundle().register
    #expect(register.count == 3)
    #expect(register.record(at: 1)?.aliases == ["DeepSeek"])
    #expect(register.record(id: "zone/x")?.name == "星海湾高新技术产业开发区")
    #expect(register.record(id: "zone/x")?.aliases == ["星海湾高新区", "星湾"])
    #expect(register.record(id: "zone/y") == nil)
    #expect(register.record(at: -1) == nil && register.record(at: 3) == nil)
  }

  @Test func isKeptOnDiskAndMadeAnewWhenATableChanges() throws {
    let models = try models()
    _ = try models.bundle()
    let path = models.folder.path + "/" + ModelCompiler.bundleFile
    let first = try Data(contentsOf: URL(filePath: path))
    #expect(try models.bundle().register.count == 3)
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
    try models.write("entities/names.tsv", ["id\tname\tkind", "place/HT\t海地\tplace"])
    #expect(try models.bundle().register.count == 1)
  }

  @Test func isTheSameForTheSameTables() throws {
    let first = try models()
    let second = try models()
    let a = try ModelCompiler.compile(first.folder, dictionary: first.dictionary)
    let b = try ModelCompiler.compile(second.folder, dictionary: second.dictionary)
    // Only the times of the files differ.
    #expect(a.count == b.count)
    #expect(zip(a, b).count { $0 != $1 } <= 8)
  }

  @Test func carriesSectionsOfOtherRooms() throws {
    let models = try models()
    let image = try ModelCompiler.compile(
      models.folder, dictionary: models.dictionary, sections: [("rules", [1, 2, 3])])
    #expect(ModelBundle(image: image)?.section("rules") == [1, 2, 3])
  }

  @Test func refusesBytesThatAreNoBundle() throws {
    let models = try models()
    let image = try ModelCompiler.compile(models.folder, dictionary: models.dictionary)
    #expect(ModelBundle(image: []) == nil)
    #expect(ModelBundle(image: Array("KAOJUBDL and no more".utf8)) == nil)
    #expect(ModelBundle(image: Array(image.prefix(image.count / 2))) == nil)
    // A file that was cut short is made anew.
    _ = try models.bundle()
    try Data(image.prefix(100)).write(
      to: URL(filePath: models.folder.path + "/" + ModelCompiler.bundleFile))
    #expect(try models.bundle().register.count == 3)
  }

  @Test func reportsEveryFaultOfTheTables() throws {
    let models = try models()
    try models.write("lexicon/words.tsv", ["surface\ttag\tfrequency", "中试\tnn", "中试\tn\tmany"])
    try models.write("lexicon/drops.tsv", ["what\tsurface", "sufix\t平台"])
    try models.write(
      "entities/names.tsv", ["id\tname\tkind", "place/a\t甲\tplace", "place/a\t乙\tplace"])
    #expect(throws: ModelError.self) {
      try ModelCompiler.compile(models.folder, dictionary: models.dictionary)
    }
    var faults: [ModelFault] = []
    _ = ModelBundle.open(models.folder, dictionary: models.dictionary, faults: &faults)
    #expect(
      ModelError(faults).description == """
        entities/names.tsv:3:1: id "place/a" is already defined in line 2
        lexicon/drops.tsv:2:1: kind of drop "sufix" is not "word", "suffix" or "prefix"
        lexicon/words.tsv:2:4: part of speech "nn" is not defined; did you mean "an"?
        lexicon/words.tsv:3:1: word "中试" is already defined in line 2
        lexicon/words.tsv:3:6: frequency "many" is not a number above 0
        """)
  }

  @Test func saysWhenTheGeneralDictionaryIsMissing() throws {
    let models = try models()
    var faults: [ModelFault] = []
    let bundle = ModelBundle.open(models.folder, dictionary: "/nowhere/dict.txt", faults: &faults)
    #expect(bundle?.register.count == 3)
    #expect(faults.count == 1)
  }
}
