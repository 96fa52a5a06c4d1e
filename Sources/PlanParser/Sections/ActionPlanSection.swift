import PlanModel
import PlanSource

enum ActionPlanSection {
  /// Every top-level task list; H3s are milestones, or deals (with H4 milestones) when there are several.
  static func bind(
    _ section: Document.Section, deals: [Opportunity], _ binder: Binder
  ) -> [ActionTask]? {
    var tasks: [ActionTask] = []
    var deal: Located<String>?
    var milestone: Located<String>?
    var hasTasks = false
    var unknown: Located<String>?
    let namesDeals = deals.count > 1
    let isSeveral = deals.count { $0.outcome == .open } > 1
    for block in section.blocks {
      switch block.kind {
      case .heading(3, let inlines):
        let title = Located(inlines.plainText.trimmingSpaces, at: block.span)
        let isDeal = namesDeals && binder.isNearlyDeal(title.value)
        (deal, milestone) =
          isDeal ? (binder.deal(heading: title, of: .actionPlan), nil) : (nil, title)
        unknown = isDeal || !isSeveral ? nil : title
      case .heading(4, let inlines):
        milestone = Located(inlines.plainText.trimmingSpaces, at: block.span)
      case .list(let list):
        let found = TaskReader.tasks(in: list, milestone, deal, .actionPlan, binder)
        if list.items.contains(where: { $0.done != nil }) {
          hasTasks = true
          // Tasks of no deal: with several, each heading must name one.
          if let title = unknown { _ = binder.deal(heading: title, of: .actionPlan) }
        }
        tasks += found
      default: continue
      }
    }
    return hasTasks ? tasks : nil
  }
}
