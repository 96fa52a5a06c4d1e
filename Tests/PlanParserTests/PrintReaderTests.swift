import PlanModel
import PlanParser
import Testing

/// What counts as a change of a plan, and what only as another way to write it.
struct PrintReaderTests {
  private static let plan = """
    ---
    account: Northwind
    tier: 1
    stage: mqa
    reviewed: 2026-11-20
    potential: { acv: 320k, strategic: high }
    tags: [a, b]
    ---
    # Northwind

    ## Brief

    ### Priorities

    Grow in **EMEA** and
    in APAC, see [here](https://example.com/a).

    ## Buying committee

    | Name | Role | Last engaged | Pain |
    | --- | --- | --- | --- |
    | Ann Lee | Economic buyer, champion | 2026-10-01 | Costs |
    | Raj Iyer | legal | - | |

    ## Opportunities

    | Opportunity | Stage | Amount |
    | --- | --- | --- |
    | Core | Proposal | $1.2M |

    ## Mutual action plan

    - [ ] Terms agreed (@maya.chen, Ann Lee, due 2026-12-01)

    ## Notes

    ```
    ## No heading
    ```

    """

  private func print(_ text: String) -> PlanPrint {
    var reader = PrintReader()
    return reader.read(Array(text.utf8))
  }

  private func changes(_ old: String, _ new: String) -> [PlanPrint.Part] {
    #expect(Self.plan.contains(old), "\(old)")
    let (left, right) = (print(Self.plan), print(Self.plan.replacing(old, with: new)))
    return PlanPrint.Part.all.filter { left[$0] != right[$0] }
  }

  @Test(arguments: [
    ("2026-11-20", "'2026-11-20'"), ("320k", "\"320,000\""), ("stage: mqa", "stage: MQA"),
    ("account: Northwind\ntier: 1", "tier: 1\naccount:   Northwind"),
    ("tier: 1\n", "tier: 1\nowner:\n"),
    ("reviewed: 2026-11-20\n", "reviewed: 2026-11-21\n"), ("**EMEA** and\nin", "EMEA\nand in"),
    ("## Buying committee", "## stakeholders:"), ("## Opportunities", "##   Deals"),
    (
      "| Name | Role | Last engaged | Pain |\n| --- | --- | --- | --- |",
      "|Name|Role | Last engaged|Cares about|\n|:-:|-|-:|-|"
    ),
    ("| Economic buyer, champion |", "| economic-buyer,Champion |"), ("| - | |", "| n/a | – |"),
    (
      "| Opportunity | Stage | Amount |\n| --- | --- | --- |\n| Core | Proposal | $1.2M |",
      "| Amount | Opportunity | Forecast | Stage |\n| -: | - | - | - |\n| 1,200,000 USD | Core | | Proposal |"
    ),
    (
      "| Ann Lee | Economic buyer, champion | 2026-10-01 | Costs |\n| Raj Iyer | legal | - | |",
      "| Raj Iyer | legal | - | |\n| Ann Lee | Economic buyer, champion | 2026-10-01 | Costs |"
    ),
    ("Economic buyer, champion", "champion, economic buyer"), ("[a, b]", "[b, a]"),
    ("tags: [a, b]\n", "tags: [a, b]\nstatus: active\npod: {}\nlisted-by: []\n"),
    ("- [ ] Terms", "* [ ] Terms"), ("\n## Mutual", "\n\n\n## Mutual"),
  ])
  func anotherWayToWriteItIsNoChange(_ old: String, _ new: String) {
    #expect(changes(old, new) == [])
  }

  @Test(arguments: [
    ("tier: 1", "tier: 2", PlanPrint.Part.frontMatter), ("320k", "321k", .frontMatter),
    ("[a, b]", "[a]", .frontMatter),
    ("tags: [a, b]\n", "tags: [a, b]\nstatus: paused\n", .frontMatter),
    ("Grow", "Shrink", .section(.brief)),
    ("example.com/a", "example.com/b", .section(.brief)), ("Costs", "Cost", .section(.committee)),
    ("2026-10-01", "2026-10-02", .section(.committee)),
    ("| Raj Iyer | legal | - | |\n", "", .section(.committee)),
    ("$1.2M", "€1.2M", .section(.opportunities)), ("- [ ]", "- [x]", .section(.actionPlan)),
    ("## No heading", "## A heading", .rest), ("## Notes", "## Note", .rest),
  ])
  func newWordsRowsAndValuesAreChanges(_ old: String, _ new: String, _ part: PlanPrint.Part) {
    #expect(changes(old, new) == [part])
  }

  @Test func aSectionThatMovedIsTheSame() {
    let plain = "---\naccount: N\ntier: 1\n---\n"
    let (risks, brief) = ("## Risks\n\ntext\n\n", "## Brief\n\nmore\n\n")
    #expect(print(plain + risks + brief).parts == print(plain + brief + risks).parts)
  }

  @Test func whatCannotBeReadIsComparedAsItIs() {
    let open = "---\naccount: [N\n---\n"
    #expect(print(open)[.frontMatter] != 0)
    #expect(print(open)[.frontMatter] != print("---\naccount: [M\n---\n")[.frontMatter])
    var reader = PrintReader()
    #expect(reader.read([0xFF]).parts != reader.read([0xFE]).parts)
    #expect(reader.read([]).parts.allSatisfy { $0 == 0 })
  }

  @Test func carriageReturnsAreNoChange() {
    #expect(print(Self.plan).parts == print(Self.plan.replacing("\n", with: "\r\n")).parts)
  }
}
