import KaojuModels
import KaojuVocabulary
import Testing

@Suite struct UserLexiconTests {
  @Test func readsUpToFourCells() throws {
    var faults: [ModelFault] = []
    let lexicon = UserLexicon(
      text: "\u{FEFF}# ours\n星海湾算力港\tzone\t星海湾算力产业园\tzone/xinghaiwan\r\n低空经济\tn\n\n海葵\n",
      file: "ours.tsv", faults: &faults)
    #expect(faults.isEmpty)
    #expect(lexicon.rows.map(\.surface) == ["星海湾算力港", "低空经济", "海葵"])
    #expect(lexicon.rows[0].kind == .zone && lexicon.rows[0].id == "zone/xinghaiwan")
    #expect(lexicon.rows[0].name == "星海湾算力产业园" && lexicon.rows[2].name == "海葵")
    #expect(lexicon.rows[1].kind == nil && lexicon.rows[1].tag == .noun)
  }

  @Test func reportsEveryFault() {
    var faults: [ModelFault] = []
    _ = UserLexicon(
      text: "海葵\tzoone\n低空经济\n低空经济\n\tn\na\tn\tb\tc\td\n", file: "ours.tsv", faults: &faults)
    #expect(
      ModelError(faults).description == """
        ours.tsv:1:4: kind or part of speech "zoone" is not defined; did you mean "zone"?
        ours.tsv:3:1: word "低空经济" is already defined in line 2
        ours.tsv:4:1: the cell "surface" must not be empty
        ours.tsv:5: the row has 5 cells, the header 4
        """)
  }

  @Test func saysWhenTheFileIsMissing() {
    var faults: [ModelFault] = []
    #expect(UserLexicon(path: "/nowhere/ours.tsv", faults: &faults) == nil)
    #expect(faults.count == 1)
  }
}
