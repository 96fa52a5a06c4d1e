import Foundation
import PlanModel
import PlanSource
import Testing

@testable import PlanSite

/// The files that the site hands out.
@Suite struct DataTests {
  private static let plans = [
    ("northwind", Sample.rich),
    (
      "idle",
      """
      ---
      account: '=Idle, "so" called'
      tier: 2
      status: paused
      segment: Food
      ---
      ## Risks

      | Risk | Severity |
      | --- | --- |
      | Nothing | low |
      """
    ),
    ("idea", "---\naccount: Idea\ntier: 2\nstatus: draft\n---\n"),
  ]
  private static let settings =
    "currency: EUR\npeople:\n  maya.chen: { name: Maya Chen, role: ae }\n"
  private let sample = Sample(Self.plans, settings: Self.settings)

  /// Rows of CSV by RFC 4180.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      let last = (rows.count - 1, rows[rows.count - 1].count - 1)
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        rows[last.0][last.1].append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[last.0].append("")
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        rows.append([""])
      default: rows[last.0][last.1].unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }

  private func table(_ file: DataFile, _ sample: Sample? = nil) -> [[String: String]] {
    let model = (sample ?? self.sample).model
    let rows = Self.rows(String(decoding: file.bytes(model, .csv), as: UTF8.self))
    return rows.dropFirst().map { row in
      Dictionary(zip(rows[0], row), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test(arguments: DataFile.all.map(\.name))
  func everyRowHasEveryColumnInBothFormats(name: String) throws {
    let file = try #require(DataFile.all.first { $0.name == name })
    let rows = Self.rows(String(decoding: file.bytes(sample.model, .csv), as: UTF8.self))
    #expect(rows[0] == file.columns.map(\.name))
    #expect(Set(rows[0]).count == rows[0].count)
    for row in rows { #expect(row.count == rows[0].count, "\(row)") }

    let json = try JSONSerialization.jsonObject(with: Data(file.bytes(sample.model, .json)))
    let whole = try #require(json as? [String: Any])
    #expect(whole["version"] as? Int == 1 && whole["asOf"] as? String == Sample.day)
    #expect((whole["columns"] as? [[String: String]])?.map { $0["name"] } == rows[0])
    let objects = try #require(whole["rows"] as? [[String: Any]])
    #expect(objects.count == rows.count - 1)
    for object in objects { #expect(Set(object.keys) == Set(rows[0])) }
  }

  @Test func everyRowNamesItsLine() throws {
    let deal = try #require(table(.opportunities).first)
    let lines = Sample.rich.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("| Plants |") }) + 1
    #expect(deal["account"] == "northwind" && deal["path"] == "plans/northwind.md")
    #expect(deal["line"] == "\(line)" && deal["name"] == "Northwind" && deal["tier"] == "1")
    #expect(
      deal["amount"] == "860000" && deal["currency"] == "EUR" && deal["close"] == "2027-01-29")
    #expect(deal["outcome"] == "open" && deal["close_passed"] == "false")
  }

  @Test func pausedAccountsStandInTheirTableAloneAndDraftsInNone() {
    #expect(table(.accounts).map { $0["account"] } == ["idle", "northwind"])
    #expect(table(.accounts).map { $0["status"] } == ["paused", "active"])
    #expect(table(.risks).isEmpty)
    #expect(table(.segments).isEmpty)
  }

  @Test func figuresAreThoseOfThePages() throws {
    let account = try #require(table(.accounts).last)
    #expect(account["pipeline"] == "860000" && account["whitespace"] == "500000")
    #expect(account["contacts"] == "5" && account["engaged"] == "2")
    #expect(account["owner"] == "maya.chen" && account["owner_name"] == "Maya Chen")
    #expect(account["score"] == "" && account["review_late"] == "false")
    let open = table(.whitespace).filter { $0["in_deal"] == "false" && $0["status"] != "owned" }
    #expect(open.compactMap { $0["potential"].flatMap(Int.init) }.reduce(0, +) == 500_000)
    let metrics = table(.metrics)
    func metric(_ scope: String, _ name: String) -> String? {
      metrics.first { $0["scope"] == scope && $0["metric"] == name }?["value"]
    }
    #expect(metric("program", "accounts") == "1" && metric("owner", "pipeline") == "860000")
    #expect(metric("program", "penetration") == "1" && metric("tier", "accounts") == "1")
    #expect(
      Set(metrics.map { "\($0["scope"] ?? "")/\($0["group"] ?? "")/\($0["metric"] ?? "")" }).count
        == metrics.count)
    let person = try #require(table(.people).first { $0["person"] == "maya.chen" })
    #expect(person["accounts"] == "1" && person["path"] == "planc.yml" && person["line"] == "3")
  }

  /// The data say of a deal what the pages say.
  @Test func aCellIsInADealWhileThatIsOpen() {
    let sample = Sample(
      """
      ---
      account: Northwind
      tier: 3
      owner: maya.chen
      ---
      ## Opportunities

      | Opportunity | Stage |
      | --- | --- |
      | Gone | lost |
      | Ours | won |
      | Live | Offer |

      ## Whitespace

      | Offering | Buying center | Status | Next step | Opportunity |
      | --- | --- | --- | --- | --- |
      | Core | EMEA | pursuing | Ask | Gone |
      | Core | APAC | owned | | Ours |
      | Core | Americas | pursuing | Offer | Live |
      """)
    #expect(table(.whitespace, sample).map { $0["in_deal"] } == ["false", "false", "true"])
    let steps = table(.tasks, sample).filter { $0["kind"] == "whitespace" }
    #expect(steps.map { $0["opportunity"] } == ["", "Live"])
  }

  @Test func tasksHaveTheirStepsAndPromises() {
    let text = """
      ---
      account: A
      tier: 3
      ---
      ## Mutual action plan
      - [ ] Whole (@a, B, due 2026-11-10)
        - [x] Part

      ## Reviews
      - 2026-10-01: Go on
        - [ ] Promise (@a, due 2026-12-01)
      """
    let rows = table(.tasks, Sample(text))
    #expect(rows.map { $0["task"] } == ["Whole", "Part", "Promise"])
    #expect(rows.map { $0["late"] } == ["true", "false", "false"])
    #expect(rows[1]["step_of"] == "Whole" && rows[1]["done"] == "true")
    #expect(rows[2]["kind"] == "review" && rows[2]["promised"] == "2026-10-01")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("=a,b", "\"'=a,b\""),
    ("@SUM(1)", "'@SUM(1)"),
    ("+32 470", "'+32 470"), ("-cmd", "'-cmd"), ("\ttab", "'\ttab"), ("\rx", "\"'\rx\""),
    ("-3", "-3"), ("+4.5", "+4.5"), ("-", "-"), ("-3-1", "'-3-1"), ("-1.2.3", "'-1.2.3"),
    ("＝1", "'＝1"), ("–", "–"), ("-\u{301}", "'-\u{301}"), ("", ""),
  ])
  func cellsOfCSV(text: String, written: String) {
    var bytes: [UInt8] = []
    CSVText.append(text, to: &bytes)
    #expect(bytes == Array(written.utf8))
  }

  @Test func valuesInBothFormats() {
    let values: [(DataValue, String, String)] = [
      (.none, "", "null"), (.list(["a", "=b"]), "a; =b", #"["a","=b"]"#), (.list([]), "", "[]"),
      (.number(-3), "-3", "-3"), (.decimal(48.05), "48.1", "48.1"),
      (.decimal(-0.5), "-0.5", "-0.5"),
      (.flag(true), "true", "true"), (.money(Money(hundredths: 12_05)), "12.05", "12.05"),
      (.money(.thousands(860)), "860000", "860000"),
      (.day(Day(number: 0)), "1970-01-01", "\"1970-01-01\""),
      (.text("a\"b"), "\"a\"\"b\"", #""a\"b""#),
    ]
    for (value, csv, json) in values {
      for (format, written) in [(DataFormat.csv, csv), (.json, json)] {
        var writer = DataWriter(format, .risks, asOf: Day(number: 0))
        let before = writer.bytes.count
        writer.row()
        writer.cell(value)
        let text = String(decoding: writer.bytes[before...], as: UTF8.self)
        #expect(text == (format == .csv ? written : "\n{\"account\":" + written))
      }
    }
  }

  @Test func thePageExplainsEveryColumn() throws {
    let pages = try sample.site()
    let page = try #require(pages["data/index.html"])
    for file in DataFile.all {
      for format in DataFormat.allCases { #expect(pages[file.path(format)] != nil) }
      #expect(page.contains("href=\"../data/\(file.name).csv\""))
      for column in file.columns { #expect(page.contains("<code>\(column.name)</code>")) }
    }
    #expect(
      try #require(pages["accounts/northwind.html"]).contains("href=\"../data/whitespace.csv\""))
    #expect(try #require(pages["index.html"]).contains("href=\"data/accounts.json\""))
  }
}
