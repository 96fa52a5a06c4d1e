import PlanModel
import Testing

@testable import PlanSite

/// When we were in touch with whom.
@Suite struct EngagementTimelineTests {
  /// - Parameters:
  ///   - people: Name, role, authority, influence, last engaged, status.
  ///   - plays: Date, channel, contacts, outcome.
  private func facts(
    _ people: [String], _ plays: [String], keys: String = "stage: engaged", tier: Int = 1
  ) -> AccountFacts {
    let plays = plays.map { play in
      let cells = play.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return "| \(cells[0]) | Play | \(cells[1]) | \(cells[2]) | \(cells[3]) |"
    }
    return Sample(
      """
      ---
      account: Northwind
      tier: \(tier)
      \(keys)
      ---
      ## Buying committee

      | Name | Role | Authority | Influence | Last engaged | Status |
      | --- | --- | --- | --- | --- | --- |
      \(people.map { "| \($0) |" }.joined(separator: "\n"))

      ## Plays

      | Date | Play | Channel | Contact | Outcome |
      | --- | --- | --- | --- | --- |
      \(plays.joined(separator: "\n"))
      """
    ).facts
  }

  private func html(_ facts: AccountFacts) -> String {
    AccountSections(facts).engagement?.html.source ?? ""
  }

  private func words(_ facts: AccountFacts) throws -> [String] {
    try #require(Labels(html(facts)).sheets.first).labels.map(\.text)
  }

  @Test func lanesAreByAuthorityThenInfluence() throws {
    let facts = facts(
      ["Ann|legal|low|high||", "Raj|legal||||", "Lee|legal|high|low||", "Kim|legal|high|high||"],
      ["2026-11-18|meeting|Ann|talked"])
    let order = try words(facts).filter(["Ann", "Raj", "Lee", "Kim"].contains)
    #expect(order == ["Kim", "Lee", "Ann", "Raj"])
  }

  @Test func theRightEndCountsAnswers() throws {
    let words = try words(
      facts(
        ["Ann|legal||||", "Raj|legal||||", "Lee|legal||||", "Kim|legal|||2026-11-01|"],
        [
          "2026-11-18|meeting|Ann|talked", "2026-11-17|email|Ann|no reply",
          "2026-05-17|email|Raj|talked",
        ]))
    for word in ["1 of 2", "none in 90 d", "never tried", "heard"] { #expect(words.contains(word)) }
  }

  @Test func silenceIsNamedWhereOneDecides() throws {
    let old = "2026-07-15|meeting|Ann, Raj|talked"
    let people = ["Ann|economic-buyer||||", "Raj|legal||||"]
    let words = try words(facts(people, [old]))
    #expect(words.filter { $0.contains("128 days") } == ["128 days without a touch"])
    #expect(
      try self.words(facts(people, [old, "2026-08-22|call|Ann|yes"])).allSatisfy {
        !$0.contains("without a")
      })
    // Tries stand in between: the words go where there is room.
    let tries = (0..<6).map { "2026-\($0 < 3 ? "09" : "10")-\(10 + $0 * 3)|email|Ann|no reply" }
    let sheets = Labels(html(facts(people, [old] + tries))).sheets
    #expect(sheets.flatMap(\.faults).isEmpty)
  }

  @Test func aTouchOfTodayIsPlannedUntilSomebodyWritesWhatCameOfIt() throws {
    let planned = facts(["Ann|legal||||"], ["2026-11-20|call|Ann|"])
    let ahead = try words(planned)
    #expect(ahead.contains("planned") && ahead.contains("never tried"))
    #expect(html(planned).contains("<td>planned</td>") && !html(planned).contains("<td>none</td>"))
    let tried = facts(["Ann|legal||||"], ["2026-11-20|call|Ann|no reply"])
    let behind = try words(tried)
    #expect(behind.contains("0 of 1") && !behind.contains("planned"))
  }

  @Test func aCellWithoutATouchIsAMark() {
    let html = html(facts(["Ann|legal|||2026-11-01|"], []))
    #expect(html.contains("<td>Last engaged</td>") && html.contains(">other</text>"))
    let told = self.html(
      facts(["Ann|legal|||2026-11-01|"], ["2026-11-01|meeting|Ann|talked"]))
    #expect(!told.contains("Last engaged") && !told.contains(">other</text>"))
  }

  @Test func theTableHasEveryTouch() {
    let html = html(
      facts(
        ["Ann|legal||||", "Old|legal||||left", "Raj|legal||||"],
        [
          "2024-01-18|meeting|Ann|talked", "2026-11-17|email|Old|no reply",
          "2026-12-17|executive|Ann|", "2026-11-19|web||visited",
        ]))
    #expect(html.contains(">18 Jan 2024</a>") && html.contains(">17 Dec</a>"))
    #expect(html.contains("<td>planned</td>") && html.contains("<td>Old</td>"))
    #expect(html.contains("<th scope=\"row\">never</th><td>Raj</td>"))
    #expect(html.contains("<td>nobody named</td>"))
    #expect(html.split(separator: "<tr>").count == 7)
  }

  @Test func aboveSixteenWhoIsTouchedOrDecidesIsDrawn() throws {
    let people = (0..<40).map { "P\($0)|\($0 == 39 ? "champion" : "legal")|high|||" }
    let facts = facts(people, ["2026-11-18|meeting|P20, P38|talked"])
    let names = try words(facts).filter { $0.hasPrefix("P") }
    #expect(names.count == EngagementTimeline.laneLimit)
    #expect(["P20", "P38", "P39", "P0"].allSatisfy(names.contains))
    let html = html(facts)
    #expect(html.contains("24 more contacts are in the table"))
    #expect(html.contains("<td>P20, P38</td>"))
    for number in 0..<40 where number != 20 { #expect(html.contains("P\(number)</td>")) }
  }

  @Test func theLineIsAskedForWhereTheTierAsksForAnswers() {
    let none = facts(["Ann|legal||||"], [])
    #expect(html(none).contains("<code>## Plays</code>"))
    #expect(AccountSections(facts(["Ann|legal||||"], [], tier: 3)).engagement == nil)
    #expect(
      AccountSections(facts(["Ann|legal||||"], [], keys: "stage: engaged\nstatus: paused"))
        .engagement == nil)
    #expect(AccountSections(facts([], ["2026-11-18|meeting||talked"])).engagement == nil)
  }

  @Test func theStageStandsBesideToday() throws {
    for since in ["2026-11-19", "2026-11-20", "2026-10-01", "2026-01-25", "2020-01-01"] {
      let facts = facts(
        ["Ann|legal||||"], ["2026-11-18|meeting|Ann|talked"],
        keys: "stage: opportunity\nstage-since: \(since)")
      let sheets = Labels(html(facts)).sheets
      #expect(sheets.flatMap(\.faults).isEmpty, "\(since)")
      #expect(sheets[0].labels.contains { $0.text == "opportunity" } == (since > "2026"))
    }
  }

  // MARK: Titles

  private func said(
    _ name: String, _ people: [String], _ plays: [String]
  ) -> String? {
    EngagementTitles.remarks.said(name, of: facts(people, plays))
  }

  private static let ann = "Ann|champion||||"
  private static let raj = "Raj|economic-buyer||||"
  private static let lee = "Lee|end-user||||"

  @Test func nobodyAnswers() {
    #expect(said("nobody answers", [Self.ann], []) == "Nobody has answered yet")
    #expect(
      said("nobody answers", [Self.ann], ["2026-08-21|call|Ann|yes"])
        == "The last answer came 91 days ago")
    #expect(said("nobody answers", [Self.ann], ["2026-08-22|call|Ann|yes"]) == nil)
  }

  @Test func decidersSilent() {
    let lee = "2026-11-18|call|Lee|yes"
    let sentence = "The people who decide are the people we do not hear from"
    #expect(said("deciders silent", [Self.ann, Self.raj, Self.lee], [lee]) == sentence)
    #expect(said("deciders silent", [Self.ann, Self.raj, Self.lee], []) == nil)
    #expect(said("deciders silent", [Self.ann, Self.lee], [lee]) == nil)
    #expect(
      said("deciders silent", [Self.ann, Self.raj, Self.lee], [lee, "2026-11-18|call|Ann|yes"])
        == nil)
  }

  @Test func deciderSilent() {
    let old = "2026-07-15|call|Raj|yes"
    #expect(
      said("decider silent", [Self.ann, Self.raj], [old])
        == "The economic buyer has been silent for 128 days")
    #expect(said("decider silent", [Self.ann], []) == "Nobody of ours has approached the champion")
    #expect(
      said("decider silent", [Self.ann, "Ada|champion||||"], [])
        == "Nobody of ours has approached Ann")
    #expect(said("decider silent", [Self.ann], ["2026-11-15|call|Ann|yes"]) == nil)
    #expect(said("decider silent", [Self.lee], []) == nil)
  }

  @Test func answersFallAndRise() {
    let before = ["2026-10-06", "2026-10-05", "2026-09-20", "2026-08-23"].map {
      "\($0)|call|Ann|yes"
    }
    let last = ["2026-11-20", "2026-10-07", "2026-10-20", "2026-11-01"].map { "\($0)|call|Ann|yes" }
    #expect(
      said("fewer answers", [Self.ann], before + last.prefix(1))
        == "One answer in the last 45 days, after four in the 45 before")
    #expect(
      said("fewer answers", [Self.ann], before)
        == "No answer in the last 45 days, after four in the 45 before")
    #expect(said("fewer answers", [Self.ann], before + last.prefix(3)) == nil)
    #expect(said("fewer answers", [Self.ann], Array(before.prefix(3))) == nil)
    #expect(
      said("more answers", [Self.ann], last + before.prefix(2))
        == "Four answers in the last 45 days, after two in the 45 before")
    #expect(said("more answers", [Self.ann], last + before.prefix(3)) == nil)
    #expect(said("more answers", [Self.ann], Array(last.prefix(3))) == nil)
  }

  @Test func counts() {
    let touch = "2026-11-18|call|Ann|yes"
    #expect(
      said("counts", [Self.ann], [touch, "2026-11-27|call|Ann|"])
        == "The one person we know answered in 90 days; the next touch is planned for 27 Nov")
    #expect(
      said("counts", [Self.ann], [touch, "2026-11-20|call|Ann|"])
        == "The one person we know answered in 90 days; the next touch is planned for today")
    #expect(
      said("counts", [Self.ann, Self.lee], [touch])
        == "One of two people answered in 90 days; nothing is planned")
    #expect(
      said("counts", [Self.ann, Self.lee], [touch, "2026-11-18|call|Lee|yes"])
        == "Both people answered in 90 days; nothing is planned")
  }
}
