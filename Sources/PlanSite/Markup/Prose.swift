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
    return render(blocks)
  }

  private mutating func render(_ blocks: [Block]) -> HTML {
    var html = HTML()
    for block in blocks { html += render(block.kind) }
    return html
  }

  private mutating func render(_ kind: Block.Kind) -> HTML {
    switch kind {
    case .heading(let level, let inlines): return heading(level, inlines)
    case .paragraph(let inlines): return "<p>\(inline(inlines))</p>"
    case .list(let list): return self.list(list)
    case .quote(let blocks): return "<blockquote>\(render(blocks))</blockquote>"
    case .code(_, let text): return code(text)
    case .table(let table): return self.table(table)
    case .rule: return "<hr>"
    case .html(let text): return code(text)
    }
  }

  private func code(_ text: String) -> HTML {
    "<pre tabindex=\"0\"><code>\(text)</code></pre>"
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline]) -> HTML {
    let text = inline(inlines)
    guard !inlines.plainText.utf8.allSatisfy({ $0 == 0x20 }) else { return "<p>\(text)</p>" }
    outline = min(max(level + 1, 4), outline + 1, 6)
    switch outline {
    case 4: return "<h4>\(text)</h4>"
    case 5: return "<h5>\(text)</h5>"
    default: return "<h6>\(text)</h6>"
    }
  }

  private mutating func list(_ list: List) -> HTML {
    var html: HTML = list.start == nil ? "<ul>" : "<ol>"
    if let start = list.start, start != 1 { html = "<ol start=\"\(start)\">" }
    for item in list.items {
      let anchor = anchor(item.span)
      switch item.done {
      case true?: html += "<li\(anchor) class=\"task\">\(Self.mark("✓", "done: "))"
      case false?: html += "<li\(anchor) class=\"task\">\(Self.mark("○", "to do: "))"
      case nil: html += "<li\(anchor)>"
      }
      // A paragraph that stands alone, or leads a nested list, needs no tags.
      if case .paragraph(let inlines)? = item.blocks.first?.kind {
        html += inline(inlines)
        html += render(Array(item.blocks.dropFirst()))
      } else {
        html += render(item.blocks)
      }
      html += "</li>"
    }
    return html + (list.start == nil ? "</ul>" : "</ol>")
  }

  private static func mark(_ sign: String, _ spoken: String) -> HTML {
    "<span class=\"tick\" aria-hidden=\"true\">\(sign)</span><span class=\"vh\">\(spoken)</span>"
  }

  private mutating func table(_ table: Table) -> HTML {
    tables += 1
    let label = "Table \(tables): \(section)"
    var html: HTML = """
      <div class="box" tabindex="0" role="region" aria-label="\(label)"><table>\
      <caption class="vh">\(label)</caption><thead><tr>
      """
    let styles = table.alignments.map { alignment -> HTML in
      switch alignment {
      case .right: " class=\"num\""
      case .center: " class=\"ctr\""
      case .none, .left: ""
      }
    }
    func style(_ index: Int) -> HTML { index < styles.count ? styles[index] : "" }
    for (index, cell) in table.header.cells.enumerated() {
      let isEmpty = cell.inlines.plainText.utf8.allSatisfy { $0 == 0x20 }
      let text = isEmpty ? "<span class=\"vh\">Column \(index + 1)</span>" : inline(cell.inlines)
      html += "<th scope=\"col\"\(style(index))>\(text)</th>"
    }
    html += "</tr></thead><tbody>"
    for row in table.rows {
      html += "<tr\(anchor(row.span))>"
      for index in table.header.cells.indices {
        guard index < row.cells.count else {
          html += "<td></td>"
          continue
        }
        let inlines = row.cells[index].inlines
        let fixed: HTML =
          styles.count > index && !styles[index].isEmpty || !Self.isShort(inlines)
          ? "" : " class=\"nb\""
        html += "<td\(style(index))\(fixed)>\(inline(inlines))</td>"
      }
      html += "</tr>"
    }
    return html + "</tbody></table></div>"
  }

  /// Whether a cell holds a day or another short word that a hyphen would break.
  private static func isShort(_ inlines: [Inline]) -> Bool {
    guard inlines.count == 1, case .text(let text)? = inlines.first else { return false }
    return text.utf8.count <= 12 && text.utf8.contains(UInt8(ascii: "-"))
  }

  /// Running text.
  func inline(_ inlines: [Inline], isInLink: Bool = false) -> HTML {
    var html = HTML()
    for inline in inlines {
      switch inline {
      case .text(let text): html += "\(text)"
      case .code(let text), .html(let text): html += "<code>\(text)</code>"
      case .emphasis(let inner): html += "<em>\(self.inline(inner, isInLink: isInLink))</em>"
      case .strong(let inner): html += "<strong>\(self.inline(inner, isInLink: isInLink))</strong>"
      case .strikethrough(let inner): html += "<s>\(self.inline(inner, isInLink: isInLink))</s>"
      case .link(let url, _, let inner): html += link(url, inner, isInLink)
      case .image(let url, _, let inner):
        let alt = inner.plainText
        html += link(url, [.text(alt.isEmpty ? "image" : alt)], isInLink)
      case .softBreak: html += "\n"
      case .lineBreak: html += "<br>"
      }
    }
    return html
  }

  private func link(_ url: String, _ inner: [Inline], _ isInLink: Bool) -> HTML {
    let text = inner.plainText.isEmpty ? "\(url)" : inline(inner, isInLink: true)
    guard !isInLink else { return text }
    if let outside = Links.outside(url) {
      return "<a href=\"\(outside)\" rel=\"noopener noreferrer\">\(text)</a>"
    }
    if let target = Links.resolve(url, from: path), let page = pages[target] {
      return "<a href=\"\(root)\(page)\">\(text)</a>"
    }
    return text
  }
}
