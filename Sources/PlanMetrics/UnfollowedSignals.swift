import PlanModel

extension PlanMeasures {
  /// The last day on which we talked to them, or one of them answered; nil when neither ever happened.
  public var lastTalk: Day? {
    let talk = touches.last { $0.isTalk && !$0.isPlanned }
    return (contacts.compactMap(\.lastEngaged) + [talk?.day].compactMap { $0 }).max()
  }

  /// The first day of which a signal still counts: the engagement window's, or two quarters where answers count for
  /// ever.
  private var oldestSignal: Day { today - (window ?? 2 * Day.quarter) }

  /// The signals of the engagement window, in the order of the plan.
  public func recentSignals(of plan: Plan) -> [Signal] {
    (plan.signals?.items ?? []).filter { (oldestSignal...today).contains($0.date.value) }
  }

  /// Those of the window after which nobody talked to anybody, the oldest first.
  public func unfollowedSignals(of plan: Plan) -> [Signal] {
    let last = lastTalk
    return recentSignals(of: plan).filter { signal in last.map { $0 < signal.date.value } ?? true }
      .sorted { ($0.date.value, $0.row.start) < ($1.date.value, $1.row.start) }
  }
}
