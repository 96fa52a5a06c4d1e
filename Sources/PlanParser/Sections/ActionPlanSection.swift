import PlanModel
import PlanSource

enum ActionPlanSection {
  /// Every top-level task list; H3s are milestones, or deals (with H4 milestones) when there are several.
  static func bind(
    _ section: Document.Section, deals: [String], _ binder: Binder
  ) -> [ActionTask]? {
    let dealKeys = Set(deals.count > 1 ? deals.map(ContactName.key) : [])
    var tasks: [ActionTask] = []
    var deal: Located<String>?
    var milestone: Located<String>?
    var hasTasks = false
    for block in section.blocks {
      switch block.kind {
      case .heading(3, let inlines):
        let title = Located(inlines.plainText.trimmingSpaces, at: block.span)
        let isDeal = dealKeys.contains(ContactName.key(title.value))
        (deal, milestone) = isDeal ? (title, nil) : (nil, title)
      case .heading(4, let inlines):
        milestone = Located(inlines.plainText.trimmingSpaces, at: block.span)
      case .list(let list):
        let found = TaskReader.tasks(in: list, milestone, deal, .actionPlan, binder)
        if list.items.contains(where: { $0.done != nil }) { hasTasks = true }
        tasks += found
      default: continue
      }
    }
    return hasTasks ? tasks : nil
  }
}
