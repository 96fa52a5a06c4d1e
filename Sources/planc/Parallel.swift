import Synchronization

/// Runs pure work on several threads and keeps the order of its input, so that no output depends on timing.
struct Parallel: Sendable {
  /// At least one.
  let jobs: Int
  /// Whether long steps stay silent.
  let quiet: Bool

  init(jobs: Int, quiet: Bool = true) {
    self.jobs = max(1, jobs)
    self.quiet = quiet
  }

  /// The same, with a line on the terminal while it takes long.
  func map<Result: Sendable>(
    _ what: String, _ count: Int, _ work: @escaping @Sendable (Int) throws -> Result
  ) async rethrows -> [Result] {
    let progress = Progress(what, of: count, quiet: quiet)
    defer { progress.end() }
    return try await map(count) { index in
      defer { progress.advance(1) }
      return try work(index)
    }
  }

  /// The results of `work` for `0..<count`, in that order.
  func map<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) throws -> Result
  ) async rethrows -> [Result] {
    guard jobs > 1, count > 1 else { return try (0..<count).map(work) }
    let next = Counter()
    // Small enough that threads end together, large enough that counting costs nothing.
    let chunk = max(1, min(8, count / (4 * jobs)))
    let results = Results<Result>(count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, count) {
        group.addTask {
          while true {
            let first = next.take(chunk)
            guard first < count else { return }
            let part = try (first..<min(first + chunk, count)).map(work)
            results.put(part, at: first)
          }
        }
      }
      try await group.waitForAll()
    }
    return results.all()
  }

  /// The results in their order, whichever thread made them.
  private final class Results<Result: Sendable>: Sendable {
    private let slots: Mutex<[Result?]>

    init(_ count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

    func put(_ part: [Result], at first: Int) {
      slots.withLock { slots in
        for (index, result) in part.enumerated() { slots[first + index] = result }
      }
    }

    /// Moved out, for a copy of thousands takes longer than making some of them.
    func all() -> [Result] {
      slots.withLock { slots in slots.indices.compactMap { slots[$0].take() } }
    }
  }

  private final class Counter: Sendable {
    private let value = Atomic(0)

    func take(_ count: Int) -> Int { value.wrappingAdd(count, ordering: .relaxed).oldValue }
  }
}
