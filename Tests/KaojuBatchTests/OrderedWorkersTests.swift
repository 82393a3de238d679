import KaojuBatch
import Synchronization
import Testing

@Suite struct OrderedWorkersTests {
  @Test(arguments: [1, 2, 7])
  func handsResultsOnInTheOrderOfTheInputs(jobs: Int) throws {
    let results = Collected()
    let workers = OrderedWorkers<Int, Int>(
      jobs: jobs,
      work: { number in
        // Later inputs finish sooner, so order would be lost if it were not kept.
        var sum = 0
        for i in 0..<(500 - number) * 50 { sum &+= i }
        return sum == -1 ? -1 : number
      },
      emit: { results.add($0) })
    for number in 0..<500 { try workers.submit(number) }
    try workers.finish()
    #expect(results.numbers == Array(0..<500))
  }

  @Test(arguments: [1, 3])
  func passesOnWhatEmittingThrowsAndEmitsNoMore(jobs: Int) {
    struct Full: Error {}
    let results = Collected()
    let workers = OrderedWorkers<Int, Int>(
      jobs: jobs, work: { $0 },
      emit: { number in
        if number == 10 { throw Full() }
        results.add(number)
      })
    #expect(throws: Full.self) {
      for number in 0..<200 { try workers.submit(number) }
      try workers.finish()
    }
    #expect(results.numbers == Array(0..<10))
  }

  private final class Collected: Sendable {
    private let values = Mutex<[Int]>([])
    var numbers: [Int] { values.withLock { $0 } }
    func add(_ number: Int) { values.withLock { $0.append(number) } }
  }
}
