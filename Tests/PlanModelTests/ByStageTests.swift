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

  @Test func noneEndsWhatWasAsked() {
    let demand = ByStage([
      (from: .aware, value: 3), (from: .engaged, value: nil), (from: .closedWon, value: 1),
    ])
    #expect(
      Stage.allCases.map { demand.value(at: $0) } == [nil, 3, nil, nil, nil, 1])
    let roles = ByStage<[Role]>([
      (from: .aware, value: [.economicBuyer]), (from: .mqa, value: nil),
      (from: .closedWon, value: [.economicBuyer, .champion]),
    ])
    #expect(
      Stage.allCases.map { roles.all(at: $0) } == [
        [], [.economicBuyer], [.economicBuyer], [], [], [.economicBuyer, .champion],
      ])
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
