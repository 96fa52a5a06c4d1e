import PlanMetrics
import PlanModel
import PlanSource

/// A tier-1 brief that is mostly another plan's, or the template's.
struct Boilerplate: PortfolioRule {
  static let about = RuleInfo(
    name: "brief/boilerplate", level: .warning,
    summary:
      "A tier-1 brief that is mostly the same as another plan's, or as what `planc new` gave.",
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
  /// A run that stands in more plans than these is looked for in the first of them only, so that the cost grows with
  /// the text.
  private static let plansAShingle = 8

  func check(_ roster: Roster) -> [Finding] {
    let plans = roster.plans
    let accused = plans.indices.filter {
      plans[$0].isTierKnown && plans[$0].tier.value == .one && plans[$0].brief != nil
        && [.active, .draft].contains(plans[$0].writtenStatus)
    }
    guard !accused.isEmpty else { return [] }
    let template = BriefWords.shingles(
      of: BriefPart.allCases.map(\.hint).joined(separator: "\n"))
    let all = accused.map { BriefWords.shingles(of: plans[$0].brief?.text ?? "") }
    var briefs: [Int: Set<UInt64>] = [:]
    var findings: [Finding] = []
    for (index, shingles) in zip(accused, all) where shingles.count >= Self.leastShingles {
      let given = Self.percent(shingles, in: template)
      if given > Self.share {
        findings.append(report(plans[index], given))
      } else {
        let own = shingles.subtracting(template)
        if own.count >= Self.leastShingles { briefs[index] = own }
      }
    }
    let places = places(of: briefs, in: plans)
    for index in briefs.keys.sorted() {
      if let (other, share) = twin(of: index, briefs, places, plans) {
        findings.append(report(plans[index], share, as: plans[other]))
      }
    }
    return findings
  }

  /// The first plans, in the portfolio's order, in which each of the wanted runs stands.
  private func places(of briefs: [Int: Set<UInt64>], in plans: [Card]) -> [UInt64: [Int]] {
    var places: [UInt64: [Int]] = [:]
    for shingles in briefs.values { for shingle in shingles { places[shingle] = [] } }
    guard !places.isEmpty else { return [:] }
    for index in plans.indices {
      guard let brief = plans[index].brief else { continue }
      BriefWords.eachShingle(of: brief.text) { shingle in
        guard let known = places[shingle], known.count <= Self.plansAShingle, known.last != index
        else { return }
        places[shingle]?.append(index)
      }
    }
    return places
  }

  /// The plan that has most of a brief, and the share in percent. Of two tier-1 plans that have the same brief, the later one is
  /// accused.
  private func twin(
    of index: Int, _ briefs: [Int: Set<UInt64>], _ places: [UInt64: [Int]], _ plans: [Card]
  ) -> (plan: Int, share: Int)? {
    guard let own = briefs[index] else { return nil }
    var counts: [Int: Int] = [:]
    for shingle in own {
      for place in places[shingle] ?? [] where place != index { counts[place, default: 0] += 1 }
    }
    let likely = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    for (other, _) in likely {
      let theirs = briefs[other] ?? BriefWords.shingles(of: plans[other].brief?.text ?? "")
      let share = Self.percent(own, in: theirs)
      guard share > Self.share else { continue }
      let isAccusedItself =
        other > index && briefs[other].map { Self.percent($0, in: own) > Self.share } ?? false
      if !isAccusedItself { return (other, share) }
    }
    return nil
  }

  /// How much of `part` stands in `whole`, in percent, rounded down.
  private static func percent(_ part: Set<UInt64>, in whole: Set<UInt64>) -> Int {
    part.isEmpty ? 0 : 100 * part.count(where: whole.contains) / part.count
  }

  private func report(_ plan: Card, _ share: Int, as other: Card) -> Finding {
    finding(
      in: plan, at: plan.brief?.heading ?? plan.opening,
      "\(share)% of the brief stands in that of \(other.account.value) too",
      notes: [
        Note(
          "same", other.account.value,
          at: Place(path: other.path, span: other.brief?.heading ?? other.opening))
      ],
      help: "write what is true of \(plan.account.value) only: their numbers, their people, their "
        + "dates; what both share belongs in a segment")
  }

  private func report(_ plan: Card, _ share: Int) -> Finding {
    finding(
      in: plan, at: plan.brief?.heading ?? plan.opening,
      "\(share)% of the brief is the text that `planc new` gives",
      help: "write below each heading what is true of \(plan.account.value)")
  }
}
