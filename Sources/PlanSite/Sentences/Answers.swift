import PlanMetrics
import PlanModel

/// A question that somebody asks in a meeting, and its answer in a number.
struct AnswerView: View {
  let question: String
  let number: String
  let unit: String
  let picture: HTML
  let text: HTML

  static let fields: [Field<AnswerView>] = [
    .text("question") { $0.question }, .text("number") { $0.number }, .text("unit") { $0.unit },
    .html("picture") { $0.picture }, .html("text") { $0.text },
  ]
}

extension AnswerView {
  /// An answer that is a share; a whole of four digits stands beside its unit, for want of room.
  fileprivate init(
    question: String, _ part: Int, of whole: Int, _ unit: String, picture: HTML, text: HTML
  ) {
    let isLarge = whole >= 1000
    self.init(
      question: question,
      number: isLarge ? Wording.grouped(part) : "\(part) of \(whole)",
      unit: isLarge ? "of \(Wording.grouped(whole)) \(unit)" : unit, picture: picture, text: text)
  }
}

/// The six answers of the home page.
enum Answers {
  /// Accounts named in an answer.
  private static let named = 3

  static func all(_ model: SiteModel, _ loads: [Load]) -> [AnswerView] {
    let goal = [
      PaceSentences.pace(model.pace, model.figures), PaceSentences.cover(model.pace, model.figures),
    ].compactMap { $0 }
    let rest = [money(model), sponsors(model), reviews(model), load(model, loads)]
    guard goal.count < 2 else { return goal + rest }
    return [rest[0], threads(model)] + rest[1...] + [findings(model)]
  }

  private static func names(_ accounts: [Account], _ model: SiteModel) -> HTML {
    let links = accounts.prefix(named).map { model.link($0, root: "") }.joined(by: ", ")
    let rest = accounts.count - named
    return rest > 0 ? links + " and \(Wording.count(rest, "other"))." : links + "."
  }

  static func money(_ model: SiteModel) -> AnswerView {
    let total = model.summary.pipeline
    let parts = zip(Tier.allCases, ["fa", "fa2", "fs"]).map { tier, style in
      (share: (model.summaries[tier]?.pipeline ?? .zero).share(of: total), style: style)
    }
    let this = model.active.map(\.pipelineThisYear).total
    let top = model.active.max { $0.pipeline < $1.pipeline }
    let goal = model.pace.pipelineGoal
    let text: HTML
    if let top, top.pipeline > .zero {
      text = """
        \(goal == nil ? "\(model.figures.money(this)) of it" : "Open pipeline; \(model.figures.money(this)) of it") closes this fiscal year; \(model.figures.money(top.pipeline)) \
        is \(model.link(top, root: "")).
        """
    } else {
      text = "No opportunity is open and still to close."
    }
    return AnswerView(
      question: "Where is the money?", number: model.figures.money(total),
      unit: goal.map { "of \(model.figures.money($0))" } ?? "open",
      picture: Micro.parts(parts), text: text)
  }

  static func threads(_ model: SiteModel) -> AnswerView {
    let single = model.active.filter(\.isSingleThreaded).sorted { $0.pipeline > $1.pipeline }
    let deals = model.summary.penetrated
    return AnswerView(
      question: "Which deals lack a second person?", single.count, of: deals, "with a deal",
      picture: Micro.boxes(single.count, of: deals, "i"),
      text: single.isEmpty
        ? (deals == 0 ? "No deal is open." : "Nothing: each deal has two people or more.")
        : names(single, model))
  }

  static func sponsors(_ model: SiteModel) -> AnswerView {
    let lacking = model.active.filter { $0.needsSponsor && $0.sponsor == nil }
    let required = model.summary.sponsorRequired
    return AnswerView(
      question: "Who lacks a sponsor?", lacking.count, of: required, "in need",
      picture: Micro.boxes(lacking.count, of: required, "n si dash", rest: "fa2"),
      text: lacking.isEmpty
        ? (required == 0 ? "No account has to have one yet." : "Nobody.") : names(lacking, model))
  }

  static func reviews(_ model: SiteModel) -> AnswerView {
    let late = model.active.filter(\.isLate).sorted { left, right in
      let (a, b) = (left.sinceReview ?? 0, right.sinceReview ?? 0)
      let (x, y) = (a * (right.reviewEvery ?? 1), b * (left.reviewEvery ?? 1))
      return x != y ? x > y : left.index < right.index
    }
    let never = model.summary.neverReviewed
    let text: HTML
    if !late.isEmpty {
      let unread = never == 0 ? "" : " \(Wording.capital(Wording.spelled(never))) never reviewed."
      text = names(late, model) + "\(unread)"
    } else if never > 0 {
      text =
        "None is late; \(Wording.spelled(never)) \(Wording.verb(never, "was", "were")) never reviewed."
    } else {
      text = model.active.isEmpty ? "There is no active plan." : "None: all were reviewed in time."
    }
    return AnswerView(
      question: "Which plans are stale?", late.count, of: model.active.count, "late",
      picture: Micro.boxes(late.count, of: model.active.count, "fl", rest: "fh"),
      text: text)
  }

  static func load(_ model: SiteModel, _ loads: [Load]) -> AnswerView {
    let question = "Who is overloaded?"
    if let first = loads.first(where: { $0.over != nil }), let over = first.over {
      let others = loads.count { $0.over != nil } - 1
      let more = others > 0 ? ", and \(Wording.count(others, "other owner"))" : ""
      let money =
        first.pipeline > .zero ? ", with \(model.figures.money(first.pipeline)) open" : ""
      return AnswerView(
        question: question, number: "\(over.count)",
        unit: "tier-\(over.tier.rawValue) accounts, \(over.limit) at most",
        picture: Micro.load(over.count, limit: over.limit),
        text: "\(model.person(first.owner, root: ""))\(money)\(more).")
    }
    guard let first = loads.first else {
      return AnswerView(
        question: question, number: "–", unit: "", picture: Micro.parts([]),
        text: "No account has an owner: write <code>owner</code> into the plans.")
    }
    return AnswerView(
      question: question, number: "0 of \(loads.count)",
      unit: loads.count == 1 ? "owner" : "owners",
      picture: Micro.boxes(0, of: loads.count, "i", rest: "fa2"),
      text:
        "Nobody; \(holder(first, of: loads, model))"
    )
  }

  /// Who holds most, where one holds more than every other.
  private static func holder(_ first: Load, of loads: [Load], _ model: SiteModel) -> HTML {
    func all(_ load: Load) -> Int { load.accounts.values.reduce(0, +) }
    let who = model.person(first.owner, root: "")
    let tierOne = first.accounts[.one, default: 0]
    if tierOne > 0, loads.dropFirst().allSatisfy({ $0.accounts[.one, default: 0] < tierOne }) {
      return "\(who) holds most of tier 1, \(Wording.count(all(first), "account")) in all."
    }
    let most = loads.map(all).max() ?? 0
    let holders = loads.filter { all($0) == most }
    guard holders.count == 1, let one = holders.first else {
      return "nobody holds more than \(Wording.count(most, "account"))."
    }
    return "\(model.person(one.owner, root: "")) holds most, \(Wording.count(most, "account"))."
  }

  static func findings(_ model: SiteModel) -> AnswerView {
    let clean = model.active.count { $0.errors == 0 }
    let all = max(model.errors + model.warnings, 1)
    return AnswerView(
      question: "Are the plans in order?", clean, of: model.active.count, "in order",
      picture: Micro.parts([
        (Double(model.errors) / Double(all), "i"), (Double(model.warnings) / Double(all), "fh"),
      ]),
      text: """
        <a href="report.html">\(Wording.count(model.errors, "error")) and \
        \(Wording.count(model.warnings, "warning"))</a> in \(Wording.count(model.input.files, "plan")).
        """)
  }
}
