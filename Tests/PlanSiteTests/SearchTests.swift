import Foundation
import PlanSource
import Testing

@testable import PlanSite

/// What the search looks in.
@Suite struct SearchTests {
  /// The kinds, each with its rows; a row is title, note, page, and perhaps contacts with lines.
  private func index(_ sample: Sample) throws -> [String: [[Any]]] {
    let text = try #require(try sample.site()["search.js"])
    let body = try #require(text.firstMatch(of: /^plancIndex\(([\s\S]*)\);\n$/)).1
    let kinds = try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [[Any]])
    var index: [String: [[Any]]] = [:]
    for kind in kinds {
      index[try #require(kind[0] as? String)] = try #require(kind[1] as? [[Any]])
    }
    return index
  }

  @Test func accountsHaveTheirContactsWithTheirLines() throws {
    let rows = try #require(try index(Sample(Sample.rich))["Account"])
    #expect(rows.count == 1)
    #expect(rows[0][0] as? String == "Northwind")
    #expect(rows[0][1] as? String == "Tier 1, maya.chen")
    #expect(rows[0][2] as? String == "accounts/northwind.html")
    let contacts = try #require(rows[0][3] as? [Any])
    #expect(contacts.count == 10)
    let lines = Sample.rich.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("| Helene Marsh |") }) + 1
    #expect(contacts[0] as? String == "Helene Marsh" && contacts[1] as? Int == line)
  }

  @Test func noEntryLeadsToAPageThatIsNotThere() throws {
    let sample = Sample(
      [
        ("northwind", Sample.rich), ("idea", "---\naccount: Idea\ntier: 2\nstatus: draft\n---\n"),
        ("slept", "---\naccount: Slept\ntier: 2\nstatus: paused\n---\n"),
      ], rules: [Sample.rule])
    let pages = try sample.site()
    let index = try index(sample)
    for row in index.values.joined() {
      #expect(pages[try #require(row[2] as? String)] != nil, "\(row)")
    }
    #expect(try #require(index["Account"]).count == 2)
    #expect(try #require(index["Account"])[1][1] as? String == "Tier 2, paused")
    #expect(try #require(index["Page"]).contains { $0[2] as? String == "accounts.html" })
  }

  @Test(arguments: [
    (0, "A role that nobody holds."), (2, "2 findings today. A role that nobody holds."),
  ])
  func rulesSayWhatTheyFindToday(count: Int, note: String) throws {
    let findings = (0..<count).map {
      Finding(Sample.rule, path: "plans/northwind.md", at: nil, "fault \($0)")
    }
    let sample = Sample(
      [("northwind", Sample.rich)], findings: findings, rules: [Sample.rule])
    #expect(try #require(try index(sample)["Rule"])[0][1] as? String == note)
  }

  @Test func anEmptyProgramHasAnIndex() throws {
    #expect(try #require(try index(Sample([]))["Account"]).isEmpty)
  }

  @Test func aNameOfSeveralLinesIsOneEntry() throws {
    let sample = Sample("---\naccount: \"A\\n\\tB\"\ntier: 1\n---\n")
    #expect(try #require(try index(sample)["Account"])[0][0] as? String == "A B")
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("é日", "\"é日\""), ("\u{1}\n\t\u{1F}", #""\u0001\n\t\u001f""#),
    ("</script>", #""\u003c/script>""#), ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#),
    ("\u{2027}\u{202A}\"\u{301}", "\"\u{2027}\u{202A}\\\"\u{301}\""), ("", "\"\""),
  ])
  func jsonText(text: String, written: String) throws {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    #expect(bytes == Array(written.utf8))
    let read = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    #expect((read as? String).map { Array($0.utf8) } == Array(text.utf8))
  }
}
