import PlanModel
import Testing

@testable import PlanSite

/// Who met whom: counted, drawn, and what goes when somebody leaves.
@Suite struct BridgeTests {
  /// - Parameters:
  ///   - people: Name, role, reports to, status.
  ///   - plays: Date, channel, contacts, by, outcome.
  static func plan(
    _ people: [String], _ plays: [String], keys: String = "owner: maya\nsponsor: vera"
  ) -> String {
    let plays = plays.map { play in
      let cells = play.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return "| \(cells[0]) | Play | \(cells[1]) | \(cells[2]) | \(cells[3]) | \(cells[4]) |"
    }
    return """
      ---
      account: Northwind
      tier: 1
      stage: engaged
      \(keys)
      ---
      ## Buying committee

      | Name | Role | Reports to | Status |
      | --- | --- | --- | --- |
      \(people.map { "| \($0) |" }.joined(separator: "\n"))

      ## Plays

      | Date | Play | Channel | Contact | By | Outcome |
      | --- | --- | --- | --- | --- | --- |
      \(plays.joined(separator: "\n"))
      """
  }

  private static let settings = """
    people:
      maya: { name: Maya Chen, role: ae }
      vera: { name: Vera Holm, role: executive }
      tom: { name: Tom Fox, role: sdr }
      kim: { name: Kim Sun, role: solutions }
    """

  private func facts(
    _ people: [String], _ plays: [String], keys: String = "owner: maya\nsponsor: vera"
  ) -> AccountFacts {
    Sample(Self.plan(people, plays, keys: keys), settings: Self.settings).facts
  }

  @Test func pairsAndPeopleAreCounted() {
    let bridge = facts(
      ["Ann|champion||", "Raj|legal||", "Old|legal||left"],
      [
        "2026-11-18|meeting|Ann, Raj|maya, tom|talked",
        "2026-11-17|email|Ann, ann|maya, maya|no reply",
        "2026-11-16|call|Ann||talked", "2026-11-15|call|Old, Nobody|maya|talked",
        "2026-01-15|call|Ann|kim|talked", "2026-12-15|call|Ann|kim|",
      ], keys: "owner: maya\nsponsor: vera\npod: { solutions: kim, sdr: tom }"
    ).bridge
    #expect(bridge.ours.map(\.id) == ["vera", "maya", "tom", nil])
    #expect(bridge.ours.map(\.role) == ["sponsor", "owner", "sdr", ""])
    #expect(bridge.ours.map(\.tried) == [0, 2, 1, 1])
    #expect(bridge.ours.map(\.answered) == [0, 1, 1, 1])
    let pairs = bridge.pairs.map { [$0.person, $0.contact, $0.answered, $0.tried] }
    #expect(pairs == [[1, 0, 1, 2], [1, 1, 1, 1], [2, 0, 1, 1], [2, 1, 1, 1], [3, 0, 1, 1]])
    #expect(bridge.elsewhere == 1)
  }

  private func sheet(_ facts: AccountFacts) throws -> Labels.Sheet {
    let page = AccountSections(facts).bridge?.html.source ?? ""
    return try #require(Labels(page).sheets.first)
  }

  @Test func theirsStandWhereCurvesCrossLittle() throws {
    let sheet = try sheet(
      facts(
        ["Ann|champion||", "Raj|legal||", "Lee|legal||"],
        ["2026-11-18|meeting|Ann|maya|talked", "2026-11-17|email|Lee|vera|talked"]))
    let names = sheet.labels.sorted { $0.left < $1.left }.map(\.text)
      .filter(["Ann", "Raj", "Lee"].contains)
    #expect(names == ["Lee", "Ann", "Raj"])
    #expect(sheet.labels.contains { $0.text == "never tried" })
  }

  @Test func manyAreCutAndStayInTheTable() throws {
    let people = (0..<30).map { "P\($0)|\($0 == 29 ? "economic-buyer" : "end-user")||" }
    let plays = (0..<25).map { "2026-11-1\($0 % 9)|meeting|P\($0)|person.\($0 % 14)|talked" }
    let facts = Sample(Self.plan(people, plays)).facts
    let html = try #require(AccountSections(facts).bridge?.html.source)
    let sheet = try #require(Labels(html).sheets.first)
    let drawn = sheet.labels.map(\.text)
    #expect(drawn.count { $0.hasPrefix("P") && $0.count < 4 } == BridgeMap.theirLimit)
    #expect(drawn.contains("P29") && html.contains("18 more of theirs are in the table"))
    #expect(drawn.count { $0.hasSuffix(" answered") && $0.contains(" of ") } == BridgeMap.ourLimit)
    #expect(drawn.contains("vera") && drawn.contains("maya"))
    for number in 0..<30 { #expect(html.contains(">P\(number)</a></th>")) }
  }

  /// Curves that meet at one of them stand side by side, in the frame.
  @Test(arguments: [12, 30, 100])
  func curvesDoNotLieOnEachOther(_ count: Int) throws {
    let sample = Sample(Crowd.plan(count, .plain), settings: Crowd.settings(.plain))
    let html = try #require(AccountSections(sample.facts).bridge?.html.source)
    let wide = try #require(html.split(separator: "</svg>").first)
    var ends: [Double: [(from: Double, to: Double)]] = [:]
    for match in wide.matches(
      of: #/M(\S+) (\S+)C\S+ \S+ \S+ \S+ (\S+) \S+" class="[^"]*"(?: stroke-width="(\S+)")?>/#)
    {
      let half = (match.output.4.flatMap { Double($0) } ?? 1.5) / 2
      for (x, row) in [(match.output.1, match.output.2), (match.output.3, "0")] {
        let (x, row) = (try #require(Double(x)), try #require(Double(row)))
        #expect(x - half >= 0 && x + half <= 1200)
        ends[row, default: []].append((x - half, x + half))
      }
    }
    #expect(ends.count == 2)
    for row in ends.values {
      let sorted = row.sorted { $0.from < $1.from }
      for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(right.from >= left.to - 0.2) }
    }
  }

  // MARK: If they leave

  @Test func lossesAreRolesPeopleAndPoints() throws {
    let facts = facts(
      [
        "Ann|champion|Boss|", "Raj|technical-evaluator, end-user|Ann|", "Boss|influencer||",
        "Eve|economic-buyer||", "Tim|technical-evaluator|Raj|", "Old|legal|Ann|left",
      ],
      [
        "2026-11-18|meeting|Ann|maya|talked", "2026-11-17|meeting|Ann|maya|talked",
        "2026-11-17|call|Raj|tom|talked",
      ])
    let leave = IfTheyLeave(facts)
    // Ann's 18.9 and Raj's 4.7 points, times 1.15.
    #expect(facts.measures.engagement.score == 27)
    #expect(leave.losses.map(\.contact) == [0, 1, 3])
    #expect(leave.losses.map(\.score) == [5, 19, 27])
    #expect(leave.losses.map(\.onlyThroughThem) == [[2], [4], []])
    let citations = Citations(facts.model, facts.plan, root: "../", isOnPlan: true)
    let rows = try #require(leave.table(citations)).rows.map { row in
      row.map { $0.source.replacing(#/<[^>]*>/#, with: "") }
    }
    #expect(rows[0] == ["Ann", "champion, the only one", "Boss", "27 → 5"])
    #expect(
      rows[1] == [
        "Raj", "technical evaluator, one of two; end user, the only one", "Tim", "27 → 19",
      ])
    #expect(rows[2] == ["Eve", "economic buyer, the only one", "nobody", "27 → 27"])
  }

  @Test func thereMayBeNobodyToLose() {
    let facts = facts(["Ann|end-user||"], ["2026-11-18|meeting|Ann|maya|no reply"])
    let citations = Citations(facts.model, facts.plan, root: "../", isOnPlan: true)
    #expect(IfTheyLeave(facts).table(citations) == nil)
  }

  @Test func withoutTouchesThereIsNoBridge() {
    #expect(AccountSections(facts(["Ann|champion||"], [])).bridge == nil)
    #expect(
      AccountSections(facts([], ["2026-11-18|meeting|Ann|maya|talked"])).bridge == nil)
  }
}
