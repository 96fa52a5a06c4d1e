import Mustache

/// The compiled templates of a theme.
struct Templates: Sendable {
  private let library: MustacheLibrary
  private let skeletons: Skeletons
  /// Files that no page uses.
  let unused: [String]

  /// Pages and the views they are given.
  static let pages: [(name: String, view: any View.Type)] = [
    ("index", HomeView.self), ("accounts", AccountsView.self), ("account", AccountView.self),
    ("tier", TierView.self), ("report", ReportView.self), ("rules", RulesView.self),
    ("rule", RuleView.self), ("missing", MissingView.self), ("edition", EditionView.self),
    ("person", PersonView.self), ("people", PeopleView.self), ("pod", PodView.self),
    ("list", ListView.self), ("definitions", DefinitionsView.self), ("metrics", MetricsView.self),
    ("segment", SegmentView.self), ("segments", SegmentsView.self),
    ("qbr", ReviewView.self), ("reviews", ReviewsView.self),
    ("data", DataView.self), ("calendar", CalendarView.self),
  ]

  /// Checks all templates before any is compiled.
  ///
  /// - Parameter theme: Files by name; those that end in `.mustache` are templates.
  init(_ theme: [String: [UInt8]]) throws(ThemeFaults) {
    var sources: [String: [UInt8]] = [:]
    for (file, bytes) in theme where file.hasSuffix(".mustache") {
      sources[String(file.dropLast(".mustache".count))] = bytes
    }
    var check = TemplateCheck(sources)
    check.checkSyntax()
    var faults = check.found
    if faults.isEmpty {
      for (name, view) in Self.pages { check.check(name, given: view) }
      faults = check.found
    }
    for (name, _) in Self.pages where sources[name] == nil {
      faults.append(
        ThemeFaults.Fault(file: name + ".mustache", line: 1, message: "the template is missing"))
    }
    guard faults.isEmpty else { throw ThemeFaults(faults: faults) }
    unused = check.unused.map { $0 + ".mustache" }

    MustacheContentTypes.register(ByteEscaping(), named: ByteEscaping.name)
    library = try Self.library(sources, ByteEscaping.name)
    skeletons = try Self.skeletons(of: sources)
  }

  /// - Parameter sources: Templates by name, checked.
  static func skeletons(of sources: [String: [UInt8]]) throws(ThemeFaults) -> Skeletons {
    MustacheContentTypes.register(NoEscaping(), named: NoEscaping.name)
    return Skeletons(try library(sources, NoEscaping.name))
  }

  private static func library(
    _ sources: [String: [UInt8]], _ escaping: String
  ) throws(ThemeFaults) -> MustacheLibrary {
    var library = MustacheLibrary()
    var faults: [ThemeFaults.Fault] = []
    for (name, bytes) in sources.sorted(by: { $0.key < $1.key }) {
      // The pragma stands in every template: a part does not inherit it from the page.
      let text = "{{% CONTENT_TYPE:\(escaping)}}" + String(decoding: bytes, as: UTF8.self)
      do {
        try library.register(text, named: name)
      } catch {
        let line = (error as? MustacheTemplate.ParserError)?.context.lineNumber ?? 1
        let fault = ThemeFaults.Fault(
          file: name + ".mustache", line: line, message: "the template cannot be read")
        faults.append(fault)
      }
    }
    guard faults.isEmpty else { throw ThemeFaults(faults: faults) }
    return library
  }

  /// The bytes of a page.
  func render<Page: View>(_ name: String, _ view: Page) -> [UInt8] {
    if let page = skeletons.render(name, view) { return page }
    let pieces = Pieces()
    return pieces.fill(library.render(Shown(view, pieces), withTemplate: name) ?? "")
  }
}

/// Escapes what a template prints, on bytes.
private struct ByteEscaping: MustacheContentType {
  static let name = "PLANC"

  func escapeText(_ text: String) -> String { Escape.text(text) }
}

/// Leaves what a template prints as it is: the marks of a skeleton.
private struct NoEscaping: MustacheContentType {
  static let name = "PLANC-MARKS"

  func escapeText(_ text: String) -> String { text }
}
