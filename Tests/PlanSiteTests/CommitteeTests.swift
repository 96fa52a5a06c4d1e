import PlanModel
import Testing

@testable import PlanSite

@Suite struct CommitteeTests {
  private func contacts(_ lines: [(String, String?)]) -> [Contact] {
    let rows = lines.map { "| \($0.0) | champion | \($0.1 ?? "") |" }.joined(separator: "\n")
    let sample = Sample(
      "---\naccount: A\ntier: 1\n---\n## Buying committee\n\n| Name | Role | Reports to |\n| --- | --- | --- |\n"
        + rows + "\n")
    return sample.model.input.portfolio.plans[0].contacts
  }

  private func expectNoOverlap(_ layout: CommitteeLayout) {
    let all = layout.places + layout.extra
    for (index, place) in all.enumerated() {
      #expect(place.column >= 0 && place.column <= CommitteeLayout.columns - 1)
      for other in all[(index + 1)...] where other.level == place.level {
        #expect(abs(other.column - place.column) >= 1, "\(place) \(other)")
      }
    }
    for (index, parent) in layout.parents.enumerated() {
      if let parent { #expect(layout.places[index].level > layout.places[parent].level) }
    }
  }

  @Test(
    arguments: [
      [nil, 0, 0], [nil, nil, nil], [nil, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [nil, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [nil, 0, 0, 1, 1, 2, 2, 2, nil, 8, 8, nil],
      [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil],
      [nil, 0, 0, 0, 1, 1, 2, 2, 3, 3, nil, 10], [],
    ] as [[Int?]])
  func cardsDoNotOverlap(parents: [Int?]) throws {
    for extra in 0...3 {
      expectNoOverlap(try #require(CommitteeLayout(parents: parents, extra: extra)))
    }
  }

  @Test func anyTreeOfTwelveFitsOrFallsBack() {
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    for _ in 0..<500 {
      let count = 1 + random(12)
      let parents = (0..<count).map { index -> Int? in
        index == 0 || random(4) == 0 ? nil : random(index)
      }
      if let layout = CommitteeLayout(parents: parents, extra: random(4)) {
        expectNoOverlap(layout)
      }
    }
  }

  @Test func parentsStandOverTheirChildren() throws {
    let layout = try #require(CommitteeLayout(parents: [nil, 0, 0], extra: 0))
    #expect(layout.places[0].column == 0.5 && layout.places[0].level == 0)
    #expect(layout.places[1].column == 0 && layout.places[2].column == 1)
  }

  @Test func circlesAndUnknownNamesAreCut() {
    #expect(
      CommitteeLayout.parents(
        of: contacts([("A", "B"), ("B", "C"), ("C", "A"), ("D", "nobody"), ("E", "E")]))
        == [1, 2, nil, nil, nil])
  }

  @Test func thirtyContactsStandInRows() throws {
    let rows = (0..<30).map {
      "| Person \($0) | \($0 == 0 ? "economic-buyer" : "end-user") | F\($0 % 7) | \($0 == 3 ? "left" : "") |"
    }
    let sample = Sample(
      "---\naccount: A\ntier: 1\nstage: engaged\n---\n## Buying committee\n\n| Name | Role | Function | Status |\n"
        + "| --- | --- | --- | --- |\n" + rows.joined(separator: "\n") + "\n")
    let page = try #require(try sample.site()["accounts/northwind.html"])
    #expect(page.contains("in rows by function"))
    #expect(page.contains("0 of 5 engaged") && page.contains("0 of 4 engaged"))
    #expect(page.contains("Who is the champion?") && page.contains("has left"))
  }

  @Test func missingRolesAskWho() throws {
    let page = try #require(
      try Sample("---\naccount: A\ntier: 1\nstage: engaged\n---\n").site()[
        "accounts/northwind.html"])
    #expect(page.contains("Who is the economic buyer?") && page.contains("Nobody is known yet"))
  }
}
