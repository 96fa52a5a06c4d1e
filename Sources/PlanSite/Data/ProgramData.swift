import PlanMetrics
import PlanModel
import PlanReport
import PlanSource

extension DataFile {
  static let findings = DataFile(
    "findings", "what the linter says of a plan, a segment or the settings.",
    rows: { model in model.input.findings },
    [
      .text("account", "The account’s id; empty for what is about no account") {
        $0.finding.account
      },
      .number("tier", "Of the account") { $0.finding.tier },
      .text("rule", "The rule’s name, group/what-is-wrong") { $0.finding.rule },
      .text("level", "error, warning or info") { $0.finding.level.rawValue },
      .text("message", "What is wrong") { $0.finding.message },
      .text("why", "What it costs") { $0.finding.why },
      .text("help", "What to write instead") { $0.finding.help },
      .text("fingerprint", "The same from day to day, while the finding stays") {
        $0.finding.fingerprint
      },
      .text("path", "The file that it is about") { $0.finding.path },
      .number("line", "The line in that file, from 1") { $0.start.line },
      .number("column", "The character in that line, from 1") { $0.start.column },
    ])

  static let people = DataFile(
    "people", "one of our people, with their load.", rows: PersonRow.all,
    [
      .text("person", "Their id") { $0.id },
      .text("name", "Their name; the id where planc.yml has none") { $0.name },
      .text("role", "ae, sdr, marketing, executive …") { $0.person?.job?.rawValue },
      .text("team", "Their team") { $0.person?.team },
      .number("accounts", "Active accounts that they own") { $0.owned.count },
      .number("tier_1", "Of these, in tier 1") { $0.owned.count { $0.tier == .one } },
      .number("tier_2", "In tier 2") { $0.owned.count { $0.tier == .two } },
      .number("tier_3", "In tier 3") { $0.owned.count { $0.tier == .three } },
      .number("sponsored", "Active accounts that they sponsor") { $0.group.sponsored.count },
      .money("pipeline", "Of the accounts that they own") { $0.owned.map(\.pipeline).total },
      .number("reviews_late", "Of these accounts") { $0.owned.count(where: \.isLate) },
      .number("errors", "Of these accounts") { $0.owned.map(\.errors).reduce(0, +) },
      .number("tasks_open", "Tasks and promises that are theirs to do") { $0.group.open },
      .number("tasks_late", "Of these, due before today") { $0.group.late },
      .text("path", "Where they are named; empty for who is in plans alone") {
        $0.line == nil ? nil : Program.path
      },
      .number("line", "The line in that file, from 1") { $0.line },
    ])

  static let segments = DataFile(
    "segments", "a cluster of active accounts, or one that has a file in segments/.",
    rows: { model in model.paths.segments.keys.sorted().map { Cluster(model, key: $0) } },
    [.text("segment", "Its name") { $0.name }] + SummaryColumns.all(\.metrics.summary) + [
      .text("owner", "Who answers for it: an id") { $0.segment?.owner?.value },
      .text("marketing", "Who runs its plays: an id") { $0.segment?.marketing?.value },
      .text("path", "Its file, where there is one") { $0.segment?.path },
    ])

  static let tiers = DataFile(
    "tiers", "a tier, with its active accounts.",
    rows: { model in
      Tier.allCases.map { tier in
        (
          tier: tier, settings: model.program[tier],
          summary: model.summaries[tier] ?? Summary(of: [], in: model.program)
        )
      }
    },
    [
      .number("tier", "1, 2 or 3") { $0.tier.rawValue },
      .text("name", "What planc.yml calls it") { $0.settings.name },
      .number("maximum_accounts", "What it may hold; empty for any number") {
        $0.settings.maximumAccounts
      },
      .money("budget", "A year, for all its accounts") { $0.settings.budget },
    ] + SummaryColumns.all(\.summary))
}

/// A person with what they own.
private struct PersonRow {
  let id: String
  let name: String
  let person: Program.Person?
  let group: Groups.Person
  let owned: [Account]
  let line: Int?

  static func all(_ model: SiteModel) -> [PersonRow] {
    let lines = model.lines[Program.path]
    return model.paths.people.keys.sorted().map { id in
      let place = model.program.places["people.\(id)"]
      return PersonRow(
        id: id, name: model.program.name(of: id), person: model.program.people?[id],
        group: model.groups[id], owned: model.groups[id].owned.map { model.active[$0] },
        line: place.flatMap { span in lines?.line(at: span.start) })
    }
  }
}
