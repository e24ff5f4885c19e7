import Dispatch

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
    // Threads take every jobs-th chunk, so that no more than `jobs` run at once.
    DispatchQueue.concurrentPerform(iterations: min(jobs, chunks)) { worker in
      var index = worker
      while index < chunks {
        for position in index * chunk..<min(count, (index + 1) * chunk) {
          places[position] = transform(position)
        }
        index += min(jobs, chunks)
      }
    }
    return (0..<count).compactMap { slots[$0] }
  }
}
