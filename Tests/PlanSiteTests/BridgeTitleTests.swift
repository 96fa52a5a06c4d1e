import Testing

@testable import PlanSite

/// What the bridge map's title says, and when.
@Suite struct BridgeTitleTests {
  private func said(_ name: String, _ people: [String], _ plays: [String]) -> String? {
    let settings = """
      people:
        maya: { name: Maya Chen, role: ae }
        tom: { name: Tom Fox, role: sdr }
      """
    return BridgeTitles.remarks.said(
      name,
      of: Sample(BridgeTests.plan(people, plays, keys: "owner: maya"), settings: settings).facts)
  }

  private static let ann = "2026-11-18|meeting|Ann|maya|talked"
  private static let raj = "2026-11-17|meeting|Raj|tom|talked"
  private static let two = ["Ann|champion||", "Raj|economic-buyer||"]

  @Test func silence() {
    #expect(
      said("silence", Self.two, ["2026-08-21|meeting|Ann|maya|talked"]) == "No touch in 90 days")
    #expect(said("silence", Self.two, ["2026-08-22|meeting|Ann|maya|talked"]) == nil)
  }

  @Test func unanswered() {
    let mute = "2026-11-18|email|Ann|maya|no reply"
    #expect(
      said("unanswered", Self.two, [mute]) == "The one touch in 90 days was not answered")
    #expect(
      said("unanswered", Self.two, [mute, mute])
        == "Neither of the two touches in 90 days was answered")
    #expect(said("unanswered", Self.two, [mute, Self.ann]) == nil)
    #expect(said("unanswered", Self.two, []) == nil)
  }

  @Test func carrier() {
    let tried = "2026-11-17|email|Raj|maya|no reply"
    #expect(
      said("carrier", Self.two, [Self.ann, tried])
        == "Maya Chen carries the champion alone, and gets no answer from the economic buyer")
    // Another of ours tried; another of ours meets the champion; the economic buyer has answered once.
    #expect(said("carrier", Self.two, [Self.ann, "2026-11-17|email|Raj|tom|no reply"]) == nil)
    #expect(said("carrier", Self.two, [Self.ann, tried, "2026-11-01|call|Ann|tom|yes"]) == nil)
    #expect(said("carrier", Self.two, [Self.ann, tried, Self.raj]) == nil)
    #expect(said("carrier", ["Ann|end-user||", Self.two[1]], [Self.ann, tried]) == nil)
    #expect(
      said("carrier", Self.two + ["Lee|champion||"], [Self.ann, tried])
        == "Maya Chen carries Ann alone, and gets no answer from the economic buyer")
  }

  @Test func allOnOneOfOurs() {
    #expect(said("all on one of ours", Self.two, [Self.ann]) == nil)
    #expect(
      said("all on one of ours", Self.two, [Self.ann, Self.ann])
        == "Both answered touches are Maya Chen’s")
    #expect(
      said("all on one of ours", Self.two, [Self.ann, Self.ann, Self.ann])
        == "All three answered touches are Maya Chen’s")
    #expect(said("all on one of ours", Self.two, [Self.ann, Self.ann, Self.raj]) == nil)
    let unnamed = "2026-11-18|meeting|Ann||talked"
    #expect(said("all on one of ours", Self.two, [unnamed, unnamed]) == nil)
  }

  @Test func allOnOneOfTheirs() {
    let tom = "2026-11-18|meeting|Ann|tom|talked"
    #expect(
      said("all on one of theirs", Self.two, [Self.ann, tom]) == "Nobody but Ann answers us")
    #expect(said("all on one of theirs", [Self.two[0]], [Self.ann, tom]) == nil)
    #expect(said("all on one of theirs", Self.two, [Self.ann]) == nil)
    #expect(said("all on one of theirs", Self.two, [Self.ann, Self.raj]) == nil)
  }

  @Test func unreached() {
    #expect(
      said("unreached", Self.two, [Self.ann])
        == "Nobody of ours has reached the economic buyer in 90 days")
    #expect(said("unreached", Self.two, [Self.ann, Self.raj]) == nil)
    #expect(
      said("unreached", Self.two, ["2026-11-18|email|Ann|maya|no reply"])
        == "Nobody of ours has reached any of the two who decide in 90 days")
    #expect(
      said("unreached", Self.two + ["Lee|executive-sponsor||"], [Self.ann])
        == "Nobody of ours has reached two of the three who decide in 90 days")
    #expect(said("unreached", ["Ann|end-user||"], [Self.ann]) == nil)
  }

  @Test func mostOnOneOfOurs() {
    let three = [Self.ann, Self.ann, Self.ann]
    #expect(
      said("most on one of ours", Self.two, three + [Self.raj])
        == "Maya Chen carries three of four answered touches")
    #expect(said("most on one of ours", Self.two, three) == nil)
    #expect(said("most on one of ours", Self.two, three + [Self.raj, Self.raj, Self.raj]) == nil)
  }

  @Test func allReached() {
    #expect(
      said("all reached", Self.two, [Self.ann, Self.raj]) == "Everybody who decides answers us")
    #expect(said("all reached", [Self.two[0]], [Self.ann]) == "The champion answers us")
    #expect(said("all reached", Self.two, [Self.ann]) == nil)
    #expect(said("all reached", ["Ann|end-user||"], [Self.ann]) == nil)
  }

  @Test func counts() {
    #expect(
      said("counts", Self.two, [Self.ann, Self.raj])
        == "Two of ours reached two of theirs in 90 days")
    #expect(said("counts", Self.two, []) == nil)
  }

  @Test func namesAreUnique() {
    #expect(Set(BridgeTitles.remarks.map(\.name)).count == BridgeTitles.remarks.count)
  }
}
