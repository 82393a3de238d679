import Foundation
import KaojuClaims
import KaojuModels
import Testing

@Suite struct ClaimRulesTests {
  /// Reads rules from a folder of models made for the test.
  private func faults(of files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kaoju-rules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var all = [
      "lexicon/classes.tsv": "class\twords\nlink\t达|为\n",
      "claims/order.tsv": "file\nshare.yaml\n",
      "claims/triggers.tsv": "trigger\tevent\ttemplates\n成立\testablish\tobject\n",
      "units/dimensions.tsv": "dimension\nratio\n",
    ]
    all.merge(files) { _, new in new }
    for (name, text) in all {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    var faults: [ModelFault] = []
    _ = ClaimRules(models: ModelFolder(path: folder.path), faults: &faults)
    return ModelError(faults).description
  }

  @Test func reportsEveryFaultOfEveryRuleAtOnce() throws {
    let found = try faults(of: [
      "claims/share.yaml": """
      kind: shar
      rules: []
      """
    ])
    #expect(
      found == """
        claims/share.yaml:1: kind of fact "shar" is not defined; did you mean "share"?
        """)
  }

  @Test func saysWhatIsWrongInAPattern() throws {
    let found = try faults(of: [
      "claims/share.yaml": """
      kind: share
      rules:
        - id: share/a
          match: "[lnk] ^value{ratio}"
          lists: pairs
          directon: down
          examples: [a]
        - id: share/b
          match: ["占 @whole", "占 ^value{rato}", "占 ( ^value"]
          examples: [b]
      """
    ])
    #expect(
      found == """
        claims/share.yaml:4:12: word class "lnk" is not defined; did you mean "link"?
        claims/share.yaml:5:12: lists "pairs" is not zip or product
        claims/share.yaml:6:15: setting "directon" is not defined; did you mean "direction"?
        claims/share.yaml:9:13: the pattern has no anchor; mark one with ^
        claims/share.yaml:9:25: slot type "rato" is not defined; did you mean "ratio"?
        claims/share.yaml:9:43: in the pattern behind "占 ( ^value": expected ")", found "the end"
        """)
  }

  @Test func checksTheTypesOfTriggers() throws {
    let found = try faults(of: [
      "claims/triggers.tsv": "trigger\tevent\ttemplates\n成立\testablsh\tobject\n成立\thold\tobject\n",
      "claims/share.yaml": "kind: share\nrules: []\n",
    ])
    #expect(
      found == """
        claims/triggers.tsv:2:4: event "establsh" is not defined; did you mean "establish"?
        claims/triggers.tsv:3: trigger "成立" is already defined
        """)
  }
}
