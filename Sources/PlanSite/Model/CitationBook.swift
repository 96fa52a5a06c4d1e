import PlanModel
import PlanSource

/// Ways to the lines of many plans from one page: the lines of each are counted once.
struct CitationBook {
  private let model: SiteModel
  private let root: String
  /// By the plan's place in the portfolio.
  private var citations: [Int: Citations] = [:]

  /// - Parameter root: The way from the page to the site's root.
  init(_ model: SiteModel, root: String) {
    self.model = model
    self.root = root
  }

  /// A figure as a link to its line in the account's plan.
  mutating func cite(_ figure: HTML, _ span: Span?, of account: Account) -> HTML {
    let known =
      citations[account.index] ?? Citations(model, model.plan(of: account), root: root)
    citations[account.index] = known
    return known.cite(figure, span)
  }
}
