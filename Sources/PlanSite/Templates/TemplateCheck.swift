import PlanSource

/// What is wrong with the templates: nothing is rendered while there is a fault.
public struct ThemeFaults: Error, Sendable {
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The template's file name.
    public let file: String
    /// From 1.
    public let line: Int
    /// One sentence without a full stop.
    public let message: String

    /// `account.mustache:12: there is no “nmae” here`.
    public var description: String { "\(file):\(line): \(message)" }
  }

  /// In the order of files and lines, at least one.
  public let faults: [Fault]
}

/// Holds a template against the view that it will be given.
struct TemplateCheck {
  /// Tags by template name.
  private var templates: [String: (tags: [Tag], unclosed: Int?)] = [:]
  private var faults: Set<ThemeFaults.Fault> = []
  private var used: Set<String> = []

  /// - Parameter sources: Templates by name, without `.mustache`.
  init(_ sources: [String: [UInt8]]) {
    for (name, bytes) in sources { templates[name] = TagScanner.scan(bytes) }
  }

  /// The faults found so far, in order.
  var found: [ThemeFaults.Fault] {
    faults.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
  }

  /// Templates that no checked page uses, by name.
  var unused: [String] { templates.keys.filter { !used.contains($0) }.sorted() }

  /// Checks that sections are closed and that only known tags are used, in every template, used or not.
  mutating func checkSyntax() {
    for (name, template) in templates {
      var open: [Tag] = []
      for tag in template.tags {
        switch tag.kind {
        case .section, .inverted: open.append(tag)
        case .close:
          guard let last = open.popLast() else {
            add(name, tag.line, "{{/\(tag.name)}} closes no section")
            continue
          }
          if last.name != tag.name {
            add(
              name, tag.line,
              "{{/\(tag.name)}} stands where {{/\(last.name)}} should close line \(last.line)")
          }
        case .other(let sign):
          add(name, tag.line, "{{\(sign) … }} is not used in planc's templates")
        default: break
        }
      }
      for tag in open { add(name, tag.line, "{{#\(tag.name)}} is never closed") }
      if let line = template.unclosed { add(name, line, "a tag is not closed: }} is missing") }
    }
  }

  /// Checks every name that a template and its parts use.
  mutating func check(_ name: String, given view: any View.Type) {
    walk(name, [view], [])
  }

  private mutating func walk(_ name: String, _ base: [any View.Type], _ above: [String]) {
    guard let template = templates[name] else { return }
    used.insert(name)
    var stack: [(section: String, view: (any View.Type)?)] = base.map { ("", $0) }
    for tag in template.tags {
      switch tag.kind {
      case .variable, .markup: variable(tag, in: name, stack.compactMap(\.view))
      case .section, .inverted:
        let kind = resolve(tag, in: name, stack.compactMap(\.view))
        if case .view(let view)? = kind, tag.kind == .section {
          stack.append((tag.name, view))
        } else {
          stack.append((tag.name, nil))
        }
      case .close: if stack.count > base.count { stack.removeLast() }
      case .partial: partial(tag, in: name, stack.compactMap(\.view), above)
      case .comment, .other: break
      }
    }
  }

  private mutating func partial(
    _ tag: Tag, in name: String, _ views: [any View.Type], _ above: [String]
  ) {
    if templates[tag.name] == nil {
      let near = Nearest.guess(tag.name, among: templates.keys.sorted())
      add(name, tag.line, "there is no part “\(tag.name)”" + meant(near))
    } else if tag.name == name || above.contains(tag.name) {
      add(name, tag.line, "{{> \(tag.name)}} includes itself")
    } else {
      walk(tag.name, views, above + [name])
    }
  }

  private mutating func variable(_ tag: Tag, in name: String, _ views: [any View.Type]) {
    guard let kind = resolve(tag, in: name, views) else { return }
    switch (kind, tag.kind) {
    case (.text, .markup):
      add(name, tag.line, "“\(tag.name)” is text: write {{\(tag.name)}}, so that it is escaped")
    case (.html, .variable):
      add(name, tag.line, "“\(tag.name)” is markup: write {{{\(tag.name)}}}")
    case (.flag, _), (.view, _):
      add(name, tag.line, "“\(tag.name)” is no text: use it as {{#\(tag.name)}} … {{/\(tag.name)}}")
    default: break
    }
  }

  private mutating func resolve(
    _ tag: Tag, in name: String, _ views: [any View.Type]
  ) -> FieldKind? {
    for view in views.reversed() {
      if let field = view.kinds.first(where: { $0.name == tag.name }) { return field.kind }
    }
    let names = views.reversed().flatMap { $0.kinds.map(\.name) }
    let near = Nearest.guess(tag.name, among: names)
    add(name, tag.line, "there is no “\(tag.name)” here" + meant(near))
    return nil
  }

  private func meant(_ word: String?) -> String { word.map { "; did you mean “\($0)”?" } ?? "" }

  private mutating func add(_ name: String, _ line: Int, _ message: String) {
    faults.insert(ThemeFaults.Fault(file: name + ".mustache", line: line, message: message))
  }
}
