import PlanModel
import PlanSource

/// A `structure/*` rule that arises in reading: the parser finds it, so it has no check of its own.
protocol ReadingRule: Sendable {
  static var about: RuleInfo { get }
}

/// All rules of this module, in the order of the docs. A test compares the list with the folder.
public enum ReadingRules {
  static let rules: [any ReadingRule.Type] = [
    FrontMatterMissing.self,
    InvalidYaml.self,
    ForbiddenYaml.self,
    MissingKey.self,
    UnknownKey.self,
    DuplicateKey.self,
    InvalidValue.self,
    UnknownPerson.self,
    UnknownContact.self,
    DuplicateSection.self,
    SecondTable.self,
    MisnamedSection.self,
    BadID.self,
    EmptyCell.self,
    RaggedRow.self,
    UnreadableFile.self,
    LinkOutside.self,
    MissingColumn.self,
    MissingTable.self,
    BrokenTable.self,
    UnalignedTable.self,
    DuplicateContact.self,
    Placeholder.self,
    UnsafeLink.self,
    TooLarge.self,
    NotUtf8.self,
  ]

  /// What is known about each.
  public static let all: [RuleInfo] = rules.map { $0.about }

  /// A plan that the system does not hand over.
  public static func unreadableFile(_ reason: String) -> Finding { UnreadableFile.finding(reason) }

  /// A plan that is a symbolic link to a file outside the program.
  public static func symbolicLink(to target: String) -> Finding {
    LinkOutside.symbolicLink(to: target)
  }
}
