import PlanModel
import PlanSource
import Testing

/// A deal's Stage is text of the CRM; some of it says that the deal ended.
struct DealStageTests {
  private func deal(_ stage: String) -> SmallPlan {
    SmallPlan(
      body: "## Deals\n\n| Opportunity | Stage |\n|-|-|\n| Robots | ↓\(stage) |\n")
  }

  @Test(arguments: [
    ("won", Opportunity.Outcome.won), ("Closed Won", .won), ("closed-won", .won), ("LOST", .lost),
    ("Closed - Lost", .lost), ("closed_lost", .lost),
  ])
  func theFourFormsEndADeal(_ stage: String, _ outcome: Opportunity.Outcome) {
    let small = deal(stage)
    #expect(small.rules == [])
    #expect(small.plan?.opportunities?.items.map(\.outcome) == [outcome])
  }

  /// What plainly says won or lost in more words is read so, with one finding.
  @Test(arguments: [
    ("Lost to SAP", Opportunity.Outcome.lost), ("Lost.", .lost), ("lost (price)", .lost),
    ("Lost - no budget", .lost), ("Deal lost", .lost), ("Lost on price", .lost),
    ("Losst", .lost), ("closed lots", .lost), ("Closed Lost - went with SAP in the end", .lost),
    ("Won (2026)", .won), ("Won - signed", .won), ("Wonn", .won), ("Closed/Won", .won),
    ("Closed Won ✓", .won), ("6 - Closed Won", .won), ("06. Closed-Won", .won), ("Won!", .won),
    ("Closed wno", .won), ("EMEA: won", .won),
  ])
  func whatPlainlyEndedIsReadSo(_ stage: String, _ outcome: Opportunity.Outcome) {
    let small = deal(stage)
    let word = outcome == .won ? "won" : "lost"
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.plan?.opportunities?.items.map(\.outcome) == [outcome])
    #expect(small.plan?.doubts.isEmpty == true)
    let finding = small.findings.first
    #expect(
      finding?.message.hasSuffix("no stage that planc knows to end a deal; read as `\(word)`")
        == true)
    #expect(finding?.help.hasPrefix("write `\(word)`") == true)
  }

  /// Nobody can tell whether these were won or lost, or ended at all.
  @Test(arguments: [
    "Closed", "Dead", "Abandoned", "Disqualified", "closed (no decision)", "5 - Closed",
    "Won/Lost", "Closed won or lost", "Not won", "Lost champion", "Verbally won",
  ])
  func whatMayHaveEndedIsReported(_ stage: String) {
    let small = deal(stage)
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.plan?.opportunities?.items.map(\.outcome) == [.open])
    #expect(small.plan?.doubts.isEmpty == false)
    #expect(small.findings.first?.help.contains("`won` or `lost`") == true)
  }

  @Test(arguments: [
    "Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Id. Decision Makers",
    "Perception Analysis", "Proposal/Price Quote", "Negotiation/Review", "Discovery", "Demo",
    "Contract sent", "Closing", "Decision maker bought-in", "Commit", "Verbal agreement",
    "3 - Propose", "Verbal won't", "Verbal won’t move", "Appointment scheduled",
    "Presentation scheduled", "Qualified to buy", "Technical win", "Legal review", "Deadline set",
    "Close plan agreed", "Wonder", "Lostwithiel pilot", "Not closed yet", "To be won", "Almost won",
    "Won over the CFO", "Disclosed", "Slot booked", "Own", "Now", "Best few", "Post-demo", "Cost",
    "Short list", "Contracting", "Close to won", "Enclosed", "Undead",
    "We lost two weeks to their reorganisation",
  ])
  func otherStagesStaySilent(_ stage: String) {
    let small = deal(stage)
    #expect(small.rules == [], "\(small.findings.map(\.message))")
    #expect(small.plan?.opportunities?.items.map(\.stage?.value) == [stage])
    #expect(small.plan?.opportunities?.items.map(\.outcome) == [.open])
  }
}
