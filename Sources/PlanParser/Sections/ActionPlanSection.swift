import PlanModel
import PlanSource

enum ActionPlanSection {
  /// Every top-level task list; H3s are milestones, or deals (with H4 milestones) when there are several.
  static func bind(
    _ section: Document.Section, deals: [Opportunity], _ binder: Binder
  ) -> [ActionTask]? {
    var tasks: [ActionTask] = []
    var reader = TaskReader(
      .actionPlan, isAmongTasks: section.lists.contains(where: \.hasBoxes), binder)
    var unknown: Located<String>?
    let namesDeals = deals.count > 1
    let isSeveral = deals.count { $0.outcome == .open } > 1
    for block in section.blocks {
      switch block.kind {
      case .heading(3, let inlines):
        let title = Located(inlines.plainText.trimmingSpaces, at: block.span)
        let isDeal = namesDeals && binder.isNearlyDeal(title.value)
        reader.deal = isDeal ? binder.deal(heading: title, of: .actionPlan) : nil
        reader.milestone = isDeal ? nil : title
        unknown = isDeal || !isSeveral ? nil : title
      case .heading(4, let inlines):
        reader.milestone = Located(inlines.plainText.trimmingSpaces, at: block.span)
      case .list(let list):
        let found = reader.tasks(in: list)
        // Tasks of no deal: with several, each heading must name one.
        if let title = unknown, !found.isEmpty {
          _ = binder.deal(heading: title, of: .actionPlan)
        }
        tasks += found
      case .paragraph(let inlines): reader.rejectBoxes(in: inlines, at: block.span)
      default: continue
      }
    }
    return reader.hasTasks ? tasks : nil
  }
}
