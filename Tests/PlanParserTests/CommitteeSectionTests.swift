import PlanModel
import PlanSource
import Testing

/// The buying committee: the table, and headings that hold more of it.
struct CommitteeSectionTests {
  @Test func readsEveryColumn() throws {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Title | Role | Function | Stance | Influence | Authority | Reports to | Owner | Last engaged | Pain | Success metric | Objection | Message | Known by | Status |
        |-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|
        | Ann Lee | CFO | champion | Finance | advocate | high | low | raj  IYER | maya.chen | 2026-11-02 | cost | hours | price | save | maya.chen, tom.fox | active |
        | Raj Iyer | CEO | executive-sponsor | | skeptic | | | | | | | | | | | left |
        """)
    #expect(small.rules == [])
    let contacts = try #require(small.plan?.contacts)
    let ann = contacts[0]
    #expect(ann.title?.value == "CFO")
    #expect(ann.function?.value == "Finance")
    #expect(ann.stance?.value == .advocate)
    #expect(ann.influence?.value == .high)
    #expect(ann.authority?.value == .low)
    #expect(ann.reportsTo?.value == "Raj Iyer")
    #expect(ann.owner?.value == "maya.chen")
    #expect(ann.lastEngaged?.value.description == "2026-11-02")
    #expect(ann.pain?.value == "cost")
    #expect(ann.successMetric?.value == "hours")
    #expect(ann.objection?.value == "price")
    #expect(ann.message?.value == "save")
    #expect(ann.knownBy.map(\.value) == ["maya.chen", "tom.fox"])
    #expect(!ann.hasLeft)
    #expect(contacts[1].hasLeft)
    #expect(contacts[1].stance?.value == .sceptic)
    #expect(contacts[1].decides)
  }

  /// A first or last name alone is not read as a person, but named when it fits only one.
  @Test(arguments: [
    ("Raj", "write `Raj Iyer`"), ("lee", "add a row"), ("iyer", "write `Raj Iyer`"),
    ("Ra", "add a row"),
  ])
  func aSingleNameFindsItsPerson(name: String, help: String) throws {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Role | Reports to |
        | --- | --- | --- |
        | Ann Lee | champion | \(name) |
        | Ben Lee | legal | |
        | Raj Iyer | legal | |
        """)
    #expect(small.rules == ["unknown-contact"])
    #expect(try #require(small.findings.first).help.hasPrefix(help))
    #expect(try #require(small.plan?.contacts.first).reportsTo == nil)
  }

  @Test func headingsHoldTheSameFacts() throws {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        | Raj Iyer | legal |

        ### ann  LEE

        Met in June.

        - Title: CFO
        - Cares about: the *cost* of idle robots
        - Stance: suporter
        - Reports to: Raj Iyer
        - Known by: maya.chen, tom.fox
        - Last engaged: 2026-11-02
        - Birthday: not asked
        - Objection: -
        - Just a remark

        ### Where they sit

        - Floor: the third
        """)
    let ann = try #require(small.plan?.contact(named: "Ann Lee"))
    #expect(ann.title?.value == "CFO")
    #expect(small.written(ann.title) == "CFO")
    #expect(ann.pain?.value == "the cost of idle robots")
    #expect(ann.stance?.value == .supporter)
    #expect(ann.reportsTo?.value == "Raj Iyer")
    #expect(ann.knownBy.map(\.value) == ["maya.chen", "tom.fox"])
    #expect(ann.lastEngaged?.value.description == "2026-11-02")
    #expect(ann.objection == nil)
    #expect(small.rules == ["invalid-value"])
    #expect(small.text(small.findings.first?.span) == "suporter")
    #expect(small.plan?.contact(named: "Raj Iyer")?.title == nil)
  }

  @Test func aHeadingThatIsNearlyANameIsReadAsThat() {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Marta Quintela | champion |

        ### ↓Marta Quintla

        Met in June.

        - ↓Pian: late trucks
        - ↓Mesage: save hours
        - Plan: none
        - Lore: nothing
        - Age: unknown

        ## Objectives

        | Objective | Contact |
        | --- | --- |
        | Open | Marta Quintla |
        """)
    #expect(small.rules == ["unknown-contact", "unknown-key", "unknown-key"])
    #expect(small.places == small.marks)
    #expect(
      small.findings.map(\.message) == [
        "`Marta Quintla` in a heading is not in the buying committee; read as `Marta Quintela`",
        "`Pian` is no known fact of a contact; read as `Pain`",
        "`Mesage` is no known fact of a contact; read as `Message`",
      ])
    #expect(small.plan?.contacts.first?.pain?.value == "late trucks")
    #expect(small.plan?.contacts.first?.message?.value == "save hours")
    #expect(small.plan?.doubts.isEmpty == true)
  }

  @Test func factsOfNobodyAreReportedAtTheirHeading() {
    let small = SmallPlan(
      body: committee + """
        ### ↓Somebody Else

        - Pain: late trucks

        ### The way they decide

        - By vote: yes
        """)
    #expect(small.rules == ["unknown-contact"])
    #expect(small.places == small.marks)
    #expect(small.plan?.doubts.map(\.topic) == [.column(.committee, "Pain")])
  }

  @Test func aFactGivenTwiceIsReportedAtTheSecond() throws {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Role | Pain |
        | --- | --- | --- |
        | Ann Lee | champion | cost |

        ### Ann Lee

        - ↓Pain: time
        """)
    #expect(small.rules == ["duplicate-contact"])
    #expect(small.places == small.marks)
    #expect(small.plan?.contacts.first?.pain?.value == "cost")
    #expect(small.text(small.findings.first?.notes.first?.place?.span) == "cost")
  }

  @Test func theFirstOfTwoRowsCounts() throws {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Zoë Ek | champion |
        | ↓ZOE\u{308}  EK | legal |
        """)
    #expect(small.rules == ["duplicate-contact"])
    #expect(small.places == small.marks)
    #expect(small.plan?.contacts.map { $0.roles.map(\.value) } == [[.champion]])
    #expect(small.findings.first?.notes.map(\.text) == ["Zoë Ek"])
  }

  @Test func aNameNearToOneIsReadAsThatAndReportedOnce() throws {
    let small = SmallPlan(
      body: committee + """
        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-02 | a | call | ↓Anne Lee, Raj Iyer |
        | 2026-11-03 | b | call | Anne Lee |
        """)
    #expect(small.rules == ["unknown-contact"])
    #expect(small.places == small.marks)
    #expect(
      small.plan?.plays?.items.map { $0.contacts.map(\.value) }
        == [["Ann Lee", "Raj Iyer"], ["Ann Lee"]])
    #expect(small.plan?.doubts.isEmpty == true)
  }

  @Test func aNameNearToNoneLeavesADoubtInItsRow() throws {
    let small = SmallPlan(
      body: committee + """
        ## Objectives

        | Objective | Contact |
        | --- | --- |
        | Open | Nobody Known |
        """)
    #expect(small.rules == ["unknown-contact"])
    #expect(small.plan?.objectives?.items.first?.contact == nil)
    let doubt = try #require(small.plan?.doubts.first)
    #expect(doubt.row == small.plan?.objectives?.items.first?.row)
    #expect(doubt.topic.touches(.column(.objectives, "Contact")))
  }

  @Test func aCommitteeThatCannotBeReadKnowsNobodyAndBlamesNobody() {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Who | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-02 | a | call | Ann Lee |
        """)
    #expect(small.rules == ["missing-column"])
    #expect(small.plan?.plays?.items.first?.contacts.map(\.value) == ["Ann Lee"])
  }

  // MARK: Facts that are no items

  @Test(arguments: ["Pain: a lot", "- Pain - a lot", "- Pain – a lot", "* Cares about - a lot"])
  func aFactThatIsNoItemIsReadAndReported(_ line: String) {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ### Ann Lee

        \(line)

        """)
    #expect(small.rules == ["invalid-value"])
    #expect(small.findings.first?.help == "write `- Pain: a lot`")
    #expect(small.plan?.contacts.first?.pain?.value == "a lot")
  }

  @Test(arguments: [
    "She said: no", "Met her in Lund - twice", "- late - again: always", "Painful: the old yard",
    "> Pain: a quote",
  ])
  func whatIsNoFactIsLetBe(_ line: String) {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ### Ann Lee

        \(line)

        """)
    #expect(small.rules == [])
    #expect(small.plan?.contacts.first?.pain == nil)
  }
}
