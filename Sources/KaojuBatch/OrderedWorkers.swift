/// Maps a stream of inputs through parallel work and hands the results on in the inputs' order.
///
/// At most `window` inputs are in flight or waiting for an earlier one, so that memory is bounded
/// whatever the length of the stream; the order of results never depends on the number of jobs.
package struct OrderedWorkers: Sendable {
  /// How many inputs are worked on at once.
  package let jobs: Int
  /// How many inputs may be in flight or waiting to be handed on.
  package let window: Int

  /// Makes workers.
  package init(jobs: Int) {
    self.jobs = max(1, jobs)
    self.window = self.jobs == 1 ? 1 : self.jobs * 4
  }

  /// Pulls inputs from `next` until it returns `nil`, works on them, and emits the results in order.
  ///
  /// - Throws: What `next` or `emit` throws; work in flight is then abandoned.
  package func run<Input: Sendable, Output: Sendable>(
    next: () throws -> Input?,
    work: @escaping @Sendable (Input) -> Output,
    emit: (Output) throws -> Void
  ) async throws {
    if jobs == 1 {
      while let input = try next() { try emit(work(input)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var waiting: [Int: Output] = [:]
      var started = 0
      var emitted = 0
      var isExhausted = false
      func refill() throws {
        while !isExhausted, started - emitted < window {
          guard let input = try next() else {
            isExhausted = true
            return
          }
          let index = started
          started += 1
          group.addTask { (index, work(input)) }
        }
      }
      try refill()
      while let (index, output) = try await group.next() {
        waiting[index] = output
        while let output = waiting.removeValue(forKey: emitted) {
          try emit(output)
          emitted += 1
        }
        try refill()
      }
    }
  }
}
