import ClauseRecords
import Dispatch
import Synchronization

/// Work spread over the processors in chunks, its results in the order of the input.
enum Parallel {
  /// `transform` of every index, computed by at most `jobs` threads.
  ///
  /// The result never depends on `jobs`: each index writes its own place.
  static func map<Result: Sendable>(
    _ count: Int, jobs: Int, chunk: Int, _ transform: @Sendable (Int) -> Result
  ) -> [Result] {
    guard jobs > 1, count > chunk else { return (0..<count).map(transform) }
    let slots = UnsafeMutablePointer<Result?>.allocate(capacity: count)
    slots.initialize(repeating: nil, count: count)
    defer {
      slots.deinitialize(count: count)
      slots.deallocate()
    }
    nonisolated(unsafe) let places = slots
    let chunks = (count + chunk - 1) / chunk
    // A thread that is done takes the next chunk, since chunks differ in what they cost.
    let taken = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, chunks)) { _ in
      while true {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= chunks { return }
        for position in index * chunk..<min(count, (index + 1) * chunk) {
          places[position] = transform(position)
        }
      }
    }
    return (0..<count).compactMap { slots[$0] }
  }
}

/// At most so many threads for work whose parts are each worth handing out.
struct Threads: Spreading {
  let jobs: Int

  func map<Result: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Result
  ) -> [Result] {
    Parallel.map(count, jobs: jobs, chunk: 1, transform)
  }
}
