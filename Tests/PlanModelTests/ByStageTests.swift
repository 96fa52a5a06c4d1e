import PlanModel
import Testing

/// Demands that grow with the stage.
struct ByStageTests {
  @Test func theLastStepReachedIsInForce() {
    let demand = ByStage([(from: .opportunity, value: 3), (from: .engaged, value: 1)])
    #expect(demand.value(at: .unaware) == nil)
    #expect(demand.value(at: .aware) == nil)
    #expect(demand.value(at: .engaged) == 1)
    #expect(demand.value(at: .mqa) == 1)
    #expect(demand.value(at: .opportunity) == 3)
    #expect(demand.value(at: .closedWon) == 3)
  }

  @Test func alwaysAndNone() {
    for stage in Stage.allCases {
      #expect(ByStage.always(7).value(at: stage) == 7)
      #expect(ByStage<Int>.none.value(at: stage) == nil)
    }
  }

  @Test func listsOfLaterStagesAdd() {
    let roles = ByStage<[Role]>([
      (from: .aware, value: [.economicBuyer]),
      (from: .engaged, value: [.champion, .economicBuyer]),
    ])
    #expect(roles.all(at: .unaware).isEmpty)
    #expect(roles.all(at: .aware) == [.economicBuyer])
    #expect(roles.all(at: .closedWon) == [.economicBuyer, .champion])
  }

  @Test func standardSettingsAreThoseOfTheCatalogue() {
    let one = TierSettings.standard(.one)
    #expect(one.written(.minimumContacts) == "aware: 3, engaged: 6")
    #expect(one.written(.minimumEngaged) == "engaged: 1, mqa: 2, opportunity: 3")
    #expect(
      one.written(.requiredRoles)
        == "aware: [economic-buyer], engaged: [champion, technical-evaluator]")
    #expect(one.written(.sponsor) == "aware: required")
    #expect(one.written(.requiredPod) == "[sdr, marketing]")
    #expect(one.written(.reviewEvery) == "35")
    #expect(one.written(.maximumAccounts) == "25")
    let three = TierSettings.standard(.three)
    #expect(three.written(.maximumAccountsPerOwner) == "none")
    #expect(three.written(.requiredBrief) == "none")
    #expect(three.written(.engagementWindow) == "180")
    #expect(
      TierSettings.standard(.two).written(.requiredBrief) == "aware: [priorities, point-of-view]")
  }
}
