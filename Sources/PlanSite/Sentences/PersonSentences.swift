import PlanModel

/// What the page of one of ours says.
enum PersonSentences {
  /// What the lead may say, as clauses.
  static let clauses: [Remark<Plate, HTML>] = [
    Remark("tasks", 4) { tasksClause($0) },
    Remark("accounts", 3) { accountsClause($0) },
    Remark("sponsor", 2.5) { plate in
      let cold = plate.sponsored.count { !$0.isCovered }
      guard cold > 0 else { return nil }
      return """
        <a href="#sponsored">\(part(cold, of: plate.sponsored.count, "sponsored account"))</a> \
        \(Wording.verb(cold, "lacks", "lack")) executive cover
        """
    },
    Remark("quiet", 2) { plate in
      let deciders = plate.quiet.count(where: \.contact.decides)
      guard deciders > 0 else { return nil }
      return "<a href=\"#quiet\">\(Wording.count(deciders, "decider"))</a> went quiet"
    },
    Remark("covered", 1) { plate in
      guard !plate.sponsored.isEmpty, plate.sponsored.allSatisfy(\.isCovered) else { return nil }
      let all = plate.sponsored.count
      return "\(part(all, of: all, "sponsored account")) \(Wording.verb(all, "is", "are")) covered"
    },
    Remark("plays", 0.5) { plate in
      guard let next = plate.plays.first else { return nil }
      let count = plate.plays.count
      let which =
        count == 1 ? "the one planned play" : "the next of \(Wording.grouped(count)) planned plays"
      return "\(which) is \(ahead(next.play.date.value - plate.today))"
    },
  ]

  /// `today`, `tomorrow`, `in 12 days`.
  private static func ahead(_ days: Int) -> String {
    days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
  }

  /// `the one account`, `both accounts`, `all 8 accounts`, `3 of 8 accounts`.
  private static func part(_ count: Int, of all: Int, _ word: String) -> String {
    if count < all { return "\(Wording.grouped(count)) of \(Wording.count(all, word))" }
    switch all {
    case 1: return "the one \(word)"
    case 2: return "both \(word)s"
    default: return "all \(Wording.count(all, word))"
    }
  }

  /// `3 tasks are late and 4 fall due in the next 7 days; the review of 1 of 8 accounts is late.`
  static func lead(_ plate: Plate) -> HTML {
    let said = clauses.said(of: plate, limit: 3)
    guard !said.isEmpty else {
      let dates =
        plate.dates > 0 ? " but \(Wording.count(plate.dates, "day")) in the calendar" : ""
      return "Nothing is on the plate of \(plate.name)\(dates)."
    }
    return said.joined(by: "; ").capital + "."
  }

  /// What the cadence asks for: what is late, else what falls due.
  private static func accountsClause(_ plate: Plate) -> HTML? {
    let all = plate.owned.count
    guard all > 0 else { return nil }
    let (late, soon) = (plate.owned.count(where: \.isLate), plate.reviewsThisWeek)
    let due = "\(Wording.verb(soon, "falls", "fall")) due in the next 7 days"
    let count = late > 0 ? late : soon
    guard count > 0 else {
      return all == 1
        ? "the review of <a href=\"#accounts\">the one account</a> is not late"
        : "no review of <a href=\"#accounts\">\(Wording.count(all, "account"))</a> is late"
    }
    let what = late > 0 ? Wording.verb(late, "is", "are") + " late" : due
    let more = late > 0 && soon > 0 ? " and \(Wording.grouped(soon)) \(due)" : ""
    return """
      the \(Wording.verb(count, "review", "reviews")) of \
      <a href="#accounts">\(part(count, of: all, "account"))</a> \(what)\(more)
      """
  }

  private static func tasksClause(_ plate: Plate) -> HTML? {
    let (late, soon) = (plate.late.count, plate.thisWeek.count)
    guard !plate.duties.isEmpty else { return nil }
    let lateText: HTML =
      """
      <a href="#tasks">\(Wording.count(late, "task"))</a> \(Wording.verb(late, "is", "are")) late
      """
    if late > 0, soon > 0 {
      return lateText
        + " and \(Wording.grouped(soon)) \(Wording.verb(soon, "falls", "fall")) due in the next 7 days"
    }
    if late > 0 { return lateText }
    if soon > 0 {
      return """
        <a href="#tasks">\(Wording.count(soon, "task"))</a> \(Wording.verb(soon, "falls", "fall")) due in \
        the next 7 days
        """
    }
    let all = plate.duties.count
    if all == 1 {
      let when = plate.duties[0].due.map { "falls due \(ahead($0 - plate.today))" } ?? "has no day"
      return "the <a href=\"#tasks\">one open task</a> \(when)"
    }
    return """
      \(all == 2 ? "neither" : "none") of the <a href="#tasks">\(Wording.count(all, "open task"))</a> \
      falls due in the next 7 days
      """
  }

  /// `Three of seven open tasks are late, the oldest by 12 days`.
  static func tasks(_ plate: Plate, _ figures: Figures) -> String {
    guard let first = plate.duties.first else { return "No task is open" }
    let all = plate.duties.count
    if let due = plate.late.first?.due {
      let late = plate.late.count
      let days = Wording.count(plate.today - due, "day")
      if all == 1 { return "The one open task is \(days) late" }
      let whole =
        late == all
        ? "\(Wording.capital(Wording.all(all))) open tasks"
        : "\(Wording.capital(Wording.spelled(late))) of \(Wording.spelled(all)) open tasks"
      let verb = Wording.verb(late, "is", "are")
      return "\(whole) \(verb) late, \(late == 1 ? "by" : "the oldest by") \(days)"
    }
    guard let due = first.due else {
      return all == 1 ? "The one open task has no day" : "No open task has a day"
    }
    let when = due == plate.today ? "today" : "on \(figures.weekday(due))"
    if all == 1 { return "The one open task falls due \(when)" }
    return "Nothing is late; the first of \(Wording.spelled(all)) open tasks falls due \(when)"
  }

  /// `Four plays are planned, the first on Tue 24 Nov`.
  static func plays(_ plays: [Plate.Planned], _ figures: Figures) -> String {
    guard let first = plays.first else { return "No play is planned" }
    let day = first.play.date.value
    let when = day == figures.today ? "today" : "on \(figures.weekday(day))"
    if plays.count == 1 { return "One play is planned, \(when)" }
    let count = Wording.capital(Wording.spelled(plays.count, "play"))
    return "\(count) are planned, the first \(when)"
  }

  /// `Eight accounts hold €1.42M of open pipeline`.
  static func accounts(_ accounts: [Account], _ figures: Figures) -> String {
    let count = Wording.capital(Wording.spelled(accounts.count, "account"))
    let sum = accounts.map(\.pipeline).total
    guard sum > .zero else {
      return "\(count), without open pipeline"
    }
    let holding = accounts.count { $0.pipeline > .zero }
    let who =
      holding == accounts.count
      ? count
      : "\(Wording.capital(Wording.spelled(holding))) of \(Wording.spelled(accounts.count, "account"))"
    return
      "\(who) \(Wording.verb(holding, "holds", "hold")) \(figures.money(sum)) of open pipeline"
  }

  /// `Two of three sponsored accounts are covered`.
  static func sponsored(_ accounts: [Account]) -> String {
    let covered = accounts.count(where: \.isCovered)
    let all = accounts.count
    if all == 1 {
      return covered == 1
        ? "The one sponsored account is covered" : "The one sponsored account is not covered"
    }
    if covered == all {
      return "\(Wording.capital(Wording.all(all))) sponsored accounts are covered"
    }
    if covered == 0 {
      return "\(Wording.capital(Wording.none(of: all))) sponsored accounts is covered"
    }
    return
      "\(Wording.capital(Wording.spelled(covered))) of \(Wording.spelled(all)) sponsored accounts "
      + "\(Wording.verb(covered, "is", "are")) covered"
  }

  /// `Five people of theirs went quiet, two of whom decide`.
  static func quiet(_ quiet: [Plate.Quiet]) -> String {
    let count = Wording.spelled(quiet.count, "person", "people")
    let deciders = quiet.count(where: \.contact.decides)
    let base = "\(Wording.capital(count)) of theirs went quiet"
    if quiet.count == 1 { return deciders == 1 ? base + ", and decides" : base }
    if deciders == quiet.count { return base + ", all of whom decide" }
    if deciders == 0 { return base + ", none of whom decides" }
    return base
      + ", \(Wording.spelled(deciders)) of whom \(Wording.verb(deciders, "decides", "decide"))"
  }
}
