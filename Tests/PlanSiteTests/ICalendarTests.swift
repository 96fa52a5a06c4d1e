import PlanModel
import PlanSource
import Testing

@testable import PlanSite

/// Calendars by RFC 5545.
@Suite struct ICalendarTests {
  private func file(_ text: String, _ settings: String = "", _ name: String = "calendar.ics") throws
    -> String
  {
    try #require(try Sample(text, settings: settings).site()[name])
  }

  /// Lines with what was folded put together again.
  private func lines(_ file: String) -> [String] {
    file.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  private static let text = """
    ---
    account: 'North; wind, A\\B'
    tier: 3
    owner: maya.chen
    ---
    ## Mutual action plan

    - [ ] Same (@maya.chen, Ann Lee, due 2026-11-19)
    - [ ] Same (@maya.chen, Ann Lee, due 2026-12-31)

    ## Buying committee

    | Name | Role |
    | --- | --- |
    | Ann Lee | champion |
    """
  private static let settings = """
    people: { maya.chen: { name: Maya Chen, email: maya@ours.example } }
    site: { title: Ours, base-url: "https://plans.example/x" }
    tiers: { 3: { review-every: none } }
    """

  @Test func anEventOfAWholeDay() throws {
    let lines = lines(try file(Self.text, Self.settings))
    #expect(
      lines == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//planc//planc 1.2.3//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "X-WR-CALNAME:Ours", "BEGIN:VEVENT",
        "UID:northwind-task-same@ours.planc", "DTSTAMP:20261120T000000Z",
        "DTSTART;VALUE=DATE:20261119", "DTEND;VALUE=DATE:20261120",
        #"SUMMARY:North\; wind\, A\\B: Same"#,
        #"DESCRIPTION:Maya Chen\, Ann Lee\nplans/northwind.md\, line 8"#,
        "URL:https://plans.example/x/accounts/northwind.html", "CATEGORIES:Task",
        "TRANSP:TRANSPARENT", "END:VEVENT", "BEGIN:VEVENT",
        "UID:northwind-task-same-2@ours.planc", "DTSTAMP:20261120T000000Z",
        "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
        #"SUMMARY:North\; wind\, A\\B: Same"#,
        #"DESCRIPTION:Maya Chen\, Ann Lee\nplans/northwind.md\, line 9"#,
        "URL:https://plans.example/x/accounts/northwind.html", "CATEGORIES:Task",
        "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
      ])
  }

  @Test func idsStayWhenDaysAndLinesChange() throws {
    func ids(_ text: String) throws -> [String] {
      lines(try file(text, Self.settings)).filter { $0.hasPrefix("UID:") }
    }
    let moved = Self.text.replacing("2026-11-19", with: "2026-11-30")
      .replacing("## Mutual", with: "## Notes\n\nText\n\n## Mutual")
    #expect(try ids(Self.text) == ids(moved))
  }

  @Test func aPersonHasAFileOfTheirOwnBesideTheirPage() throws {
    let pages = try Sample(Self.text, settings: Self.settings).site()
    let own = try #require(pages["people/maya-chen.ics"])
    #expect(own.contains("X-WR-CALNAME:Maya Chen\r\n"))
    #expect(
      try #require(pages["people/maya-chen.html"]).contains("href=\"../people/maya-chen.ics\""))
    #expect(!own.contains("@ours.example"))
  }

  @Test func withoutAnEventThereIsNoFile() throws {
    let pages = try Sample("---\naccount: A\ntier: 3\nstatus: paused\n---\n").site()
    #expect(!pages.keys.contains { $0.hasSuffix(".ics") })
    #expect(try #require(pages["calendar.html"]).contains("puts the first entry here"))
  }

  @Test(arguments: [
    ("a;b,c\\d", #"a\;b\,c\\d"#), ("a\nb", #"a\nb"#), ("a\r\nb", #"a\nb"#),
    ("a\u{7}\u{0}b\u{7F}", "ab"),
    ("tab\there", "tab here"), ("BEGIN:VEVENT", "BEGIN:VEVENT"), ("é:\"日\"", "é:\"日\""),
  ])
  func textIsEscaped(text: String, written: String) {
    #expect(ICalendar.escaped(text) == written)
  }

  @Test(arguments: [74, 75, 76, 149, 150, 200])
  func linesAreFoldedAt75Octets(count: Int) {
    for letter in ["a", "é", "日", "🙂"] {
      let text = String(repeating: letter, count: count)
      var bytes: [UInt8] = []
      ICalendar.fold(text, to: &bytes)
      let file = String(decoding: bytes, as: UTF8.self)
      #expect(Array(file.replacing("\r\n ", with: "").utf8) == Array((text + "\r\n").utf8))
      let pieces = file.dropLast(2).split(separator: "\r\n", omittingEmptySubsequences: false)
      for piece in pieces { #expect(piece.utf8.count <= 75) }
      for piece in pieces.dropLast() { #expect(piece.utf8.count > 75 - letter.utf8.count - 1) }
    }
  }
}
