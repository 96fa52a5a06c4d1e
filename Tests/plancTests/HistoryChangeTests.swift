import Testing

/// What a pull request is asked about, where rules look back.
struct HistoryChangeTests {
  private func rules(_ repository: Repository, _ words: String...) throws -> [String] {
    try repository.run(words).text.split(separator: "\n").map { line in
      String(line.split(separator: "[").dropFirst().first?.prefix { $0 != "]" } ?? "")
    }
  }

  @Test func whatAgedBeforeTheBranchIsNotNew() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", HistoryTests.plan(), on: "2026-05-01")
    try repository.git("checkout", "-q", "-b", "work")
    try repository.commit("plans/northwind.md", HistoryTests.plan(cell: "1k"), on: "2026-11-01")
    let rule = "freshness/section-stale"
    #expect(try rules(repository, "--select", rule) == [rule])
    #expect(try rules(repository, "--new", "--select", rule) == [])
    #expect(try rules(repository, "--changed", "--select", rule) == [rule])
  }

  @Test func theThirdStampIsNew() throws {
    let repository = try Repository()
    for day in ["2026-05-01", "2026-06-01", "2026-07-01"] {
      try repository.commit("plans/northwind.md", HistoryTests.plan(reviewed: day), on: day)
    }
    try repository.git("checkout", "-q", "-b", "work")
    let rule = "freshness/rubber-stamped"
    try repository.commit(
      "plans/northwind.md", HistoryTests.plan(reviewed: "2026-08-01"), on: "2026-08-01")
    #expect(try rules(repository, "--select", rule) == [rule])
    #expect(try rules(repository, "--new", "--select", rule) == [rule])
    #expect(try rules(repository, "--new=HEAD", "--select", rule) == [])
  }

  @Test func theListIsNotChangedAlone() throws {
    let rule = "list/changed-alone"
    let people =
      "people: { maya.chen: { name: Maya, role: ae }, tom.fox: { name: Tom, role: marketing } }\n"
    let repository = try Repository([("planc.yml", people)])
    let plan = "---\naccount: Northwind\ntier: 2\n---\n"
    try repository.commit("plans/northwind.md", plan, on: "2026-05-01")
    try repository.git("checkout", "-q", "-b", "work")
    try repository.folder.write("plans/northwind.md", plan.replacing("tier: 2", with: "tier: 1"))
    try repository.folder.write("plans/contoso.md", plan.replacing("Northwind", with: "Contoso"))
    try repository.folder.write(
      "plans/draft.md",
      plan.replacing("Northwind", with: "D").replacing("tier: 2", with: "tier: 2\nstatus: draft"))
    #expect(try rules(repository, "--select", rule) == [])
    #expect(try rules(repository, "--new", "--select", rule) == [rule, rule])
    #expect(try rules(repository, "--changed", "--select", rule) == [rule, rule])
    let agreed = "listed: 2026-11-19\nlisted-by: [maya.chen, tom.fox]\n---\n"
    try repository.folder.write(
      "plans/northwind.md", "---\naccount: Northwind\ntier: 1\n" + agreed)
    try repository.folder.write("plans/contoso.md", "---\naccount: Contoso\ntier: 2\n" + agreed)
    #expect(try rules(repository, "--new", "--select", rule) == [])
    try repository.commit(on: "2026-11-19")
    try repository.git("mv", "plans/contoso.md", "plans/contoso-group.md")
    #expect(try rules(repository, "--new=HEAD", "--select", rule) == [])
  }

  /// A score is past its line only if it was thirty days ago, with what the plan said then.
  @Test func aPlanIsPromotedForWhatItSaidThen() throws {
    let icp =
      "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
    let repository = try Repository([("planc.yml", icp)])
    let poor = "---\naccount: Northwind\ntier: 2\nfit: { industry: retail }\n---\n"
    let rich =
      "---\naccount: Northwind\ntier: 2\nfit: { industry: manufacturing, region: EMEA }\n"
      + "potential: { acv: 250k }\n---\n"
    try repository.commit("plans/northwind.md", poor, on: "2026-05-01")
    try repository.commit("plans/northwind.md", rich, on: "2026-10-22")
    #expect(try rules(repository, "--select", "list/promote") == [])
    #expect(
      try rules(repository, "--select", "list/promote", "--as-of", "2026-11-21") == ["list/promote"]
    )
  }
  /// What nobody committed thirty days ago was past no line for thirty days, whatever the plan says of its days.
  @Test func aPlanThatIsNewToGitIsNotPromoted() throws {
    let icp =
      "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
    let repository = try Repository([("planc.yml", icp)])
    try repository.commit(on: "2026-01-01")
    let plan =
      "---\naccount: Northwind\ntier: 2\nlisted: 2026-02-01\nfit: { industry: manufacturing, region: EMEA }\n"
      + "potential: { acv: 250k }\n---\n"
    try repository.commit("plans/northwind.md", plan, on: "2026-11-20")
    #expect(try rules(repository, "--select", "list/promote") == [])
    // A month after it moved it was known by its name.
    try repository.git("mv", "plans/northwind.md", "plans/west.md")
    try repository.commit(on: "2026-12-10")
    #expect(
      try rules(repository, "--select", "list/promote", "--as-of", "2027-01-20") == ["list/promote"]
    )
  }
}
