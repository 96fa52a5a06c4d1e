import PlanLint
import PlanSource
import Testing

/// An objective measures itself by a number of something, not by a digit in a name.
struct ObjectiveTests {
  private func found(_ text: String) -> [Finding] {
    SmallProgram(
      """
      ---
      account: Northwind
      tier: 3
      ---
      ## Objectives

      | Objective | Measure | Target |
      | --- | --- | --- |
      | \(text) | | |
      """
    ).findings(of: "objectives/unmeasured")
  }

  @Test(arguments: [
    "Phase 2 live", "3PL partner chosen", "Win Phase 2", "2FA for all drivers", "5G in the yard",
    "3D scanner at the gate", "1st choice for pumps", "24/7 support", "Wave 3 of the rollout",
    "Happy people in 2027", "Release 4.2 in use", "No. 1 supplier", "Live by Q3", "Stage 2 signed",
    "Plant 4 connected", "ISO 27001 certified", "Live in FY 2027/28",
  ])
  func aDigitInANameMeasuresNothing(_ text: String) {
    #expect(found(text).count == 1)
  }

  @Test(arguments: [
    "Cut late trucks by 20%", "Save $40k a week", "3 plants live", "Close in 5 days",
    "2x the volume",
    "Cost below 1.2M EUR", "Churn under 3 %", "€450k of savings", "10-15% less stock", "NPS of 40+",
    "Cut it to 5-day weeks", "Answer within 4h", "Save EUR 40", "100 users", "Lose 0.5pp less",
    "Save 12,000 hours", "Stock of 30d or less", "Orders until 22:00", "Under 10t a year",
    "At least 3, better 5", "(20% fewer)", "Phase 2 saves 20%",
  ])
  func aNumberOfSomethingDoes(_ text: String) {
    #expect(found(text).isEmpty)
  }
}
