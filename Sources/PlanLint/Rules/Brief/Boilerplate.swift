import PlanMetrics
import PlanModel
import PlanSource

/// A tier-1 brief that is mostly another plan's, a segment's or the template's.
struct Boilerplate: PortfolioRule {
  static let about = RuleInfo(
    name: "brief/boilerplate", level: .warning,
    summary:
      "A tier-1 brief that is mostly the same as another plan's or a segment's, or as what `planc new` "
      + "gave.",
    why: "a customer who hears what every other one hears has no reason to give us more time",
    mend: "Write what is true of this account only: their numbers, their people, their dates.",
    examples: [
      .bad(
        files: [
          (
            "plans/northwind.md",
            "---\naccount: Northwind\ntier: 1\n---\n\n## Brief\n\n" + text("Northwind")
          ),
          (
            "plans/tailwind.md",
            "---\naccount: Tailwind\ntier: 1\n---\n\n↓## Brief\n\n" + text("Tailwind")
          ),
        ]),
      .bad(
        files: [
          (
            "plans/northwind.md",
            "---\naccount: Northwind\ntier: 1\n---\n\n↓## Brief\n\n" + text("Northwind")
          ),
          (
            "plans/tailwind.md",
            "---\naccount: Tailwind\ntier: 3\n---\n\n## Brief\n\n" + text("Tailwind")
              + "\nTheir yard in Lund has two gates.\n"
          ),
        ]),
      .bad(
        files: [
          (
            "plans/northwind.md",
            "---\naccount: Northwind\ntier: 1\n---\n\n↓## Brief\n\n" + text("Their house")
          ),
          (
            "segments/yards.md",
            "---\nsegment: Yards\n---\n\n## Brief\n\n" + text("Each of them")
          ),
        ]),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ↓## Brief

        ### Priorities

        What their board wants to reach this year, with numbers.

        ### Pain points

        What stands in the way, who feels it, what it costs them: late trucks.

        ### Current solutions

        What they use today, until when, and who stands behind it.
        """),
      .good(
        files: [
          (
            "plans/northwind.md",
            "---\naccount: Northwind\ntier: 1\n---\n\n## Brief\n\n" + text("Northwind")
          ),
          (
            "plans/tailwind.md",
            """
            ---
            account: Tailwind
            tier: 1
            ---
            ## Brief

            They want to cut the time from order to delivery, for their new owner counts days. The yard in Lund has \
            two gates and one scale, so forty trucks a day wait for an hour; nobody knows which of them is next.
            """
          ),
        ]),
      .good(
        files: [
          (
            "plans/northwind.md",
            "---\naccount: Northwind\ntier: 2\n---\n\n## Brief\n\n" + text("Northwind")
          ),
          (
            "plans/tailwind.md",
            "---\naccount: Tailwind\ntier: 2\n---\n\n## Brief\n\n" + text("Tailwind")
          ),
        ]),
    ])
  static let reads: [Topic] = [.key("tier")]

  private static func text(_ account: String) -> String {
    "\(account) wants to cut the time from order to delivery and to grow with the customers it has. "
      + "The yard is the narrow place: trucks wait, drivers call, and nobody knows which one is next. "
      + "We see an hour a truck that a booked gate would give back.\n"
  }

  /// The share, in percent, above which a brief is called the same.
  private static let share = 50
  /// Fewer own runs of four words than these say nothing.
  private static let leastShingles = 20
  private static let template = BriefWords.shingles(
    of: BriefPart.allCases.map(\.hint).joined(separator: "\n"))

  /// How much of a brief `planc new` gave, in percent; nil when it is not the most of it.
  static func templateShare(of text: String) -> Int? {
    given(BriefWords.shingles(of: text))
  }

  private static func given(_ shingles: Set<UInt64>) -> Int? {
    guard shingles.count >= leastShingles else { return nil }
    let share = percent(shingles, in: template)
    return share > Self.share ? share : nil
  }

  func check(_ roster: Roster) -> [Finding] {
    let plans = roster.plans
    let accused = plans.indices.filter {
      plans[$0].isTierKnown && plans[$0].tier.value == .one && plans[$0].brief != nil
        && [.active, .draft].contains(plans[$0].writtenStatus)
    }
    guard !accused.isEmpty else { return [] }
    var sources = roster.program.segments.all.compactMap(Source.init)
    let first = sources.count
    sources += plans.map(Source.init)
    var briefs: [Int: Set<UInt64>] = [:]
    var findings: [Finding] = []
    for index in accused {
      let shingles = BriefWords.shingles(of: plans[index].brief?.text ?? "")
      guard shingles.count >= Self.leastShingles else { continue }
      if let given = Self.given(shingles) {
        findings.append(report(plans[index], given))
      } else {
        let own = shingles.subtracting(Self.template)
        if own.count >= Self.leastShingles { briefs[first + index] = own }
      }
    }
    let runs = SharedRuns(of: briefs.values, in: sources.map(\.text))
    for index in briefs.keys.sorted() {
      guard let own = briefs[index] else { continue }
      for other in runs.likely(to: index, own) {
        let theirs = briefs[other] ?? BriefWords.shingles(of: sources[other].text)
        let share = Self.percent(own, in: theirs)
        guard share > Self.share else { continue }
        // Of two tier-1 plans that have the same brief, the later one is accused.
        let isAccusedItself =
          other > index && briefs[other].map { Self.percent($0, in: own) > Self.share } ?? false
        guard !isAccusedItself else { continue }
        findings.append(report(plans[index - first], share, as: sources[other]))
        break
      }
    }
    return findings
  }

  /// How much of `part` stands in `whole`, in percent, rounded down.
  private static func percent(_ part: Set<UInt64>, in whole: Set<UInt64>) -> Int {
    part.isEmpty ? 0 : 100 * part.count(where: whole.contains) / part.count
  }

  /// A brief that another can have been copied from.
  private struct Source {
    let name: String
    let text: String
    let place: Place
    let isSegment: Bool

    init(_ plan: Card) {
      (name, text, isSegment) = (plan.account.value, plan.brief?.text ?? "", false)
      place = Place(path: plan.path, span: plan.brief?.heading ?? plan.opening)
    }

    init?(_ segment: Segment) {
      guard let brief = segment.brief else { return nil }
      (name, text, isSegment) = (segment.name.value, brief.text, true)
      place = Place(path: segment.path, span: brief.heading)
    }
  }

  private func report(_ plan: Card, _ share: Int, as other: Source) -> Finding {
    finding(
      in: plan, at: plan.brief?.heading ?? plan.opening,
      "\(share)% of the brief stands in that of \(other.isSegment ? "the segment " : "")"
        + "\(other.name) too",
      notes: [Note("same", other.name, at: other.place)],
      help: "write what is true of \(plan.account.value) only: their numbers, their people, their "
        + "dates"
        + (other.isSegment
          ? ", and leave to the segment what is true of all"
          : "; what both share belongs in a segment"))
  }

  private func report(_ plan: Card, _ share: Int) -> Finding {
    finding(
      in: plan, at: plan.brief?.heading ?? plan.opening,
      "\(share)% of the brief is the text that `planc new` gives",
      help: "write below each heading what is true of \(plan.account.value)")
  }
}
