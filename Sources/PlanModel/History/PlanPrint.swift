/// What one version of a plan says, as numbers that can be compared: equal for two spellings of the same facts.
public struct PlanPrint: Sendable, Equatable {
  /// A part of a plan that changes by itself.
  public enum Part: Hashable, Sendable {
    /// All of the front matter but `reviewed`.
    case frontMatter
    case section(SectionKind)
    /// What stands below headings of the author's own.
    case rest

    /// All parts, in the order of `PlanPrint.parts`.
    public static let all: [Part] =
      [.frontMatter] + SectionKind.allCases.map(Part.section) + [.rest]

    public var index: Int {
      switch self {
      case .frontMatter: 0
      case .section(let kind): 1 + (SectionKind.allCases.firstIndex(of: kind) ?? 0)
      case .rest: Part.all.count - 1
      }
    }
  }

  /// Of the bytes as they are.
  public var raw: UInt64
  /// Of the account's name.
  public var account: UInt64 = 0
  public var tier: Tier?
  /// Nil when it is absent or cannot be read.
  public var status: Status?
  /// As written.
  public var stage: Stage?
  public var reviewed: Day?
  /// Beside `Part.all`; zero for a part that is not there.
  public var parts = [UInt64](repeating: 0, count: Part.all.count)

  public init(raw: UInt64) { self.raw = raw }

  public subscript(part: Part) -> UInt64 {
    get { parts[part.index] }
    set { parts[part.index] = newValue }
  }

  /// Whether the account is on the target list.
  public var isListed: Bool { status == nil || status == .active }
}
