import PlanMetrics
import PlanModel

/// What a card says of a contact.
struct CardText {
  let roles: String
  /// `++`, `+`, `0`, `−`, `−−`, `?`.
  let sign: String
  /// The class of the bar at the left.
  let bar: String
  /// Who of ours the last answer went to, or whom the plan puts beside them; empty where neither is written.
  let owner: String
  let last: String
  /// Not heard in the window.
  let isQuiet: Bool

  init(
    _ contact: Contact, _ measure: PlanMeasures.ContactMeasure, _ plan: Plan,
    _ measures: PlanMeasures, _ touches: Touches, _ model: SiteModel
  ) {
    roles = Self.roles(contact)
    (sign, bar) = Self.stance(contact)
    let written = model.name(contact.owner?.value).map { "for \($0)" }
    let met = Self.met(contact, measure, plan, measures, touches).flatMap { model.name($0) }
    let nobody = measure.lastEngaged == nil && !contact.hasLeft ? "nobody yet" : ""
    owner = met.map { "with \($0)" } ?? written ?? nobody
    if contact.hasLeft {
      last = "has left"
    } else if let day = measure.lastEngaged {
      let days = model.today - day
      last = days == 0 ? "today" : "\(days) d ago"
    } else {
      last = "never"
    }
    isQuiet = !measure.isEngaged
  }

  /// Whom of ours the contact answered on the last day on which they did.
  private static func met(
    _ contact: Contact, _ measure: PlanMeasures.ContactMeasure, _ plan: Plan,
    _ measures: PlanMeasures, _ touches: Touches
  ) -> String? {
    let last = touches[contact].all.last { number in
      measures.touches[number].isAnswered && measures.touches[number].day == measure.lastEngaged
    }
    return last.flatMap { plan.plays?.items[measures.touches[$0].index].by.first?.value }
  }

  /// What the card of a role asks that nobody holds.
  static func question(_ role: Role) -> String {
    switch role {
    case .economicBuyer, .champion, .executiveSponsor: "Who is the \(role.spoken)?"
    default: "Who is \(Wording.part(role))?"
    }
  }

  /// `champion, end user`.
  static func roles(_ contact: Contact) -> String {
    let roles = contact.roles.map(\.value.spoken).joined(separator: ", ")
    return roles.isEmpty ? "no role written" : roles
  }

  /// The sign of a stance, and the class of its colour.
  static func stance(_ contact: Contact) -> (sign: String, bar: String) {
    if contact.hasLeft { return ("", "fh") }
    return switch contact.stance?.value {
    case .advocate: ("++", "p2")
    case .supporter: ("+", "p1")
    case .neutral: ("0", "p0")
    case .sceptic: ("−", "p-1")
    case .opponent: ("−−", "p-2")
    case .unknown, nil: ("?", "fs")
    }
  }

  /// Influence, informal, as filled dots of three.
  static func pips(_ grade: Grade?, _ x: Double, _ y: Double, in drawing: inout Drawing) {
    for index in 0..<3 {
      let isFilled = index < grade?.order ?? 0
      drawing.circle(x + Double(index) * 12, y, 3.5, isFilled ? "i" : "n ss")
    }
  }

  /// How to read a card, in a free place of the first row.
  static func key(_ x: Double, in drawing: inout Drawing) {
    drawing.text(x, 13, "How to read a card", "b")
    let stances = [("p2", "++"), ("p1", "+"), ("p0", "0"), ("p-1", "−"), ("p-2", "−−")]
    for (index, (style, sign)) in stances.enumerated() {
      let left = x + Double(index) * 22
      drawing.rect(left, 24, 18, 5, style)
      drawing.text(left + 9, 45, sign, "b c")
    }
    pips(.medium, x + 5, 66, in: &drawing)
    drawing.dots([(x + 5, 88)], "d8")
    drawing.circle(x + 22, 88, 3.5, "n sa")
    drawing.dots([(x + 39, 88)], "d2")
    let words = [
      (34.0, "stance, advocate"), (48, "to opponent"), (70, "informal influence"),
      (92, "answered, tried, none"), (106, "by week, up to today"),
    ]
    for (y, text) in words { drawing.text(x + 124, y, text, "m") }
  }

  /// The same in words.
  ///
  /// - Parameter isDrawn: Whether the wide drawing has it.
  static func key(_ window: Int?, isDrawn: Bool) -> HTML {
    let days = window.map { Wording.count($0, "day") } ?? "any time"
    let style: HTML = isDrawn ? " narrow" : ""
    return """
      <p class="small muted key\(style)">Bar and sign: stance, from ++ advocate to −− opponent. Three dots: \
      informal influence. Twelve dots: the weeks up to today; <b class="a">filled</b> answered, ring tried. \
      Bold at the lower right: no answer within the window (\(days)).</p>
      """
  }
}

/// What happened with each contact in each of the last twelve weeks.
struct ContactWeeks {
  private enum Mark { case tried, answered }
  private let plan: Plan
  private let measures: PlanMeasures
  private let touches: Touches

  init(_ plan: Plan, _ measures: PlanMeasures, _ touches: Touches) {
    self.plan = plan
    self.measures = measures
    self.touches = touches
  }

  /// Of twelve weeks, today's last.
  private func marks(of index: Int) -> [Mark?] {
    var marks = [Mark?](repeating: nil, count: 12)
    func note(_ day: Day, _ isAnswered: Bool) {
      let week = 11 - (measures.today - day) / 7
      guard marks.indices.contains(week) else { return }
      if isAnswered || marks[week] == nil { marks[week] = isAnswered ? .answered : .tried }
    }
    for number in touches[plan.contacts[index]].all.reversed() {
      let touch = measures.touches[number]
      guard measures.today - touch.day < 84 else { break }
      note(touch.day, touch.isAnswered)
    }
    if let day = measures.contacts[index].lastEngaged { note(day, true) }
    return marks
  }

  /// `answered in 2 of 12 weeks, tried in 1 more`.
  func spoken(_ index: Int) -> String {
    let known = marks(of: index)
    let (answered, tried) = (known.count { $0 == .answered }, known.count { $0 == .tried })
    return "answered in \(answered) of 12 weeks" + (tried > 0 ? ", tried in \(tried) more" : "")
  }

  /// Twelve dots from left to right, today's week last.
  ///
  /// - Parameter index: Of the contact in the plan.
  func draw(
    _ index: Int, _ x: Double, _ y: Double, _ step: Double, radius: Double,
    in drawing: inout Drawing
  ) {
    var silent: [(x: Double, y: Double)] = []
    var answered: [(x: Double, y: Double)] = []
    for (week, mark) in marks(of: index).enumerated() {
      let point = (x: x + Double(week) * step, y: y)
      switch mark {
      case .answered: answered.append(point)
      case .tried: drawing.circle(point.x, point.y, radius - 0.5, "n sa")
      case nil: silent.append(point)
      }
    }
    drawing.dots(silent, "d2")
    drawing.dots(answered, radius > 3.5 ? "d8" : "d7")
  }
}
