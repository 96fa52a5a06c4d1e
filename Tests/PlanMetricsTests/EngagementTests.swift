import PlanMetrics
import PlanModel
import Testing

/// The engagement score, by its formula.
struct EngagementTests {
  private func account(
    _ plays: [String], people: [String] = ["Ann", "Raj", "Lee"], settings: String = "",
    keys: String = "", tier: Int = 1
  ) throws -> SmallAccount {
    let rows = people.map { $0.contains("|") ? "| \($0) |" : "| \($0) | champion | | |" }
    return try SmallAccount(
      """
      ## Buying committee

      | Name | Role | Last engaged | Status |
      | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      ## Plays

      | Date | Play | Channel | Contact | Outcome |
      | --- | --- | --- | --- | --- |
      \(plays.map { "| \($0) |" }.joined(separator: "\n"))
      """, keys: keys, tier: tier, settings: settings)
  }

  /// Tier 1, 2026-11-20. Ann: meetings today and 30 days ago, 10 + 5. Raj: a mail today, 2. Lee: five meetings today, 50,
  /// capped at 20. (15 + 2 + 20) * (1 + 0.15 * 2) = 48.1.
  @Test func theWorkedExample() throws {
    let plays =
      [
        "2026-11-20 | a | meeting | Ann | talked", "2026-10-21 | b | meeting | Ann | talked",
        "2026-11-20 | c | email | Raj | yes",
      ] + (0..<5).map { "2026-11-20 | d\($0) | meeting | Lee | talked" }
    let engagement = try account(plays).measures.engagement
    #expect(engagement.score == 48)
    #expect(engagement.people == 3)
    #expect(engagement.points.map { ($0 * 1000).rounded() } == [15_000, 2000, 20_000])
  }

  @Test(arguments: [
    // Nobody answered, an ad, a day to come, outside the window of 90 days.
    (["2026-11-20 | a | meeting | Ann | no show"], 0),
    (["2026-11-20 | a | ads | Ann | clicked"], 0),
    (["2026-11-21 | a | meeting | Ann | talked"], 0),
    (["2026-08-21 | a | meeting | Ann | talked"], 0),
    // 10 * 0.5 ^ (90 / 30) = 1.25
    (["2026-08-22 | a | meeting | Ann | talked"], 1),
    // Nobody named.
    (["2026-11-20 | a | meeting | | talked"], 0),
    // Both of one meeting: (10 + 10) * 1.15
    (["2026-11-20 | a | meeting | Ann, Raj | talked"], 23),
    // A channel that is not written weighs nothing.
    (["2026-11-20 | a | | Ann | talked"], 0),
  ])
  func countsAnswersInTheWindow(_ plays: [String], _ score: Int) throws {
    #expect(try account(plays).measures.engagement.score == score)
  }

  @Test func webAddsFiveAtMostAndNoPeople() throws {
    let people = (0..<20).map { "P\($0)" }
    let plays = people.map { "2026-11-20 | visit | web | \($0) | visited" }
    let engagement = try account(plays, people: people).measures.engagement
    #expect(engagement.score == 5)
    #expect(engagement.people == 0)
  }

  @Test func aBareCellIsATouchOfTwo() throws {
    let people = ["Ann | champion | 2026-11-20 |", "Raj | legal | 2026-10-21 |"]
    let bare = try account([], people: people).measures.engagement
    #expect(bare.score == 3)
    #expect(bare.people == 0)
    // The cell of a day that has its touch adds nothing.
    let told = try account(["2026-11-20 | a | meeting | Ann | talked"], people: [people[0]])
    #expect(told.measures.engagement.score == 10)
  }

  @Test func whoLeftCountsForNothing() throws {
    let left = try account(
      ["2026-11-20 | a | meeting | Ann | talked"], people: ["Ann | champion | 2026-11-20 | left"])
    #expect(left.measures.engagement.score == 0)
  }

  /// The worked example: without Lee (15 + 2) * 1.15 = 19.55, without Raj (15 + 20) * 1.15 = 40.25.
  @Test func whoLeavesTakesPointsAndBreadthAlong() throws {
    let plays =
      [
        "2026-11-20 | a | meeting | Ann | talked", "2026-10-21 | b | meeting | Ann | talked",
        "2026-11-20 | c | email | Raj | yes",
      ] + (0..<5).map { "2026-11-20 | d\($0) | meeting | Lee | talked" }
    let engagement = try account(plays).measures.engagement
    #expect([0, 1, 2].map { engagement.score(without: $0) } == [25, 40, 20])
  }

  /// Nobody leaves who was not there: the score is that of a plan in which the row is missing.
  @Test func leavingIsNotBeingInThePlan() throws {
    let people = ["Ann", "Raj", "Lee", "Kim | champion | 2026-11-18 |", "Joe"]
    let plays = [
      "2026-11-20 | a | meeting | Ann, Raj | talked", "2026-11-10 | b | web | Raj | visited",
      "2026-11-01 | c | web | Lee | visited", "2026-10-21 | d | call | Lee | talked",
    ]
    let engagement = try account(plays, people: people).measures.engagement
    for index in people.indices {
      var others = people
      others.remove(at: index)
      let rest = try account(plays, people: others).measures.engagement
      #expect(engagement.score(without: index) == rest.score, "\(people[index])")
      #expect(engagement.points[index] > 0 || engagement.score(without: index) == engagement.score)
    }
    // Joe answered nothing.
    #expect(engagement.score(without: 4) == engagement.score)
    #expect(engagement.score(without: 0) < engagement.score)
  }

  @Test func settingsChangeIt() throws {
    let plays = [
      "2026-11-20 | a | meeting | Ann | talked", "2026-11-10 | b | call | Raj | abwesend",
    ]
    let settings = """
      engagement:
        half-life: 10
        cap: 6
        breadth: 0.5
        weights: { meeting: 8, call: 4 }
        unanswered: [verreist]
      """
    // Ann 8, capped at 6; Raj 4 halved; two people: 8 * 1.5
    #expect(try account(plays, settings: settings).measures.engagement.score == 12)
    let heard = settings.replacing("verreist", with: "Abwesend")
    #expect(try account(plays, settings: heard).measures.engagement.score == 6)
  }

  @Test(arguments: [("mqa: 23", Stage.mqa), ("mqa: 24", .engaged)])
  func theThresholdMakesTheStage(_ threshold: String, _ stage: Stage) throws {
    let plays = ["2026-11-20 | a | meeting | Ann, Raj | talked"]
    let account = try account(plays, settings: "engagement: { \(threshold) }\n")
    #expect(account.measures.stage == stage)
  }
}

/// Whether somebody answered.
struct AnswerTests {
  @Test(arguments: [
    "no\u{A0}reply", "no  reply", "No-reply", "no\u{2011}reply", "left\u{A0}message",
    "out of\u{A0}office", "Out-of-office until May", "—", "no reply: called twice", "NO SHOW",
  ])
  func nobodyDid(_ outcome: String) throws {
    let account = try SmallAccount(plays: ["2026-11-10 | a | email | Ann Lee | \(outcome) | x"])
    #expect(try !account.ann.isEngaged)
  }

  @Test(arguments: ["noted, replies in May", "nonetheless interested", "no replying needed", "yes"])
  func somebodyDid(_ outcome: String) throws {
    let account = try SmallAccount(plays: ["2026-11-10 | a | email | Ann Lee | \(outcome) | x"])
    #expect(try account.ann.isEngaged)
  }

  @Test func wordsOfTheSettings() throws {
    let account = try SmallAccount(
      plays: ["2026-11-10 | a | email | Ann Lee | keine\u{A0}Antwort | x"],
      settings: "engagement: { unanswered: [Keine-Antwort] }\n")
    #expect(try !account.ann.isEngaged)
  }
}
