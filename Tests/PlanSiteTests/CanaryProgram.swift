import PlanModel
import PlanParser
import PlanSource

@testable import PlanSite

/// A program in which every value is found nowhere else: what an edition lets out is known by it.
///
/// Each canary has the place it stands in, such as `objectives.target`. Texts hold signs that HTML, addresses and CSV
/// write otherwise; days, amounts and words of a vocabulary are as rare as their type allows.
struct CanaryProgram {
  struct Canary {
    let place: String
    /// All forms in which it could be told.
    let forms: [String]
  }

  private(set) var canaries: [Canary] = []
  private(set) var plan = ""
  private(set) var settings = ""
  let prefix: String
  private var count = 0

  /// - Parameters:
  ///   - prefix: Begins every canary, so that two programs share none.
  ///   - year: Of its days.
  init(_ prefix: String, year: Int) {
    self.prefix = prefix
    settings = makeSettings()
    plan = makePlan(year)
  }

  private mutating func text(_ place: String) -> String {
    count += 1
    let text = "\(prefix)\(count)é&\"x\(count)q"
    canaries.append(Canary(place: place, forms: [text]))
    return text
  }

  /// Letters and digits alone, for ids and words.
  private mutating func word(_ place: String) -> String {
    count += 1
    let word = "\(prefix.lowercased())w\(count)q"
    canaries.append(Canary(place: place, forms: [word]))
    return word
  }

  private mutating func day(_ place: String, _ year: Int) -> String {
    count += 1
    let day = Day(number: (Day(year: year, month: 1, day: 1)?.number ?? 0) + count)
    canaries.append(
      Canary(
        place: place, forms: ["\(day)", Figures.short(day), Figures.long(day), Self.compact(day)]))
    return "\(day)"
  }

  private static func compact(_ day: Day) -> String { "\(day)".replacing("-", with: "") }

  private mutating func fixed(_ place: String, _ value: String, _ forms: String...) -> String {
    canaries.append(Canary(place: place, forms: forms.isEmpty ? [value] : forms))
    return value
  }

  private static func quoted(_ text: String) -> String { "'\(text)'" }

  private mutating func makeSettings() -> String {
    let (sdr, owner) = (word("settings.people.id"), word("settings.people.id"))
    var out = """
      program: \(Self.quoted(text("settings.program")))
      program-sponsors: [\(owner)]
      goals: { pipeline: 931M, revenue: 817M }
      people:
      """
    for id in [owner, sdr] {
      out += """

          \(id): { name: \(Self.quoted(text("settings.people.name"))), role: ae, \
        team: \(Self.quoted(text("settings.people.team"))), email: \(word("settings.people.email"))@us.example }
        """
    }
    canaries.append(Canary(place: "settings.goals", forms: ["931M", "817M"]))
    out += """

      offerings: [\(Self.quoted(text("settings.offerings")))]
      definitions: { \(Self.quoted(text("settings.definitions.word"))): \
      \(Self.quoted(text("settings.definitions.text"))) }
      cadence: { \(Self.quoted(text("settings.cadence"))): weekly }
      tiers: { 1: { name: \(Self.quoted(text("settings.tiers.name"))) } }
      exclude: { domains: [\(word("settings.exclude")).example] }
      site:
        title: \(Self.quoted(text("settings.site.title")))
        base-url: https://\(word("settings.site.base-url")).example
        repository: https://\(word("settings.site.repository")).example/plans
        logo: \(word("settings.site.logo")).svg
        editions:
          all:
            sections: [brief, objectives, buying-committee, mutual-action-plan, plays, risks]
            columns:
              brief: [priorities, pain-points, current-solutions, point-of-view]
              objectives: [measure, target, current, by, contact]
              buying-committee: [title, function, reports-to]
              mutual-action-plan: [contact]
              plays: [contact]
              risks: [severity, mitigation]
            fields: [account, domain, segment, reviewed, links, tags]
          some:
            sections: [objectives, mutual-action-plan]
            columns: { objectives: [target] }
          fewer: { sections: [brief, plays], columns: { brief: [pain-points] }, fields: [account] }

      """
    owners = (owner, sdr)
    return out
  }

  private var owners = ("", "")

  private mutating func makePlan(_ year: Int) -> String {
    let (owner, sdr) = owners
    let (ann, raj) = (text("committee.name"), text("committee.name"))
    // Whoever left is shown to nobody.
    let left = text("committee.left")
    let deal = text("opportunities.name")
    var out = """
      ---
      account: \(Self.quoted(text("field.account")))
      tier: 1
      stage: \(fixed("field.stage", "opportunity"))
      stage-since: \(day("field.stage-since", year))
      owner: \(owner)
      sponsor: \(sdr)
      pod: { sdr: \(sdr) }
      domain: \(word("field.domain")).example
      crm-id: \(word("field.crm-id"))
      segment: \(Self.quoted(text("field.segment")))
      motion: \(fixed("field.motion", "land-and-expand", "land-and-expand", "land and expand"))
      fit: { industry: \(Self.quoted(text("field.fit"))) }
      potential: { acv: 771k, ceiling: 7.73M, strategic: high }
      reviewed: \(day("field.reviewed", year))
      listed: \(day("field.listed", year))
      listed-by: [\(owner)]
      buying-centers: [\(Self.quoted(text("field.buying-centers")))]
      tags: [\(Self.quoted(text("field.tags")))]
      links: { \(Self.quoted(text("field.links.name"))): https://\(word("field.links.url")).example }
      waivers:
        - { rule: sponsor/missing, until: \(day("field.waivers.until", year)), \
      reason: \(Self.quoted(text("field.waivers.reason"))), by: \(owner) }
      x-own: \(Self.quoted(text("field.x-own")))
      ---

      # \(text("title"))

      \(text("prose.before"))

      ## Brief

      \(text("prose.brief"))

      """
    canaries.append(Canary(place: "field.potential", forms: ["771k", "7.73M"]))
    for part in BriefPart.allCases {
      let place = "brief." + part.rawValue
      out += """

        ### \(part.heading)

        \(text(place)) **\(text(place))** [\(text(place))](https://\(word("brief.url")).example/a%20b)

        #### \(text(place))

        | \(text(place)) |
        | --- |
        | \(text(place)) |

        - \(text(place))

        <!-- \(text("brief.comment")) -->

        ![\(text(place))](\(word("brief.image")).png)

        ### \(text("brief.own-part"))

        \(text("brief.own-part"))

        """
    }
    out += """

      ## Objectives

      \(text("objectives.prose"))

      | Objective | Measure | Target | Current | By | Owner | Contact | \(text("objectives.own-column")) |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      | \(text("objectives.objective")) <b title='\(text("objectives.html"))'></b> \
      <!-- \(text("objectives.comment")) --> | \(text("objectives.measure")) \
      | \(text("objectives.target")) | \(text("objectives.current")) | \(day("objectives.by", year)) | \(owner) \
      | \(ann) | \(text("objectives.own")) |

      ## Buying committee

      \(text("committee.prose"))

      | Name | Title | Role | Function | Stance | Influence | Authority | Reports to | Owner | Last engaged | Pain \
      | Success metric | Objection | Message | Known by | Status |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

      """
    for (name, chief, status) in [(ann, raj, ""), (raj, left, "active"), (left, "", "left")] {
      let place = name == left ? "committee.left" : "committee"
      out += """
        | \(name) | \(text(name == left ? place : "committee.title")) \
        | \(fixed("committee.role", "blocker")), \(fixed("committee.role", "coach")) \
        | \(text(name == left ? place : "committee.function")) | \(fixed("committee.stance", "opponent")) | low \
        | low | \(chief) | \(sdr) | \(day("committee.last-engaged", year)) | \(text("committee.pain")) \
        | \(text("committee.success-metric")) | \(text("committee.objection")) | \(text("committee.message")) \
        | \(owner) | \(status) |

        """
    }
    out += rest(owner, ann, left, deal, year)
    return out
  }
}

extension CanaryProgram {
  /// The sections below the committee.
  private mutating func rest(
    _ owner: String, _ ann: String, _ left: String, _ deal: String, _ year: Int
  ) -> String {
    // What is planned is told to nobody: the play that is shown lies behind any day of a test.
    """

    ### \(ann)

    - Pain: \(text("committee.pain"))

    ## Whitespace

    | Offering | Buying center | Status | Potential | Next step | By | Incumbent | Until | Reason |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | \(text("whitespace")) | \(text("whitespace")) | \(fixed("whitespace", "competitor")) \
    | \(fixed("whitespace", "661k")) | \(text("whitespace")) | \(day("whitespace", year)) \
    | \(text("whitespace")) | \(day("whitespace", year)) | \(text("whitespace")) |

    ## Opportunities

    | Opportunity | CRM id | Amount | Stage | Close | Created | Forecast | Source | Contacts |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | \(deal) | \(word("opportunities")) | \(fixed("opportunities", "881k")) | \(text("opportunities")) \
    | \(day("opportunities", year)) | \(day("opportunities", year)) | \(fixed("opportunities", "best-case")) \
    | \(fixed("opportunities", "marketing")) | \(ann) |

    ## MEDDPICC

    | Element | Score | Evidence |
    | --- | --- | --- |
    | \(fixed("meddpicc", "identified-pain", "identified-pain", "identified pain")) | 2 | \(text("meddpicc")) |

    ## Mutual action plan

    \(text("map.prose"))

    ### \(text("map.milestone"))

    - [ ] \(text("map.task")) <i class='\(text("map.html"))'></i> (@\(owner), \(ann), \(left), \
    due \(day("map.due", year)))
      - [x] \(text("map.task")) (done \(day("map.done", year)))
    - [x] \(text("map.task")) (@\(owner), \(ann), due \(day("map.due", year)), \
    done \(day("map.done", year)))
    - [ ] \(text("map.task")) (@\(owner), \(text("map.aside")), due) \(text("map.task"))

    ## Plays

    \(text("plays.prose"))

    | Date | Play | Channel | Contact | By | Outcome | Content | Stage |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | \(day("plays.date", year - 10)) | \(text("plays.play")) | direct-mail | \(ann), \(left) | \(owner) \
    | \(text("plays.outcome")) | \(text("plays.content")) | consideration |
    | \(day("plays.planned", year)) | \(text("plays.planned")) | direct-mail | \(ann) | \(owner) | | | |

    ## Signals

    | Date | Kind | Signal | Strength | Source | Action |
    | --- | --- | --- | --- | --- | --- |
    | \(day("signals", year)) | \(fixed("signals", "technographic")) | \(text("signals")) | high \
    | \(text("signals")) | \(text("signals")) |

    ## Risks

    | Risk | Severity | Mitigation | Owner |
    | --- | --- | --- | --- |
    | \(text("risks.risk")) | medium | \(text("risks.mitigation")) | \(owner) |

    ## Reviews

    - \(day("reviews", year)): \(text("reviews"))
      - [ ] \(text("reviews")) (@\(owner), \(ann), due \(day("reviews", year)))

    ## \(text("own-section"))

    \(text("own-section"))

    """
  }
}
