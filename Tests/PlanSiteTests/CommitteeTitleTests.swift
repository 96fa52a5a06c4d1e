import Testing

@testable import PlanSite

/// What the committee map's title says, and when.
@Suite struct CommitteeTitleTests {
  /// - Parameter rows: Name, role, stance, authority, function, status.
  private func facts(_ rows: [String], tier: Int = 3) -> AccountFacts {
    Sample(
      """
      ---
      account: A
      tier: \(tier)
      stage: engaged
      ---
      ## Buying committee

      | Name | Role | Stance | Authority | Function | Status |
      | --- | --- | --- | --- | --- | --- |
      \(rows.map { "| \($0) |" }.joined(separator: "\n"))
      """
    ).facts
  }

  private func said(_ name: String, _ rows: String..., tier: Int = 3) -> String? {
    CommitteeTitles.remarks.said(name, of: facts(rows, tier: tier))
  }

  @Test func nobody() {
    #expect(said("nobody") == "Nobody is known yet")
    #expect(said("nobody", "A|champion||||left") == "Everybody we knew has left")
    #expect(said("nobody", "A|champion||||left", "B|champion||||") == nil)
  }

  @Test func missingRole() {
    let (buyer, champion) = ("A|economic-buyer||||", "B|champion||||")
    #expect(
      said("missing role", buyer, champion, tier: 1) == "Nobody on the map is a technical evaluator"
    )
    #expect(
      said("missing role", buyer, tier: 1)
        == "Two roles that the tier asks for are not on the map")
    #expect(
      said("missing role", buyer, champion, "C|technical-evaluator||||", tier: 1) == nil)
  }

  @Test func authorityAgainstUs() {
    let with = "A|champion|advocate|low||"
    let against = "B|economic-buyer|sceptic|high||"
    #expect(
      said("authority against us", with, against)
        == "One is with us, but the one with high authority is sceptical")
    #expect(
      said("authority against us", with, "D|coach|supporter|||", against, "C|legal|neutral|high||")
        == "Two are with us, but one of two with high authority is sceptical")
    #expect(
      said("authority against us", with, against, "C|legal|opponent|high||")
        == "One is with us, but both with high authority are not with us")
    // As many with high authority are with us; nobody is with us at all.
    #expect(said("authority against us", with, against, "C|legal|supporter|high||") == nil)
    #expect(said("authority against us", against) == nil)
    #expect(said("authority against us", with, "B|economic-buyer|sceptic|medium||") == nil)
  }

  @Test func deciderUnread() {
    #expect(
      said("decider unread", "A|champion||||")
        == "We do not know how the champion stands to us")
    #expect(
      said("decider unread", "A|champion|unknown|||", "B|economic-buyer||||")
        == "We do not know how two of those who decide stand to us")
    #expect(said("decider unread", "A|champion|neutral|||", "B|legal||||") == nil)
  }

  @Test func withAndAgainst() {
    let (with, against) = ("A|champion|advocate|||", "B|legal|sceptic|||")
    #expect(said("with and against", with, against) == "One is with us, one is sceptical")
    #expect(
      said("with and against", against, "C|legal|opponent|||")
        == "Nobody is with us, one is against and one is sceptical")
    #expect(said("with and against", with) == nil)
  }

  @Test func allWithUs() {
    let (one, two) = ("A|champion|advocate|||", "B|legal|supporter|||")
    #expect(said("all with us", one, two) == "Everybody on the map is with us")
    #expect(
      said("all with us", one, two, "C|legal||||") == "Everybody whose stance we know is with us")
    #expect(said("all with us", one) == nil)
    #expect(said("all with us", one, two, "C|legal|neutral|||") == nil)
  }

  @Test func counts() {
    #expect(said("counts", "A|legal||||") == "One person on the map, no function written")
    #expect(said("counts", "A|legal|||IT|") == "One person in one function")
    #expect(
      said("counts", "A|legal|||IT|", "B|legal|||it|", "C|legal|||Law|")
        == "Three people in two functions")
    #expect(said("counts") == nil)
  }
}
