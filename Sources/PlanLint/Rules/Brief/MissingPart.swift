import PlanModel
import PlanSource

/// A part of the brief that the tier asks for is absent or empty.
struct MissingPart: PlanRule {
  static let about = RuleInfo(
    name: "brief/missing-part", level: .error, settings: ["required-brief"],
    summary: "A part of the brief that the tier asks for, absent or empty.",
    why: "who calls without it has nothing to say that the customer could not read on our website",
    mend: "Write the part under its heading in Brief; two sentences that name facts are enough.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        ---
        ↓## Brief

        ### Priorities

        Two plants in one by 2027.
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: mqa
        ---
        ## Brief

        ↓### Priorities

        ### Point of view

        The second shift is not needed.
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 3
        ---
        """,
        settings: "tiers: { 3: { required-brief: [priorities] } }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        ---
        ## Brief

        ### Point of View

        The second shift is not needed.

        ### priorities

        Two plants in one by 2027.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: unaware
        ---
        """),
      .good(
        files: [
          (
            "plans/northwind.md",
            """
            ---
            account: Northwind
            tier: 2
            stage: aware
            segment: Regional banks
            ---
            ## Brief

            ### Priorities

            Two branches in one by 2027.
            """
          ),
          (
            "segments/regional-banks.md",
            """
            ---
            segment: Regional banks
            ---
            ## Brief

            ### Point of view

            A branch that opens by appointment costs half.
            """
          ),
        ]),
    ])
  static let reads: [Topic] = [.key("stage"), .key("segment"), .section(.brief)]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.requiredBrief
    let parts = plan.brief?.parts ?? []
    let segments = context.program.segments
    // What the segment says cannot be told while its file cannot be read.
    if plan.tier.value == .two, !segments.isWhole, let name = plan.segment?.value,
      segments[name] == nil
    {
      return []
    }
    let written = Set(
      parts.filter { !$0.isEmpty }.map(\.kind.value)
        + context.program.inheritedParts(of: plan))
    return setting.all(at: context.stage).filter { !written.contains($0) }.map { part in
      let empty = parts.first { $0.kind.value == part }
      return finding(
        at: empty?.kind.span ?? plan.brief?.heading ?? plan.opening,
        "the brief \(empty == nil ? "has no" : "says nothing under") \(part.heading); "
          + Wording.demand(plan.tier.value, setting, for: part, at: context.stage, "it"),
        help: help(part, isThere: empty != nil, inBrief: plan.brief != nil), key: part.rawValue)
    }
  }

  private func help(_ part: BriefPart, isThere: Bool, inBrief: Bool) -> String {
    let what =
      switch part {
      case .priorities: "what their management is measured on this year"
      case .painPoints: "what it costs them today, in numbers"
      case .currentSolutions: "what they use now, from whom, and until when"
      case .pointOfView: "what they should do differently, and how we know"
      }
    if isThere { return "write under it \(what)" }
    let heading =
      "`### \(part.heading)`" + (inBrief ? " under Brief" : " under a heading `## Brief`")
    return "add \(heading), and write below it \(what)"
  }
}
