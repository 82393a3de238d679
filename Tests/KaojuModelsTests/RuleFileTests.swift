import KaojuModels
import Testing

@Suite struct RuleFileTests {
  private func read(_ text: String) -> (RuleFile, String) {
    var faults: [ModelFault] = []
    let file = RuleFile(text: text, file: "claims/share.yaml", faults: &faults)
    return (file, ModelError(faults).description)
  }

  @Test func putsSharedPiecesIntoPatternsAndKeepsPlaces() {
    let (file, faults) = read(
      """
      kind: share
      define:
        skip: "[adverb]{0,3}"
      rules:
        - id: share/occupy
          match: "@attribute? <skip> 占 !<(按) ^value"
          direction: down
          examples: ["出口占三成。"]
          not: ["占地三亩。"]
      """)
    #expect(faults == "")
    #expect(file.kind == "share")
    let rule = file.rules.first
    #expect(rule?.patterns.first?.text == "@attribute? ([adverb]{0,3}) 占 !<(按) ^value")
    #expect(rule?.patterns.first?.line == 6)
    #expect(rule?.settings["direction"]?.text == "down")
    #expect(rule?.examples.map(\.text) == ["出口占三成。"])
    #expect(rule?.counterExamples.map(\.text) == ["占地三亩。"])
  }

  @Test func reportsEveryFaultOfAFileWithItsPlace() {
    let (_, faults) = read(
      """
      kind: share
      defin: {}
      rules:
        - id: share/occupy
          match: "<skip> 占 ^value"
        - id: share/occupy
          examples: ["出口占三成。"]
      """)
    #expect(
      faults == """
        claims/share.yaml:2:1: entry "defin" is not defined; did you mean "define"?
        claims/share.yaml:4:9: rule "share/occupy" is not proved by any example
        claims/share.yaml:5:12: piece "skip" is not defined
        claims/share.yaml:6:5: the cell "match" must not be empty
        claims/share.yaml:6:9: rule "share/occupy" is already defined in line 4
        """)
  }

  @Test func saysWhereYAMLIsBroken() {
    let (file, faults) = read("kind: share\nrules: [")
    #expect(file.rules.isEmpty)
    #expect(faults.hasPrefix("claims/share.yaml:"))
  }
}
