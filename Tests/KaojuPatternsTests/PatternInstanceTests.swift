@testable import KaojuPatterns
import Testing

@Suite struct PatternInstanceTests {
  private func match(_ bindings: [(slot: UInt8, group: Int, round: Int)]) -> PatternMatch {
    PatternMatch(
      rule: 0, positions: 0..<9, anchor: 0,
      bindings: bindings.enumerated().map { index, binding in
        PatternMatch.Binding(
          slot: SlotName(rawValue: binding.slot), positions: index..<(index + 1),
          group: binding.group, round: binding.round, word: -1)
      })
  }

  @Test func pairsListsOfEqualLengthInOrder() throws {
    let instances = match([(0, 1, 0), (0, 1, 1), (1, 2, 0), (1, 2, 1), (2, -1, 0)])
      .instances(pairing: .zip)
    #expect(instances?.map { $0.bindings.map(\.positions.lowerBound) } == [[0, 2, 4], [1, 3, 4]])
  }

  @Test func refusesListsOfUnequalLength() {
    #expect(match([(0, 1, 0), (1, 2, 0), (1, 2, 1)]).instances(pairing: .zip) == nil)
  }

  @Test func multipliesListsWhereTheRuleSaysSo() {
    let instances = match([(0, 1, 0), (0, 1, 1), (1, 2, 0), (1, 2, 1)])
      .instances(pairing: .product)
    #expect(instances?.count == 4)
  }
}
