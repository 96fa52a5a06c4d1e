import PlanMetrics
import PlanModel

extension AccountSections {
  /// The mutual action plan; nil while there is no task and the tier asks for no plan.
  var actionPlan: SectionBlock? {
    let timeline = ActionTimeline(facts)
    guard !timeline.isEmpty else {
      let least = asked.mutualActionPlanFrom.value(at: facts.measures.stage)
      let isAsked = facts.measures.deals.contains { deal in
        guard let least, let amount = deal.amount?.value else { return false }
        return amount >= least
      }
      return isAsked && facts.account.isActive ? unplanned : nil
    }
    let tasks = plan.runningTasks
    var note = "\(tasks.count { !$0.isOpen }) of \(Wording.count(tasks.count, "task")) done"
    let deals = facts.measures.pipelineDeals
    if deals.count == 1, let close = deals[0].close?.value {
      note += "; \(deals[0].name.value) closes \(figures.ahead(close))"
    }
    if timeline.hidden > 0 { note += "; \(timeline.hidden) more are in the table" }
    return SectionBlock(
      id: "action-plan", title: ActionTitles.title(facts), note: note,
      body: timeline.picture(citations).html)
  }

  private var unplanned: SectionBlock {
    let ours = facts.account.owner ?? "one.of.ours"
    let theirs = facts.present.first?.contact.name.value ?? "One of theirs"
    let task = "- [ ] Trial accepted (@\(ours), \(theirs), due \(facts.today + 14))"
    return SectionBlock(
      id: "action-plan", title: "There is no mutual action plan yet",
      body: """
        <p class="fig muted">A task in <code>## Mutual action plan</code> with somebody of ours, somebody of \
        theirs and a due day, <code>\(task)</code>, is the first row.</p>
        """)
  }

  /// MEDDPICC of the open deals; nil while there is neither a deal nor a table.
  var meddpicc: SectionBlock? {
    let deals = facts.qualified
    guard let first = deals.first else {
      let isAsked = !facts.measures.deals.isEmpty && facts.account.isActive
      return isAsked ? Self.unqualified : nil
    }
    var note = "MEDDPICC, in the order in which a deal must know it"
    if deals.contains(where: { $0.way != nil }) {
      note += "; share of the way from \(first.start) to close"
    }
    var body = HTML()
    for (index, deal) in deals.enumerated() {
      if deals.count > 1, let name = deal.name { body += "<h3 class=\"fig\">\(name)</h3>" }
      body += Meddpicc(deal, number: index + 1).picture(citations).html
    }
    return SectionBlock(
      id: "meddpicc", title: MeddpiccTitles.title(deals), note: note, body: body)
  }

  private static let unqualified = SectionBlock(
    id: "meddpicc", title: "MEDDPICC says nothing of the deal yet",
    body: """
      <p class="fig muted">A row in <code>## MEDDPICC</code> with element, score and evidence fills the \
      first boxes.</p>
      """)
}
