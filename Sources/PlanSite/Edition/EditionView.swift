import PlanModel

/// One account for readers outside: what the edition names, and nothing that stands around the site's own pages.
struct EditionView: View {
  /// What the page is.
  let heading = "Account plan"
  /// Empty unless the edition names it.
  let account: String
  let lead: HTML
  let facts: HTML
  let sections: HTML
  let day: String

  static let fields: [Field<EditionView>] = [
    .text("heading") { $0.heading }, .text("account") { $0.account }, .html("lead") { $0.lead },
    .html("facts") { $0.facts }, .html("sections") { $0.sections }, .text("day") { $0.day },
  ]

  /// - Parameter text: The plan's sections as they are written.
  init(
    _ edition: Edition, _ plan: Plan, _ text: [TextSection], today: Day, _ discretion: Discretion
  ) {
    let discretion = discretion.about(plan)
    account = edition.fields.contains(.account) ? plan.account.value : ""
    day = Figures.long(today)
    lead = Self.lead(edition, plan, today, discretion)
    facts = edition.fields.map { Self.fact($0, plan, discretion) }.joined()
    sections = edition.parts.map { part in
      let (body, style) = Self.body(part, plan, text, today, discretion)
      if body.isEmpty { return HTML() }
      let title = Self.title(of: part.kind)
      return """
        <section class="sec" id="\(Slugs.slug(title, fallback: ""))"><h2 class="h">\(title)</h2>
        <div class="fig\(style)">\(body)</div>
        </section>

        """
    }.joined()
  }

  /// What a section is called where its own name is a word of ours.
  private static func title(of kind: SectionKind) -> String {
    switch kind {
    case .brief: "In brief"
    case .committee: "People"
    case .actionPlan: "Action plan"
    case .plays: "Meetings and messages"
    default: kind.title
    }
  }

  private static func body(
    _ part: Edition.Part, _ plan: Plan, _ text: [TextSection], _ today: Day,
    _ discretion: Discretion
  ) -> (HTML, style: String) {
    switch part.kind {
    case .brief:
      return (EditionBrief(plan: plan, text: text, discretion: discretion).html(part), " txt prose")
    case .actionPlan: return (EditionTasks(part, plan, today: today, discretion).html, "")
    default:
      return (EditionEntry.list(part, plan, today: today, discretion), "")
    }
  }

  /// How far the objectives and the action plan have come, as far as the edition names them.
  private static func lead(
    _ edition: Edition, _ plan: Plan, _ today: Day, _ discretion: Discretion
  ) -> HTML {
    var said: [String] = []
    if let part = edition.parts.first(where: { $0.kind == .objectives }) {
      let rows = plan.objectives?.items ?? []
      let days = rows.compactMap { $0.by?.value }
      let next = days.filter { $0 >= today }.min()
      if !rows.isEmpty { said.append(Wording.spelled(rows.count, "objective")) }
      if let next, part.columns.contains("By") {
        let which = days.contains { $0 < today } ? "next" : "first"
        said[0] += rows.count == 1 ? ", due by " : ", the \(which) due by "
        said[0] += Figures.long(next)
      }
    }
    if let part = edition.parts.first(where: { $0.kind == .actionPlan }) {
      let tasks = EditionTasks(part, plan, today: today, discretion)
      if !tasks.isEmpty { said.append(tasks.sentence) }
    }
    guard !said.isEmpty else { return HTML() }
    return "\(said.map(Wording.capital).joined(separator: ". "))."
  }

  /// A term of the facts; nothing where the plan says nothing.
  private static func fact(
    _ field: Edition.Field, _ plan: Plan, _ discretion: Discretion
  ) -> HTML {
    func fact(_ label: String, _ value: String?) -> HTML {
      guard let value, !value.isEmpty else { return HTML() }
      return "<dt>\(label)</dt><dd>\(value)</dd>"
    }
    switch field {
    case .account: return HTML()
    case .domain: return fact("Domain", plan.domain?.value)
    case .segment: return fact("Segment", plan.segment.map { discretion.text($0.value) })
    case .reviewed: return fact("Reviewed", plan.reviewed.map { Figures.short($0.value) })
    case .tags:
      let tags = plan.tags.map { discretion.text($0.value) }
      return fact("Tags", tags.joined(separator: ", "))
    case .links:
      let links = plan.links.compactMap { link -> HTML? in
        // An address that names one of ours leads to nobody outside.
        guard let url = Links.outside(link.value.value), discretion.allows(address: url) else {
          return nil
        }
        return """
          <a href="\(url)" rel="noopener noreferrer">\(discretion.text(link.name.value))</a>
          """
      }
      return links.isEmpty ? HTML() : "<dt>Links</dt><dd>\(links.joined(by: "<br>"))</dd>"
    }
  }
}
