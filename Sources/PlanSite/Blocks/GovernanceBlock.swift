import PlanModel

/// Who stands behind the program, what it is to bring in, and when it meets.
struct GovernanceBlock {
  let model: SiteModel

  private var program: Program { model.program }

  var section: SectionBlock {
    var rows: [(HTML, HTML)] = []
    if !program.sponsors.isEmpty {
      rows.append(
        (
          "Sponsored by",
          program.sponsors.map { model.person($0, root: "") }.joined(by: ", ")
        ))
    }
    if let goals = program.goals {
      let year = goals.fiscalYear ?? model.figures.year.name
      if let pipeline = goals.pipeline {
        rows.append(("Pipeline goal", "\(model.figures.money(pipeline)) in fiscal \(year)"))
      }
      if let revenue = goals.revenue {
        rows.append(("Revenue goal", "\(model.figures.money(revenue)) in fiscal \(year)"))
      }
    }
    for cadence in program.cadence {
      rows.append(("\(Wording.capital(cadence.meeting))", "\(cadence.rhythm.rawValue)"))
    }
    guard !rows.isEmpty else {
      return SectionBlock(
        id: "governance", title: "Nobody set a goal yet", style: "c5",
        body: """
          <p class="fig muted"><code>program-sponsors</code>, <code>goals</code> and <code>cadence</code> in planc.yml \
          say who stands behind the program, what it is to bring in, and when it meets.</p>
          """)
    }
    var table = DataTable("Goals and meetings", [.text("What"), .text("As agreed")])
    for (what, value) in rows { table.rows.append([what, value]) }
    return SectionBlock(
      id: "governance", title: Self.title(program, model.figures),
      note: "Sponsors, goals, and how often each meeting is held", style: "c5",
      body: "<div class=\"fig\">" + table.html + "</div>")
  }

  /// `The program is to win €2.50M in fiscal 2027`.
  static func title(_ program: Program, _ figures: Figures) -> String {
    let year = program.goals?.fiscalYear ?? figures.year.name
    if let revenue = program.goals?.revenue {
      return "The program is to win \(figures.money(revenue)) in fiscal \(year)"
    }
    if let pipeline = program.goals?.pipeline {
      return "The program is to source \(figures.money(pipeline)) in fiscal \(year)"
    }
    let meetings = program.cadence.count
    if meetings > 0 {
      return
        "\(Wording.capital(Wording.spelled(meetings, "meeting"))) \(Wording.verb(meetings, "keeps", "keep")) the program going"
    }
    let sponsors = program.sponsors.count
    return
      "\(Wording.capital(Wording.spelled(sponsors, "sponsor"))) \(Wording.verb(sponsors, "stands", "stand")) behind the program"
  }
}
