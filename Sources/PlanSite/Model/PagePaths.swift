import PlanModel
import PlanSource

/// Where every page stands, from the site's root, by what it is about.
struct PagePaths: Sendable {
  /// By plan path; drafts have none.
  let accounts: [String: String]
  /// By rule name.
  let rules: [String: String]
  /// By id: those of `people:`, and whoever else of ours a segment or a plan that is worked names.
  let people: [String: String]
  /// By the id of the owner, who leads the pod.
  let pods: [String: String]
  /// By `ContactName.key` of the name that plans write.
  let segments: [String: String]
  /// By the same key: as its file writes it, else as the first plan by path does.
  let segmentNames: [String: String]
  let reviews: Reviews

  /// The pages of business reviews: one folder, so one numbering.
  struct Reviews: Sendable {
    let program: String
    /// By plan path, active accounts alone.
    let accounts: [String: String]
    /// By id.
    let owners: [String: String]
    /// By `ContactName.key`.
    let segments: [String: String]
  }

  init(_ portfolio: Portfolio, rules: [String]) {
    let plans = portfolio.plans
    let slugs = Slugs.names(for: plans.map(\.id), fallback: "account")
    let shown = plans.indices.filter { plans[$0].effectiveStatus != .draft }
    let active = plans.filter(\.isActive)
    accounts = Self.pages(shown.map { plans[$0].path }, shown.map { slugs[$0] }, "accounts/")
    self.rules = Self.pages(rules, Slugs.names(for: rules, fallback: "rule"), "rules/")
    let people = portfolio.people(in: \.isActive).sorted()
    self.people = Self.pages(people, Self.besideIndex(people, fallback: "person"), "people/")
    let owners = Set(active.compactMap(\.owner?.value)).sorted()
    pods = Self.pages(owners, Slugs.names(for: owners, fallback: "pod"), "pods/")
    let segments = Self.segments(portfolio)
    segmentNames = Dictionary(segments.map { ($0.key, $0.name) }, uniquingKeysWith: { $1 })
    self.segments = Self.pages(
      segments.map(\.key), Self.besideIndex(segments.map(\.name), fallback: "segment"), "segments/")
    let names = Slugs.names(
      for: active.map(\.id) + ["program"] + owners + segments.map(\.name), fallback: "review")
    let (first, second) = (active.count + 1, active.count + 1 + owners.count)
    reviews = Reviews(
      program: "qbr/\(names[active.count]).html",
      accounts: Self.pages(active.map(\.path), names[..<active.count], "qbr/"),
      owners: Self.pages(owners, names[first..<second], "qbr/"),
      segments: Self.pages(segments.map(\.key), names[second...], "qbr/"))
  }

  /// The names of pages in a folder that has an index of its own.
  private static func besideIndex(_ ids: [String], fallback: String) -> ArraySlice<String> {
    Slugs.names(for: ["index"] + ids, fallback: fallback).dropFirst()
  }

  private static func pages(
    _ keys: [String], _ slugs: some Sequence<String>, _ folder: String
  ) -> [String: String] {
    Dictionary(
      zip(keys, slugs.lazy.map { folder + $0 + ".html" }),
      uniquingKeysWith: { first, _ in first })
  }

  /// The segments of active accounts and of `segments/`, by name.
  private static func segments(_ portfolio: Portfolio) -> [(key: String, name: String)] {
    var names: [String: String] = [:]
    for segment in portfolio.program.segments.all {
      let key = ContactName.key(segment.name.value)
      if names[key] == nil { names[key] = segment.name.value }
    }
    for plan in portfolio.plans where plan.isActive {
      guard let name = plan.segment?.value else { continue }
      let key = ContactName.key(name)
      if names[key] == nil { names[key] = name }
    }
    return names.map { (key: $0.key, name: $0.value) }.sorted { $0.key < $1.key }
  }
}
