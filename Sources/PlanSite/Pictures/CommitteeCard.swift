import PlanMetrics
import PlanModel

/// What a card says of a contact.
struct CardText {
  let roles: String
  /// `++`, `+`, `0`, `−`, `−−`, `?`.
  let sign: String
  /// The class of the bar at the left.
  let bar: String
  let owner: String
  let last: String
  /// Not heard in the window.
  let isQuiet: Bool

  init(
    _ contact: Contact, _ measure: PlanMeasures.ContactMeasure, _ plan: Plan, _ model: SiteModel
  ) {
    roles = Self.roles(contact)
    (sign, bar) = Self.stance(contact)
    let person = model.name(contact.owner?.value ?? plan.owner?.value)
    owner = person.map { "with \($0)" } ?? "with nobody of ours"
    if contact.hasLeft {
      last = "has left"
    } else if let day = measure.lastEngaged {
      let days = model.today - day
      last = days == 0 ? "today" : "\(days) d ago"
    } else {
      last = "never answered"
    }
    isQuiet = !measure.isEngaged
  }

  /// `champion, end user`.
  static func roles(_ contact: Contact) -> String {
    let roles = contact.roles.map(\.value.spoken).joined(separator: ", ")
    return roles.isEmpty ? "no role written" : roles
  }

  /// The sign of a stance, and the class of its colour.
  static func stance(_ contact: Contact) -> (sign: String, bar: String) {
    if contact.hasLeft { return ("–", "fh") }
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

  /// How to read a card.
  static func key(_ window: Int?) -> HTML {
    let days = window.map { "\($0) days" } ?? "any time"
    return """
      <p class="small muted key">Bar and sign: stance, from ++ advocate to −− opponent. Three dots: informal \
      influence. Twelve dots: the weeks up to today; <b class="a">filled</b> answered, ring tried. Bold at the \
      lower right: no answer within the window (\(days)).</p>
      """
  }
}

/// What happened with each contact in each of the last twelve weeks.
struct ContactWeeks {
  private enum Mark: Int { case tried, answered }
  private var marks: [String: [Int: Mark]] = [:]

  init(_ plan: Plan, _ measures: PlanMeasures) {
    for touch in measures.touches {
      let week = 11 - (measures.today - touch.day) / 7
      guard week >= 0 else { continue }
      for contact in touch.contacts { note(contact, week, touch.isAnswered) }
    }
    for (contact, measure) in zip(plan.contacts, measures.contacts) {
      guard let day = measure.lastEngaged, measures.today - day < 84 else { continue }
      note(contact.key, 11 - (measures.today - day) / 7, true)
    }
  }

  private mutating func note(_ contact: String, _ week: Int, _ isAnswered: Bool) {
    if isAnswered || marks[contact]?[week] == nil {
      marks[contact, default: [:]][week] = isAnswered ? .answered : .tried
    }
  }

  /// Twelve dots from left to right, today's week last.
  func draw(
    _ contact: Contact, _ x: Double, _ y: Double, _ step: Double, radius: Double,
    in drawing: inout Drawing
  ) {
    let known = marks[contact.key] ?? [:]
    var silent: [(x: Double, y: Double)] = []
    var answered: [(x: Double, y: Double)] = []
    for week in 0..<12 {
      let point = (x: x + Double(week) * step, y: y)
      switch known[week] {
      case .answered: answered.append(point)
      case .tried: drawing.circle(point.x, point.y, radius - 0.5, "n sa")
      case nil: silent.append(point)
      }
    }
    drawing.dots(silent, "d2")
    drawing.dots(answered, radius > 3.5 ? "d8" : "d7")
  }
}
