import KaojuBatch
import Testing

@Suite struct OrderedWorkersTests {
  @Test(arguments: [1, 2, 7])
  func handsResultsOnInTheOrderOfTheInputs(jobs: Int) async throws {
    var inputs = Array((0..<500).reversed())
    var results: [Int] = []
    try await OrderedWorkers(jobs: jobs).run(
      next: { inputs.popLast() },
      work: { number in
        // Later inputs finish sooner, so order would be lost if it were not kept.
        var sum = 0
        for i in 0..<(500 - number) * 50 { sum &+= i }
        return sum == -1 ? -1 : number
      },
      emit: { results.append($0) })
    #expect(results == Array(0..<500))
  }

  @Test func passesOnWhatTheSourceThrows() async {
    struct Broken: Error {}
    await #expect(throws: Broken.self) {
      try await OrderedWorkers(jobs: 2).run(
        next: { () throws -> Int? in throw Broken() }, work: { $0 }, emit: { _ in })
    }
  }
}
