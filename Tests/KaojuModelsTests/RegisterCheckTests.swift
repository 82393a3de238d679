import KaojuModels
import KaojuTestSupport
import Testing

@Suite struct RegisterCheckTests {
  private func faults(_ rows: [String]) throws -> [String] {
    let models = try SmallModels(general: ["上海 900 ns"], names: [])
    try models.write(
      "entities/names.tsv",
      ["id\tname\tkind\taliases\tcode\tparent\tfrom\tto\tpredecessor\tsource"] + rows)
    return RegisterCheck(folder: models.folder).faults.map(\.description)
  }

  @Test func acceptsNamesThatAreMarkedWhereTheyAreShared() throws {
    let found = try faults([
      "university/a\t西川交通大学\tuniversity\t西川交大|交大?\t\t\t1896\t\t\tlist",
      "university/b\t东川交通大学\tuniversity\t交大\t\t\t1896-04-08\t\tuniversity/a\tlist",
    ])
    #expect(found.isEmpty)
  }

  @Test func namesBothOwnersOfAClearName() throws {
    let found = try faults([
      "firm/a\t青禾科技\tfirm\t青禾\t\t\t\t\t\tlist",
      "firm/b\t青禾乳业\tfirm\t青禾\t\t\t\t\t\tlist",
    ])
    #expect(found.count == 1)
    #expect(found.first?.contains("firm/a (entities/names.tsv:2)") == true)
  }

  @Test func findsParentsCodesDatesAndSources() throws {
    let found = try faults([
      "place/1\t临川湾\tplace\t\t36100\tplace/9\t14年\t\t\tlist",
      "zone/2\t临川园\tplace\t\t\t\t\t\t\t",
    ])
    #expect(found.count == 5)
  }
}
