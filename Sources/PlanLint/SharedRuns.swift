/// Finds which of many texts a text may have been copied from.
///
/// A run that stands in many texts, such as what a house says of itself everywhere, tells little of where another one comes
/// from; a run that stands in two tells nearly all. So each run counts by its rarity, and of a frequent one only the
/// first texts are kept: the cost grows with the texts, not with their square.
struct SharedRuns {
  /// Where a run stands.
  private struct Places {
    /// In how many texts.
    var count = 0
    /// The first of them.
    var first: [Int] = []
    var last = -1

    mutating func add(_ text: Int) {
      guard text != last else { return }
      last = text
      count += 1
      if first.count < SharedRuns.kept { first.append(text) }
    }
  }

  /// What two texts share.
  private struct Shared {
    var weight = 0
    var runs = 0

    mutating func add(_ weight: Int) {
      self.weight += weight
      runs += 1
    }
  }

  /// Texts that are remembered of each run.
  private static let kept = 9
  /// Texts that are worth a full comparison: by their rare runs, and by the number of runs.
  private static let worth = (rare: 5, many: 3)
  private var places: [UInt64: Places] = [:]
  /// A bit for the runs of `places`, by what is last in their numbers: most runs of most texts are none of them, which
  /// a bit tells sooner than a dictionary.
  private var bits: [UInt64] = []

  /// - Parameters:
  ///   - wanted: The runs that are asked about.
  ///   - texts: All texts, in the order in which they are to be named.
  init(of wanted: some Sequence<Set<UInt64>>, in texts: [String]) {
    for runs in wanted { for run in runs { places[run] = Places() } }
    guard !places.isEmpty else { return }
    var size = 64
    while size < places.count { size *= 2 }
    bits = [UInt64](repeating: 0, count: size)
    for run in places.keys { bits[word(of: run)] |= bit(of: run) }
    for (index, text) in texts.enumerated() {
      BriefWords.eachShingle(of: text) { run in
        guard bits[word(of: run)] & bit(of: run) != 0, let place = places.index(forKey: run)
        else { return }
        places.values[place].add(index)
      }
    }
  }

  private func word(of run: UInt64) -> Int { Int(run >> 6) & (bits.count - 1) }
  private func bit(of run: UInt64) -> UInt64 { 1 << (run & 63) }

  /// The texts that share most with one of them, the likeliest first.
  ///
  /// - Parameter runs: Those of the text that is asked about.
  func likely(to text: Int, _ runs: Set<UInt64>) -> [Int] {
    var shared: [Int: Shared] = [:]
    for run in runs {
      guard let place = places[run], place.count > 0 else { continue }
      // Whole numbers: their sum does not hang on the order of a set.
      let weight = (1 << 20) / place.count
      for other in place.first where other != text {
        shared[other, default: Shared()].add(weight)
      }
    }
    let byWeight = shared.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
    let byCount = shared.sorted { ($1.value.runs, $0.key) < ($0.value.runs, $1.key) }
    let rare = byWeight.prefix(Self.worth.rare).map(\.key)
    return rare + byCount.prefix(Self.worth.many).map(\.key).filter { !rare.contains($0) }
  }
}
