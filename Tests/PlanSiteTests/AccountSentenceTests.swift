import PlanModel
import Testing

@testable import PlanSite

@Suite struct AccountSentenceTests {
  private func lead(_ text: String) -> String {
    AccountSentences.lead(Sample(text).facts).source.replacing(/<[^>]*>/, with: "")
  }

  @Test func leadOfARichAccount() {
    #expect(
      lead(Sample.rich)
        == "$860k closes in 70 days. Two of five people are engaged; the economic buyer has been silent for "
        + "128 days, and Owen Castell opposes us.")
  }

  @Test func leadOfAnEmptyAccount() {
    #expect(
      lead("---\naccount: A\ntier: 3\n---\n")
        == "No deal is open. Nobody is known yet; nobody of ours owns the account.")
    #expect(
      lead("---\naccount: A\ntier: 3\nowner: maya.chen\n---\n")
        == "No deal is open. Nobody is known yet.")
    #expect(
      lead("---\naccount: A\ntier: 3\nstatus: paused\n---\n")
        == "This account is paused: it counts in no figure of the program.")
  }

  @Test func leadOfALateDeal() {
    let text =
      "---\naccount: A\ntier: 3\n---\n## Opportunities\n\n| Opportunity | Amount | Stage | Close |\n"
      + "| --- | --- | --- | --- |\n| D | 200k | Proposal | 2026-11-10 |\n"
    #expect(lead(text).hasPrefix("$200k should have closed 10 days ago. "))
  }

  @Test func movesOfARichAccount() {
    let moves = Moves.next(Sample(Sample.rich).facts)
    #expect(
      moves.map(\.title) == [
        "Finish: Questionnaire answered", "Reach Joost Verbeek", "Engage one more person",
      ])
    #expect(moves.map(\.isLate) == [true, false, false])
    #expect(moves[0].detail.source == "10 days late in the action plan.")
    #expect(
      moves[1].detail.source
        == "Economic buyer, sceptic; last answered 128 days ago, one try unanswered since.")
  }

  @Test func dangersOfARichAccount() {
    let dangers = Dangers.all(Sample(Sample.rich).facts)
    #expect(
      dangers.map(\.title) == [
        "Owen Castell, CIO, stops it", "Joost Verbeek says no",
        "What the deal rests on is not written",
      ])
  }

  @Test func nothingIsSaidWithoutCause() {
    let facts = Sample(
      "---\naccount: A\ntier: 3\nowner: maya.chen\nreviewed: 2026-11-19\n---\n"
    ).facts
    #expect(Moves.next(facts).isEmpty && Dangers.all(facts).isEmpty)
  }

  @Test func pausedAccountsHaveNoMoves() {
    let facts = Sample(Sample.rich.replacing("tier: 1", with: "tier: 1\nstatus: paused")).facts
    #expect(Moves.next(facts).isEmpty && Dangers.all(facts).isEmpty)
  }
}
