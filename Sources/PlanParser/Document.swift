import PlanModel
import PlanSource

/// A plan's Markdown by its H2 headings: places and words, no meaning yet.
struct Document {
  struct Section {
    let kind: SectionKind?
    let title: [Inline]
    let heading: Span
    var blocks: [Block]
    /// A second section of one kind: kept as text, not read.
    let isDuplicate: Bool

    /// The first table at the top of the section: its data.
    var table: Table? {
      for block in blocks { if case .table(let table) = block.kind { return table } }
      return nil
    }

    /// The task lists and other lists at the top of the section.
    var lists: [List] {
      blocks.compactMap { if case .list(let list) = $0.kind { list } else { nil } }
    }
  }

  private(set) var title: [Inline]?
  /// The first H1's line.
  private(set) var titleSpan = Span(0, 0)
  private(set) var sections: [Section] = []

  /// Divides the blocks, and reports misnamed and duplicate sections.
  ///
  /// - Parameter account: The account's name, which may be that of a section too.
  init(blocks: [Block], account: @autoclosure () -> String?, _ binder: Binder) {
    var seen: [SectionKind: Span] = [:]
    /// The H3s below this section have a meaning of their own.
    var keepsParts = false
    /// The sections that have their H2, once somebody asks.
    lazy var titled = Document.titled(in: blocks)
    /// The sections that headings and their tables tell together, once somebody asks.
    lazy var guesses = SectionGuess.kinds(in: blocks, binder)
    for (index, block) in blocks.enumerated() {
      if let found = Unmarked(block, binder), seen[found.kind] == nil,
        !(found.level == 3 && keepsParts && !Document.isTable(blocks, at: index + 1)),
        !(found.level == 1 && account() == found.text),
        !titled.contains(found.kind)
      {
        let fix = binder.retitling(found.text, as: found.text, level: 2, at: block.span)
        binder.report(
          MisnamedSection.unmarked(found.written, at: block.span, meant: found.kind, fix: fix))
        seen[found.kind] = block.span
        keepsParts = false
        sections.append(
          Section(
            kind: found.kind, title: found.title, heading: block.span, blocks: [],
            isDuplicate: false))
      } else if case .heading(1, let inlines) = block.kind, title == nil {
        (title, titleSpan) = (inlines, block.span)
      } else if case .heading(2, let inlines) = block.kind, sections.last?.kind == .brief,
        BriefPart(reading: inlines.plainText.trimmingSpaces) != nil
      {
        // A part of the brief a level too high is read with it.
        sections[sections.count - 1].blocks.append(block)
      } else if case .heading(2, let inlines) = block.kind {
        let rest = blocks[(index + 1)...]
        var kind = Document.kind(of: inlines, at: block.span, above: rest, binder)
        if kind == nil, SectionGuess.table(in: rest) != nil, let guess = guesses[index],
          seen[guess.kind] == nil
        {
          binder.report(guess.finding(inlines.plainText.trimmingSpaces, at: block.span, binder))
          kind = guess.kind
        }
        var isDuplicate = false
        if let kind {
          if let first = seen[kind] {
            isDuplicate = true
            binder.report(
              DuplicateSection.finding(kind, at: block.span, first: binder.place(first)))
          } else {
            seen[kind] = block.span
          }
        }
        keepsParts = kind.map(Self.withParts.contains) ?? false
        sections.append(
          Section(
            kind: kind, title: inlines, heading: block.span, blocks: [], isDuplicate: isDuplicate))
      } else {
        if sections.isEmpty {
          sections.append(
            Section(kind: nil, title: [], heading: block.span, blocks: [], isDuplicate: false))
        }
        sections[sections.count - 1].blocks.append(block)
      }
    }
  }

  /// The section of a kind that is read.
  subscript(kind: SectionKind) -> Section? {
    sections.first { $0.kind == kind && !$0.isDuplicate }
  }

  /// The sections as text, for the site.
  var text: [TextSection] {
    sections.map {
      TextSection(kind: $0.kind, title: $0.title, heading: $0.heading, blocks: $0.blocks)
    }
  }

  /// - Parameter rest: All blocks below the heading.
  private static func kind(
    of title: [Inline], at span: Span, above rest: ArraySlice<Block>, _ binder: Binder
  ) -> SectionKind? {
    let heading = title.plainText.trimmingSpaces
    if let kind = SectionKind(reading: heading) { return kind }
    if let kind = bare(heading).flatMap(SectionKind.init(reading:)) { return kind }
    guard binder.mayCompare(headings.count), let near = nearest(heading),
      MisnamedSection.fits(rest, near)
    else { return nil }
    let fix = binder.retitling(heading, as: near.title, level: 2, at: span)
    binder.report(MisnamedSection.finding(heading, at: span, meant: near.title, fix: fix))
    return near
  }

  /// The section that a heading is read as, whether it is well named or not.
  static func meant(_ heading: String) -> SectionKind? {
    SectionKind(reading: heading) ?? bare(heading).flatMap(SectionKind.init(reading:))
      ?? nearest(heading)
  }

  /// A heading without the colon or the parenthesis at its end; nil when it has neither.
  static func bare(_ heading: String) -> String? {
    let last = heading.utf8.last
    if last == UInt8(ascii: ":") { return heading.dropLast().trimmingSpaces }
    guard last == UInt8(ascii: ")"), let open = heading.lastIndex(of: "(") else { return nil }
    return heading[..<open].trimmingSpaces
  }

  /// Whether a table stands there: then even among parts a section's title is one.
  private static func isTable(_ blocks: [Block], at index: Int) -> Bool {
    guard blocks.indices.contains(index), case .table = blocks[index].kind else { return false }
    return true
  }

  /// The sections in which an H3 begins a part, a contact or a deal.
  private static let withParts: Set<SectionKind> = [.brief, .committee, .meddpicc, .actionPlan]

  /// The sections that have their H2.
  private static func titled(in blocks: [Block]) -> Set<SectionKind> {
    var kinds: Set<SectionKind> = []
    for block in blocks {
      if case .heading(2, let inlines) = block.kind,
        let kind = SectionKind(reading: inlines.plainText.trimmingSpaces)
      {
        kinds.insert(kind)
      }
    }
    return kinds
  }

  /// The one section of which some heading is one edit away (from five letters) or two (from ten).
  private static func nearest(_ heading: String) -> SectionKind? {
    let letters = Nearest.fold(heading)
    let limit = letters.count >= 10 ? 2 : 1
    guard (5...64).contains(letters.count) else { return nil }
    var near: Set<SectionKind> = []
    for (known, kind) in headings where Nearest.distance(letters, known, limit: limit) <= limit {
      near.insert(kind)
    }
    return near.count == 1 ? near.first : nil
  }

  /// All headings of the format as they are compared.
  private static let headings: [(letters: [UInt8], kind: SectionKind)] =
    SectionKind.headings.compactMap { heading in
      SectionKind(reading: heading).map { (Nearest.fold(heading), $0) }
    }
}
