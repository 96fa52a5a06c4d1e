import PlanSource

/// The account in a page: priorities, pain points, current solutions, point of view.
public struct Brief: Sendable {
  /// The H2's line.
  public let heading: Span
  public let parts: [Part]
  /// What stands below the heading, without marks and without the headings of the parts; a line for each paragraph,
  /// cell or title.
  public let text: String

  public init(heading: Span, parts: [Part], text: String) {
    self.heading = heading
    self.parts = parts
    self.text = text
  }

  public struct Part: Sendable {
    public let kind: Located<BriefPart>
    /// Whether something stands below the heading.
    public let isEmpty: Bool

    public init(kind: Located<BriefPart>, isEmpty: Bool) {
      self.kind = kind
      self.isEmpty = isEmpty
    }
  }
}

/// What the account wants of us, or we of it, with a measure.
public struct Objective: Sendable {
  public let text: Located<String>
  public let row: Span
  public var measure: Located<String>?
  public var target: Located<String>?
  public var current: Located<String>?
  public var by: Located<Day>?
  /// Ours.
  public var owner: Located<String>?
  /// Theirs.
  public var contact: Located<String>?

  public init(text: Located<String>, row: Span) {
    self.text = text
    self.row = row
  }
}

/// One offering in one buying center.
public struct WhitespaceCell: Sendable {
  public let offering: Located<String>
  public let buyingCenter: Located<String>
  public let row: Span
  /// Nil when it could not be read.
  public var status: Located<WhitespaceStatus>?
  public var potential: Located<Money>?
  public var owner: Located<String>?
  public var nextStep: Located<String>?
  public var by: Located<Day>?
  public var incumbent: Located<String>?
  /// Renewal, ours or the incumbent's.
  public var until: Located<Day>?
  /// The deal that it names.
  public var opportunity: Located<String>?
  /// What became of that deal; nil while it names none, or none that is known.
  public var deal: Opportunity.Outcome?
  public var reason: Located<String>?

  public init(offering: Located<String>, buyingCenter: Located<String>, row: Span) {
    self.offering = offering
    self.buyingCenter = buyingCenter
    self.row = row
  }

  private var isOpenOrPursued: Bool { status?.value == .open || status?.value == .pursuing }

  /// Open or pursued, and not won yet: still to sell.
  public var isToSell: Bool { isOpenOrPursued && deal != .won }

  /// Whether its money counts as pipeline and not as whitespace: its deal is open. What they own stays owned.
  public var isInDeal: Bool {
    opportunity != nil && status?.value != .owned && (deal == .open || deal == nil)
  }

  /// Whether its deal was won and nobody has written `owned` yet.
  public var isWon: Bool { isOpenOrPursued && deal == .won }

  /// Still to sell, and in no deal.
  public var isUnsold: Bool { isToSell && !isInDeal }
}

/// A deal, open or ended.
public struct Opportunity: Sendable {
  public let name: Located<String>
  public let row: Span
  public var crmID: Located<String>?
  public var amount: Located<Money>?
  /// Text of the CRM; `won`, `closed won`, `lost` and `closed lost` end it.
  public var stage: Located<String>?
  public var close: Located<Day>?
  public var created: Located<Day>?
  public var forecast: Located<Forecast>?
  public var source: Located<Origin>?
  public var contacts: [Located<String>] = []

  public init(name: Located<String>, row: Span) {
    self.name = name
    self.row = row
  }

  public enum Outcome: Sendable { case open, won, lost }

  /// By the stage's words.
  public var outcome: Outcome { Self.outcome(of: stage?.value ?? "") }

  /// What a stage says: only these forms end a deal.
  public static func outcome(of stage: String) -> Outcome {
    switch Nearest.fold(stage) {
    case Array("won".utf8), Array("closedwon".utf8): .won
    case Array("lost".utf8), Array("closedlost".utf8): .lost
    default: .open
    }
  }
}

/// MEDDPICC of one opportunity, or of the account when there is one deal.
public struct Qualification: Sendable {
  /// The H3 that names the deal; nil when there is none.
  public let opportunity: Located<String>?
  public var elements: [Answer]

  public init(opportunity: Located<String>?, elements: [Answer]) {
    self.opportunity = opportunity
    self.elements = elements
  }

  public struct Answer: Sendable {
    public let element: Located<Element>
    public let row: Span
    /// 0 unknown, 1 assumed, 2 told by one person, 3 confirmed; nil when it could not be read.
    public let score: Located<Int>?
    public let evidence: Located<String>?

    public init(
      element: Located<Element>, row: Span, score: Located<Int>?, evidence: Located<String>?
    ) {
      self.element = element
      self.row = row
      self.score = score
      self.evidence = evidence
    }
  }
}

/// A task that both sides signed up to, with its steps.
public struct ActionTask: Sendable {
  public let text: Located<String>
  /// The item with its box, its steps too.
  public let row: Span
  public let isDone: Bool
  /// The H3 (or the H4 under a deal's H3) above it.
  public let milestone: Located<String>?
  /// The deal's H3, when there are several deals.
  public let opportunity: Located<String>?
  /// Ours.
  public var people: [Located<String>]
  /// Theirs.
  public var contacts: [Located<String>]
  public var due: Located<Day>?
  public var done: Located<Day>?
  /// Nested tasks; they inherit who and when.
  public var steps: [ActionTask]

  public init(
    text: Located<String>, row: Span, isDone: Bool, milestone: Located<String>?,
    opportunity: Located<String>?, people: [Located<String>], contacts: [Located<String>],
    due: Located<Day>?, done: Located<Day>?, steps: [ActionTask]
  ) {
    self.text = text
    self.row = row
    self.isDone = isDone
    self.milestone = milestone
    self.opportunity = opportunity
    self.people = people
    self.contacts = contacts
    self.due = due
    self.done = done
    self.steps = steps
  }
}

/// A touch, or one that is planned.
public struct Play: Sendable {
  public let date: Located<Day>
  public let play: Located<String>
  /// Nil when it could not be read.
  public let channel: Located<Channel>?
  public let row: Span
  public var contacts: [Located<String>] = []
  /// Ours.
  public var by: [Located<String>] = []
  public var outcome: Located<String>?
  public var content: Located<String>?
  public var stage: Located<BuyingStage>?

  public init(
    date: Located<Day>, play: Located<String>, channel: Located<Channel>?, row: Span
  ) {
    self.date = date
    self.play = play
    self.channel = channel
    self.row = row
  }

  /// Whether it is still to come: its day lies ahead, or is today and nobody wrote yet what came of it.
  public func isPlanned(on today: Day) -> Bool {
    date.value > today || (date.value == today && outcome == nil)
  }
}

/// Something that tells of intent.
public struct Signal: Sendable {
  public let date: Located<Day>
  public let kind: Located<SignalKind>?
  public let signal: Located<String>
  public let row: Span
  public var strength: Located<Grade>?
  public var source: Located<String>?
  public var action: Located<String>?

  public init(
    date: Located<Day>, kind: Located<SignalKind>?, signal: Located<String>, row: Span
  ) {
    self.date = date
    self.kind = kind
    self.signal = signal
    self.row = row
  }
}

/// What could cost the account.
public struct Risk: Sendable {
  public let risk: Located<String>
  public let row: Span
  public var severity: Located<Grade>?
  public var mitigation: Located<String>?
  /// Ours.
  public var owner: Located<String>?

  public init(risk: Located<String>, row: Span) {
    self.risk = risk
    self.row = row
  }
}

/// What an account review decided, and what it promised.
public struct Review: Sendable {
  public let day: Located<Day>
  /// The item's text behind the day.
  public let decided: Located<String>
  public let promises: [ActionTask]

  public init(day: Located<Day>, decided: Located<String>, promises: [ActionTask]) {
    self.day = day
    self.decided = decided
    self.promises = promises
  }
}
