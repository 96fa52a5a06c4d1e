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
    let parts = try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<min(jobs, count) {
        group.addTask {
          var part: [(Int, Result)] = []
          while true {
            let first = next.take(chunk)
            guard first < count else { return part }
            for index in first..<min(first + chunk, count) {
              part.append((index, try work(index)))
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    var slots = [Result?](repeating: nil, count: count)
    for (index, result) in parts.joined() { slots[index] = result }
    return slots.compactMap { $0 }
  }

  private final class Counter: Sendable {
    private let value = Atomic(0)

    func take(_ count: Int) -> Int { value.wrappingAdd(count, ordering: .relaxed).oldValue }
  }
}
