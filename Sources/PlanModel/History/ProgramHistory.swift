/// What the history of a program's plans says. A pure value: the edge reads git and adds one change after another.
public struct ProgramHistory: Sendable, Equatable {
  /// By the last path of the plan; those too that are gone, for a branch may bring them back.
  public private(set) var plans: [String: PlanHistory]
  /// Where plans went that had another path, by that path.
  public private(set) var moved: [String: String]
  /// The day on which the history begins; nil while there is none.
  public private(set) var begins: Day?
  /// The last day on which an account entered the list, left it, or moved to another tier.
  public private(set) var listChanged: Day?
  /// Fingerprints of the addresses of those who commit; no more than two.
  public private(set) var authors: [UInt64]

  public init(
    plans: [String: PlanHistory] = [:], moved: [String: String] = [:], begins: Day? = nil,
    listChanged: Day? = nil, authors: [UInt64] = []
  ) {
    self.plans = plans
    self.moved = moved
    self.begins = begins
    self.listChanged = listChanged
    self.authors = authors
  }

  /// What one commit did to one plan.
  public struct Change: Sendable {
    public let path: String
    /// Where it was before, if it was moved.
    public let oldPath: String?
    /// What it said before, for each of a merge's sides; nil where it was not there.
    public let olds: [PlanPrint?]
    /// What it says since; nil when it is gone.
    public let new: PlanPrint?
    public let day: Day
    /// A fingerprint of the author's address.
    public let author: UInt64

    public init(
      path: String, oldPath: String? = nil, olds: [PlanPrint?], new: PlanPrint?, day: Day,
      author: UInt64
    ) {
      self.path = path
      self.oldPath = oldPath
      self.olds = olds
      self.new = new
      self.day = day
      self.author = author
    }
  }

  /// Adds a change; those that it was made upon come first.
  public mutating func add(_ change: Change) {
    begins = begins.map { min($0, change.day) } ?? change.day
    if !authors.contains(change.author) {
      authors = Array((authors + [change.author]).sorted().prefix(2))
    }
    // A merge brings in nothing that one of its sides had.
    let isMove = change.olds.allSatisfy { old in
      let (old, new) = (
        old.flatMap { $0.isListed ? $0 : nil }, change.new.flatMap { $0.isListed ? $0 : nil }
      )
      return (old == nil) != (new == nil) || old?.tier != new?.tier
    }
    if isMove, change.olds.contains(where: { $0?.isListed == true }) || change.new?.isListed == true
    {
      listChanged = listChanged.map { max($0, change.day) } ?? change.day
    }
    guard let new = change.new else { return }
    if let old = change.oldPath, old != change.path { move(old, to: change.path) }
    let path = current(change.path)
    var history = plans[path] ?? PlanHistory(new, on: change.day)
    history.add(new, after: change.olds, on: change.day, by: change.author)
    plans[path] = history
  }

  /// Says what each plan was at the commit to which the history goes.
  public mutating func settle(_ heads: [String: PlanPrint]) {
    for (path, head) in heads { plans[path]?.head = head }
  }

  /// The history of a plan; nil when it was never committed at that path.
  public func plan(at path: String) -> PlanHistory? {
    guard var history = plans[path] else { return nil }
    history.othersCommit = authors.count > 1
    return history
  }

  /// The paths that a plan had before.
  public func earlierPaths(of path: String) -> [String] {
    moved.keys.filter { $0 != path && current($0) == path }
      .sorted { $0.precedes($1) }
  }

  private mutating func move(_ old: String, to new: String) {
    moved[new] = nil
    if let history = plans.removeValue(forKey: current(old)) {
      plans[new] = plans[new] ?? history
    }
    if old != new { moved[old] = new }
  }

  /// Where a plan is now, that another branch still knows by an earlier path.
  private func current(_ path: String) -> String {
    var path = path
    var steps = 0
    while plans[path] == nil, let next = moved[path], steps < 100 {
      path = next
      steps += 1
    }
    return path
  }
}
