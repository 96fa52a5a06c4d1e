import PlanModel
import PlanSource
import Testing

/// Facts of a contact that are not written as the format has them, and prose that only looks like one.
struct ContactFactTests {
  private static let table =
    "## Buying committee\n\n| Name | Role |\n|-|-|\n| Ann Lee | champion |\n| Raj Iyer | legal |\n\n"

  /// Each is read, and reported once.
  @Test(arguments: [
    "- ↓Pain = a lot", "- ↓Pain= a lot", "- ↓Pain- a lot", "- ↓Pain -a lot", "- ↓Pain： a lot",
    "- ↓Pain – a lot", "- Facts\n  - ↓Pain: a lot", "↓Pain: a lot",
  ])
  func aFactInAnotherFormIsReadAndReported(_ line: String) {
    let small = SmallPlan(body: Self.table + "### Ann Lee\n\n\(line)\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help.hasPrefix("write `- Pain: a lot`") == true)
    #expect(small.plan?.contacts.first?.pain?.value == "a lot")
  }

  @Test(arguments: [
    "She worries about the Milan site and its\nowner: the CFO decides.",
    "Her message: be fast. Title: none.\nOwner: of two dogs.\n\nStatus: she is on leave until May",
    "- Pain too slow", "- Title-holder of 2024", "- Pain-free so far", "- Message her on Monday",
    "- Her plan = a new yard",
  ])
  func proseIsLetBe(_ text: String) {
    let small = SmallPlan(body: Self.table + "### Ann Lee\n\n\(text)\n")
    #expect(small.rules == [])
    #expect(small.plan?.contacts.first?.pain == nil)
  }

  @Test func severalLinesOfFactsAreFacts() {
    let small = SmallPlan(
      body: Self.table + "### Ann Lee\n\n↓Pain: a lot\n↓Objection: price\n\nA word.\nPain: none\n")
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.plan?.contacts.first?.objection?.value == "price")
  }

  @Test(arguments: [
    ("#### Ann Lee", true), ("**Ann Lee**", false), ("**Ann Lee:**", false), ("Ann Lee:", false),
    ("### Finance\n\n#### Ann Lee", true),
  ])
  func aContactsLineThatIsNoH3IsReadAsOne(_ heading: String, _ hasFix: Bool) throws {
    let small = SmallPlan(body: Self.table + heading + "\n\n- Pain: a lot\n")
    #expect(small.rules == ["misnamed-section"])
    let finding = try #require(small.findings.first)
    #expect(finding.help == "write `### Ann Lee`")
    #expect((finding.fix != nil) == hasFix)
    #expect(small.plan?.contacts.first?.pain?.value == "a lot")
  }

  @Test(arguments: ["#### Ann Lee\n\nMet in June.", "**Ann Lee**\n\n- met in June"])
  func aNameAboveProseIsProse(_ text: String) {
    #expect(SmallPlan(body: Self.table + text + "\n").rules == [])
  }

  @Test func factsBelowNoHeadingAreReportedOnce() {
    let small = SmallPlan(body: Self.table + "- ↓Pain: too slow\n- Objection: price\n")
    #expect(small.rules == ["unknown-key"])
    #expect(small.places == small.marks)
    #expect(
      small.findings.first?.help
        == "write `### ` and the contact's name above the list, such as `### Ann Lee`")
    #expect(SmallPlan(body: Self.table + "- Pain: too slow\n- Next: call her\n").rules == [])
    #expect(SmallPlan(body: Self.table + "- Role: who they are\n- Owner: who calls\n").rules == [])
  }

  // MARK: The brief

  @Test(arguments: [
    ("- <!-- ask -->", true), ("> <!-- a -->", true), ("—", true), ("?", true), ("- n/a", true),
    ("<br>", true), ("| a | b |\n| - | - |", true), ("#### Sub", true), ("---", true),
    ("<!-- a --><!-- b -->", true), ("- [ ] ", true), ("&nbsp;", true),
    ("<!-- ask\n\nAnn -->", true),
    ("<!-- a --> real text <!-- b -->", false), ("<!-- a -->\ntext", false),
    ("text <!-- c -->", false), ("- n/a\n- Grow", false), ("| a |\n| - |\n| b |", false),
    ("#### Sub\n\nGrow", false), ("> Grow", false), ("Why?", false), ("![Yard](yard.png)", false),
  ])
  func aPartOfMarksSaysNothing(_ text: String, _ isEmpty: Bool) {
    let small = SmallPlan(body: "## Brief\n\n### Priorities\n\n\(text)\n")
    #expect(small.plan?.brief?.parts.map(\.isEmpty) == [isEmpty])
  }
}
