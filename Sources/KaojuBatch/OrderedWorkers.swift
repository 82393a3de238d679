import Dispatch
import Synchronization

/// Works on a stream of inputs in parallel and hands the results on in the inputs' order.
///
/// At most ``window`` inputs are in flight or waiting for an earlier one: `submit` blocks until
/// there is room, so memory is bounded whatever the length of the stream. The order of results
/// never depends on the number of jobs.
package final class OrderedWorkers<Input: Sendable, Output: Sendable>: Sendable {
  private struct State {
    var submitted = 0
    var emitted = 0
    var waiting: [Int: Output] = [:]
    var isEmitting = false
    var failure: (any Error)?
  }

  /// How many inputs are worked on at once.
  package let jobs: Int
  /// How many inputs may be in flight or waiting to be handed on.
  package let window: Int

  private let work: @Sendable (Input) -> Output
  private let emit: @Sendable (Output) throws -> Void
  private let state = Mutex(State())
  private let room: DispatchSemaphore
  private let threads: DispatchSemaphore
  private let queue = DispatchQueue(label: "kaoju.workers", attributes: .concurrent)
  private let group = DispatchGroup()

  /// Makes workers; `emit` is called for one result at a time, in order.
  package init(
    jobs: Int, work: @escaping @Sendable (Input) -> Output,
    emit: @escaping @Sendable (Output) throws -> Void
  ) {
    self.jobs = max(1, jobs)
    self.window = self.jobs * 4
    self.work = work
    self.emit = emit
    self.room = DispatchSemaphore(value: window)
    self.threads = DispatchSemaphore(value: self.jobs)
  }

  /// Gives an input to the workers, waiting for room.
  ///
  /// - Throws: What `emit` threw for an earlier result; nothing is worked on after that.
  package func submit(_ input: Input) throws {
    if let failure = state.withLock({ $0.failure }) { throw failure }
    guard jobs > 1 else { return try emit(work(input)) }
    room.wait()
    threads.wait()
    let index = state.withLock { state in
      defer { state.submitted += 1 }
      return state.submitted
    }
    queue.async(group: group) {
      let output = self.work(input)
      self.threads.signal()
      self.handOn(output, at: index)
    }
  }

  /// Waits until every result was handed on.
  ///
  /// - Throws: What `emit` threw.
  package func finish() throws {
    group.wait()
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// Emits all results that are next in order.
  ///
  /// One thread emits at a time; another that finishes meanwhile leaves its result for it.
  private func handOn(_ output: Output, at index: Int) {
    let isEmitter = state.withLock { state in
      state.waiting[index] = output
      if state.isEmitting { return false }
      state.isEmitting = true
      return true
    }
    guard isEmitter else { return }
    while let next = nextInOrder() {
      do {
        if state.withLock({ $0.failure == nil }) { try emit(next) }
      } catch {
        state.withLock { $0.failure = error }
      }
      room.signal()
    }
  }

  private func nextInOrder() -> Output? {
    state.withLock { state in
      guard let next = state.waiting.removeValue(forKey: state.emitted) else {
        state.isEmitting = false
        return nil
      }
      state.emitted += 1
      return next
    }
  }
}
