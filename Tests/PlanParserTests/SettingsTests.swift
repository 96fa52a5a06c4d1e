import PlanModel
import PlanParser
import PlanSource
import Testing

/// `planc.yml`, key by key.
struct SettingsTests {
  static let rules = ["brief/missing-part", "sponsor/missing", "whitespace/unmapped"]

  static func read(_ text: String) -> (program: Program, findings: [Finding]) {
    SettingsReader.read(SourceFile(path: Program.path, bytes: Array(text.utf8)), rules: rules)
  }

  @Test(arguments: [
    ("currency: EUR\ncurrencies: { EUR: 2 }\n", "delete `EUR`"),
    ("tiers: { 1: { review-every: 0 } }\n", "write at least 1, or `none` to ask nothing"),
    ("tiers: { 2: { quiet-after: { aware: 0 } } }\n", "write at least 1, or `none` to ask nothing"),
  ])
  func whatWouldHaveNoEffectIsRefused(_ text: String, _ help: String) {
    let findings = Self.read(text).findings
    #expect(findings.map(\.rule) == ["structure/invalid-value"])
    #expect(findings.first?.help == help)
  }

  @Test func readsEveryKey() throws {
    let (program, findings) = Self.read(
      """
      program: Field program
      currency: EUR
      currencies: { USD: 0.92, INR: 0.011 }
      fiscal-year-start: 2
      people:
        maya.chen: { name: Maya Chen, role: ae, team: west, email: maya@example.com }
        vera.holm: { name: Vera Holm, role: Customer success }
      offerings: [Core, Analytics]
      buying-centers: EMEA
      tiers:
        1: { name: One, maximum-accounts: 12 }
      limits: { grace: 7 }
      rules: { sponsor/missing: warning }
      overrides:
        - { plans: "plans/apac/**", rules: { sponsor/missing: off } }
        - { plans: "plans/x.md", rules: { brief/missing-part: info } }
      site: { title: Plans, base-url: "https://example.com/plans/" }
      x-own: [anything]
      """)
    #expect(findings.map(\.message) == [])
    #expect(program.name == "Field program")
    #expect(program.currency == "EUR")
    #expect(program.currencies == ["USD": 0.92, "INR": 0.011])
    #expect(program.fiscalYearStart == 2)
    let maya = try #require(program.people?["maya.chen"])
    #expect(maya.name == "Maya Chen")
    #expect(maya.job == .ae)
    #expect(maya.team == "west")
    #expect(maya.email == "maya@example.com")
    #expect(program.people?["vera.holm"]?.job == .customerSuccess)
    #expect(program.offerings == ["Core", "Analytics"])
    #expect(program.buyingCenters == ["EMEA"])
    #expect(program[.one].name == "One")
    #expect(program[.one].maximumAccounts == 12)
    #expect(program.limits.grace == 7)
    #expect(program.levels == ["sponsor/missing": .warning])
    #expect(program.level(of: "sponsor/missing", standard: .error, in: "plans/apac/a.md") == .off)
    #expect(program.site.title == "Plans")
    #expect(program.site.baseURL == "https://example.com/plans")
    #expect(program.place(of: "tiers.1.maximum-accounts") != nil)
  }

  @Test func readsWhatATierIsWorth() {
    let (program, findings) = Self.read(
      """
      currency: EUR
      tiers:
        1:
          acv: { from: 300k }
          quiet-after: { engaged: 14, opportunity: 7 }
          minimum-channels: 2
          clock: none
          thin-coverage: 4
          mutual-action-plan-from: { opportunity: 50k }
          budget: 400k EUR
          cost-per-account: 12,500
        2: { acv: { from: "75,000", below: 300k } }
        3: { acv: none }
      limits: { maximum-accounts-per-sponsor: none, brief-words: 400, touch-within: 2 }
      """)
    #expect(findings.map(\.message) == [])
    let one = program[.one]
    #expect(one.acv?.from == .thousands(300) && one.acv?.below == nil)
    #expect(one.quietAfter.value(at: .mqa) == 14 && one.quietAfter.value(at: .aware) == nil)
    #expect(one.minimumChannels.value(at: .aware) == 2)
    #expect(one.clock.value(at: .opportunity) == nil)
    #expect(one.thinCoverage.value(at: .opportunity) == 4)
    #expect(one.mutualActionPlanFrom.value(at: .opportunity) == .thousands(50))
    #expect(one.budget == .thousands(400))
    #expect(one.costPerAccount == Money(hundredths: 1_250_000))
    #expect(program[.two].acv?.below == .thousands(300))
    #expect(program[.three].acv == nil)
    #expect(program.limits.maximumAccountsPerSponsor == .max)
    #expect(program.limits.briefWords == 400 && program.limits.touchWithin == 2)
    #expect(program[.one].written(.acv) == "from: 300k")
    #expect(program[.two].written(.acv) == "from: 75k, below: 300k")
    #expect(program[.one].written(.costPerAccount) == "12500")
  }

  @Test(arguments: [
    ("acv: 75k", "write `{ from: 75k, below: 250k }`"),
    ("acv: { from: 75k, below: 20k }", "write an amount above 75k"),
    ("budget: much", "write it as `320000`, `320k`, `$1.2M` or `1.2M EUR`"),
    ("clock: long", "write a whole number, `none`, or a map of stage to number"),
  ])
  func whatATierIsWorthIsReadWhole(_ setting: String, _ help: String) {
    let (_, findings) = Self.read("tiers:\n  1: { \(setting) }\n")
    #expect(findings.count == 1)
    #expect(findings.first?.help.hasPrefix(help) == true)
  }

  @Test(arguments: [
    (
      "icp: [{ fit: industry, in: [a], any: [b], weight: 3 }]",
      "write one of `in`, `any`, `at-least`"
    ),
    ("icp: [{ fit: industry, weight: 3 }]", "write one of `in`, `any`, `at-least`"),
    ("icp: [{ fit: industry, in: [a], weight: much }]", "write a number such as `10` or `0.15`"),
    ("icp: industry", "write a list"),
    (
      "score: { cut-lines: [45, 70] }",
      "write the lowest scores of tier 1 and tier 2, such as `[70, 45]`"
    ),
    (
      "score: { cut-lines: [70] }",
      "write the lowest scores of tier 1 and tier 2, such as `[70, 45]`"
    ),
    ("engagement: { half-life: 0 }", "write a whole number from 1 to 3650"),
    ("engagement: { weights: { emial: 2 } }", "write `email`"),
    (
      "exclude: { fit: [{ industry: gambling }] }", "write `{ industry: gambling, reason: policy }`"
    ),
    ("exclude: { fit: gambling }", "write `- { industry: gambling, reason: policy }`"),
    ("content: { awarenes: { 1: [a] } }", "write `awareness`"),
  ])
  func scoresAreReadWhole(_ setting: String, _ help: String) {
    let (_, findings) = Self.read(setting + "\n")
    #expect(findings.count == 1, "\(findings.map(\.message))")
    #expect(findings.first?.help.hasPrefix(help) == true, "\(findings.map(\.help))")
  }

  @Test func graceMayBeNoneAndIsNoWord() {
    #expect(Self.read("limits: { grace: none }\n").program.limits.grace == 0)
    let (program, findings) = Self.read("limits: { grace: long }\n")
    #expect(program.limits.grace == Program().limits.grace)
    #expect(findings.map(\.help) == ["write a whole number from 0 to 3650"])
  }

  @Test(arguments: ["", "# nothing\n", "~\n", "\u{FEFF}"])
  func nothingMeansTheDefaults(_ text: String) {
    let (program, findings) = Self.read(text)
    #expect(findings.isEmpty)
    #expect(program.people == nil)
    #expect(program.offerings == nil)
    #expect(program.currency == "USD")
    #expect(program[.two].maximumAccounts == 200)
  }

  /// Each key with a value of the wrong type: one error at the value.
  @Test(arguments: [
    "program: ↓[a]", "currency: ↓usd", "currency: ↓{ a: b }", "currencies: ↓EUR",
    "currencies: { ↓eur: 1 }", "currencies: { EUR: ↓nan }", "currencies: { EUR: ↓0x1p3 }",
    "currencies: { EUR: ↓0 }", "currencies: { EUR: ↓-1 }", "currencies: { EUR: ↓\"1,08\" }",
    "fiscal-year-start: ↓13", "fiscal-year-start: ↓February", "people: ↓[maya]",
    "people: { a: ↓Maya }", "people: { a: { name: A, role: ↓boss } }",
    "people: { a: { name: ↓[A] } }", "offerings: ↓{ a: b }", "offerings: [↓[a]]",
    "buying-centers: ↓{ a: b }", "tiers: ↓[1]", "tiers: { 1: ↓many }",
    "tiers: { 1: { maximum-accounts: ↓lots } }", "tiers: { 1: { maximum-accounts: ↓-1 } }",
    "tiers: { 1: { maximum-accounts-per-owner: ↓[1] } }",
    "tiers: { 1: { engagement-window: ↓1.5 } }", "tiers: { 1: { minimum-contacts: ↓few } }",
    "tiers: { 1: { minimum-contacts: { ↓soon: 1 } } }",
    "tiers: { 1: { minimum-engaged: { engaged: ↓few } } }",
    "tiers: { 1: { minimum-functions: ↓x } }", "tiers: { 1: { minimum-whitespace: ↓x } }",
    "tiers: { 1: { review-every: ↓monthly } }", "tiers: { 1: { required-roles: [↓boss] } }",
    "tiers: { 1: { required-roles: { engaged: ↓{ a: b } } } }",
    "tiers: { 1: { required-brief: ↓everything } }", "tiers: { 1: { required-pod: [↓[a]] } }",
    "tiers: { 1: { sponsor: ↓always } }", "tiers: { 1: { sponsor: ↓[required] } }",
    "tiers: { 1: { name: ↓[a] } }", "limits: ↓14", "limits: { grace: ↓-1 }",
    "limits: { grace: ↓two }",
    "rules: ↓[a]", "rules: { sponsor/missing: ↓loud }", "rules: { sponsor/missing: ↓[off] }",
    "overrides: ↓{ a: b }", "overrides: [↓a]", "overrides: [{ plans: a, rules: ↓x }]",
    "overrides: [{ plans: ↓[a], rules: {} }]", "overrides: [{ plans: ↓\"plans/[a\", rules: {} }]",
    "overrides: [{ plans: ↓\"plans/{a,b}/*\", rules: {} }]",
    "overrides: [{ plans: ↓/plans/a, rules: {} }]", "overrides: [{ plans: ↓./plans/a, rules: {} }]",
    "people: { ↓Maya Chen: { name: A } }", "people: { ↓\"@maya\": { name: A } }",
    "people: { ↓\"maya,tom\": { name: A } }", "offerings: ↓Core, Twin", "site: ↓x",
    "site: { title: ↓[a] }",
    "site: { base-url: ↓plans }",
    "site: { base-url: ↓\"javascript:x\" }", "site: { base-url: ↓'https://e.com/\"x' }",
  ])
  func aWrongValueIsAnErrorAtItsPlace(_ text: String) {
    let parts = text.split(separator: "↓", omittingEmptySubsequences: false)
    let (_, findings) = Self.read(parts.joined() + "\n")
    #expect(findings.map(\.rule) == ["structure/invalid-value"])
    #expect(findings.map { $0.span?.start } == [parts[0].utf8.count])
    #expect(
      findings.allSatisfy { $0.level == .error && $0.path == "planc.yml" && !$0.help.isEmpty })
  }

  @Test(
    arguments: [
      ("↓budget: { travel: 1 }", nil), ("↓curency: USD", "currency"), ("↓tier: {}", "tiers"),
      ("people: { a: { name: A, ↓mail: x } }", "email"), ("tiers: { ↓4: {} }", nil),
      ("tiers: { 1: { ↓minimum-contact: 3 } }", "minimum-contacts"),
      ("limits: { ↓grase: 3 }", "grace"),
      ("overrides: [{ plans: a, ↓rule: {} }]", "rules"), ("site: { ↓titel: x }", "title"),
      ("rules: { ↓sponsor/mising: off }", "sponsor/missing"),
      ("rules: { ↓missing-part: error }", "brief/missing-part"),
      ("rules: { ↓nothing/like-it: off }", nil),
      ("overrides: [{ plans: a, rules: { ↓brief/mising-part: off } }]", "brief/missing-part"),
    ] as [(String, String?)])
  func anUnknownKeyIsAnErrorWithTheNearestNamed(_ text: String, _ near: String?) {
    let parts = text.split(separator: "↓", omittingEmptySubsequences: false)
    let (_, findings) = Self.read(parts.joined() + "\n")
    #expect(findings.map(\.rule) == ["structure/unknown-key"])
    #expect(findings.map { $0.span?.start } == [parts[0].utf8.count])
    #expect(findings.first?.level == .error)
    if let near {
      #expect(findings.first?.help == "write `\(near)`")
    } else {
      #expect(findings.first?.help.hasPrefix("known here:") == true)
    }
  }

  @Test(arguments: [
    ("people: { a: { role: ae } }", "missing-key"), ("people: { a: }", "missing-key"),
    ("overrides: [{ rules: {} }]", "missing-key"), ("overrides: [{ plans: a }]", "missing-key"),
    ("overrides: [{ plans: a, rules: }]", "missing-key"),
    ("offerings: [Core, Twin, core]", "duplicate-key"),
    ("buying-centers: [E-commerce, Ecommerce]", "duplicate-key"),
    ("currency: USD\ncurrency: EUR", "duplicate-key"),
    ("a: &x 1", "forbidden-yaml"), ("a: [", "invalid-yaml"), ("\ta: 1", "invalid-yaml"),
    ("a: \u{0}", "not-utf8"), ("- a", "invalid-value"), ("text", "invalid-value"),
  ])
  func otherFaultsAreErrorsToo(_ text: String, _ rule: String) {
    let (_, findings) = Self.read(text + "\n")
    #expect(findings.map(\.rule) == ["structure/" + rule])
    #expect(findings.first?.level == .error)
  }

  @Test func aFileThatIsTooLargeIsRefused() {
    let (program, findings) = Self.read("program: " + String(repeating: "x", count: 2 << 20) + "\n")
    #expect(findings.map(\.rule) == ["structure/too-large"])
    #expect(program.name == nil)
  }
}

/// The settings of tiers, in each of their forms.
struct TierSettingsTests {
  private func tier(_ settings: String) -> TierSettings {
    SettingsTests.read("tiers: { 1: { \(settings) } }\n").program[.one]
  }

  /// Written as the settings write it, and read to be written the same again.
  @Test(arguments: [
    ("maximum-accounts: 12", "12"), ("maximum-accounts: none", "none"),
    ("maximum-accounts-per-owner: none", "none"), ("maximum-accounts-per-owner: 3", "3"),
    ("minimum-contacts: 4", "4"), ("minimum-contacts: none", "none"),
    ("minimum-contacts: { opportunity: 9, aware: 2 }", "aware: 2, opportunity: 9"),
    ("minimum-engaged: { Closed won: 5 }", "closed-won: 5"), ("minimum-functions: 0", "0"),
    ("minimum-whitespace: { mqa: 1 }", "mqa: 1"),
    ("review-every: { aware: 60, mqa: 14 }", "aware: 60, mqa: 14"),
    ("engagement-window: none", "none"), ("engagement-window: 45", "45"),
    ("required-roles: [champion, Economic buyer]", "[champion, economic-buyer]"),
    ("required-roles: { engaged: champion, mqa: [coach] }", "engaged: [champion], mqa: [coach]"),
    ("required-roles: none", "none"), ("required-pod: [sdr, our-own]", "[sdr, our-own]"),
    ("required-brief: \"priorities, pain points\"", "[priorities, pain-points]"),
    ("sponsor: optional", "optional"), ("sponsor: { mqa: Required }", "mqa: required"),
    ("minimum-contacts: { aware: none, engaged: 3 }", "aware: none, engaged: 3"),
    ("review-every: { unaware: none }", "none"),
    (
      "required-roles: { engaged: champion, closed-won: none }",
      "engaged: [champion], closed-won: none"
    ),
    ("sponsor: none", "none"),
    (
      "sponsor: { mqa: required, closed-won: none }",
      "mqa: required, closed-won: none"
    ), ("name: Named", "Named"),
  ])
  func readsEachForm(_ text: String, _ written: String) throws {
    let name = try #require(text.split(separator: ":").first.map(String.init))
    let setting = try #require(TierSetting(rawValue: name))
    #expect(tier(text).written(setting) == written)
  }

  @Test func whatIsNotNamedKeepsItsDefault() {
    let (program, findings) = SettingsTests.read("tiers: { 2: { minimum-contacts: 9 }, 3: }\n")
    #expect(findings.isEmpty)
    #expect(program[.two].written(.minimumContacts) == "9")
    #expect(program[.two].written(.minimumEngaged) == "mqa: 1, opportunity: 2")
    #expect(program[.three].written(.maximumAccounts) == "2000")
  }
}
