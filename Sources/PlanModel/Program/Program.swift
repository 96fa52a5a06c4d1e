import PlanSource

/// The settings of a program, `planc.yml` over the defaults.
public struct Program: Sendable {
  /// The file's path; findings about the program point there, whether it exists or not.
  public static let path = "planc.yml"

  /// What the program is called.
  public var name: String?
  /// ISO 4217.
  public var currency = "USD"
  /// Units of the program's currency in one unit of another, by its code.
  public var currencies: [String: Double] = [:]
  /// The month (1 to 12) in which the fiscal year begins.
  public var fiscalYearStart = 1
  /// Our people by id; nil while the settings do not name any, and then any id is accepted.
  public var people: [String: Person]? {
    didSet {
      personIDs = (people ?? [:]).keys.sorted()
      idsByName = Dictionary(
        grouping: personIDs, by: { ContactName.key(people?[$0]?.name ?? $0) })
      idsByJob = Dictionary(grouping: personIDs, by: { people?[$0]?.job })
    }
  }
  /// The ids of `people`, sorted.
  public private(set) var personIDs: [String] = []
  private var idsByName: [String: [String]] = [:]
  private var idsByJob: [Job?: [String]] = [:]
  /// Nil: any is accepted.
  public var offerings: [String]?
  /// Nil: any is accepted.
  public var buyingCenters: [String]?
  private var tiers: [TierSettings] = Tier.allCases.map(TierSettings.standard)
  public var limits = Limits()
  /// The names of all rules that a plan may waive; any name will do while it is empty.
  public var rules: [String] = []
  /// Levels by rule.
  public var levels: [String: Level] = [:]
  /// The last that matches wins.
  public var overrides: [Override] = []
  public var site = Site()
  /// Who stands behind the program, in ids.
  public var sponsors: [String] = []
  /// Nil: none were set.
  public var goals: Goals?
  /// In the order of the settings.
  public var definitions: [Definition] = []
  /// In the order of the settings.
  public var cadence: [Cadence] = []
  /// Where a key stands in `planc.yml`, by its path: `tiers.1.maximum-accounts`.
  public var places: [String: Span] = [:]
  public var engagement = EngagementSettings()
  /// The ideal customer profile; nil: accounts have no score.
  public var icp: [Criterion]?
  public var score = ScoreSettings()
  public var exclusions = Exclusions()
  /// Nil: any content is accepted.
  public var content: ContentMatrix?
  /// What stands in `segments/`, beside `planc.yml`.
  public var segments = Segments()

  /// The defaults.
  public init() {}

  public struct Person: Sendable {
    public let id: String
    public let name: String
    public let job: Job?
    public let team: String?
    public let email: String?

    public init(id: String, name: String, job: Job?, team: String?, email: String?) {
      self.id = id
      self.name = name
      self.job = job
      self.team = team
      self.email = email
    }
  }

  /// What is asked of all tiers alike.
  public struct Limits: Sendable {
    /// Days for which what the calendar brought about is a warning.
    public var grace = 14
    /// Active accounts that one executive sponsor stands behind.
    public var maximumAccountsPerSponsor = 8
    /// Words that a brief may have: a page.
    public var briefWords = 600
    /// Working days in which a strong signal is to be followed by a touch.
    public var touchWithin = 1

    public init() {}
  }

  public struct Override: Sendable {
    public let plans: Glob
    public let levels: [String: Level]

    public init(plans: Glob, levels: [String: Level]) {
      self.plans = plans
      self.levels = levels
    }
  }

  public struct Site: Sendable {
    /// Above every page; the program's name when absent.
    public var title: String?
    /// Where the site is published, for canonical links; empty for nowhere in particular.
    public var baseURL = ""
    /// The repository on its git host, for links to lines: http or https, without a slash at its end.
    public var repository: String?
    /// The path of a picture in the program.
    public var logo: String?
    /// In the order of the settings.
    public var editions: [Edition] = []

    /// What the logo is called on the site: `logo.svg`.
    public var logoFile: String? {
      logo?.split(separator: ".").last.map { "logo." + $0.lowercased() }
    }

    public init() {}
  }

  /// What a tier asks for.
  public subscript(tier: Tier) -> TierSettings {
    get { tiers[tier.rawValue - 1] }
    set { tiers[tier.rawValue - 1] = newValue }
  }

  /// The title of the site.
  public var title: String { site.title ?? name ?? "Account plans" }

  /// A person's name, or the id when the settings do not know it.
  public func name(of person: String) -> String { people?[person]?.name ?? person }

  /// The ids of our people who do a job, sorted; none while the settings name nobody.
  public func people(in job: Job?) -> [String] { job.flatMap { idsByJob[$0] } ?? [] }

  /// The id of the one person of a name; nil when nobody or several have it.
  public func person(named name: String) -> String? {
    guard let ids = idsByName[ContactName.key(name)], ids.count == 1 else { return nil }
    return ids[0]
  }

  /// The level of a rule in a file: the catalogue's, then `rules`, then the last override that matches.
  public func level(of rule: String, standard: Level, in path: String) -> Level {
    var level = levels[rule] ?? standard
    for override in overrides where override.plans.matches(path) {
      if let other = override.levels[rule] { level = other }
    }
    return level
  }

  /// Where a finding about a setting points: its key, else the nearest key above it that is written, else nil.
  public func place(of key: String) -> Span? {
    var parts = key.split(separator: ".")[...]
    while !parts.isEmpty {
      if let span = places[parts.joined(separator: ".")] { return span }
      parts = parts.dropLast()
    }
    return nil
  }

  /// The first day of the fiscal year that holds `day`, and the first of the next. A fiscal year is named after the
  /// calendar year in which it ends.
  public func fiscalYear(of day: Day) -> (name: Int, first: Day, next: Day) {
    let (year, month, _) = day.parts
    let begins = month >= fiscalYearStart ? year : year - 1
    let first = Day(year: begins, month: fiscalYearStart, day: 1) ?? day
    let next = Day(year: begins + 1, month: fiscalYearStart, day: 1) ?? day
    return (fiscalYearStart == 1 ? begins : begins + 1, first, next)
  }
}
