import KaojuModels
import KaojuTestSupport
import Testing

/// Every surface that an examples file of a register names belongs to the id beside it.
@Suite struct RegisterExamplesTests {
  private static let registers = [
    "provinces", "prefectures", "counties", "countries", "regions", "world-cities", "landmarks",
    "sites", "zones", "agencies", "universities", "labs", "firms", "organizations", "media",
    "products", "policies", "occasions",
  ]
  /// The surfaces of each id.
  private static let surfaces: [String: Set<String>] = {
    guard let folder = try? ModelFolder.locate() else { return [:] }
    var faults: [ModelFault] = []
    var surfaces: [String: Set<String>] = [:]
    for register in registers {
      let table = folder.table(
        "entities/\(register).tsv", required: ["id", "name", "kind", "aliases"],
        optional: [
          "code", "parent", "level", "from", "to", "predecessor", "source", "former", "raised",
        ], faults: &faults)
      for row in table?.rows ?? [] {
        let names = row.list("aliases").map { $0.last == "?" ? $0.dropLast() : $0 }
        surfaces[String(row["id"]), default: []].formUnion((names + [row["name"]]).map(String.init))
      }
    }
    return surfaces
  }()

  @Test(
    arguments: try registers.flatMap {
      try ExampleFile.load("entities/\($0).examples.tsv", columns: ["surface", "id"])
    })
  func surfaceBelongsToItsRow(_ example: ExampleRow) {
    #expect(Self.surfaces[example["id"]]?.contains(example["surface"]) == true)
  }

  @Test func registersAgreeWithOneAnother() throws {
    #expect(RegisterCheck(folder: try ModelFolder.locate()).faults.isEmpty)
  }
}
