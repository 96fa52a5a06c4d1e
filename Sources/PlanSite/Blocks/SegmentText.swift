import PlanModel

/// What a plan inherits from its segment: the parts of the brief that it does not write itself, and the segment's plays.
struct SegmentText {
  let html: HTML

  /// Nil when the plan inherits nothing.
  init?(_ model: SiteModel, _ plan: Plan) {
    guard let segment = model.program.inherited(by: plan) else { return nil }
    let parts = model.program.inheritedParts(of: plan)
    let plays =
      segment.plays?.items.isEmpty == false ? segment.text.first { $0.kind == .plays } : nil
    guard !parts.isEmpty || plays != nil else { return nil }
    var prose = Prose(pages: model.paths.accounts, path: segment.path, root: "../")
    let name = segment.name.value
    let people = [("owner", segment.owner), ("marketing", segment.marketing)].compactMap {
      role, person in person.map { "\(role) \(model.program.name(of: $0.value))" }
    }
    var html: HTML = """
      <div class="txt prose" id="segment"><h3>From the segment \(name)</h3>\
      <p class="muted">Shared by its accounts, in <code>\(segment.path)</code>\
      \(people.isEmpty ? "" : "; " + people.joined(separator: ", "))</p>
      """
    for part in parts {
      let blocks = segment.blocks(of: part)
      html += "<h4>\(part.heading)</h4>" + prose.render(blocks, of: part.heading)
    }
    if let plays {
      html += "<h4>Plays for the whole segment</h4>"
      html += prose.render(plays.blocks, of: "Plays of the segment")
    }
    html += "</div><div class=\"mar\"></div>\n"
    self.html = html
  }
}
