import PlanModel

/// What is left to sell over several accounts, by offering.
struct WhitespaceBlock {
  private let sums: [OfferingSum]
  private let figures: Figures
  private let root: String

  /// - Parameter root: The way from the page to the site's root.
  init(_ sums: [OfferingSum], _ figures: Figures, root: String) {
    (self.sums, self.figures, self.root) = (sums, figures, root)
  }

  var section: SectionBlock {
    let title = HomeSentences.whitespace(sums, figures)
    guard !sums.isEmpty else {
      return SectionBlock(
        id: "white", title: title,
        body: """
          <p class="fig muted">A row in <code>## Whitespace</code> with offering, buying center, status and \
          potential puts it here.</p>
          """)
    }
    let others = sums.count - OfferingBars.limit
    let rest = others > 0 ? "; \(Wording.count(others, "other offering")) in the table" : ""
    return SectionBlock(
      id: "white", title: title,
      note: "Potential by offering, without what is already in a deal\(rest)", style: "c7",
      body: OfferingBars.picture(sums, title: title, figures, root: root).html)
  }
}
