import PlanLint
import PlanSource
import Testing

/// What a brief lacks is a guess: texts that must stay silent, and texts that must not.
struct BriefGuessTests {
  private func found(_ text: String) -> [Finding] {
    SmallProgram(
      """
      ---
      account: Northwind Traders
      tier: 2
      segment: cold chain
      fit: { industry: retail, region: nordics }
      buying-centers: [logistics, shops]
      ---

      ## Brief

      \(text)

      ## Buying committee

      | Name          | Role     |
      | ------------- | -------- |
      | Ann Lee       | champion |
      | Bo van Wester | coach    |

      ## Whitespace

      | Offering | Buying center | Status     | Incumbent |
      | -------- | ------------- | ---------- | --------- |
      | twin     | logistics     | competitor | tillerman |

      ## Signals

      | Date       | Kind           | Signal                       |
      | ---------- | -------------- | ---------------------------- |
      | 2026-11-01 | organizational | a second warehouse is opened |
      """
    ).findings(of: "brief/only-a-logo")
  }

  private static let rest = " and they want to grow with the customers they have"

  @Test(arguments: [
    "The company closes 14 depots", "They lose 3% a year", "Orders come in until 22:00",
    "The board met in Lund", "Since the merger with Contoso", "Their CFO, Ms Okafor, counts days",
    "a truck waits, says ann", "lee counts the trucks", "wester asked for it",
    "The people of logistics decide", "the shops decide", "they sell to the nordics",
    "the twin would show it", "what tillerman sold them is old", "a cold chain is never closed",
    "it is retail as everywhere", "the second warehouse is what counts",
    "Ihr Vorstand will in Europa wachsen", "Ils veulent vendre en Espagne",
    "彼らは倉庫をもう一つ開きたいと言っている", "a plant near the A7",
    "They import from Denmark", "Wir sehen die Wartezeit der Fahrer", "They lose 3.5 days a truck",
    "The union blocks night shifts since the strike in spring", "forty trucks wait every day",
    "Two depots close by may and the drivers move to the ring road yard",
    "they were fined for it and lost 9% of the orders",
  ])
  func aBriefAboutSomebodyIsLetBe(_ text: String) {
    #expect(found(text + Self.rest).isEmpty)
  }

  @Test(arguments: [
    "The company wants to be a leader", "Northwind Traders wants to be a leader",
    "In 2026 the company wants to be a leader", "The CEO and the CIO want to be leaders in IT",
    "Their priorities: Growth. Costs. People.", "northwind's management wants to lead",
    "**They** want to be _the_ leader", "- They want to lead\n- We can help them",
    "### Priorities\n\nLead the market\n\n### Pain points\n\nCosts",
    "| What | Why |\n| --- | --- |\n| lead | costs |\n\nOur view:",
    "<what 14 of Their board want> They want to be leaders", "Q3 was the worst of all",
    "1st of its kind", "Their 3 priorities are growth, cost and quality. We help with all of them",
    "They want to cut cost through Digital Transformation and be a Leader in their industry",
    "Grow revenue in Q1 and beyond, with Industry 4.0 and our solution everywhere",
    "In 2027 they want to grow 10x with AI", "The CEO wants growth and We can help Them",
  ])
  func aBriefAboutNobodyIsNamed(_ text: String) {
    #expect(found(text + Self.rest).count == 1)
  }

  @Test(arguments: [
    "They want to grow.", "", "<what 14 of Their board want, and when, and who says so>",
  ])
  func whatSaysLittleIsNotJudged(_ text: String) {
    #expect(found(text).isEmpty)
  }

  // MARK: Boilerplate

  /// About sixty words.
  private static let brief = """
    Their yard is the narrow place. Forty trucks a day wait for an hour each, drivers call the gate, and nobody knows \
    which one is next. The new owner counts days of stock, and has promised the bank two of them back by the spring. \
    We see that a booked gate gives an hour a truck back, because the scale stands idle while the paper is looked for.
    """

  private func shares(_ first: String, _ second: String, tiers: (Int, Int) = (1, 1)) -> [String] {
    SmallProgram([
      ("plans/alder.md", "---\naccount: Alder\ntier: \(tiers.0)\n---\n\n## Brief\n\n\(first)\n"),
      ("plans/birch.md", "---\naccount: Birch\ntier: \(tiers.1)\n---\n\n## Brief\n\n\(second)\n"),
    ]).findings(of: "brief/boilerplate").map { "\($0.path): \($0.message)" }
  }

  /// Texts that share their subject, their headings or some of their words with the brief, and are texts of their own.
  @Test(arguments: [
    "The yard of this one is wide, and forty trucks a day find a gate each. What they lose is paper: delivery notes "
      + "come back a week late, and the invoice waits for them.",
    "Their new owner counts days of stock. That was all he said on the phone, and he said it three times over; so we "
      + "asked the buyer, and she has a list of nine suppliers who deliver late.",
    "Nobody knows which one is next. So said the head of the gate, and he would like to be told a day before, not an "
      + "hour before, for he plans his people by the week and hires by the day.",
    "We see that a booked gate gives an hour a truck back. Whether it does so here has to be shown: their trucks come "
      + "from four hubs of their own and are on time, as far as anybody has counted.",
    "### Priorities\n\nTwo plants in one by the spring of next year, with one stock for both, and nobody let go.\n\n"
      + "### Pain points\n\nThe old plant has no dock.",
    "### Priorities\n\n<what their board wants to reach this year, with numbers>\n\n### Pain points\n\n"
      + "<what stands in the way, who feels it, what it costs them>",
    "<what their board wants to reach this year, with numbers>", "", "Short.",
    "Forty trucks a day wait for an hour each.",
    "Sie wollen die Zeit vom Auftrag bis zur Lieferung halbieren, weil der neue Eigentümer in Tagen rechnet und der "
      + "Bank zwei davon versprochen hat; der Hof ist die engste Stelle.",
    "Ils veulent livrer le lendemain, et leur quai ne le permet pas : trois camions à la fois, quarante par jour, et "
      + "personne ne sait lequel est le suivant dans la file.",
    "彼らは倉庫をもう一つ開きたいと言っているが、土地がまだ見つからないので、来年の春まで待つことにした。",
    "A truck a day, an hour a week, a paper a month: what they count is small, and they count all of it, each in a "
      + "sheet of its own that only its author can read, and he is on leave.",
    "The bank has promised the new owner two years. He wants the scale replaced, the gate widened and the drivers "
      + "called by name, in this order, and has put a figure behind each.",
    "Stock is what the bank looks at, and stock is what the buyer orders when nobody tells her what is in the yard. "
      + "She has begun to count by hand every Monday at six.",
    "They ship fish. What is not out by noon is worth half, so all trucks leave at eleven whether they are full or "
      + "not, and half of them are not, says the man who loads them.",
    "The owner sold the yard in spring and rents it back. For ten years he may not build, so whatever we propose has "
      + "to stand on wheels, and he has said so in writing.",
    "Paper is looked for while the scale stands idle: so it is written in the audit, page nine. The board has read "
      + "the audit, asked for a plan by May, and named the person who is to write it.",
    "Drivers call the gate, and the gate calls the office; the office calls the driver. They have counted ninety "
      + "calls a day, and have bought a switchboard instead of asking why.",
  ])
  func aBriefOfItsOwnIsLetBe(_ other: String) {
    #expect(shares(Self.brief, other) == [])
  }

  @Test func theLaterOfTwoTierOnePlansIsAccused() {
    let copy = Self.brief.replacing("Forty", with: "Fifty").replacing("spring", with: "summer")
    let found = shares(Self.brief, copy)
    #expect(found == ["plans/birch.md: 87% of the brief stands in that of Alder too"])
  }

  @Test func theOneThatHoldsTheOtherAndMoreIsLetBe() {
    let more = (1...90).map { "word\($0)" }.joined(separator: " ")
    #expect(
      shares(Self.brief, Self.brief + "\n\n" + more)
        == ["plans/alder.md: 100% of the brief stands in that of Birch too"])
  }

  /// Texts of made-up words, no two the same.
  private static func words(_ from: Int, _ count: Int) -> String {
    (from..<(from + count)).map { "w\($0)" }.joined(separator: " ")
  }

  /// Text of the house in many plans hides no copy, and accuses nobody while it is the smaller part.
  @Test(arguments: [9, 12, 60])
  func aCopyIsFoundBehindTheTextOfTheHouse(_ others: Int) {
    func plan(_ name: String, _ own: String) -> (path: String, text: String) {
      (
        "plans/\(name).md",
        "---\naccount: \(name)\ntier: 1\n---\n\n## Brief\n\n\(Self.words(0, 45))\n\n\(own)\n"
      )
    }
    var files = (0..<others).map { plan("a\(100 + $0)", Self.words(1000 * ($0 + 1), 55)) }
    let copied = Self.words(900_000, 40)
    files.append(plan("y", copied + " " + Self.words(910_000, 15)))
    files.append(plan("z", copied + " " + Self.words(920_000, 15)))
    #expect(
      SmallProgram(files).findings(of: "brief/boilerplate").map { "\($0.path): \($0.message)" }
        == ["plans/z.md: 84% of the brief stands in that of y too"])
  }

  @Test func aBriefOfTheSegmentIsNoBriefOfTheAccount() {
    let found = SmallProgram([
      ("segments/yards.md", "---\nsegment: Yards\n---\n\n## Brief\n\n\(Self.brief)\n"),
      ("plans/alder.md", "---\naccount: Alder\ntier: 1\n---\n\n## Brief\n\n\(Self.brief)\n"),
      ("plans/birch.md", "---\naccount: Birch\ntier: 1\n---\n\n## Brief\n\n\(Self.brief)\n"),
      ("plans/cedar.md", "---\naccount: Cedar\ntier: 2\n---\n\n## Brief\n\n\(Self.brief)\n"),
    ]).findings(of: "brief/boilerplate")
    #expect(found.map(\.path) == ["plans/alder.md", "plans/birch.md"])
    for finding in found {
      #expect(finding.message == "100% of the brief stands in that of the segment Yards too")
      #expect(finding.notes.compactMap(\.place?.path) == ["segments/yards.md"])
    }
  }

  /// What `planc new` gave is one fault, whoever sees it.
  @Test func theTextOfTheTemplateIsNamedOnce() {
    let text = """
      ### Priorities

      What their board wants to reach this year, with numbers.

      ### Pain points

      What stands in the way, who feels it, what it costs them.

      ### Current solutions

      What they use today, until when, and who stands behind it.
      """
    func rules(_ tier: Int, _ settings: String = "") -> [String] {
      SmallProgram(
        "---\naccount: Alder\ntier: \(tier)\n---\n\n## Brief\n\n\(text)\n", settings: settings
      ).findings.map(\.rule).filter { $0.hasPrefix("brief/") && $0 != "brief/missing-part" }
    }
    #expect(rules(1) == ["brief/boilerplate"])
    #expect(rules(2) == ["brief/only-a-logo"])
    #expect(rules(1, "rules: { brief/boilerplate: off }\n") == ["brief/only-a-logo"])
  }

  @Test func onlyTierOneIsAccused() {
    #expect(shares(Self.brief, Self.brief, tiers: (2, 3)) == [])
    #expect(shares(Self.brief, Self.brief, tiers: (1, 2)).count == 1)
    #expect(shares(Self.brief, Self.brief, tiers: (2, 1)).count == 1)
  }

  /// A thousand equal briefs cost a thousand comparisons, not half a million: each names the first.
  @Test func manyEqualBriefsNameTheFirst() {
    let files = (100..<400).map {
      ("plans/a\($0).md", "---\naccount: A\($0)\ntier: 1\n---\n\n## Brief\n\n\(Self.brief)\n")
    }
    let found = SmallProgram(files).findings(of: "brief/boilerplate")
    #expect(found.count == 299)
    #expect(Set(found.flatMap(\.notes).compactMap(\.place?.path)) == ["plans/a100.md"])
  }
}
