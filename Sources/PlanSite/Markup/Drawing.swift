/// One SVG drawing while it is drawn.
///
/// Colours, fonts and anchors are classes of the style sheet, so that a drawing follows light, dark and print.
struct Drawing {
  /// When a page shows it.
  enum Variant: String, Sendable {
    /// From 1120 pixels on.
    case wide
    /// Below.
    case narrow
  }

  /// Unique in its page; ids inside begin with it.
  let id: String
  let width: Double
  var height: Double
  let variant: Variant
  private var body = HTML()
  private var definitions = HTML()

  init(id: String, width: Double, height: Double, _ variant: Variant) {
    self.id = id + (variant == .wide ? "-w" : "-n")
    self.width = width
    self.height = height
    self.variant = variant
  }

  /// - Parameters:
  ///   - style: Classes: `b` bold, `m` muted, `a` accent, `l` late, `e` ends at x, `c` centred at x, `sf` serif.
  mutating func text(_ x: Double, _ y: Double, _ text: String, _ style: String = "") {
    body.write("<text x=\"")
    body.write(x)
    body.write("\" y=\"")
    body.write(y)
    close(style, text)
  }

  /// Text that runs upwards: it begins at the point, or with `e` ends there.
  mutating func upright(_ x: Double, _ y: Double, _ text: String, _ style: String = "") {
    attribute("<text transform=\"translate(", x)
    attribute(" ", y)
    body.write(") rotate(-90)")
    close(style, text)
  }

  private mutating func close(_ style: String, _ text: String) {
    if !style.isEmpty { attribute("\" class=\"", style) }
    attribute("\">", text)
    body.write("</text>")
  }

  /// The end of the attribute before, and one more up to its closing quote.
  private mutating func attribute(_ opening: StaticString, _ text: String) {
    body.write(opening)
    body.write(text: text)
  }

  private mutating func attribute(_ opening: StaticString, _ number: Double) {
    body.write(opening)
    body.write(number)
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, tip: String = ""
  ) {
    attribute("<rect x=\"", x)
    attribute("\" y=\"", y)
    attribute("\" width=\"", max(0, width))
    attribute("\" height=\"", max(0, height))
    attribute("\" class=\"", style)
    guard !tip.isEmpty else { return body.write("\"/>") }
    attribute("\"><title>", tip)
    body.write("</title></rect>")
  }

  /// A rectangle whose stroke lies inside it.
  mutating func frame(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String
  ) {
    rect(x + 0.75, y + 0.75, width - 1.5, height - 1.5, style)
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) {
    attribute("<circle cx=\"", x)
    attribute("\" cy=\"", y)
    attribute("\" r=\"", radius)
    attribute("\" class=\"", style)
    body.write("\"/>")
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    attribute("<path d=\"M", x1)
    attribute(" ", y1)
    attribute("L", x2)
    attribute(" ", y2)
    attribute("\" class=\"", style)
    body.write("\"/>")
  }

  /// - Parameters:
  ///   - commands: SVG's path commands.
  ///   - width: Of the stroke, where its class does not say.
  mutating func path(
    _ commands: HTML, _ style: String, width: Double? = nil, tip: String = ""
  ) {
    guard !commands.isEmpty else { return }
    body.write("<path d=\"")
    body += commands
    attribute("\" class=\"", style)
    if let width { attribute("\" stroke-width=\"", width) }
    guard !tip.isEmpty else { return body.write("\"/>") }
    attribute("\"><title>", tip)
    body.write("</title></path>")
  }

  /// A hatched rectangle.
  mutating func hatched(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    if definitions.isEmpty {
      definitions = """
        <defs><pattern id="\(id)-h" width="5" height="5" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><path d="M0 0V5" class="ht"/></pattern></defs>
        """
    }
    body += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(max(0, width))\" height=\"\(max(0, height))\""
    body += " fill=\"url(#\(id)-h)\"/>"
    rect(x + 0.5, y + 0.5, width - 1, height - 1, "n sm")
  }

  /// Dots of one size, in one path.
  mutating func dots(_ points: [(x: Double, y: Double)], _ style: String) {
    var commands = HTML()
    for point in points {
      commands.write("M")
      commands.write(point.x)
      commands.write(" ")
      commands.write(point.y)
      commands.write("h0")
    }
    path(commands, style)
  }

  /// The element alone, in a line of text or of a table whose words say the same.
  var inline: HTML {
    """
    <svg class="k" aria-hidden="true" width="\(width)" height="\(height)" \
    viewBox="0 0 \(width) \(height)">\(body)</svg>
    """
  }

  /// The whole element.
  func svg(title: String, description: String) -> HTML {
    """
    <svg class="\(variant.rawValue)" role="img" aria-labelledby="\(id)-t \(id)-d" \
    width="\(width.rounded(.up))" height="\(height.rounded(.up))" \
    viewBox="0 0 \(width.rounded(.up)) \(height.rounded(.up))"><title id="\(id)-t">\(title)</title>\
    <desc id="\(id)-d">\(description)</desc>\(definitions)\(body)</svg>
    """
  }
}

/// A picture: two drawings, and its data as a table.
struct Picture: Sendable {
  let html: HTML

  /// - Parameters:
  ///   - title: What it shows.
  ///   - description: What it shows, for those who do not see it.
  ///   - table: The same data.
  init(
    title: String, description: String, _ wide: Drawing, _ narrow: Drawing, table: DataTable
  ) {
    html = """
      <figure class="fig">\(wide.svg(title: title, description: description))\
      \(narrow.svg(title: title, description: description))</figure>\
      <details class="data"><summary>The same as a table</summary>\(table.html)</details>
      """
  }
}

/// A table in a box that scrolls.
struct DataTable: Sendable {
  struct Column: Sendable {
    let title: String
    let isNumber: Bool

    static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  /// Unique in its page.
  let label: String
  let columns: [Column]
  /// The last cell of a short row reaches to the end; one of a single cell is a heading over those that follow.
  var rows: [[HTML]] = []
  /// The data behind it, where the site hands it out.
  var data: DataLinks?

  init(_ label: String, _ columns: [Column]) {
    self.label = label
    self.columns = columns
  }

  var html: HTML {
    var html: HTML = """
      <div class="box" tabindex="0" role="region" aria-label="\(label)"><table>\
      <caption class="vh">\(label)</caption><thead><tr>
      """
    for column in columns {
      html += column.isNumber ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">"
      html += "\(column.title)</th>"
    }
    html += "</tr></thead><tbody>"
    for row in rows {
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        let isNumber = index < columns.count && columns[index].isNumber
        let rest = index + 1 == row.count ? columns.count - index : 1
        let span: HTML = rest > 1 ? " colspan=\"\(rest)\"" : ""
        if index == 0 {
          let scope: HTML = row.count == 1 && rest > 1 ? "colgroup" : "row"
          html += "<th scope=\"\(scope)\"\(span)>\(cell)</th>"
        } else {
          html += isNumber ? "<td class=\"num\"\(span)>\(cell)</td>" : "<td\(span)>\(cell)</td>"
        }
      }
      html += "</tr>"
    }
    return html + "</tbody></table></div>" + (data?.html ?? "")
  }
}
