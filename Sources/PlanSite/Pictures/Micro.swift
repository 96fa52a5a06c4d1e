/// Small pictures in a line of text or of a table, beside the words and figures that say the same.
enum Micro {
  private static func svg(_ width: Double, _ height: Double, _ body: HTML) -> HTML {
    """
    <svg class="k" aria-hidden="true" width="\(width)" height="\(height)" \
    viewBox="0 0 \(width) \(height)">\(body)</svg>
    """
  }

  /// Parts of a whole in a bar.
  static func parts(_ parts: [(share: Double, style: String)]) -> HTML {
    var body = HTML()
    var x = 0.0
    for part in parts where part.share > 0 {
      let width = 176 * min(part.share, 1)
      body +=
        "<rect x=\"\(x)\" y=\"3\" width=\"\(max(width - 1, 1))\" height=\"6\" class=\"\(part.style)\"/>"
      x += width
    }
    return svg(176, 12, body)
  }

  /// A share of a whole, with marks of what it should be.
  static func gauge(_ share: Double, marks: [Double]) -> HTML {
    var body: HTML = "<rect x=\"0\" y=\"3\" width=\"176\" height=\"6\" class=\"fh\"/>"
    let width = 176 * min(max(share, 0), 1)
    body += "<rect x=\"0\" y=\"3\" width=\"\(width)\" height=\"6\" class=\"fa\"/>"
    for mark in marks {
      let x = min(max(176 * mark - 1, 0), 174)
      body += "<rect x=\"\(x)\" y=\"0\" width=\"2\" height=\"12\" class=\"i\"/>"
    }
    return svg(176, 12, body)
  }

  /// `filled` of `all` things, as boxes; as a bar above forty.
  static func boxes(_ filled: Int, of all: Int, _ style: String, rest: String = "n ss") -> HTML {
    guard all <= 40 else {
      let share = Double(filled) / Double(all)
      return parts([(max(share, filled > 0 ? 0.02 : 0), style), (1 - share, "fh")])
    }
    var body = HTML()
    let step = min(22, 176 / Double(max(all, 1)))
    for index in 0..<max(all, 0) {
      let x = Double(index) * step
      if index < filled {
        body +=
          "<rect x=\"\(x)\" y=\"1\" width=\"\(step - 2.6)\" height=\"10\" class=\"\(style)\"/>"
      } else {
        body +=
          "<rect x=\"\(x + 0.5)\" y=\"1.5\" width=\"\(step - 3.6)\" height=\"9\" class=\"\(rest)\"/>"
      }
    }
    return svg(176, 12, body)
  }

  /// Accounts held, black above the limit.
  static func load(_ count: Int, limit: Int) -> HTML {
    var body = HTML()
    let step = min(22, 176 / Double(max(count, limit, 1)))
    for index in 0..<min(count, 60) {
      let style = index >= limit ? "i" : "fa2"
      body += """
        <rect x="\(Double(index) * step)" y="1" width="\(max(step - 3, 1))" height="10" \
        class="\(style)"/>
        """
    }
    let x = Double(limit) * step - 2.5
    body += "<path d=\"M\(x) 0v12\" class=\"si2\"/>"
    return svg(176, 12, body)
  }

  /// How far an account has come, in five steps.
  static func stage(_ order: Int) -> HTML { "<i class=\"pip g\(order)\"></i>" }

  /// Engaged of known, as dots; nothing above twelve.
  static func dots(_ engaged: Int, of known: Int) -> HTML {
    guard known <= 12 else { return HTML() }
    var html = HTML()
    if engaged > 0 { html += "<i class=\"on w\(min(engaged, known))\"></i>" }
    if known > engaged { html += "<i class=\"off w\(known - engaged)\"></i>" }
    return html
  }

  /// A bar of a table.
  static func bar(_ share: Double, _ style: String) -> HTML {
    svg(72, 10, "<rect width=\"\(max(2, 72 * share))\" height=\"10\" class=\"\(style)\"/>")
  }

  /// Parts of a bar of a table, each a share of the longest.
  static func stacked(_ parts: [(share: Double, style: String)]) -> HTML {
    var body = HTML()
    var x = 0.0
    for part in parts where part.share > 0 {
      let width = 72 * min(part.share, 1)
      body += """
        <rect x="\(x)" width="\(max(width - 1, 1))" height="10" class="\(part.style)"/>
        """
      x += width
    }
    return svg(72, 10, body)
  }

  /// Days since the review, from 0 to twice the cadence.
  static func freshness(_ ratio: Double, isLate: Bool) -> HTML {
    let x = 1.5 + min(2, ratio) * 34.5
    let style: HTML = isLate ? "sl bar" : "si bar"
    return
      "<svg class=\"fr\" aria-hidden=\"true\" width=\"72\" height=\"16\"><path d=\"M\(x) 2v11\" class=\"\(style)\"/></svg>"
  }

  /// The level of a finding.
  static func level(_ level: String, isLate: Bool) -> HTML {
    if isLate { return "<i class=\"lv lt\"></i>" }
    return switch level {
    case "error": "<i class=\"lv er\"></i>"
    case "warning": "<i class=\"lv wa\"></i>"
    default: "<i class=\"lv in\"></i>"
    }
  }
}
