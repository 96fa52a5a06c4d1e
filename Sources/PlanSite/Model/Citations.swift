import PlanModel
import PlanSource

/// Ways from a figure to the line of a plan that it comes from.
///
/// A line leads to the host of the repository where the settings name it, else to the plan's text on its account's page,
/// where each row, task and heading carries its number.
struct Citations: Sendable {
  /// The anchor of the facts at the head of an account's page, which the front matter becomes.
  static let facts = "facts"

  private let plan: Plan
  private let lines: LineIndex?
  /// The way to the page that shows the plan: empty on that page itself; nil where there is none.
  private let page: String?
  private let host: SourceHost?

  /// - Parameters:
  ///   - root: The way from the citing page to the site's root.
  ///   - isOnPlan: Whether the citing page is the plan's own.
  init(_ model: SiteModel, _ plan: Plan, root: String, isOnPlan: Bool = false) {
    self.plan = plan
    host = model.host
    lines = model.lines[plan.path]
    page = isOnPlan ? "" : model.paths.accounts[plan.path].map { root + $0 }
  }

  /// From 1; nil for a file that was not read.
  func line(of span: Span) -> Int? { lines?.line(at: span.start) }

  /// Where the line is shown; nil when no page shows it.
  func href(_ span: Span) -> String? {
    guard let line = line(of: span) else { return nil }
    if let host { return host.page(of: plan.path, line: line) }
    guard let page else { return nil }
    return page + (span.start < plan.body ? "#\(Self.facts)" : "#L\(line)")
  }

  /// A figure as a link to its line, which its title names.
  func cite(_ figure: HTML, _ span: Span?) -> HTML {
    guard let span, let line = line(of: span) else { return figure }
    let title = "\(plan.path), line \(line)"
    guard let href = href(span) else { return "<span title=\"\(title)\">\(figure)</span>" }
    return "<a href=\"\(href)\" title=\"\(title)\">\(figure)</a>"
  }
}
