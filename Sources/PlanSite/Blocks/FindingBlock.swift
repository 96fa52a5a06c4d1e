import PlanReport
import PlanSource

/// A finding of the linter, as pages show it.
struct FindingBlock {
  let placed: PlacedFinding
  /// The rule's page; nil when there is none.
  let ruleHref: String?
  /// The account's page; nil when there is none, or when the block stands on it.
  let placeHref: String?
  /// Whether the reason of the rule is told too.
  let isExplained: Bool

  /// - Parameters:
  ///   - root: The way from the page to the site's root.
  ///   - isOnPlan: Whether the page is the plan's own, which needs no link to itself.
  init(
    _ placed: PlacedFinding, _ model: SiteModel, root: String, isOnPlan: Bool = false,
    isExplained: Bool = false
  ) {
    self.placed = placed
    self.isExplained = isExplained
    ruleHref = model.paths.rules[placed.finding.rule].map { root + $0 }
    placeHref = isOnPlan ? nil : model.paths.accounts[placed.finding.path].map { root + $0 }
  }

  var html: HTML {
    let finding = placed.finding
    let isLate = finding.rule.hasSuffix("overdue")
    let level = finding.level == .info ? "advice" : finding.level.rawValue
    let late: HTML = isLate ? " class=\"late\"" : ""
    var html: HTML = """
      <div class="f">\(Micro.level(finding.level.rawValue, isLate: isLate))<span class="vh">\(level): </span>\
      <b\(late)>\(CodeSpans.html(Self.sentence(finding.message)))</b> \
      <span class="fix">\(CodeSpans.html(Self.sentence(finding.help)))</span>
      """
    for note in placed.notes { html += "<br><span class=\"fix\">\(note)</span>" }
    let place = "\(finding.path):\(placed.start.line)"
    html += """
      <br><span class="src">\(Self.link(finding.rule, ruleHref)), \(Self.link(place, placeHref))</span></div>
      """
    if isExplained {
      html += "<p class=\"why\">\(CodeSpans.html(Self.sentence(finding.why)))</p>"
    }
    return html
  }

  private static func link(_ text: String, _ href: String?) -> HTML {
    href.map { "<a href=\"\($0)\">\(text)</a>" } ?? "\(text)"
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
