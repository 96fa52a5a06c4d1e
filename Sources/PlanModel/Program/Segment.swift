import PlanSource

/// What the accounts of one cluster share: a file of `segments/`.
public struct Segment: Sendable {
  /// Relative to the program's root.
  public let path: String
  /// The opening `---` of the front matter.
  public let opening: Span
  /// The name that plans write behind `segment:`.
  public let name: Located<String>
  /// Who of ours answers for the segment, a key of `people:`.
  public var owner: Located<String>?
  /// Who of ours runs its plays, a key of `people:`.
  public var marketing: Located<String>?
  public var brief: Brief?
  /// What is done for all its accounts; it engages nobody.
  public var plays: Section<Play>?
  /// What looks as if it should not be in a repository.
  public var suspicions: [Suspicion] = []
  /// Relative links and images, resolved against the file's folder.
  public var relativeLinks: [Located<String>] = []
  /// The text as written.
  public var text: [TextSection] = []

  /// Whether a file of the program is a segment.
  public static func isOne(_ path: String) -> Bool { path.hasPrefix("segments/") }

  public init(path: String, opening: Span, name: Located<String>) {
    self.path = path
    self.opening = opening
    self.name = name
  }

  /// What stands below the heading of a part of the brief; nothing while the text is not kept.
  public func blocks(of part: BriefPart) -> [Block] {
    guard let heading = brief?.parts.first(where: { $0.kind.value == part && !$0.isEmpty })?.kind,
      let section = text.first(where: { $0.kind == .brief }),
      let start = section.blocks.firstIndex(where: { $0.span.start == heading.span.start })
    else { return [] }
    return section.blocks[(start + 1)...].prefix { block in
      if case .heading(let level, _) = block.kind { level > 3 } else { true }
    } + []
  }
}

/// The segments of a program, by their names.
public struct Segments: Sendable {
  /// By path.
  public let all: [Segment]
  /// Whether all files of `segments/` could be read: else nobody knows what an account inherits.
  public let isWhole: Bool
  private let byName: [String: Int]

  public init(_ segments: [Segment] = [], isWhole: Bool = true) {
    all = segments.sorted { $0.path.precedes($1.path) }
    self.isWhole = isWhole
    byName = Dictionary(
      all.enumerated().map { (ContactName.key($1.name.value), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The segment of a name, whatever its case and spacing; the first by path where two have it.
  public subscript(name: String) -> Segment? { byName[ContactName.key(name)].map { all[$0] } }
}

extension Program {
  /// The segment whose text a plan inherits: tier 2 alone does.
  public func inherited(by plan: Plan) -> Segment? {
    guard plan.isTierKnown, plan.tier.value == .two, let name = plan.segment?.value else {
      return nil
    }
    return segments[name]
  }

  /// The parts of the brief that a plan does not write and its segment does.
  public func inheritedParts(of plan: Plan) -> [BriefPart] {
    guard let segment = inherited(by: plan) else { return [] }
    let written = Set((plan.brief?.parts ?? []).filter { !$0.isEmpty }.map(\.kind.value))
    return (segment.brief?.parts ?? []).filter { !$0.isEmpty && !written.contains($0.kind.value) }
      .map(\.kind.value)
  }
}
