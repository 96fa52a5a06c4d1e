import PlanMetrics
import PlanModel

/// The sections of an account's review.
struct ReviewSections {
  let review: ReviewFacts
  /// The way from the page to the site's root.
  let root: String

  var plan: Plan { review.plan }
  var figures: Figures { review.figures }
  private var model: SiteModel { review.facts.model }

  init(_ review: ReviewFacts, root: String) {
    self.review = review
    self.root = root
  }

  func all(_ notes: inout Footnotes) -> [SectionBlock] {
    let (promises, movement) = (self.promises(&notes), self.movement(&notes))
    let (objectives, committee) = (self.objectives(&notes), CommitteeTable(review).section)
    let all = [
      promises, movement, objectives, committee, whitespace, actionPlan(&notes), risks(&notes),
    ]
    let lacking = all.map(\.lacks).filter { !$0.isEmpty }
    return all.filter(\.lacks.isEmpty) + (lacking.isEmpty ? [] : [self.lacking(lacking)])
  }

  /// What the plan does not say yet, in a line instead of a section each.
  private func lacking(_ parts: [String]) -> SectionBlock {
    let hint: HTML =
      review.account.page.map { page in
        " Each is a section of <a href=\"\(root)\(page)\">the plan</a>."
      } ?? ""
    return SectionBlock(
      id: "lacking", title: "What the plan does not say yet",
      body: "<p class=\"fig\">\(Wording.capital(Wording.list(parts, limit: 9))).\(hint)</p>")
  }

  /// What was said in the last review, in its own words; empty where no review was written.
  private func quote(_ notes: inout Footnotes) -> HTML {
    let held = (plan.reviews?.items ?? []).filter { $0.day.value <= review.today }
    guard let last = held.max(by: { $0.day.value < $1.day.value }), !last.decided.value.isEmpty
    else { return "" }
    return """
      <p class="fig">“\(last.decided.value)”\(notes.mark(last.decided.span, in: plan)) \
      <span class="muted">Review of \(figures.day(last.day.value))</span></p>
      """
  }

  /// A line in place of a table or picture that has no data.
  static func hint(_ html: HTML) -> HTML { "<p class=\"fig muted\">\(html)</p>" }

  // MARK: The state

  func state(_ notes: inout Footnotes) -> [StateFigure] {
    let account = review.account
    let deals = review.facts.measures.pipelineDeals
    let deal = deals.max { ($0.amount?.value ?? .zero) < ($1.amount?.value ?? .zero) }
    let pipeline =
      deals.isEmpty
      ? "none" : account.pipeline > .zero ? figures.money(account.pipeline) : "no amount"
    let asked = account.minimumEngaged.map { ", \($0) asked for" } ?? ""
    let nobody: HTML = "<b>nobody</b>"
    let sponsor = model.name(account.sponsor).map { "\($0)" as HTML }
    return [
      StateFigure("Pipeline", "\(pipeline)" + notes.mark(deal?.amount?.span, in: plan)),
      closes(&notes),
      StateFigure(
        "Engaged\(asked)",
        account.known == 0 ? "nobody known" : "\(account.engaged) of \(account.known)"),
      StateFigure("MEDDPICC", qualification(&notes)),
      stage(&notes), StateFigure("Owner", model.name(account.owner).map { "\($0)" } ?? nobody),
      StateFigure("Sponsor", sponsor ?? (account.needsSponsor ? nobody : "–")), reviewed(&notes),
    ]
  }

  private func closes(_ notes: inout Footnotes) -> StateFigure {
    guard let close = review.account.close else { return StateFigure("Closes", "–") }
    let span = review.facts.measures.pipelineDeals.first { $0.close?.value == close }?.close?.span
    let days = close - review.today
    return StateFigure(
      days == 0 ? "Closes today" : "Closes, in \(Wording.count(days, "day"))",
      "\(figures.day(close))" + notes.mark(span, in: plan))
  }

  private func stage(_ notes: inout Footnotes) -> StateFigure {
    let stage = review.account.stage.rawValue
    guard plan.stage != nil, let since = plan.stageSince, since.value <= review.today else {
      return StateFigure(plan.stage == nil ? "Stage, derived" : "Stage", "\(stage)")
    }
    return StateFigure(
      "Stage, for \(Wording.count(review.today - since.value, "day"))",
      "\(stage)" + notes.mark(since.span, in: plan))
  }

  /// The score of the largest deal, of what it can be at most: three for each element.
  private func qualification(_ notes: inout Footnotes) -> HTML {
    let deals = review.facts.measures.deals
    let deal = deals.max { ($0.amount?.value ?? .zero) < ($1.amount?.value ?? .zero) }
    let hasNone = plan.opportunities?.items.isEmpty ?? true
    let table = hasNone ? plan.meddpicc?.items.first : deal.flatMap(plan.qualification)
    guard let item = table, let first = item.elements.first else { return "–" }
    var scores: [Element: Int] = [:]
    for answer in item.elements { scores[answer.element.value] = answer.score?.value ?? 0 }
    let sum = scores.values.reduce(0, +)
    return "\(sum) of \(Element.allCases.count * 3)" + notes.mark(first.row, in: plan)
  }

  private func reviewed(_ notes: inout Footnotes) -> StateFigure {
    guard let last = review.facts.measures.lastReview else {
      return StateFigure("Last review", "never")
    }
    let day: HTML = "\(figures.day(last.value))"
    let note = notes.mark(last.span, in: plan)
    guard review.account.isLate, let since = review.account.sinceReview,
      let every = review.account.reviewEvery
    else { return StateFigure("Last review", day + note) }
    let late = Wording.count(since - every, "day")
    return StateFigure("Last review", day + "<span class=\"late\">, \(late) late</span>" + note)
  }

  // MARK: Promises and movement

  private func promises(_ notes: inout Footnotes) -> SectionBlock {
    let promises = review.promises
    let title = ReviewSentences.promises(PromiseCount(promises))
    let quote = quote(&notes)
    guard !promises.isEmpty else {
      return SectionBlock(
        id: "promises", title: "What the last review said", body: quote,
        lacks: quote.isEmpty ? "reviews and their promises" : "")
    }
    var table = DataTable(
      "Promises", [.text("Promise"), .text("Whose"), .number("Due"), .number("Outcome")])
    table.data = DataLinks(.reviews, root: root)
    for promise in promises.prefix(PromiseRow.limit) {
      let row = PromiseRow(promise, figures)
      table.rows.append([
        row.text + notes.mark(promise.task.row, in: plan), "\(review.people(promise.task))",
        row.due, row.outcome,
      ])
    }
    let days = Set(promises.map(\.made)).sorted(by: >)
    let reviews = Wording.list(days.map(figures.day), limit: 3)
    return SectionBlock(
      id: "promises", title: title,
      note: "Made in the \(days.count == 1 ? "review" : "reviews") of \(reviews)",
      body: quote
        + Self.table(table, promises.count, PromiseRow.limit, "promise", in: "the plan"))
  }

  private func movement(_ notes: inout Footnotes) -> SectionBlock {
    let title = ReviewSentences.movement(review)
    let events = MovementEvent.all(review)
    guard !events.isEmpty else {
      return SectionBlock(
        id: "moved", title: title,
        body: HTML(), lacks: "days of what moved")
    }
    var table = DataTable("What moved", [.text("What"), .text("Which"), .number("Day")])
    for event in events.prefix(MovementEvent.limit) {
      let late: HTML =
        event.isLate
        ? "<span class=\"late\">\(figures.day(event.day))</span>" : "\(figures.day(event.day))"
      table.rows.append([
        "\(event.what)", event.text + notes.mark(event.source, in: plan), late,
      ])
    }
    let from =
      review.movement.isReview
      ? "since the review of \(figures.dayInFull(review.movement.since))"
      : "in the last quarter, for no earlier review is written"
    return SectionBlock(
      id: "moved", title: title, note: "What the plan dates \(from)",
      body: Self.table(table, events.count, MovementEvent.limit, "event", in: "the plan"))
  }

  // MARK: Whitespace and risks

  private var whitespace: SectionBlock {
    let matrix = WhitespaceMatrix(plan, model.program, figures)
    guard !matrix.listed.isEmpty else {
      return SectionBlock(
        id: "whitespace", title: "No whitespace is mapped yet",
        body: HTML(), lacks: "whitespace")
    }
    let title = AccountSentences.whitespace(matrix)
    return SectionBlock(
      id: "whitespace", title: title,
      note: "Potential by offering and buying center; what is in a deal is not counted",
      body: matrix.picture(
        title: title, Citations(model, review.plan, root: "../")
      ).html)
  }

  private static let riskLimit = 12

  private func risks(_ notes: inout Footnotes) -> SectionBlock {
    let risks = (plan.risks?.items ?? []).enumerated().sorted { left, right in
      let (a, b) = (
        left.element.severity?.value.order ?? 0, right.element.severity?.value.order ?? 0
      )
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
    let title = ReviewSentences.risks(risks)
    guard !risks.isEmpty else {
      return SectionBlock(
        id: "risks", title: title,
        body: HTML(), lacks: "risks")
    }
    var table = DataTable(
      "Risks", [.text("Risk"), .text("Severity"), .text("Answer"), .text("Owner")])
    table.data = DataLinks(.risks, root: root)
    for risk in risks.prefix(Self.riskLimit) {
      let severity = risk.severity.map { "\($0.value.rawValue)" } ?? "–"
      table.rows.append([
        "\(risk.risk.value)" + notes.mark(risk.row, in: plan), "\(severity)",
        risk.mitigation.map { "\($0.value)" } ?? "<b>none written</b>",
        "<span class=\"nb\">\(model.name(risk.owner?.value) ?? "nobody")</span>",
      ])
    }
    return SectionBlock(
      id: "risks", title: title, note: "As the plan has them, the most severe first",
      body: Self.table(table, risks.count, Self.riskLimit, "risk", in: "the plan"))
  }

  /// A table, and what is said of rows that are not in it.
  static func table(
    _ table: DataTable, _ all: Int, _ limit: Int, _ one: String, in place: HTML
  ) -> HTML {
    let rest: HTML =
      all > limit
      ? "<p class=\"fig muted\">and \(Wording.count(all - limit, "other \(one)")) in \(place)</p>"
      : ""
    return "<div class=\"fig\">\(table.html)</div>\(rest)"
  }
}

/// A promise as a row of a table.
struct PromiseRow {
  /// Rows of a table.
  static let limit = 12

  let text: HTML
  let due: HTML
  let outcome: HTML

  init(_ promise: Promise, _ figures: Figures) {
    let task = promise.task
    due = task.due.map { "\(figures.day($0.value))" } ?? "–"
    let done = task.done.map { ", \(figures.day($0.value))" } ?? ""
    switch promise.outcome {
    case .kept:
      text = "\(task.text.value)"
      outcome = "kept\(done)"
    case .keptLate(let days):
      text = "\(task.text.value)"
      outcome = "kept\(done), \(Wording.count(days, "day")) late"
    case .broken(let days):
      text = "<b>\(task.text.value)</b>"
      outcome = "<span class=\"late\">broken, \(Wording.count(days, "day"))</span>"
    case .open:
      text = "\(task.text.value)"
      outcome = "open"
    }
  }
}
