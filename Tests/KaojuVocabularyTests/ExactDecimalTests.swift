import KaojuVocabulary
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("280000000000", "280000000000"), ("0.0005", "0.0005"), ("1.50", "1.5"),
    ("-12.30", "-12.3"), ("007", "7"),
  ])
  func printsWithoutExponentOrTrailingZeros(input: String, output: String) throws {
    #expect(try #require(ExactDecimal(input)).description == output)
  }

  @Test(arguments: ["", "1e5", "1.2.3", "—", "99999999999999999999999999999999999999999"])
  func refusesWhatIsNoPlainDecimal(input: String) {
    #expect(ExactDecimal(input) == nil)
  }

  @Test func scalesExactly() throws {
    let value = try #require(ExactDecimal("1.2")).scaled(byPowerOfTen: 12)
    #expect(value.description == "1200000000000")
    #expect(value.whole == 1_200_000_000_000)
  }

  @Test func addsAcrossExponents() throws {
    let sum = try #require(ExactDecimal("100000000")).adding(try #require(ExactDecimal("0.01")))
    #expect(sum?.description == "100000000.01")
  }

  @Test func ordersByValue() throws {
    #expect(try #require(ExactDecimal("0.9")) < ExactDecimal.one)
    #expect(try #require(ExactDecimal("-3")) < ExactDecimal.zero)
  }
}
