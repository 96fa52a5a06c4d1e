import PlanModel
import PlanSource

/// Reads versions of plans to what history compares.
///
/// A section that is byte for byte one of an earlier version is not read again.
public struct PrintReader {
  private var known: [UInt64: UInt64] = [:]
  private var knownFrontMatter: [UInt64: PlanPrint] = [:]
  /// By the line.
  private var knownTitles: [String: (text: String, kind: SectionKind?)] = [:]

  public init() {}

  public mutating func read(_ bytes: [UInt8]) -> PlanPrint {
    var print = PlanPrint(raw: Fingerprint(of: bytes).value)
    guard Guard.excess(in: bytes) == nil, Guard.firstBadByte(in: bytes) == nil else {
      print[.rest] = print.raw
      return print
    }
    let lines = LineIndex(bytes)
    var body = 0
    if case .found(let header) = FrontMatter.find(in: bytes, lines) {
      let text = Fingerprint(of: bytes[header.yaml.start..<header.yaml.end]).value
      var known = knownFrontMatter[text] ?? Self.frontMatter(bytes, header.yaml)
      knownFrontMatter[text] = known
      known.raw = print.raw
      print = known
      body = header.body
    }
    var rest = Fingerprint()
    for part in sections(of: bytes, from: body, lines) {
      let value = canonical(bytes, part)
      if let kind = part.kind, print[.section(kind)] == 0 {
        print[.section(kind)] = value
      } else if part.isWritten {
        rest.add(number: value)
      }
    }
    if rest.value != Fingerprint().value { print[.rest] = rest.value }
    return print
  }

  /// What the front matter says; the rest is still to be read.
  private static func frontMatter(_ bytes: [UInt8], _ yaml: Span) -> PlanPrint {
    var print = PlanPrint(raw: 0)
    guard let root = try? YamlReader.read(bytes, yaml).root, case .map(let entries) = root.kind
    else {
      print[.frontMatter] = Fingerprint(of: bytes[yaml.start..<yaml.end]).value
      return print
    }
    var form = CanonicalForm(nil)
    form.add(root)
    print[.frontMatter] = form.print.value
    for entry in entries {
      guard let text = entry.value.text?.trimmingSpaces else { continue }
      switch entry.key {
      case "account": print.account = Fingerprint(of: ContactName.key(text).utf8).value
      case "tier": print.tier = Int(text).flatMap(Tier.init(rawValue:))
      case "status": print.status = Status(reading: text)
      case "stage": print.stage = Stage(reading: text)
      case "reviewed": print.reviewed = Day(text)
      default: continue
      }
    }
    return print
  }

  /// The fingerprint of a section's facts; its heading is none of them.
  private mutating func canonical(_ bytes: [UInt8], _ part: Part) -> UInt64 {
    let text = bytes[part.span.start..<part.span.end]
    var raw = Fingerprint(of: text)
    raw.add(UInt8(truncatingIfNeeded: part.kind.map { PlanPrint.Part.section($0).index } ?? 0))
    if let value = known[raw.value] { return value }
    let alone = Array(text)
    var form = CanonicalForm(part.kind)
    if part.kind == nil { form.addWords(part.title) }
    form.add(MarkdownTree.blocks(of: alone, from: 0, lines: LineIndex(alone)))
    // Zero stands for a section that is not there.
    let value = max(1, form.print.value)
    known[raw.value] = value
    return value
  }

  // MARK: Sections

  /// What stands below an H2, or before the first.
  private struct Part {
    var kind: SectionKind?
    var title = ""
    var span: Span
    var isWritten: Bool { !title.isEmpty || span.count > 0 }
  }

  /// Divides the Markdown at its H2 headings. A heading that is underlined is left with what stands above it: then a
  /// change counts for that section.
  private mutating func sections(of bytes: [UInt8], from body: Int, _ lines: LineIndex) -> [Part] {
    guard body < bytes.count else { return [] }
    var parts = [Part(span: Span(body, body))]
    var fence: ArraySlice<UInt8>?
    for number in lines.line(at: body)...lines.count {
      let line = lines.span(ofLine: number)
      let text = bytes[TableLine.trimmed(bytes, line).start..<line.end]
      let next = number < lines.count ? lines.span(ofLine: number + 1).start : bytes.count
      if let open = fence {
        if text.starts(with: open),
          text.allSatisfy({ $0 == open.first || $0 == 0x20 || $0 == 0x09 })
        {
          fence = nil
        }
      } else if let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
        text.starts(with: [mark, mark, mark])
      {
        fence = text.prefix { $0 == mark }
      } else if text.startIndex - line.start < 4, let title = title(text) {
        parts.append(Part(kind: title.kind, title: title.text, span: Span(next, next)))
        continue
      }
      parts[parts.count - 1].span = Span(parts[parts.count - 1].span.start, next)
    }
    return parts
  }

  /// The text of an H2, and the section that it means.
  private mutating func title(_ line: ArraySlice<UInt8>) -> (text: String, kind: SectionKind?)? {
    let mark = UInt8(ascii: "#")
    guard line.starts(with: [mark, mark]), let third = line.dropFirst(2).first,
      third == 0x20 || third == 0x09
    else { return nil }
    let written = String(decoding: line.dropFirst(2), as: UTF8.self)
    if let known = knownTitles[written] { return known }
    let text = written.filter { !"#*_`".contains($0) }.trimmingSpaces
    let title = (text, Document.meant(text))
    knownTitles[written] = title
    return title
  }
}
