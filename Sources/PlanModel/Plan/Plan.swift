import PlanSource

/// One account's plan: what its file says, every fact with its place.
public struct Plan: Sendable {
  /// The file's stem, kebab-case when the plan is in order; unique in the program when the portfolio is.
  public let id: String
  /// Relative to the program's root.
  public let path: String
  /// The opening `---` of the front matter: where a finding about something absent points.
  public let opening: Span
  /// Where the Markdown begins, behind the front matter: an offset in bytes.
  public var body = 0
  /// The display name; the id when the plan has none.
  public var account: Located<String>
  /// Three, at the opening, when it could not be read: then `isTierKnown` is false.
  public var tier: Located<Tier>
  /// Whether the plan says which tier it is in.
  public var isTierKnown = true
  /// As written; `PlanMeasures.stage` derives it when it is absent.
  public var stage: Located<Stage>?
  public var stageSince: Located<Day>?
  /// Active when absent.
  public var status: Located<Status>?
  /// The account executive, a key of `people:`.
  public var owner: Located<String>?
  /// Our executive sponsor, a key of `people:`.
  public var sponsor: Located<String>?
  public var pod: Pod?
  public var domain: Located<String>?
  public var crmID: Located<String>?
  public var segment: Located<String>?
  public var motion: Located<Motion>?
  /// What the account is, by name: industry, employees, region …
  public var fit: [Pair] = []
  public var potential = Potential()
  public var reviewed: Located<Day>?
  /// When it entered the target list or last changed tier.
  public var listed: Located<Day>?
  /// Who of ours agreed to that.
  public var listedBy: [Located<String>] = []
  /// This account's own buying centers; nil for the program's.
  public var buyingCenters: [Located<String>]?
  public var tags: [Located<String>] = []
  public var links: [Pair] = []
  /// What its authors let be for a while.
  public var waivers: [Waiver] = []

  public var brief: Brief?
  public var objectives: Section<Objective>?
  public var committee: Section<Contact>?
  public var whitespace: Section<WhitespaceCell>?
  public var opportunities: Section<Opportunity>?
  public var meddpicc: Section<Qualification>?
  public var actionPlan: Section<ActionTask>?
  public var plays: Section<Play>?
  public var signals: Section<Signal>?
  public var risks: Section<Risk>?
  public var reviews: Section<Review>?

  /// What could not be read, and might be why something else seems to be missing.
  public var doubts: [Doubt] = []
  /// What stands where one of ours belongs, and is no id of `people:`: people who left, or were never written there.
  public var strangers: [String] = []
  /// What looks as if it should not be in a repository, in the order of the text.
  public var suspicions: [Suspicion] = []
  /// Relative links and images, resolved against the plan's folder: what must exist in the program.
  public var relativeLinks: [Located<String>] = []
  /// The text of the first H1, if the plan has one.
  public var title: [Inline]?

  public init(
    id: String, path: String, opening: Span, account: Located<String>, tier: Located<Tier>
  ) {
    self.id = id
    self.path = path
    self.opening = opening
    self.account = account
    self.tier = tier
  }

  /// Active when the plan does not say.
  public var writtenStatus: Status { status?.value ?? .active }
  /// What pages and figures go by. A plan whose tier cannot be read has a place in none of them, like a draft.
  public var effectiveStatus: Status { isTierKnown ? writtenStatus : .draft }
  /// Only active accounts count in metrics.
  public var isActive: Bool { effectiveStatus == .active }
  /// The contacts of the buying committee, those who left too.
  public var contacts: [Contact] { committee?.items ?? [] }

  /// The contact of that name, if the committee has one.
  public func contact(named name: String) -> Contact? {
    let key = ContactName.key(name)
    return contacts.first { $0.key == key }
  }
}

/// A section of which the format knows the items.
public struct Section<Item: Sendable>: Sendable {
  /// The H2's line.
  public let heading: Span
  /// The headings of the section's table; nil when it has none.
  public let header: Table.Row?
  public var items: [Item]

  public init(heading: Span, header: Table.Row? = nil, items: [Item]) {
    self.heading = heading
    self.header = header
    self.items = items
  }
}

/// A named text: a fact of `fit:`, a link.
public struct Pair: Sendable {
  public let name: Located<String>
  public let value: Located<String>

  public init(name: Located<String>, value: Located<String>) {
    self.name = name
    self.value = value
  }
}

/// Who of ours works the account, beside owner and sponsor.
public struct Pod: Sendable {
  /// The key `pod`.
  public let key: Span
  public let members: [Member]

  public init(key: Span, members: [Member]) {
    self.key = key
    self.members = members
  }

  public struct Member: Sendable {
    /// sdr, marketing, solutions, customer-success, partner, or any word.
    public let role: Located<String>
    /// A key of `people:`.
    public let person: Located<String>

    public init(role: Located<String>, person: Located<String>) {
      self.role = role
      self.person = person
    }
  }
}

/// One rule that is silenced in a plan until a day.
public struct Waiver: Sendable {
  /// The rule's name, in full.
  public let rule: Located<String>
  /// The last day on which it silences.
  public let until: Located<Day>
  public let reason: Located<String>
  /// Who of ours answers for it.
  public let by: Located<String>
  /// Takes it out of the plan, if it is written so that nothing else goes with it.
  public let removal: Fix?

  public init(
    rule: Located<String>, until: Located<Day>, reason: Located<String>, by: Located<String>,
    removal: Fix? = nil
  ) {
    self.removal = removal
    self.rule = rule
    self.until = until
    self.reason = reason
    self.by = by
  }

  /// Whether it silences on a day.
  public func isInForce(on day: Day) -> Bool { day <= until.value }
}

/// What the account could be worth.
public struct Potential: Sendable {
  /// A year.
  public var acv: Located<Money>?
  /// A year, at most.
  public var ceiling: Located<Money>?
  public var strategic: Located<Grade>?

  public init() {}
}
