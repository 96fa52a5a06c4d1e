import PlanReport
import PlanSource

extension FindingView {
  /// - Parameters:
  ///   - root: The way from the page to the site's root.
  ///   - isOnPlan: Whether the page is the plan's own, which needs no link to itself.
  init(_ placed: PlacedFinding, _ model: SiteModel, root: String, isOnPlan: Bool = false) {
    let finding = placed.finding
    level = finding.level == .info ? "advice" : finding.level.rawValue
    isLate = finding.rule.hasSuffix("overdue")
    mark = Micro.level(finding.level.rawValue, isLate: isLate)
    message = CodeSpans.html(Self.sentence(finding.message))
    help = CodeSpans.html(Self.sentence(finding.help))
    why = CodeSpans.html(Self.sentence(finding.why))
    rule = finding.rule
    ruleHref = model.rulePages[finding.rule].map { root + $0 } ?? ""
    place = "\(finding.path):\(placed.start.line)"
    placeHref = isOnPlan ? "" : model.pages[finding.path].map { root + $0 } ?? ""
    notes = placed.notes.map(TextLine.init)
  }

  /// With a capital and a full stop, as on paper; messages have neither.
  static func sentence(_ text: String) -> String {
    guard let last = text.utf8.last else { return "" }
    let text = Wording.capital(text)
    return ".!?`:".utf8.contains(last) ? text : text + "."
  }
}

/// Text of the linter, in which backticks stand around what is typed.
enum CodeSpans {
  static func html(_ text: String) -> HTML {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return "\(text)" }
    var html = HTML()
    let parts = text.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let piece = String(Substring(part))
      if index % 2 == 0 {
        html += "\(piece)"
      } else if index + 1 == parts.count {
        html += "`\(piece)"
      } else {
        html += "<code>\(piece)</code>"
      }
    }
    return html
  }
}
