import PlanModel
import PlanSource

extension DataFile {
  static let whitespace = DataFile(
    "whitespace", "one offering in one buying center.",
    rows: { $0.plan.whitespace?.items ?? [] }, at: \.row,
    [
      .text("offering", "What we sell") { $0.offering.value },
      .text("buying_center", "Whose money it would be") { $0.buyingCenter.value },
      .text("status", "owned, open, pursuing, competitor or blocked") { $0.status?.value.rawValue },
      .money("potential", "What it could be worth") { $0.potential?.value },
      .flag("in_deal", "Whether its deal is open: then its money counts as pipeline, not here") {
        $0.isInDeal
      },
      .text("opportunity", "The deal that it names") { $0.opportunity?.value },
      .text("owner", "Who of ours goes after it: an id") { $0.owner?.value },
      .text("next_step", "What comes next") { $0.nextStep?.value },
      .day("by", "Until when") { $0.by?.value },
      .text("incumbent", "Who has it today") { $0.incumbent?.value },
      .day("until", "When it is renewed, ours or the incumbent’s") { $0.until?.value },
      .text("reason", "Why it is blocked") { $0.reason?.value },
    ])

  static let opportunities = DataFile(
    "opportunities", "a deal, open or ended.",
    rows: { source in
      (source.plan.opportunities?.items ?? []).map { (deal: $0, today: source.model.today) }
    }, at: \.deal.row,
    [
      .text("opportunity", "What the deal is called") { $0.deal.name.value },
      .text("crm_id", "Its id in the CRM") { $0.deal.crmID?.value },
      .money("amount", "What it is worth") { $0.deal.amount?.value },
      .text("stage", "As the CRM has it") { $0.deal.stage?.value },
      .text("outcome", "open, won or lost, by the stage’s words") { "\($0.deal.outcome)" },
      .day("close", "The day it closes, or closed") { $0.deal.close?.value },
      .flag("close_passed", "Whether it is open and that day is behind us: then it is no pipeline")
      { row in
        row.deal.outcome == .open && row.deal.close.map { $0.value < row.today } ?? false
      },
      .day("created", "The day it was created") { $0.deal.created?.value },
      .text("forecast", "commit, best-case, pipeline or omitted") {
        $0.deal.forecast?.value.rawValue
      },
      .text("source", "Who brought it in: sales, marketing, partner or customer") {
        $0.deal.source?.value.rawValue
      },
      .list("contacts", "Theirs who are part of it, by name") { $0.deal.contacts.map(\.value) },
    ])

  static let meddpicc = DataFile(
    "meddpicc", "what is known of one element of MEDDPICC.",
    rows: { source in
      (source.plan.meddpicc?.items ?? []).flatMap { part in
        part.elements.map { (deal: part.opportunity?.value, answer: $0) }
      }
    }, at: \.answer.row,
    [
      .text("opportunity", "The deal; empty where the account has one") { $0.deal },
      .text("element", "metrics, economic-buyer, decision-criteria …") {
        $0.answer.element.value.rawValue
      },
      .number("score", "0 unknown, 1 assumed, 2 told by one person, 3 confirmed") {
        $0.answer.score?.value
      },
      .text("evidence", "How we know") { $0.answer.evidence?.value },
    ])

  static let objectives = DataFile(
    "objectives", "what the account wants of us, or we of it.",
    rows: { $0.plan.objectives?.items ?? [] }, at: \.row,
    [
      .text("objective", "What is to be reached") { $0.text.value },
      .text("measure", "What it is measured by") { $0.measure?.value },
      .text("target", "The value to reach, as written") { $0.target?.value },
      .text("current", "Today’s value, as written") { $0.current?.value },
      .day("by", "Until when") { $0.by?.value },
      .text("owner", "Ours: an id") { $0.owner?.value },
      .text("contact", "Theirs, by name") { $0.contact?.value },
    ])

  static let risks = DataFile(
    "risks", "what could cost the account.", rows: { $0.plan.risks?.items ?? [] }, at: \.row,
    [
      .text("risk", "What could happen") { $0.risk.value },
      .text("severity", "low, medium or high") { $0.severity?.value.rawValue },
      .text("mitigation", "What is done against it") { $0.mitigation?.value },
      .text("owner", "Who of ours: an id") { $0.owner?.value },
    ])
}
