import PlanModel
import PlanSource

/// Sources of a printed page: a number behind the figure, and at the end the plan and the line that it stands for.
struct Footnotes {
  private let model: SiteModel
  private let root: String
  /// By plan path, in the order of their first note.
  private var plans:
    [(citations: Citations, path: String, notes: [(number: Int, line: Int, href: String?)])] = []
  private var places: [String: Int] = [:]
  private var count = 0

  /// - Parameter root: The way from the page to the site's root.
  init(_ model: SiteModel, root: String) {
    self.model = model
    self.root = root
  }

  /// The number behind a figure; nothing where the plan does not say it.
  mutating func mark(_ span: Span?, in plan: Plan) -> HTML {
    guard let span else { return HTML() }
    let place: Int
    if let known = places[plan.path] {
      place = known
    } else {
      place = plans.count
      places[plan.path] = place
      plans.append((Citations(model, plan, root: root), plan.path, []))
    }
    let citations = plans[place].citations
    guard let line = citations.line(of: span) else { return HTML() }
    let number: Int
    if let known = plans[place].notes.first(where: { $0.line == line }) {
      number = known.number
    } else {
      count += 1
      number = count
      plans[place].notes.append((number, line, citations.href(span)))
    }
    return "<sup><a href=\"#n\(number)\">\(number)</a></sup>"
  }

  /// The notes, by plan.
  var html: HTML {
    guard count > 0 else { return HTML() }
    var html: HTML = "<section class=\"notes\" aria-label=\"Sources\">"
    for plan in plans where !plan.notes.isEmpty {
      html += "<p>\(plan.path): "
      html += plan.notes.map { note -> HTML in
        let text: HTML = "<b>\(note.number)</b> line \(note.line)"
        let link = note.href.map { "<a href=\"\($0)\">\(text)</a>" as HTML } ?? text
        return "<span class=\"nb\" id=\"n\(note.number)\">\(link)</span>"
      }.joined(by: ", ")
      html += "</p>"
    }
    return html + "</section>"
  }
}
