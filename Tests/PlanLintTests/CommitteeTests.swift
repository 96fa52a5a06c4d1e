import PlanLint
import PlanModel
import PlanSource
import Testing

/// What the rules about the committee say, beyond their examples.
struct CommitteeTests {
  private func committee(_ header: String, _ rows: [String], tier: Int = 3) -> String {
    let line = header.split(separator: "|").map { _ in "---" }.joined(separator: " | ")
    return "---\naccount: Northwind\ntier: \(tier)\n---\n## Buying committee\n\n| \(header) |\n"
      + "| \(line) |\n" + rows.map { "| \($0) |\n" }.joined()
  }

  @Test func showsTheCycleFromItsFirstContactOn() throws {
    let plan = committee(
      "Name | Role | Reports to",
      [
        "Ann Lee | legal | Raj Iyer", "Mia Ott | legal | Zoë Ek", "Raj Iyer | legal | Zoë Ek",
        "Zoë Ek | legal | Mia Ott",
      ])
    let finding = try #require(
      SmallProgram(plan).findings(of: "committee/reports-to-cycle").first)
    #expect(finding.notes == [Note("line", "Mia Ott → Zoë Ek → Mia Ott")])
    #expect(finding.message == "the reporting line of Mia Ott leads back to Mia Ott")
  }

  /// A line of 3,000 people that closes is walked once: this takes no time, or minutes.
  @Test func walksALongReportingLineOnce() {
    let rows = (0..<3000).map { "Person \($0) | legal | Person \(($0 + 1) % 3000)" }
    let findings = SmallProgram(committee("Name | Role | Reports to", rows))
      .findings(of: "committee/reports-to-cycle")
    #expect(findings.count == 1)
    #expect(findings.first?.notes.first?.text.count ?? 0 < 200)
  }

  /// As many opponents as risks: the texts are walked once for all of them.
  @Test func looksForManyOpponentsAtOnce() {
    let rows = (0..<3000).map { "Person \($0) | legal | opponent" }
    let risks = (1..<3000).map { "| What person \($0)'s team says |\n" }.joined()
    let plan = committee("Name | Role | Stance", rows) + "\n## Risks\n\n| Risk |\n| --- |\n" + risks
    #expect(
      SmallProgram(plan).findings(of: "committee/unhandled-blocker").map(\.key) == ["person 0"])
  }

  @Test func findsNamesInScriptsWithoutSpaces() {
    let plan =
      committee("Name | Role | Stance", ["森本 葵 | legal | opponent", "森本 蓮 | legal | opponent"])
      + "\n## Risks\n\n| Risk |\n| --- |\n| 森本葵が反対 |\n"
    #expect(
      SmallProgram(plan).findings(of: "committee/unhandled-blocker").map(\.key) == ["森本 蓮"])
  }

  /// Both said nothing else: one counts people, the other answers.
  @Test func saysThatEnoughPeopleAreStillOneThread() {
    let plays = (1...9).map { "| 2026-11-0\($0) | Call | call | Ann Lee | fine |\n" }.joined()
    let plan = """
      ---
      account: Northwind
      tier: 2
      stage: opportunity
      ---
      ## Buying committee

      | Name | Role |
      | --- | --- |
      | Ann Lee | champion |
      | Raj Iyer | economic buyer |

      ## Plays

      | Date | Play | Channel | Contact | Outcome |
      | --- | --- | --- | --- | --- |
      | 2026-11-10 | Call | call | Raj Iyer | fine |
      \(plays)
      """
    let findings = SmallProgram(plan).findings
    #expect(!findings.contains { $0.rule == "committee/too-few-engaged" })
    let single = findings.filter { $0.rule == "committee/single-threaded" }
    #expect(
      single.map(\.message) == [
        "9 of 10 answers in the last 90 days came from Ann Lee; tier 2 asks for 2 engaged "
          + "contacts from stage opportunity on"
      ])
    #expect(single.first?.notes == [Note("others", "Raj Iyer 1")])
  }

  /// Without Mia Ott, who left, all answers are Ann Lee's.
  @Test func countsNoAnswerOfSomebodyWhoLeft() {
    let plan = """
      ---
      account: Northwind
      tier: 2
      stage: opportunity
      ---
      ## Buying committee

      | Name | Role | Status |
      | --- | --- | --- |
      | Ann Lee | champion | |
      | Mia Ott | legal | left |

      ## Plays

      | Date | Play | Channel | Contact | Outcome |
      | --- | --- | --- | --- | --- |
      | 2026-11-02 | Call | call | Ann Lee | fine |
      | 2026-11-03 | Call | call | Ann Lee | fine |
      | 2026-11-04 | Call | call | Ann Lee, Mia Ott | fine |
      | 2026-11-05 | Call | call | Mia Ott | fine |
      """
    let findings = SmallProgram(plan).findings(of: "committee/single-threaded")
    #expect(findings.map { String($0.message.prefix(14)) } == ["3 of 3 answers"])
  }
}
