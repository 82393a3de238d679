import KaojuModels
import KaojuTestSupport
import Testing

@Suite struct CharacterRolesTests {
  private enum Role: UInt32, CaseIterable, Sendable { case larger, smaller }

  private func read(_ rows: [String]) throws -> (CharacterRoles<Role>, [String]) {
    let models = try SmallModels(general: [], names: [])
    try models.write("roles.tsv", ["role\tcharacters\tnote"] + rows)
    var faults: [ModelFault] = []
    let roles = CharacterRoles<Role>(file: "roles.tsv", models: models.folder, faults: &faults)
    return (roles, faults.map(\.description))
  }

  @Test func saysWhatACharacterDoes() throws {
    let (roles, faults) = try read(["larger\t大高\t", "smaller\t小高\t"])
    #expect(faults.isEmpty)
    let high = try #require("高".utf16.first)
    #expect(roles.plays(.larger, high) && roles.plays(.smaller, high))
    #expect(!roles.plays(.smaller, try #require("大".utf16.first)))
  }

  @Test func reportsAnUnknownRoleAndOneWithoutARow() throws {
    let (_, faults) = try read(["smaler\t小\t"])
    #expect(faults.count == 3)
    #expect(faults[0].contains("did you mean \"smaller\"?"))
  }
}
