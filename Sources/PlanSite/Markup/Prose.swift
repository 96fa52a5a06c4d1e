import PlanModel
import PlanSource

/// Renders the plan's own text.
///
/// Raw HTML is shown as text, images as links, and headings go on below the page's own outline without a gap.
struct Prose {
  /// What relative links lead to: plan paths and their pages, from the site's root.
  let pages: [String: String]
  /// The plan's path.
  let path: String
  /// The way from the page to the site's root.
  let root: String
  /// Of the plan that the page is about: its rows and items carry their lines' numbers as anchors.
  private let lines: LineIndex?
  /// The last line that has its anchor: two items may begin in one.
  private var marked = 0
  /// The last heading above: the next may be one deeper at most.
  private var outline = 3
  private var section = ""
  private var tables = 0

  init(pages: [String: String], path: String, root: String, lines: LineIndex? = nil) {
    self.lines = lines
    self.pages = pages
    self.path = path
    self.root = root
  }

  /// The anchor of a line, as an attribute; nothing on a page that is about something else.
  mutating func anchor(_ span: Span) -> HTML {
    guard let line = lines?.line(at: span.start), line > marked else { return HTML() }
    marked = line
    return " id=\"L\(line)\""
  }

  /// The blocks of a section under an H3 of the page.
  ///
  /// - Parameter section: Its title, for the names of its tables.
  mutating func render(_ blocks: [Block], of section: String) -> HTML {
    outline = 3
    self.section = section
    var html = HTML()
    render(blocks[...], into: &html)
    return html
  }

  private mutating func render(_ blocks: ArraySlice<Block>, into html: inout HTML) {
    for block in blocks { render(block.kind, into: &html) }
  }

  private mutating func render(_ kind: Block.Kind, into html: inout HTML) {
    switch kind {
    case .heading(let level, let inlines): heading(level, inlines, into: &html)
    case .paragraph(let inlines):
      html.write("<p>")
      inline(inlines, into: &html)
      html.write("</p>")
    case .list(let list): self.list(list, into: &html)
    case .quote(let blocks):
      html.write("<blockquote>")
      render(blocks[...], into: &html)
      html.write("</blockquote>")
    case .table(let table): self.table(table, into: &html)
    case .rule: html.write("<hr>")
    case .code(_, let text), .html(let text):
      html.write("<pre tabindex=\"0\"><code>")
      html.write(text: text)
      html.write("</code></pre>")
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline], into html: inout HTML) {
    if inlines.plainText.utf8.allSatisfy({ $0 == 0x20 }) {
      html += "<p>\(inline(inlines))</p>"
      return
    }
    outline = min(max(level + 1, 4), outline + 1, 6)
    html += "<h\(outline)>\(inline(inlines))</h\(outline)>"
  }

  private mutating func list(_ list: List, into html: inout HTML) {
    if let start = list.start, start != 1 {
      html += "<ol start=\"\(start)\">"
    } else {
      html.write(list.start == nil ? "<ul>" : "<ol>")
    }
    for item in list.items {
      html.write("<li")
      html += anchor(item.span)
      switch item.done {
      case true?: html += " class=\"task\">\(Self.mark("✓", "done: "))"
      case false?: html += " class=\"task\">\(Self.mark("○", "to do: "))"
      case nil: html.write(">")
      }
      // A paragraph that stands alone, or leads a nested list, needs no tags.
      if case .paragraph(let inlines)? = item.blocks.first?.kind {
        inline(inlines, into: &html)
        render(item.blocks.dropFirst(), into: &html)
      } else {
        render(item.blocks[...], into: &html)
      }
      html.write("</li>")
    }
    html.write(list.start == nil ? "</ul>" : "</ol>")
  }

  private static func mark(_ sign: String, _ spoken: String) -> HTML {
    "<span class=\"tick\" aria-hidden=\"true\">\(sign)</span><span class=\"vh\">\(spoken)</span>"
  }

  private mutating func table(_ table: Table, into html: inout HTML) {
    tables += 1
    let label = "Table \(tables): \(section)"
    html += """
      <div class="box" tabindex="0" role="region" aria-label="\(label)"><table>\
      <caption class="vh">\(label)</caption><thead><tr>
      """
    let styles = table.header.cells.indices.map { Self.style(of: $0, in: table) }
    for (index, cell) in table.header.cells.enumerated() {
      html.write("<th scope=\"col\"")
      html.write(styles[index] ?? "")
      html.write(">")
      if cell.inlines.plainText.utf8.allSatisfy({ $0 == 0x20 }) {
        html += "<span class=\"vh\">Column \(index + 1)</span>"
      } else {
        inline(cell.inlines, into: &html)
      }
      html.write("</th>")
    }
    html.write("</tr></thead><tbody>")
    for row in table.rows {
      html.write("<tr")
      html += anchor(row.span)
      html.write(">")
      for index in table.header.cells.indices {
        guard index < row.cells.count else {
          html.write("<td></td>")
          continue
        }
        let inlines = row.cells[index].inlines
        html.write("<td")
        html.write(styles[index] ?? (Self.isShort(inlines) ? " class=\"nb\"" : ""))
        html.write(">")
        inline(inlines, into: &html)
        html.write("</td>")
      }
      html.write("</tr>")
    }
    html.write("</tbody></table></div>")
  }

  /// The class of a column that is not aligned to the left; nil for the others.
  private static func style(of index: Int, in table: Table) -> StaticString? {
    let alignment: Table.Alignment =
      index < table.alignments.count ? table.alignments[index] : .none
    return switch alignment {
    case .right: " class=\"num\""
    case .center: " class=\"ctr\""
    case .left: nil
    case .none: holdsNumbers(index, table) ? " class=\"num\"" : nil
    }
  }

  /// Whether a column holds numbers alone, and not only empty cells.
  private static func holdsNumbers(_ index: Int, _ table: Table) -> Bool {
    var isNumber = false
    for row in table.rows where index < row.cells.count && !row.cells[index].inlines.isEmpty {
      guard Self.isNumber(row.cells[index].inlines) else { return false }
      isNumber = true
    }
    return isNumber
  }

  /// `4`, `640k`, `€1.2M`, `1,200`, `35%`; no day and no word.
  private static func isNumber(_ inlines: [Inline]) -> Bool {
    guard inlines.count == 1, case .text(let text)? = inlines.first else { return false }
    return text.utf8.count <= 16 && text.contains { $0.isNumber }
      && text.allSatisfy { $0.isNumber || $0.isCurrencySymbol || " .,%+−kKmMbB".contains($0) }
  }

  /// Whether a cell holds a day or another short word that a hyphen would break.
  private static func isShort(_ inlines: [Inline]) -> Bool {
    guard inlines.count == 1, case .text(let text)? = inlines.first else { return false }
    return text.utf8.count <= 12 && text.utf8.contains(UInt8(ascii: "-"))
  }

  /// Running text.
  func inline(_ inlines: [Inline]) -> HTML {
    var html = HTML()
    inline(inlines, into: &html)
    return html
  }

  private func inline(_ inlines: [Inline], into html: inout HTML, isInLink: Bool = false) {
    for inline in inlines {
      switch inline {
      case .text(let text): html.write(text: text)
      case .code(let text), .html(let text):
        html.write("<code>")
        html.write(text: text)
        html.write("</code>")
      case .emphasis(let inner): wrap(inner, "<em>", "</em>", into: &html, isInLink)
      case .strong(let inner): wrap(inner, "<strong>", "</strong>", into: &html, isInLink)
      case .strikethrough(let inner): wrap(inner, "<s>", "</s>", into: &html, isInLink)
      case .link(let url, _, let inner): link(url, inner, into: &html, isInLink)
      case .image(let url, _, let inner):
        let alt = inner.plainText
        link(url, [.text(alt.isEmpty ? "image" : alt)], into: &html, isInLink)
      case .softBreak: html.write("\n")
      case .lineBreak: html.write("<br>")
      }
    }
  }

  private func wrap(
    _ inner: [Inline], _ open: StaticString, _ close: StaticString, into html: inout HTML,
    _ isInLink: Bool
  ) {
    html.write(open)
    inline(inner, into: &html, isInLink: isInLink)
    html.write(close)
  }

  private func link(_ url: String, _ inner: [Inline], into html: inout HTML, _ isInLink: Bool) {
    func text() {
      if inner.plainText.isEmpty { return html.write(text: url) }
      inline(inner, into: &html, isInLink: true)
    }
    if !isInLink, let outside = Links.outside(url) {
      html += "<a href=\"\(outside)\" rel=\"noopener noreferrer\">"
    } else if !isInLink, let target = Links.resolve(url, from: path), let page = pages[target] {
      html += "<a href=\"\(root)\(page)\">"
    } else {
      return text()
    }
    text()
    html.write("</a>")
  }
}
