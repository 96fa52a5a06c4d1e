import PlanModel
import PlanSource

/// The plan as written, with each finding beside the section that it is about.
struct PlanText {
  let html: HTML

  init(_ model: SiteModel, _ plan: Plan) {
    var prose = Prose(
      pages: model.paths.accounts, path: plan.path, root: "../",
      lines: model.lines[plan.path])
    let text = model.input.text(plan)
    let (top, beside) = Self.findings(model, plan, text)
    var html = HTML()
    if let title = plan.title, title.plainText != plan.account.value {
      html += "<p class=\"txt ttl\">\(prose.inline(title))</p>\n"
    }
    if !top.isEmpty {
      html += """
        <div class="txt"><h3>Front matter</h3><p class="muted">The facts at the head of this page</p></div>\
        <div class="mar top">\(top)</div>

        """
    }
    let inherited = SegmentText(model, plan)
    var isShown = inherited == nil
    var slugs = Slugs()
    for (section, beside) in zip(text, beside) {
      let title = section.title.plainText
      let name = title.isEmpty ? "Introduction" : title
      let id = slugs.unique("s-" + Slugs.slug(name, fallback: "section"))
      // Running text is set in the serif.
      let style: HTML = section.kind == nil || section.kind == .brief ? "txt prose" : "txt"
      let anchor = title.isEmpty ? HTML() : prose.anchor(section.heading)
      let heading: HTML =
        title.isEmpty ? "" : "<h3\(anchor)>\(prose.inline(section.title))</h3>"
      html += """
        <div class="\(style)" id="\(id)">\(heading)\(prose.render(section.blocks, of: name))</div>\
        <div class="mar">\(beside)</div>

        """
      if section.kind == .brief, let inherited, !isShown {
        html += inherited.html
        isShown = true
      }
    }
    if let inherited, !isShown { html += inherited.html }
    self.html = html
  }

  /// Findings about the front matter and the file, and those about each section.
  private static func findings(
    _ model: SiteModel, _ plan: Plan, _ text: [TextSection]
  ) -> (top: HTML, beside: [HTML]) {
    var top = HTML()
    var beside = [HTML](repeating: HTML(), count: text.count)
    for placed in model.findings(in: plan.path) {
      let block = FindingBlock(placed, model, root: "../", isOnPlan: true).html
      if let start = placed.finding.span?.start,
        let index = text.lastIndex(where: { $0.heading.start <= start })
      {
        beside[index] += block
      } else {
        top += block
      }
    }
    return (top, beside)
  }
}
