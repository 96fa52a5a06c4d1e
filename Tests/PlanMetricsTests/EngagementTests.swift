import PlanMetrics
import PlanModel
import Testing

/// Who is engaged, and since when.
struct EngagementTests {
  @Test func theCellAlone() throws {
    let account = try SmallAccount(ann: "2026-11-02")
    #expect(try account.ann.lastEngaged?.description == "2026-11-02")
    #expect(try account.ann.isEngaged)
    #expect(account.measures.engagedCount == 1)
  }

  @Test func nobodyWithoutADay() throws {
    let account = try SmallAccount(ann: "")
    #expect(try account.ann.lastEngaged == nil)
    #expect(try !account.ann.isEngaged)
  }

  /// Tier 1 has a window of 90 days, tier 3 of 180; a day that many days ago is still in it.
  @Test(arguments: [
    (1, "2026-08-22", true), (1, "2026-08-21", false), (3, "2026-05-24", true),
    (3, "2026-05-23", false), (1, "2026-11-20", true),
  ])
  func theWindowIncludesItsLastDay(_ tier: Int, _ day: String, _ isEngaged: Bool) throws {
    #expect(try SmallAccount(ann: day, tier: tier).ann.isEngaged == isEngaged)
  }

  @Test func withoutAWindowAnAnswerCountsForEver() throws {
    let settings = "tiers: { 1: { engagement-window: none } }\n"
    #expect(try SmallAccount(ann: "1999-01-01", settings: settings).ann.isEngaged)
  }

  @Test func aDayAfterTodayIsIgnored() throws {
    let account = try SmallAccount(
      ann: "2026-11-21", plays: ["2026-11-21 | Call | call | Ann Lee | agreed | a"])
    #expect(try account.ann.lastEngaged == nil)
    #expect(account.measures.touches.isEmpty)
  }

  @Test func whoLeftCountsForNothing() throws {
    let account = try SmallAccount(ann: "2026-11-02", status: "left")
    #expect(try account.ann.lastEngaged != nil)
    #expect(try !account.ann.isEngaged)
    #expect(account.measures.engagedCount == 0)
  }

  @Test func theLatestOfCellAndAnsweredPlays() throws {
    let plays = [
      "2026-11-10 | Call | call | ann  LEE | agreed | a",
      "2026-11-12 | Call | call | Ann Lee | no reply | a",
      "2026-11-11 | Mail | email | Ann Lee | asked for more | a",
    ]
    let account = try SmallAccount(ann: "2026-11-02", plays: plays)
    #expect(try account.ann.lastEngaged?.description == "2026-11-11")
    #expect(
      account.measures.touches.map(\.day.description) == ["2026-11-10", "2026-11-11", "2026-11-12"])
    #expect(account.measures.touches.map(\.isAnswered) == [true, true, false])
    #expect(account.measures.answered.count == 2)
    let later = try SmallAccount(ann: "2026-11-15", plays: plays)
    #expect(try later.ann.lastEngaged?.description == "2026-11-15")
  }

  @Test(arguments: [
    "", "-", "n/a", "none", "None.", "no reply", "No reply yet", "no answer, again", "no show",
    "no-show", "Voicemail", "left message (twice)", "bounced", "Out of office until May",
    "declined",
    "DECLINED: no budget",
  ])
  func nobodyAnswered(_ outcome: String) throws {
    let account = try SmallAccount(
      ann: "", plays: ["2026-11-10 | Call | call | Ann Lee | \(outcome) | a"])
    #expect(account.measures.touches.map(\.isAnswered) == [false])
    #expect(try !account.ann.isEngaged)
  }

  @Test(arguments: [
    "agreed", "Nonetheless a good talk", "no replying needed, she called", "nothing new",
    "declinedly curious", "said no", "bounced2",
  ])
  func somebodyAnswered(_ outcome: String) throws {
    let account = try SmallAccount(
      ann: "", plays: ["2026-11-10 | Call | call | Ann Lee | \(outcome) | a"])
    #expect(account.measures.touches.map(\.isAnswered) == [true])
    #expect(try account.ann.isEngaged)
  }

  @Test func adsEngageNobody() throws {
    let account = try SmallAccount(
      ann: "", plays: ["2026-11-10 | Banner | ads | Ann Lee | clicked | a"])
    #expect(account.measures.touches.count == 1)
    #expect(try !account.ann.isEngaged)
  }

  @Test func aTouchOutsideTheWindowIsATouch() throws {
    let account = try SmallAccount(
      ann: "", plays: ["2026-01-10 | Call | call | Ann Lee | agreed | a"])
    #expect(account.measures.touches.map(\.isInWindow) == [false])
    #expect(account.measures.answered.isEmpty)
    #expect(try account.ann.lastEngaged?.description == "2026-01-10")
    #expect(try !account.ann.isEngaged)
  }
}
