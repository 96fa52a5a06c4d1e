import PlanModel

/// What stands around every page: head, masthead, footer.
struct Shell: View {
  /// The way to the site's root: empty, or `../`.
  let root: String
  let siteTitle: String
  /// A picture's file, from the site's root; empty without one.
  let logo: String
  let title: String
  let description: String
  /// Where the page is published; empty for nowhere in particular.
  let canonical: String
  /// The masthead's entries.
  let nav: HTML
  let compiled: String
  let plans: String
  let findings: String
  let version: String

  static let fields: [Field<Shell>] = [
    .text("root") { $0.root }, .text("siteTitle") { $0.siteTitle }, .text("title") { $0.title },
    .text("description") { $0.description }, .text("canonical") { $0.canonical },
    .html("nav") { $0.nav }, .text("compiled") { $0.compiled }, .text("planCount") { $0.plans },
    .text("findingCount") { $0.findings }, .text("version") { $0.version },
    .text("logo") { $0.logo },
  ]

  /// - Parameters:
  ///   - path: Of the page, from the site's root.
  ///   - current: The entry of the masthead that the page belongs to.
  ///   - isAnywhere: Whether servers show it in place of any other page: then its links begin at the server's root, if
  ///     `site.base-url` says where the site is.
  init(
    _ model: SiteModel, path: String, title: String, description: String, current: String,
    isAnywhere: Bool = false
  ) {
    let relative = path.utf8.contains(UInt8(ascii: "/")) ? "../" : ""
    let root =
      isAnywhere ? Self.folder(model.program.site.baseURL) ?? relative : relative
    self.root = root
    self.title = title
    self.description = description
    siteTitle = model.program.title
    logo = model.program.site.logoFile ?? ""
    canonical = Self.canonical(model.program.site.baseURL, path)
    nav = Self.entries.map { label, href -> HTML in
      let mark: HTML = label == current ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(root + href)\"\(mark)>\(label)</a></li>"
    }.joined()
    compiled = Figures.long(model.today)
    plans = Wording.count(model.input.files, "plan")
    findings =
      Wording.count(model.errors, "error") + ", " + Wording.count(model.warnings, "warning")
    version = model.input.version
  }

  /// Of the masthead: label and page.
  static let entries = [
    ("Program", "index.html"), ("Accounts", "accounts.html"), ("People", "people/index.html"),
    ("Segments", "segments/index.html"), ("Reviews", "qbr/index.html"),
    ("Calendar", "calendar.html"), ("Metrics", "metrics.html"), ("Findings", "report.html"),
  ]

  /// `/plans/` of `https://example.com/plans`; nil when that is no address.
  private static func folder(_ base: String) -> String? {
    guard let base = Links.outside(base), let host = base.firstRange(of: "://")?.upperBound else {
      return nil
    }
    let path = base[host...].prefix { $0 != "?" && $0 != "#" }
    return "/" + path.split(separator: "/").dropFirst().map { $0 + "/" }.joined()
  }

  private static func canonical(_ base: String, _ path: String) -> String {
    guard let base = Links.outside(base) else { return "" }
    return base.hasSuffix("/") ? base + path : base + "/" + path
  }
}

/// A page: its own names beside those of the shell.
protocol PageView: View {
  var shell: Shell { get }
}

extension PageView {
  /// The shell's fields and the page's own.
  static func withShell(_ own: [Field<Self>]) -> [Field<Self>] {
    own + Shell.fields.map { $0.lifted { (page: Self) in page.shell } }
  }
}

/// A line of text in a list.
struct TextLine: View {
  let text: String

  static let fields: [Field<TextLine>] = [.text("text") { $0.text }]
}
