import PlanModel
import PlanSource

/// A file of front matter and Markdown, divided and not understood yet.
struct OpenFile {
  let binder: Binder
  /// The opening `---`.
  let opening: Span
  /// The front matter; nil when it is empty.
  let root: YamlNode?
  /// Where the Markdown begins.
  let body: Int
  let document: Document

  /// What was found so far, at its path.
  var findings: [Finding] { binder.findings.map { Self.place($0, binder.source) } }

  /// Opens a file; nil, with findings, when it cannot be divided.
  static func open(
    _ source: SourceFile, in program: Program
  ) -> (file: OpenFile?, findings: [Finding]) {
    if let excess = Guard.excess(in: source.bytes) {
      return (nil, [place(TooLarge.finding(excess.message, at: excess.at), source)])
    }
    if let offset = Guard.firstBadByte(in: source.bytes) {
      return (nil, [place(NotUtf8.finding(source.bytes[offset], at: offset), source)])
    }
    let lines = LineIndex(source.bytes)
    let binder = Binder(source: source, lines: lines, program: program)
    guard let (header, root) = frontMatter(binder) else {
      return (nil, binder.findings.map { place($0, source) })
    }
    let document = Document(
      blocks: MarkdownTree.blocks(of: source.bytes, from: header.body, lines: lines),
      account: account(root), binder)
    return (
      OpenFile(
        binder: binder, opening: header.opening, root: root, body: header.body, document: document),
      []
    )
  }

  private static func place(_ finding: Finding, _ source: SourceFile) -> Finding {
    var finding = finding
    finding.path = source.path
    return finding
  }

  /// The account's name as the front matter has it.
  private static func account(_ root: YamlNode?) -> String? {
    guard case .map(let entries)? = root?.kind else { return nil }
    return entries.first { $0.key == "account" }?.value.text
  }

  /// Splits the front matter off and reads its YAML; nil, with a finding, when there is none that can be read.
  private static func frontMatter(_ binder: Binder) -> (FrontMatter, YamlNode?)? {
    let header: FrontMatter
    switch FrontMatter.find(in: binder.source.bytes, binder.lines) {
    case .found(let found): header = found
    case .absent(let start):
      let late = FrontMatter.late(in: binder.source.bytes, binder.lines, from: start)
      binder.report(
        late.map { FrontMatterMissing.late(at: start, line: $0.line, isBlank: $0.isBlank) }
          ?? FrontMatterMissing.absent(at: start))
      return nil
    case .open(let opening):
      binder.report(FrontMatterMissing.open(at: opening))
      return nil
    }
    guard let read = binder.yaml(header.yaml) else { return nil }
    return (header, read.node)
  }
}

/// The lines between the first `---` and the next.
struct FrontMatter {
  let opening: Span
  /// The YAML's bytes.
  let yaml: Span
  /// Where the Markdown begins.
  let body: Int

  enum Search {
    case found(FrontMatter)
    /// No `---` in the first line; the offset of the first byte behind a byte order mark.
    case absent(Int)
    /// The opening `---` of a front matter without an end.
    case open(Span)
  }

  static func find(in bytes: [UInt8], _ lines: LineIndex) -> Search {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = lines.span(ofLine: 1)
    let opening = TableLine.trimmed(bytes, Span(start, max(start, first.end)))
    guard isFence(bytes, opening), opening.start == start else { return .absent(start) }
    for line in 2..<max(2, lines.count + 1) {
      let span = lines.span(ofLine: line)
      let trimmed = TableLine.trimmed(bytes, span)
      guard isFence(bytes, trimmed), trimmed.start == span.start else { continue }
      let body = line < lines.count ? lines.span(ofLine: line + 1).start : bytes.count
      return .found(
        FrontMatter(
          opening: opening, yaml: Span(lines.span(ofLine: 2).start, span.start), body: body))
    }
    return .open(opening)
  }

  /// The line of a `---` below the first line, or behind spaces, that is followed by keys; nil without one nearby.
  static func late(
    in bytes: [UInt8], _ lines: LineIndex, from start: Int
  ) -> (line: Int, isBlank: Bool)? {
    var isBlank = true
    for line in 1..<min(lines.count, 30) {
      let span = lines.span(ofLine: line)
      let trimmed = TableLine.trimmed(bytes, Span(max(start, span.start), max(start, span.end)))
      let next = lines.span(ofLine: line + 1)
      if isFence(bytes, trimmed) {
        let word = bytes[next.start..<next.end].prefix { $0 != UInt8(ascii: ":") }
        let isKey = !word.isEmpty && word.count < next.count && !word.contains(0x20)
        return isKey ? (line, isBlank) : nil
      }
      if trimmed.count > 0 { isBlank = false }
    }
    return nil
  }

  private static func isFence(_ bytes: [UInt8], _ span: Span) -> Bool {
    span.count == 3 && bytes[span.start..<span.end].allSatisfy { $0 == UInt8(ascii: "-") }
  }
}

extension Binder {
  /// Reads YAML, with findings for what is no YAML, forbidden or written twice; nil when it cannot be read.
  func yaml(_ part: Span) -> YamlRoot? {
    do throws(YamlFault) {
      let (root, duplicates) = try YamlReader.read(source.bytes, part)
      for duplicate in duplicates {
        report(
          DuplicateKey.finding(duplicate.key, at: duplicate.second, first: place(duplicate.first)))
      }
      return YamlRoot(node: root)
    } catch {
      switch error {
      case .invalid(let problem, let at):
        let line = lines.span(ofLine: lines.line(at: at.start))
        let before = Span(line.start, min(at.start, line.end))
        report(InvalidYaml.finding(problem, at: at, line: text(line), before: text(before)))
      case .forbidden(let what, let at): report(ForbiddenYaml.finding(what, at: at))
      }
      return nil
    }
  }
}

/// A document of YAML that was read; it may be empty.
struct YamlRoot {
  let node: YamlNode?
}
