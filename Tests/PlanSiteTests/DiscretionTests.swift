import PlanModel
import Testing
import Theme

@testable import PlanSite

/// What an edition takes out of texts, however it is written.
struct DiscretionTests {
  private static let people = """
    people:
      maya.chen: { name: Maya Chen, role: ae, email: maya@us.example }
      bo.aberg: { name: Bo Åberg, role: sdr }
      jurgen: { name: Jürgen Kloß }
      will: { name: Will Price }
      pat.obrien: { name: Pat O'Brien }
      eva.sj: { name: Eva Smith-Jones }
    site:
      editions:
        c:
          sections: [buying-committee, mutual-action-plan, plays, objectives, risks]
          columns: { buying-committee: [reports-to], plays: [contact], objectives: [contact] }
          fields: [account, links]
        who: { sections: [mutual-action-plan], columns: { mutual-action-plan: [contact] } }

    """

  /// The page of Northwind Traders, empty when there is none; beside it there are other accounts.
  private static func page(
    _ body: String, keys: String = "", edition name: String = "c", settings: String = people
  ) throws -> String {
    func plan(_ name: String, _ rest: String = "---\n") -> String {
      "---\naccount: \(name)\ntier: 2\n" + rest
    }
    let sample = Sample(
      [
        ("northwind", plan("Northwind Traders", keys + "---\n" + body)),
        ("finch", plan("Finch & Daughters", "owner: zoe.ito\n---\n")),
        ("salt", plan("Salt and Pepper")), ("beta", plan("Beta")), ("target", plan("Target")),
        ("other", plan("Other Corp")),
        ("new-business", plan("New Business")), ("hp", plan("HP")),
        ("blue-yonder-gmbh", plan("Skylark Ltd", "domain: skylark.example\n---\n")),
      ], settings: settings)
    let edition = try #require(sample.model.program.site.editions.first { $0.name == name })
    let site = try Site(sample.input, edition: edition, theme: Theme.files)
    let file = site.files.first { $0.path == "northwind/index.html" }
    return file.map { String(decoding: $0.render(), as: UTF8.self) } ?? ""
  }

  private static let committee = """
    ## Buying committee

    | Name | Role | Reports to | Status |
    | --- | --- | --- | --- |
    | Ann Lee | champion | Iris Quill | |
    | Wei Zhou | legal | Ann Lee | |
    | Otto Åberg | legal | Ann Lee | |
    | Iris Quill | blocker | | left |


    """

  /// What the page makes of a risk.
  private static func said(_ risk: String) throws -> String {
    let page = try page(committee + "## Risks\n\n| Risk |\n| --- |\n| \(risk) |\n")
    let risks = try #require(page.firstRange(of: "id=\"risks\"")).upperBound
    let start = try #require(page[risks...].firstRange(of: "<li><h3>")).upperBound
    return String(page[start...].prefix { $0 != "<" })
  }

  @Test(arguments: [
    // One word: in any case, but for everyday words and ids of other words.
    ("BETA, beta and Beta", "another company, another company and another company"),
    ("The target of Target", "The target of another company"),
    ("TARGET and targets", "another company and targets"),
    ("betamax", "betamax"), ("HP or hp", "another company or hp"),
    ("new business, New Business", "new business, another company"),
    ("see blue-yonder-gmbh.md", "see another company.md"), ("blue yonder gmbh", "blue yonder gmbh"),
    ("OtherCorp, other-corp", "another company, another company"),
    ("on skylark.example", "on another company"),
    // People: any order, marks, no spaces, the last word alone.
    ("Chen Maya", "our team"), ("Chen, Maya", "our team"), ("MayaChen", "our team"),
    ("Bo Aberg", "our team"), ("BO ÅBERG", "our team"), ("Juergen Kloss", "our team"),
    ("Ms Chen said", "our team said"), ("M. Chen said", "our team said"),
    ("With Chen", "With our team"), ("a chen of chens", "a chen of chens"),
    ("O'Brien", "our team"), ("Smith-Jones, Jones", "our team, our team"),
    ("J. Smith called", "our team called"),
    // What is not seen hides nothing; where it hides nothing it stays.
    ("Ma\u{AD}ya Ch\u{200B}en", "our team"), ("co\u{AD}operate", "co\u{AD}operate"),
    // What stands for an ampersand.
    ("Finch and Daughters", "another company"), ("Finch und Daughters", "another company"),
    ("Finch & Daughters", "another company"), ("FinchandDaughters", "another company"),
    ("Salt & Pepper", "another company"), ("finches and daughters", "finches and daughters"),
    // Who is not in `people:`, and stands where one of ours belongs.
    ("Zoe Ito left; Ms Ito, too", "our team left; our team, too"),
    ("Will will pay", "our team will pay"), ("Price will rise", "Price will rise"),
    ("Mr Price rises", "our team rises"), ("Will Price rises", "our team rises"),
    // Theirs.
    ("Lee, Ann and Ms Lee", "Lee, Ann and Ms Lee"), ("Mr Aberg", "Mr Aberg"),
    ("Iris Quill knew", "a former colleague knew"), ("Quill, Iris", "a former colleague"),
    // Addresses and tags.
    ("at https://docs.example/Other%20Corp/x now", "at a link now"),
    ("at https://docs.example/maya.chen?x=1 now", "at a link now"),
    ("at https://docs.example/a?x=1 now", "at https://docs.example/a?x=1 now"),
    ("20% of 5%41", "20% of 5%41"),
    ("A <b title=\"walk-away 40k\">firm</b> no", "A firm no"), ("Ma<i>ya</i> Chen", "our team"),
    ("one<br>two", "one two"), ("5 &lt; 6 > 4", "5 &lt; 6 &gt; 4"),
  ])
  func aText(_ risk: String, _ said: String) throws {
    #expect(try Self.said(risk) == said)
  }

  @Test(arguments: [
    ("https://docs.example/Other%20Corp/x", false), ("https://docs.example/Maya%20Chen", false),
    ("https://docs.example/?q=Maya+Chen", false), ("https://docs.example/Maya%2520Chen", false),
    ("https://docs.example/maya%40us.example", false), ("https://docs.example/beta", false),
    ("https://docs.example/a%20b?c=d+e&f=20%25", true), ("https://docs.example/target", true),
    ("https://northwind.example/plan", true),
  ])
  func aLinkThatNamesSomebodyIsNotThere(_ address: String, _ isThere: Bool) throws {
    let page = try Self.page(
      "## Risks\n\n| Risk |\n| --- |\n| A |\n", keys: "links: { two: \"\(address)\" }\n")
    #expect(page.contains(">two</a>") == isThere && page.contains(".example") == isThere)
  }

  /// Whoever of ours a plan names anywhere is one of ours in every text, and has a page of their own.
  @Test func ourPeopleAreKnownFromEveryPlace() throws {
    let ids = [
      "amy.owner", "ben.sponsor", "cas.pod", "dee.lister", "eli.waiver", "fay.contact",
      "gus.knows", "hal.objective", "ida.white", "jon.task", "kim.step", "lou.play", "mo.risk",
      "nia.promise",
    ]
    let body = """
      ## Objectives

      | Objective | Owner |
      | --- | --- |
      | A | hal.objective |

      ## Buying committee

      | Name | Role | Owner | Known by |
      | --- | --- | --- | --- |
      | Ann Lee | champion | fay.contact | gus.knows |

      ## Whitespace

      | Offering | Buying center | Status | Owner |
      | --- | --- | --- | --- |
      | Core | EMEA | open | ida.white |

      ## Mutual action plan

      - [ ] Sign (@jon.task, Ann Lee, due 2026-12-01)
        - [ ] Read (@kim.step, due 2026-11-30)

      ## Plays

      | Date | Play | Channel | By |
      | --- | --- | --- | --- |
      | 2026-11-02 | Call | call | lou.play |

      ## Risks

      | Risk | Owner |
      | --- | --- |
      | With \(ids.map { "\($0), \(Self.spoken($0))" }.joined(separator: "; ")). | mo.risk |

      ## Reviews

      - 2026-11-10: go
        - [ ] Letter (@nia.promise, due 2026-11-25)
      """
    let keys = """
      owner: amy.owner
      sponsor: ben.sponsor
      pod: { sdr: cas.pod }
      listed: 2026-10-01
      listed-by: [dee.lister]
      waivers: [{ rule: sponsor/missing, until: 2027-01-31, reason: their CFO starts, by: eli.waiver }]

      """
    let settings = "site: { editions: { c: { sections: [risks] } } }\n"
    let page = try Self.page(body, keys: keys, settings: settings)
    for id in ids {
      #expect(!page.contains(id) && !page.contains(Self.spoken(id)), "\(id)")
    }
    let sample = Sample("---\naccount: N\ntier: 2\n" + keys + "---\n" + body)
    #expect(Set(sample.model.paths.people.keys) == Set(ids))
  }

  /// `Amy Owner`.
  private static func spoken(_ id: String) -> String {
    id.split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  // MARK: Tasks, plays and contacts

  private static func tasks(_ tasks: String..., edition: String = "c") throws -> String {
    try page(
      committee + "## Mutual action plan\n\n" + tasks.map { "- \($0)\n" }.joined(),
      edition: edition)
  }

  @Test(arguments: [
    ("Our thing (@maya.chen, Ann Lee, due 2026-11-10) more", "Our thing more"),
    ("Our thing (Ann Lee, done), more", "Our thing, more"),
    ("(@x) Our thing (a (due) b) now", "Our thing now"), ("Our thing (@x", "Our thing"),
    ("Our (residue) thing (2)", "Our (residue) thing (2)"),
    ("Our <b title='40k'>thing</b>", "Our thing"),
  ])
  func aTaskKeepsNoParenthesisOfWhoAndWhen(_ task: String, _ said: String) throws {
    let page = try Self.tasks("[ ] " + task)
    #expect(page.contains("<div class=\"what\">\(said)</div>"))
  }

  @Test func aDayOfBeingDoneIsATick() throws {
    let page = try Self.tasks(
      "[ ] A (@maya.chen, Ann Lee, due 2026-11-08, done 2026-11-09)",
      "[x] B (@maya.chen, Ann Lee, due 2026-11-08)\n  - [ ] C (due 2026-11-07)")
    #expect(page.contains("Both tasks are done.") && !page.contains("overdue"))
  }

  @Test func tasksOfLostDealsAreNotShown() throws {
    let page = try Self.page(
      """
      ## Opportunities

      | Opportunity | Stage |
      | --- | --- |
      | Old | Closed lost |
      | New | Proposal |

      ## Mutual action plan

      ### Old

      - [ ] Buried (@maya.chen, Ann Lee, due 2026-11-01)
      - [x] Dusty

      ### New

      - [ ] Fresh (@maya.chen, Ann Lee, due 2026-12-01)
      """)
    #expect(page.contains("Fresh") && !page.contains("Buried") && !page.contains("Dusty"))
    #expect(page.contains("The one task is due on 1 December 2026."))
  }

  @Test func playsThatArePlannedAreNotShown() throws {
    func plays(_ days: String...) -> String {
      "## Plays\n\n| Date | Play | Channel | Outcome |\n| --- | --- | --- | --- |\n"
        + days.map { "| \($0) | On \($0) | call | |\n" }.joined()
        + "| 2026-11-20 | Made today | call | They agreed |\n"
    }
    let page = try Self.page(plays("2026-11-19", "2026-11-20", "2026-11-21"))
    #expect(page.contains("On 2026-11-19") && page.contains("Made today"))
    #expect(!page.contains("On 2026-11-20") && !page.contains("2026-11-21"))
    let planned = "| Date | Play | Channel |\n| --- | --- | --- |\n| 2026-11-20 | Today | call |\n"
    #expect(try Self.page("## Plays\n\n" + planned) == "")
  }

  @Test func whoLeftIsNamedNowhere() throws {
    let rest = """
      ## Plays

      | Date | Play | Channel | Contact |
      | --- | --- | --- | --- |
      | 2026-11-02 | Call | call | Iris Quill |
      | 2026-11-03 | Talk | call | Ann Lee, Iris Quill |

      ## Objectives

      | Objective | Contact |
      | --- | --- |
      | A | Iris Quill |

      ## Mutual action plan

      - [ ] Sign (@maya.chen, Iris Quill, Wei Zhou, due 2026-12-01)
      """
    let page = try Self.page(Self.committee + rest)
    #expect(page.contains("Ann Lee") && !page.contains("Quill") && !page.contains("former"))
    let who = try Self.page(Self.committee + rest, edition: "who")
    #expect(who.contains("<div class=\"who u\">Wei Zhou and us</div>"))
  }
}
