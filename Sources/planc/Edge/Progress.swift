import Glibc
import Synchronization

/// A line on the terminal that says how far a long step is; silent for the first half second, and where standard error
/// is no terminal.
final class Progress: Sendable {
  private let what: String
  private let total: Int
  private let isShown: Bool
  private let start: Int
  private let done = Atomic(0)
  /// When the line was last written, in milliseconds after `start`.
  private let written = Atomic(0)

  /// - Parameters:
  ///   - what: What is done to `total` things: `Reading plans`.
  ///   - quiet: Whether nobody wants to see it.
  init(_ what: String, of total: Int, quiet: Bool) {
    self.what = what
    self.total = total
    isShown = !quiet && World.isTerminal(2)
    start = Self.milliseconds()
  }

  /// Counts things that are done; called from several threads.
  func advance(_ count: Int) {
    guard isShown else { return }
    let now = Self.milliseconds() - start
    let number = done.wrappingAdd(count, ordering: .relaxed).newValue
    let last = written.load(ordering: .relaxed)
    guard now > 500, now - last > 100,
      written.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
    else { return }
    write("\r\(what): \(number) of \(total)\u{1B}[K")
  }

  /// Takes the line away.
  func end() {
    if written.load(ordering: .relaxed) > 0 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { _ = Disk.write(Array(text.utf8), to: 2) }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
