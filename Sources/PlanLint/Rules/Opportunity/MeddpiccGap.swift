import PlanModel
import PlanSource

/// A deal is on its way, and what we should know of it by now is not known.
struct MeddpiccGap: PlanRule {
  static let about = RuleInfo(
    name: "opportunity/meddpicc-gap", level: .warning,
    summary: "A MEDDPICC element at 0, absent or without evidence, past its share of the way from "
      + "Created to Close.",
    why: "what nobody asked early is what the customer says late, when the quarter ends",
    mend:
      "Ask, then write the score and who told us what into MEDDPICC. Without Created all are due, without "
      + "Close two quarters after Created.",
    examples: [
      .bad(
        deal("2026-10-20", "2027-01-28")
          + """
          ↓## MEDDPICC

          | Element | Score | Evidence |
          | --- | --- | --- |
          | Identified pain | 2 | Ann Lee counts the stops |
          | Champion | 2 | Ann Lee brought her manager |
          | Metrics | 0 | nobody counted |
          """),
      .bad(
        deal("2026-10-20", "2027-01-28")
          + """
          ↓## MEDDPICC

          | Element | Score | Evidence |
          | --- | --- | --- |
          | Identified pain | 2 | Ann Lee counts the stops |
          | Champion | 2 | |
          | Metrics | 2 | 11 stops a night |
          """),
      .bad(
        deal("", "2027-01-28")
          + """
          ↓## MEDDPICC

          | Element | Score | Evidence |
          | --- | --- | --- |
          | Identified pain | 2 | Ann Lee counts the stops |
          """),
      .bad("↓" + deal("2026-10-20", "2026-11-28")),
      .bad(
        deal("2026-10-20", "2026-11-28", "| Core support | Proposal | | |\n")
          + """
          ## MEDDPICC

          ### ↓Core rollout

          | Element | Score | Evidence |
          | --- | --- | --- |
          | Identified pain | 2 | Ann Lee counts the stops |

          ### ↓Core support

          | Element | Score | Evidence |
          | --- | --- | --- |
          | Champion | 1 | Raj Iyer, we think |
          """),
      .good(
        deal("2026-10-20", "2027-01-28")
          + """
          ## MEDDPICC

          | Element | Score | Evidence |
          | --- | --- | --- |
          | Identified pain | 2 | Ann Lee counts the stops |
          | Champion | 1 | Ann Lee, we think |
          | Metrics | 2 | 11 stops a night |
          | Economic buyer | 0 | |
          """),
      .good(deal("2026-11-10", "2027-02-18")),
      .bad("↓" + deal("2026-05-19", "")),
      .good(deal("2026-05-20", "")),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | lost |
        """),
    ])
  static let reads: [Topic] = [
    .column(.opportunities, "Opportunity"), .column(.opportunities, "Stage"),
    .column(.opportunities, "Created"), .column(.opportunities, "Close"), .section(.meddpicc),
  ]

  /// Days after which all is due of a deal that nobody closes.
  private static let open = 2 * Day.quarter

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    context.measures.deals.compactMap { deal in
      let due = Element.byDue.filter { isDue($0, deal, context.today) }
      let table = plan.qualification(of: deal)
      let gaps = due.compactMap { gap($0, in: table) }
      guard let first = gaps.first else { return nil }
      return finding(
        at: table?.opportunity?.span ?? plan.meddpicc?.heading ?? plan.opening,
        "\(way(of: deal, context.today)), and \(gaps.count) of "
          + "\(Wording.count(due.count, "MEDDPICC element")) that should be known by now "
          + (gaps.count == 1 ? "is not" : "are not"),
        notes: notes(gaps), help: help(first, plan, table, deal), key: deal.key)
    }
  }

  private typealias Gap = (element: Element, fault: String)

  private func isDue(_ element: Element, _ deal: Opportunity, _ today: Day) -> Bool {
    guard let created = deal.created?.value else { return true }
    guard let close = deal.close?.value else { return today - created > Self.open }
    return (today - created) * 10 > element.due * (close - created)
  }

  private func gap(_ element: Element, in table: Qualification?) -> Gap? {
    guard let answer = table?.elements.first(where: { $0.element.value == element }) else {
      return (element, "absent")
    }
    if answer.score?.value == 0 { return (element, "at 0") }
    return answer.evidence == nil ? (element, "without evidence") : nil
  }

  private func way(of deal: Opportunity, _ today: Day) -> String {
    if let created = deal.created?.value, deal.close == nil {
      return "\(deal.quoted) has been open for \(today - created) days without a close day"
    }
    guard let created = deal.created?.value, let close = deal.close?.value, close > created else {
      return "\(deal.quoted) is open"
        + (deal.created == nil ? ", nobody knows since when" : "")
    }
    if today > close { return "\(deal.quoted) is past its close day" }
    return
      "\(deal.quoted) is \((today - created) * 100 / (close - created))% of the way to its close"
  }

  private func notes(_ gaps: [Gap]) -> [Note] {
    ["absent", "at 0", "without evidence"].compactMap { fault in
      let words = gaps.filter { $0.fault == fault }.map(\.element.spoken)
      return words.isEmpty ? nil : Note(fault, Wording.list(words, limit: 8))
    }
  }

  private func help(
    _ gap: Gap, _ plan: Plan, _ table: Qualification?, _ deal: Opportunity
  ) -> String {
    let row = ExampleRow.text(
      in: .meddpicc, plan.meddpicc?.header,
      ["Element": gap.element.spoken, "Score": "2", "Evidence": "<who told us what>"],
      needing: "Evidence")
    let lacks = ExampleRow.lacks("Evidence", in: .meddpicc, plan.meddpicc?.header)
    let place = lacks ? ", in a column `Evidence`" : ""
    if table != nil {
      return gap.fault == "absent"
        ? "ask, then add what is absent\(place): `\(row)`"
        : "ask, then write who told us what\(place): `\(row)`"
    }
    return
      (plan.meddpicc == nil
      ? "add a section `## MEDDPICC`" : "add a heading `### \(deal.name.value)` to MEDDPICC")
      + " with a table `| Element | Score | Evidence |` and rows such as `\(row)`"
  }

  /// A plan with a deal that is open from one day to another, up to the section behind.
  private static func deal(_ created: String, _ close: String, _ more: String = "") -> String {
    """
    ---
    account: Northwind
    tier: 3
    ---
    ## Opportunities

    | Opportunity | Stage | Created | Close |
    | --- | --- | --- | --- |
    | Core rollout | Proposal | \(created) | \(close) |
    \(more)

    """
  }
}
