/// What the history of one plan's file says.
///
/// It is made of changes, in any order: a day stands for the last time that something happened, so that two branches
/// give the same whichever is read first.
public struct PlanHistory: Sendable, Equatable {
  /// The day on which the plan was first committed.
  public var first: Day
  /// The last day on which it said something else than before.
  public var last: Day
  /// The last day on which more changed than `reviewed`.
  public var lastEdit: Day
  /// How many commits made it say something else.
  public var edits = 0
  /// Fingerprints of the addresses of those who did; no more than two, for nobody asks for more.
  public var authors: [UInt64] = []
  /// The last day on which each part changed, beside `PlanPrint.Part.all`; nil for a part that never was there.
  public var changed = [Day?](repeating: nil, count: PlanPrint.Part.all.count)
  /// The last day on which the written stage became another.
  public var stageSince: Day
  public var tierSince: Day
  public var statusSince: Day
  /// The last days on which `reviewed` moved forward and nothing else changed, oldest first; at most four.
  public var stamps: [Day] = []
  /// The plan as it was last committed.
  public var head: PlanPrint
  /// Whether anybody else commits to the program at all.
  public var othersCommit = false

  static let maximumStamps = 4

  init(_ head: PlanPrint, on day: Day) {
    (first, last, lastEdit) = (day, day, day)
    (stageSince, tierSince, statusSince) = (day, day, day)
    self.head = head
  }

  /// A history as it was kept.
  public init(first: Day, last: Day, lastEdit: Day, since days: [Day], head: PlanPrint) {
    (self.first, self.last, self.lastEdit) = (first, last, lastEdit)
    stageSince = days.first ?? first
    tierSince = days.dropFirst().first ?? first
    statusSince = days.dropFirst(2).first ?? first
    self.head = head
  }

  /// The last day on which a part changed.
  public subscript(part: PlanPrint.Part) -> Day? { changed[part.index] }

  /// How often, to the last change, `reviewed` moved forward with nothing else changed with it or in between. What
  /// changed on the same day counts as between.
  public var trailingStamps: [Day] { stamps.filter { $0 > lastEdit } }

  /// The same with what was edited and not committed yet, which counts as edited on `today`.
  public func including(_ now: PlanPrint, on today: Day) -> PlanHistory {
    var history = self
    history.add(now, after: [head], on: today, by: nil)
    history.head = now
    return history
  }

  /// Adds one change.
  ///
  /// - Parameters:
  ///   - olds: What it was made of: of a merge, all sides, for only what none of them had is new.
  mutating func add(_ new: PlanPrint, after olds: [PlanPrint?], on day: Day, by author: UInt64?) {
    func isNew<Value: Equatable>(_ value: (PlanPrint) -> Value) -> Bool {
      olds.allSatisfy { old in old.map { value($0) != value(new) } ?? true }
    }
    first = min(first, day)
    var isEdit = false
    for index in new.parts.indices where isNew({ $0.parts[index] }) {
      isEdit = true
      changed[index] = changed[index].map { max($0, day) } ?? day
    }
    let isReview = isNew(\.reviewed)
    guard isEdit || isReview else { return }
    last = max(last, day)
    edits += 1
    if let author, !authors.contains(author) {
      authors = Array((authors + [author]).sorted().prefix(2))
    }
    if isNew(\.stage) { stageSince = max(stageSince, day) }
    if isNew(\.tier) { tierSince = max(tierSince, day) }
    if isNew(\.isListed) { statusSince = max(statusSince, day) }
    let isForward = olds.allSatisfy { old in
      guard let before = old?.reviewed, let after = new.reviewed else { return false }
      return after > before
    }
    if isEdit || !isForward {
      lastEdit = max(lastEdit, day)
    } else if !stamps.contains(day) {
      stamps = Array((stamps + [day]).sorted().suffix(Self.maximumStamps))
    }
  }
}
