import PlanModel
import PlanSource

/// What one plan's facts add up to on one day. A pure function of plan, settings and day.
public struct PlanMeasures: Sendable {
  public let today: Day
  /// As written, else derived.
  public let stage: Stage
  /// What deals, contacts and touches show: a won deal, else an open one, else an engagement score over the mqa
  /// threshold, else somebody engaged, else a touch.
  public let derivedStage: Stage
  /// Beside `plan.contacts`, in the same order.
  public let contacts: [ContactMeasure]
  /// The plays on or before today, oldest first.
  public let touches: [Touch]
  public let engagement: Engagement
  /// The latest of `reviewed` and the days in Reviews, today at the latest.
  public let lastReview: Located<Day>?
  /// Days from one review to the next; nil: the tier asks for none.
  public let reviewEvery: Int?
  /// Days an answer counts; nil: for ever.
  public let window: Int?
  /// The plan's opportunities that have not ended.
  public let deals: [Opportunity]

  /// A contact's engagement.
  public struct ContactMeasure: Sendable {
    /// The latest answered day that is not after today.
    public let lastEngaged: Day?
    /// Answered inside the window, and has not left.
    public let isEngaged: Bool
  }

  /// A play that has happened.
  public struct Touch: Sendable {
    /// Its index in the plan's plays.
    public let index: Int
    public let day: Day
    public let channel: Channel?
    /// `ContactName.key` of each contact it names.
    public let contacts: [String]
    public let isAnswered: Bool
    public let isInWindow: Bool
    /// Of today, and nobody wrote yet what came of it: it may still be to come, and is no try yet.
    public let isPlanned: Bool

    /// Whether we talked to them, or they to us: an ad and a visit of theirs are neither.
    public var isTalk: Bool { channel != .ads && channel != .web }
  }

  public init(of plan: Plan, in program: Program, on today: Day) {
    let settings = program[plan.tier.value]
    let window = settings.engagementWindow
    func isInWindow(_ day: Day) -> Bool { window.map { today - day <= $0 } ?? true }

    var touches: [Touch] = []
    var answered: [String: Day] = [:]
    for (index, play) in (plan.plays?.items ?? []).enumerated() where play.date.value <= today {
      let touch = Touch(
        index: index, day: play.date.value, channel: play.channel?.value,
        contacts: play.contacts.map { ContactName.key($0.value) },
        isAnswered: program.isAnswered(play), isInWindow: isInWindow(play.date.value),
        isPlanned: play.isPlanned(on: today))
      touches.append(touch)
      guard touch.isAnswered else { continue }
      for contact in touch.contacts {
        answered[contact] = max(answered[contact] ?? touch.day, touch.day)
      }
    }
    self.touches = touches.sorted { ($0.day, $0.index) < ($1.day, $1.index) }
    contacts = plan.contacts.map { contact in
      let cell = contact.lastEngaged.flatMap { $0.value <= today ? $0.value : nil }
      let last = [cell, answered[contact.key]].compactMap { $0 }.max()
      return ContactMeasure(
        lastEngaged: last,
        isEngaged: !contact.hasLeft && last.map(isInWindow) ?? false)
    }
    let reviews = [plan.reviewed].compactMap { $0 } + (plan.reviews?.items ?? []).map(\.day)
    lastReview = reviews.filter { $0.value <= today }.max { $0.value < $1.value }
    let opportunities = plan.opportunities?.items ?? []
    deals = opportunities.filter { $0.outcome == .open }
    engagement = Engagement(
      of: plan, touches, program.engagement, on: today, isInWindow: isInWindow)
    derivedStage =
      if opportunities.contains(where: { $0.outcome == .won }) {
        .closedWon
      } else if !deals.isEmpty {
        .opportunity
      } else if engagement.score >= program.engagement.mqa {
        .mqa
      } else if contacts.contains(where: \.isEngaged) {
        .engaged
      } else {
        touches.isEmpty ? .unaware : .aware
      }
    stage = plan.stage?.value ?? derivedStage
    self.today = today
    self.window = window
    reviewEvery = settings.reviewEvery.value(at: stage)
  }

  /// Contacts engaged in the window.
  public var engagedCount: Int { contacts.count { $0.isEngaged } }
  /// The answered touches in the window.
  public var answered: [Touch] { touches.filter { $0.isAnswered && $0.isInWindow } }
  /// Days since the last review; nil when there never was one.
  public var daysSinceReview: Int? { lastReview.map { today - $0.value } }
  /// Whether the last review is older than the cadence.
  public var isReviewLate: Bool {
    guard let reviewEvery, let daysSinceReview else { return false }
    return daysSinceReview > reviewEvery
  }
  /// Open deals whose close day is not behind today.
  public var pipelineDeals: [Opportunity] { deals.filter { ($0.close?.value ?? today) >= today } }
  /// Their money.
  public var pipeline: Money { pipelineDeals.compactMap { $0.amount?.value }.total }
}

extension Program {
  /// Whether somebody answered a play: it is no ad, and its Outcome says more than that nobody did. Whether its day has
  /// come is for the caller to ask.
  public func isAnswered(_ play: Play) -> Bool {
    guard play.channel?.value != .ads, let written = play.outcome?.value else { return false }
    let outcome = Nearest.phrase(written)
    return !engagement.unansweredPhrases.contains { words in
      guard outcome.starts(with: words) else { return false }
      let next = String(decoding: outcome.dropFirst(words.count), as: UTF8.self).first
      return next.map { !$0.isLetter && !$0.isNumber } ?? true
    }
  }
}
