import PlanModel
import PlanSource
import Testing

@testable import PlanParser

/// What is mended, and what is left to a person.
struct MendingTests {
  private static let euros: Program = {
    var program = Program()
    program.currency = "EUR"
    return program
  }()

  @Test(
    arguments: [
      ("20.11.2026", "2026-11-20", true), ("2026/11/20", "2026-11-20", true),
      ("Nov 20, 2026", "2026-11-20", true), ("20 November 2026", "2026-11-20", true),
      ("2026-1-5", "2026-01-05", true), ("11/11/2026", "2026-11-11", true),
      ("13/11/26", "2026-11-13", false), ("20.12.2026.", "2026-12-20", true),
      ("Nov 20, 2026,", "2026-11-20", true),
      // What stands beside it says something of the day.
      ("2027-12-01?", "2027-12-01", false), ("~2027-12-01", "2027-12-01", false),
      ("<2027-12-01", "2027-12-01", false), ("(2027-12-01)", "2027-12-01", false),
      ("2027-12-01 (!)", "2027-12-01", false), ("≤ 20.12.2027", "2027-12-20", false),
      ("Sept 3 2026", "2026-09-03", true),
      ("2. März 2026", "2026-03-02", true), ("2. Mai 2026", "2026-05-02", true),
      ("10. Dez. 2026", "2026-12-10", true), ("1er août 2026", "2026-08-01", true),
      ("2 de marzo de 2026", "2026-03-02", true), ("7 luglio 2026", "2026-07-07", true),
      ("3 mei 2026", "2026-05-03", true), ("2026-11-02T10:00", "2026-11-02", false),
      ("2026-11-02 10:00", "2026-11-02", false), ("2026-11-02 (Mon)", "2026-11-02", false),
      ("Mon, 2 Nov 2026", "2026-11-02", true), ("20261102", "2026-11-02", true),
      // It has no month where the month should be.
      ("20261302", "2026-02-13", false), ("2026-13-05", "2026-05-13", false),
      // It can mean two days, none, or is no month.
      ("3 jui 2026", nil, false), ("Nov 5", nil, false), ("02.11.", nil, false),
      ("2026-11-02 or 2026-11-09", nil, false),
      ("12/11/2026", nil, false), ("31.02.2026", nil, false), ("Marble 3 2026", nil, false),
      ("next week", nil, false), ("2026-11", nil, false),
    ] as [(String, String?, Bool)])
  func daysThatCanMeanOne(_ written: String, _ meant: String?, _ isSafe: Bool) {
    let form = DayGuess.form(for: written)
    #expect(form?.text == meant)
    if let form { #expect(form.isSafe == isSafe) }
  }

  @Test(
    arguments: [
      ("1,5M", "1.5M", true), ("1,5 M€", "1.5 M€", true), ("€1,25m", "€1.25m", true),
      ("1.200.000", "1200000", true), ("1.200.000,50 €", "1200000.50 €", true),
      ("120.000,50", "120000.50", true), ("1'200'000", "1200000", true),
      ("1.2 million", "1.2M", true), ("1.2mio", "1.2M", true), ("€300 tsd", "€300k", true),
      ("2bn", "2B", true), ("320k eur", "320k EUR", true), ("1,2 Mio EUR", "1.2M EUR", true),
      // It may lack its zeros.
      ("1,5", "1.5", false), ("12,50 €", "12.50 €", false),
      // It is in order, can mean two amounts, or none; nobody knows the currency's rate.
      ("1.2M", nil, false), ("120.000", nil, false), ("320k usd", nil, false),
      ("about 300k", nil, false), ("300k-400k", nil, false), ("-5k", nil, false),
      ("1.20.000", nil, false), ("1,5,6M", nil, false), ("", nil, false),
    ] as [(String, String?, Bool)])
  func amountsThatCanMeanOne(_ written: String, _ meant: String?, _ isSafe: Bool) {
    let form = MoneyGuess.form(for: written, in: Self.euros)
    #expect(form?.text == meant)
    if let form { #expect(form.isSafe == isSafe) }
  }

  /// Every amount that is in order is left alone.
  @Test(arguments: ["320000", "320k", "€1.2M", "1.2M EUR", "320,000", "1 200 000", "EUR 12.50"])
  func amountsInOrderStay(_ written: String) throws {
    _ = try MoneyReader.read(written, in: Self.euros).get()
    let form = MoneyGuess.form(for: written, in: Self.euros)
    // Nobody asks about them; if somebody did, they would stay the same amount.
    if let form {
      #expect(
        try MoneyReader.read(form.text, in: Self.euros).get()
          == MoneyReader.read(written, in: Self.euros).get())
    }
  }

  private func fixes(in text: String, settings: String = "") -> [Fix] {
    let source = SourceFile(path: "plans/a.md", bytes: Array(text.utf8))
    let program = SettingsReader.read(
      SourceFile(path: "planc.yml", bytes: Array(settings.utf8)), rules: []
    ).program
    return PlanReader.read(source, in: program).findings.compactMap(\.fix)
  }

  private func mended(_ text: String, settings: String = "", unsafe: Bool = false) -> String {
    let fixes = fixes(in: text, settings: settings).filter { $0.isSafe || unsafe }
    return String(
      decoding: FixApplier.apply(fixes, to: Array(text.utf8)).bytes, as: UTF8.self)
  }

  private func plan(_ keys: String, _ body: String = "") -> String {
    "---\naccount: A\n\(keys)\n---\n\(body)"
  }

  @Test(
    arguments: [
      ("teir: 3", "tier: 3"), ("\"teir\": 3", "\"tier\": 3"), ("Tier: 3", "tier: 3"),
      ("X-Note: 1", "x-Note: 1"), ("status: 'actve'", "status: 'active'"),
      ("potential: { acv: 320,000 }", "potential: { acv: \"320,000\" }"),
      ("tags: a, b", "tags: [a, b]"), ("tags: [a, b] # c", "tags: [a, b] # c"),
      // What is there already is not written twice.
      ("tier: 3\nteir: 2", "tier: 3\nteir: 2"), ("teir: 3\ntire: 2", "tier: 3\ntire: 2"),
      // Only known by its last part; in bytes that are not what is read; of two neighbours.
      ("last-reviewed: 2026-11-02", "last-reviewed: 2026-11-02"),
      ("status: \"act\\u0076e\"", "status: \"act\\u0076e\""),
      ("potential: { acv: 320, 000 }", "potential: { acv: 320, 000 }"),
      ("tags: a, 'b", "tags: a, 'b"),
    ])
  func keysAndValues(_ written: String, _ meant: String) {
    #expect(mended(plan(written)) == plan(meant))
    #expect(mended(plan(meant)) == plan(meant))
  }

  @Test(
    arguments: [
      ("## Buying comittee", "## Buying committee"), ("# Risks", "## Risks"),
      ("### Risks", "## Risks"), ("##Risks", "## Risks"), ("## *Rsiks* ##", "## *Risks* ##"),
      ("## Rsiks &amp;", "## Rsiks &amp;"), ("Rsiks\n---", "Rsiks\n---"),
      ("## Brief\n\n#### Point of view\n\nx", "## Brief\n\n### Point of view\n\nx"),
    ])
  func headings(_ written: String, _ meant: String) {
    for end in ["\n", "\r\n"] {
      let (written, meant) = (plan("tier: 3", written), plan("tier: 3", meant))
      #expect(
        mended(written.replacing("\n", with: end)) == meant.replacing("\n", with: end))
    }
  }

  @Test func aNameIsMendedOnlyWhenAsked() {
    let settings = "people: { maya.chen: { name: Maya Chen } }\n"
    #expect(mended(plan("owner: Maya Chen"), settings: settings) == plan("owner: maya.chen"))
    #expect(mended(plan("owner: Maya.Chen"), settings: settings) == plan("owner: maya.chen"))
    let near = plan("owner: mya.chen")
    #expect(mended(near, settings: settings) == near)
    #expect(mended(near, settings: settings, unsafe: true) == plan("owner: maya.chen"))
    let table = "## Buying committee\n\n| Name | Role |\n| --- | --- |\n| Raj O'Neill | user |\n"
    let plays = "## Plays\n\n| Date | Play | Channel | Contact |\n| --- | --- | --- | --- |\n"
    let row = "| 2026-11-02 | x | call | Raj O'Neil |\n"
    let written = plan("tier: 3", table + plays + row + row)
    #expect(mended(written) == written)
    // One finding, mended wherever the name stands.
    #expect(
      mended(written, unsafe: true) == written.replacing("O'Neil |\n", with: "O'Neill |\n"))
  }

  @Test func surplusCellsGoWhenTheyAreEmpty() {
    let table = "## Risks\n\n| Risk | Severity |\n| --- | --- |\n"
    let written = plan("tier: 3", table + "| a | high | | |\n| b | low | | x |\n")
    #expect(mended(written) == plan("tier: 3", table + "| a | high |\n| b | low | | x |\n"))
    let broken = plan("tier: 3", "## Risks\n\n| Risk | Severity |\n| --- |\n| a | high |\n")
    #expect(mended(broken) == broken.replacing("| --- |", with: "| --- | --- |"))
  }

  private func waivers(in text: String) -> [Fix?] {
    let source = SourceFile(path: "plans/a.md", bytes: Array(text.utf8))
    let plan = PlanReader.read(source, in: Program()).plan
    return plan?.waivers.map(\.removal) ?? []
  }

  private func without(_ index: Int, _ text: String) throws -> String {
    let fix = try #require(waivers(in: text)[index])
    return String(decoding: FixApplier.apply([fix], to: Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test(arguments: ["\n", "\r\n"], ["", "  "])
  func waiversGoWithTheirLines(_ end: String, _ indent: String) throws {
    func item(_ name: String) -> String {
      "\(indent)- rule: \(name)\n\(indent)  until: 2026-12-31\n\(indent)  reason: x # y\n"
        + "\(indent)  by: a # z\n"
    }
    func plan(_ keys: String) -> String { self.plan(keys + "tier: 3").replacing("\n", with: end) }
    let both = plan("waivers: # why\n" + item("a/b") + item("c/d"))
    #expect(try without(0, both) == plan("waivers: # why\n" + item("c/d")))
    #expect(try without(1, both) == plan("waivers: # why\n" + item("a/b")))
    // The last one takes its key along.
    #expect(try without(0, plan("waivers: # why\n" + item("a/b"))) == plan(""))
    // Both at once: one goes, the other waits.
    let fixes = waivers(in: both).compactMap(\.self)
    #expect(FixApplier.apply(fixes, to: Array(both.utf8)).applied == [0])
  }

  @Test(arguments: ["\n", "\r\n"])
  func commentsAroundAWaiverStay(_ end: String) throws {
    let above = "  # until their CFO starts\n"
    let behind = "  # ask the board\n# tags of the team\n"
    func item(_ name: String) -> String {
      "  - rule: \(name)\n    until: 2026-12-31\n    reason: x\n    by: a\n"
    }
    func plan(_ keys: String) -> String {
      self.plan("tier: 3\n" + keys + "tags: [a]").replacing("\n", with: end)
    }
    let one = plan("waivers:\n" + above + item("a/b") + behind)
    #expect(try without(0, one) == plan(above + behind))
    let both = plan("waivers:\n" + item("a/b") + above + item("c/d") + behind)
    #expect(try without(0, both) == plan("waivers:\n" + above + item("c/d") + behind))
    #expect(try without(1, both) == plan("waivers:\n" + item("a/b") + above + behind))
  }

  @Test func waiversInBrackets() throws {
    let one = "{ rule: a/b, until: 2026-12-31, reason: x, by: a }"
    let two = "{ rule: c/d, until: 2026-12-31, reason: x, by: a }"
    let both = plan("tier: 3\nwaivers: [\(one), \(two)]")
    #expect(try without(0, both) == plan("tier: 3\nwaivers: [\(two)]"))
    #expect(try without(1, both) == plan("tier: 3\nwaivers: [\(one)]"))
    #expect(try without(0, plan("waivers: [ \(one) ]\ntier: 3")) == plan("tier: 3"))
    // Where something else stands in its line, nothing is deleted.
    #expect(waivers(in: "---\n{ account: A, tier: 3, waivers: [\(one)] }\n---\n") == [nil])
  }
}
