import PlanModel
import PlanSource

/// Gives the sections of a plan their meaning, the committee and the deals first: the others name them.
struct SectionBinder {
  private let document: Document
  private let binder: Binder

  init(_ document: Document, _ binder: Binder) {
    self.document = document
    self.binder = binder
  }

  /// Fills in the plan's sections.
  func bind(_ plan: inout Plan) {
    plan.brief = brief
    plan.committee = bind(.committee, CommitteeSection.bind)
    plan.objectives = bind(.objectives, ObjectivesSection.bind)
    plan.opportunities = bind(.opportunities, OpportunitiesSection.bind)
    let deals = plan.opportunities?.items ?? []
    binder.deals = deals.map(\.name.value)
    let centers = centers(of: plan)
    plan.whitespace = bind(.whitespace) {
      WhitespaceSection.bind($0, centers: centers, deals: deals, $1)
    }
    plan.meddpicc = bind(.meddpicc, MeddpiccSection.bind)
    plan.actionPlan = bind(.actionPlan) { ActionPlanSection.bind($0, deals: deals, $1) }
    plan.plays = plays
    plan.signals = bind(.signals, SignalsSection.bind)
    plan.risks = bind(.risks, RisksSection.bind)
    plan.reviews = bind(.reviews, ReviewsSection.bind)
  }

  var brief: Brief? { document[.brief].map { BriefSection.bind($0, binder) } }
  /// The committee is read before.
  var plays: PlanModel.Section<Play>? { bind(.plays, PlaysSection.bind) }

  /// The plan's own buying centers, else the program's; nil, for any, also while its own cannot be read.
  private func centers(of plan: Plan) -> [String]? {
    let isUnclear = binder.doubts.contains { $0.topic == .key("buying-centers") }
    return isUnclear ? nil : plan.buyingCenters?.map(\.value) ?? binder.program.buyingCenters
  }

  /// - Parameter read: The section's items; nil when it has neither table nor list.
  private func bind<Item: Sendable>(
    _ kind: SectionKind, _ read: (Document.Section, Binder) -> [Item]?
  ) -> PlanModel.Section<Item>? {
    guard let section = document[kind] else {
      if kind == .committee { binder.contacts = [:] }
      return nil
    }
    let broken = BrokenTable.find(in: section, of: kind, binder)
    let data = SecondTable.data(of: section, kind, binder)
    if let broken {
      binder.report(broken)
      binder.doubt(Field(name: kind.title, topic: .section(kind)), BrokenTable.about)
      // Names in the lines that are no table are not known, so that none can be called unknown.
      if kind == .committee { binder.knowsContacts = false }
    }
    let isDivided = SecondTable.check(data, of: kind, binder)
    if isDivided, kind == .committee { binder.knowsContacts = false }
    defer {
      if broken != nil || isDivided, kind == .opportunities { binder.knowsDeals = false }
    }
    guard let items = read(data, binder) else {
      let hasText = section.blocks.contains { if case .heading = $0.kind { false } else { true } }
      if hasText, broken == nil {
        binder.report(MissingTable.finding(kind, at: section.heading))
      }
      if hasText, kind == .opportunities { binder.knowsDeals = false }
      return Section(heading: section.heading, items: [])
    }
    return Section(heading: section.heading, header: data.table?.header, items: items)
  }
}
