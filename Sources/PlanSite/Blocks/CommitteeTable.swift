import PlanMetrics
import PlanModel

/// The committee as a table that can be printed: by authority, with the last twelve weeks of each contact.
struct CommitteeTable {
  /// Contacts shown.
  static let limit = 20

  private let review: ReviewFacts
  private let weeks: ContactWeeks
  /// Where each contact stands in the plan.
  private let places: [String: Int]

  init(_ review: ReviewFacts) {
    self.review = review
    places = Dictionary(
      review.plan.contacts.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
    weeks = ContactWeeks(review.plan, review.facts.measures, review.facts.touches)
  }

  var section: SectionBlock {
    let facts = review.facts
    let title = CommitteeTitles.title(facts)
    guard !facts.present.isEmpty || !facts.missing.isEmpty else {
      return SectionBlock(
        id: "committee", title: title,
        body: HTML(), lacks: "a buying committee")
    }
    let silent = facts.measures.window.map { "no answer in \($0) days" } ?? "never answered"
    return SectionBlock(
      id: "committee", title: title,
      note:
        "By authority. Filled dots are weeks with an answer, rings weeks with a try; bold: \(silent)",
      body: ReviewSections.table(
        table, facts.present.count, Self.limit, "contact", in: "the account’s page"))
  }

  private var table: DataTable {
    var table = DataTable(
      "Committee",
      [
        .text("Name"), .text("Role"), .text("Stance"), .text("Influence"),
        .text("Twelve weeks to today"), .number("Last answered"),
      ])
    table.data = DataLinks(.contacts, root: "../")
    for (contact, measure) in ordered.prefix(Self.limit) {
      let (sign, bar) = CardText.stance(contact)
      let word = contact.stance?.value.rawValue ?? "unknown"
      let last = measure.lastEngaged.map(review.figures.ago) ?? "never"
      table.rows.append([
        "<i class=\"st \(bar)\"></i>\(contact.name.value)",
        "\(CardText.roles(contact))",
        "<span class=\"nb\"><b class=\"sg\">\(sign)</b>\(word)</span>", pips(contact),
        dots(contact), measure.isEngaged ? "\(last)" : "<b>\(last)</b>",
      ])
    }
    let (tier, stage) = (review.account.tier.rawValue, review.account.stage.rawValue)
    for role in review.facts.missing {
      table.rows.append([
        "<b class=\"who\">Nobody known</b>", "\(role.spoken)",
        "<span class=\"muted\">Tier \(tier) asks for this role at stage \(stage)</span>",
      ])
    }
    return table
  }

  /// Who has left is left out.
  private var ordered: [(contact: Contact, measure: PlanMeasures.ContactMeasure)] {
    review.facts.present.enumerated().sorted { left, right in
      let (a, b) = (left.element.contact, right.element.contact)
      let (first, second) = (a.authority?.value.order ?? 0, b.authority?.value.order ?? 0)
      if first != second { return first > second }
      let (one, two) = (a.influence?.value.order ?? 0, b.influence?.value.order ?? 0)
      return one != two ? one > two : left.offset < right.offset
    }.map(\.element)
  }

  private func pips(_ contact: Contact) -> HTML {
    var drawing = Drawing(id: "", width: 32, height: 10, .wide)
    CardText.pips(contact.influence?.value, 4, 5, in: &drawing)
    let word = contact.influence?.value.rawValue ?? "not written"
    return drawing.inline + "<span class=\"vh\">\(word)</span>"
  }

  private func dots(_ contact: Contact) -> HTML {
    var drawing = Drawing(id: "", width: 112, height: 10, .wide)
    guard let index = places[contact.key] else { return HTML() }
    weeks.draw(index, 5, 5, 9.2, radius: 3.4, in: &drawing)
    return drawing.inline + "<span class=\"vh\">\(weeks.spoken(index))</span>"
  }
}
