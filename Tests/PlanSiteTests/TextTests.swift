import PlanModel
import Testing

@testable import PlanSite

@Suite struct TextTests {
  private func figures(_ currency: String = "EUR", start: Int = 2) -> Figures {
    var program = Program()
    program.currency = currency
    program.fiscalYearStart = start
    return Figures(program, today: Day("2026-11-20") ?? Day(number: 0))
  }

  @Test(arguments: [
    (0, "€0"), (640, "€640"), (999, "€999"), (1000, "€1k"), (4500, "€4.5k"), (9949, "€9.9k"),
    (9950, "€10k"),
    (320_000, "€320k"), (999_499, "€999k"), (999_500, "€1.00M"), (2_905_000, "€2.91M"),
    (9_994_999, "€9.99M"),
    (12_340_000, "€12.3M"), (123_400_000, "€123M"), (1_200_000_000, "€1.20B"),
  ])
  func money(units: Int, text: String) {
    #expect(figures().money(Money(hundredths: units * 100)) == text)
  }

  @Test func signs() {
    let amount = Money(hundredths: 120_000_00)
    #expect(figures("USD").money(amount) == "$120k")
    #expect(figures("SEK").money(amount) == "SEK\u{A0}120k")
  }

  @Test(arguments: [
    ("2026-11-20", "20 Nov"), ("2027-01-31", "31 Jan 2027"), ("2026-01-01", "1 Jan"),
    ("2025-12-31", "31 Dec 2025"),
  ])
  func days(day: String, text: String) throws {
    #expect(figures().day(try #require(Day(day))) == text)
  }

  @Test func writtenOutDays() throws {
    let day = try #require(Day("2026-11-27"))
    #expect(Figures.full(day) == "Friday 27 November 2026")
    #expect(figures().weekday(day) == "Fri 27 Nov")
    #expect(figures().ago(try #require(Day("2026-11-19"))) == "yesterday")
    #expect(figures().ago(try #require(Day("2026-11-01"))) == "19 days ago")
  }

  @Test func wording() {
    #expect(Wording.count(1, "account") == "1 account")
    #expect(Wording.count(1234, "account") == "1,234 accounts")
    #expect(Wording.spelled(0, "account") == "no account")
    #expect(Wording.spelled(3, "try", "tries") == "three tries")
    #expect(Wording.grouped(1_000_000) == "1,000,000")
    #expect(Wording.list(["a"]) == "a")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
    #expect(Wording.list(["a", "b", "c"], limit: 2) == "a, b and 1 other")
    #expect(Wording.article("end user") == "an end user")
    #expect(Wording.capital("émile") == "émile" && Wording.capital("one") == "One")
  }

  @Test func slugs() {
    #expect(
      Slugs.names(
        for: ["a b", "a-b", "A/B", "\"><script>", "ΩΩ", "日本", "a-b", "north", "-x-"],
        fallback: "account")
        == ["a-b-2", "a-b", "a-b-3", "script", "account", "account-2", "a-b-4", "north", "x"])
  }

  @Test func slugsAreShortAndSafe() {
    let name = Slugs.names(for: [String(repeating: "long name ", count: 99)], fallback: "x")[0]
    #expect(name.utf8.count <= 80 && Slugs.isKebab(name))
    #expect(!Slugs.isKebab("../x") && !Slugs.isKebab("") && !Slugs.isKebab("a--b"))
  }

  @Test func manyCollisionsAreCheap() {
    let names = Slugs.names(for: Array(repeating: "Ω", count: 20_000), fallback: "account")
    #expect(Set(names).count == 20_000)
  }
}
