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
    let hasBoxes = section.lists.contains { $0.items.contains { $0.done != nil } }
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
        let before = binder.findings.count
        let found = TaskReader.tasks(in: list, milestone, deal, .actionPlan, binder)
        for item in list.items where item.done == nil {
          let text = item.lead.plainText.trimmingSpaces
          TaskReader.rejectLookalike(text, item.span, isAmongTasks: hasBoxes, binder)
        }
        if binder.findings.count > before { hasTasks = true }
        if list.items.contains(where: { $0.done != nil }) {
          hasTasks = true
          // Tasks of no deal: with several, each heading must name one.
          if let title = unknown { _ = binder.deal(heading: title, of: .actionPlan) }
        }
        tasks += found
      case .paragraph(let inlines):
        let text = inlines.plainText.trimmingSpaces
        guard text.hasPrefix("[") || text.hasPrefix("-[") else { continue }
        let before = binder.findings.count
        TaskReader.rejectLookalike(text, block.span, isAmongTasks: hasBoxes, binder)
        if binder.findings.count > before { hasTasks = true }
      default: continue
      }
    }
    return hasTasks ? tasks : nil
  }
}
