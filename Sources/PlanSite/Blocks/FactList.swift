import PlanModel
import PlanSource

/// What stands at the head of an account's page, without what nobody wrote.
struct FactList {
  let facts: AccountFacts
  let citations: Citations

  init(_ facts: AccountFacts, _ citations: Citations) {
    self.facts = facts
    self.citations = citations
  }

  private var plan: Plan { facts.plan }
  private var figures: Figures { facts.figures }

  /// The items of a description list.
  var html: HTML {
    let pairs: [(String, HTML?)] = [
      ("Stage", stage), ("Deals", deals), ("Owner", owner), ("Sponsor", sponsor), ("Pod", pod),
      ("Segment", plan.segment.map { facts.model.link(segment: $0.value, root: "../") }),
      ("Score", score), ("Motion", plan.motion.map { "\($0.value.spoken)" }), ("Fit", fit),
      ("Potential", potential),
      ("Reviewed", reviewed), ("Review", reviewPage), ("Plan", edit),
      ("Domain", plan.domain.map { "\($0.value)" }),
      ("CRM", plan.crmID.map { "\($0.value)" }), ("Links", links), ("Tags", tags),
      ("Findings", findings),
    ]
    return pairs.compactMap { label, value -> HTML? in
      value.flatMap { $0.isEmpty ? nil : "<dt>\(label)</dt><dd>\($0)</dd>" }
    }.joined()
  }

  private var stage: HTML? {
    let stage = facts.measures.stage.rawValue
    let derived = plan.stage == nil ? ", derived" : ""
    guard let since = plan.stageSince, since.value <= facts.today else {
      return "\(stage)\(derived)"
    }
    return "\(stage)\(derived) for \(Wording.count(facts.today - since.value, "day"))"
  }

  private var deals: HTML? {
    let deals = facts.measures.deals
    guard !deals.isEmpty else { return nil }
    var lines = deals.prefix(3).map { deal -> HTML in
      let money: HTML =
        deal.amount.map { citations.cite("\(figures.money($0.value))", $0.span) } ?? "no amount"
      let close =
        deal.close.map { close -> HTML in
          let day = citations.cite("\(figures.day(close.value))", close.span)
          return close.value < facts.today ? ", was to close \(day)" : ", closes \(day)"
        } ?? ""
      return "\(deal.name.value), \(money)\(close)"
    }
    if deals.count > 3 { lines.append("and \(deals.count - 3) more") }
    return lines.joined(by: "<br>")
  }

  /// `79, cut line 70; engagement 89, mqa at 40`.
  private var score: HTML? {
    let program = facts.model.program
    let engagement: HTML = """
      engagement \(facts.measures.engagement.score), mqa at \(program.engagement.mqa)
      """
    guard let score = facts.score else { return engagement }
    let line = plan.tier.value == .one ? program.score.first : program.score.second
    return """
      <a href="#score">\(Int(score.total.rounded()))</a>, cut line \(Figures.decimal(line)); \(engagement)
      """
  }

  private func person(_ id: String) -> HTML {
    let team = facts.model.program.people?[id]?.team.map { ", \($0)" } ?? ""
    return facts.model.person(id, root: "../") + "\(team)"
  }

  private var owner: HTML? {
    guard let owner = plan.owner?.value else { return "<b>nobody</b>" }
    return person(owner)
  }

  private var sponsor: HTML? {
    guard let sponsor = plan.sponsor?.value else {
      return facts.account.needsSponsor ? "<b>nobody</b>" : nil
    }
    let touch = facts.account.lastExecutiveTouch
    let text = touch.map { ", last touch \(figures.ago($0))" } ?? ", no touch yet"
    return person(sponsor) + "\(text)"
  }

  private var pod: HTML? {
    plan.pod.map { pod in
      pod.members.prefix(12).map { member -> HTML in
        "\(facts.model.person(member.person.value, root: "../")) (\(Wording.job(member.role.value)))"
      }.joined(by: ", ")
    }
  }

  private var fit: HTML? {
    plan.fit.prefix(12).map { pair -> HTML in
      "<span class=\"muted\">\(pair.name.value)</span> \(pair.value.value)"
    }.joined(by: ", ")
  }

  private var potential: HTML? {
    var parts: [HTML] = []
    if let acv = plan.potential.acv { parts.append("\(figures.money(acv.value)) a year") }
    if let ceiling = plan.potential.ceiling {
      parts.append("up to \(figures.money(ceiling.value))")
    }
    if let weight = plan.potential.strategic {
      parts.append("strategic weight \(weight.value.rawValue)")
    }
    return parts.joined(by: ", ")
  }

  private var reviewed: HTML? {
    guard let last = facts.measures.lastReview, let since = facts.measures.daysSinceReview else {
      return facts.measures.reviewEvery.map { "never; due every \($0 == 1 ? "day" : "\($0) days")" }
    }
    guard let every = facts.measures.reviewEvery else { return "\(figures.day(last.value))" }
    if facts.measures.isReviewLate {
      return """
        \(figures.day(last.value)), <span class="late">\(Wording.count(since - every, "day")) late</span>
        """
    }
    return "\(figures.day(last.value)), \(since) of \(every) days gone"
  }

  /// Where the plan is edited in the browser, if the settings name the repository.
  private var edit: HTML? {
    facts.model.host.map { "<a href=\"\($0.editor(of: plan.path))\">Edit this plan</a>" }
  }

  private var reviewPage: HTML? {
    facts.model.paths.reviews.accounts[plan.path].map { "<a href=\"../\($0)\">Review page</a>" }
  }

  private var links: HTML? {
    plan.links.prefix(12).map { pair -> HTML in
      guard let href = Links.outside(pair.value.value) else {
        return "\(pair.name.value) (\(pair.value.value))"
      }
      return "<a href=\"\(href)\" rel=\"noopener noreferrer\">\(pair.name.value)</a>"
    }.joined(by: ", ")
  }

  private var tags: HTML? {
    plan.tags.prefix(20).map { tag -> HTML in "\(tag.value)" }.joined(by: ", ")
  }

  private var findings: HTML? {
    let account = facts.account
    let parts = [
      (account.errors, "error", "errors"), (account.warnings, "warning", "warnings"),
      (account.advice, "piece of advice", "pieces of advice"),
    ].filter { $0.0 > 0 }.map { Wording.count($0.0, $0.1, $0.2) }
    return parts.isEmpty ? "none" : "<a href=\"#plan\">\(parts.joined(separator: ", "))</a>"
  }
}
