import KaojuModels
import Testing

@Suite struct TableTests {
  @Test func reportsEveryFaultWithItsPlaceAndASuggestion() {
    var faults: [ModelFault] = []
    let table = Table(
      text: "# units\nsurface\tunti\n公里\tm\t1000\n\tm\n", file: "units/length.tsv",
      required: ["surface", "unit"], faults: &faults)
    table.requireCells(["surface"], faults: &faults)
    #expect(
      ModelError(faults).description == """
        units/length.tsv:2: the header lacks the column "unit"
        units/length.tsv:2: the table has no column "unti"; did you mean "unit"?
        units/length.tsv:3: the row has 3 cells, the header 2
        units/length.tsv:4:1: the cell "surface" must not be empty
        """)
  }

  @Test func readsLinesThatEndInCRLF() {
    var faults: [ModelFault] = []
    let table = Table(
      text: "surface\tunit\r\n 公里 \tm|km\r\n\r\n米\tm", file: "units/length.tsv",
      required: ["surface", "unit"], faults: &faults)
    #expect(faults.isEmpty)
    #expect(table.rows.map { $0["surface"] } == ["公里", "米"])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rows[0].list("unit") == ["m", "km"])
  }
}
