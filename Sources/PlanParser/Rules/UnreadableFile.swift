import PlanModel
import PlanSource

/// A file that the system does not hand over; the edge finds it, and the examples show what is in order.
enum UnreadableFile: ReadingRule {
  static let about = RuleInfo(
    name: "structure/unreadable-file", level: .error,
    summary: "A plan that cannot be opened.",
    why: "the account is missing from every list and figure until the file can be read",
    mend: "Mend the permission or the link; the others go on.",
    examples: [
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        """),
    ])

  /// - Parameter reason: The system's, such as `Permission denied`.
  static func finding(_ reason: String) -> Finding {
    Finding(
      about, at: nil, "the plan cannot be read: \(reason)",
      help: reason.hasPrefix("Permission")
        ? "allow reading it: `chmod a+r` on the file and `a+x` on its folders"
        : "see that the file is there and is a plain file, then run planc again")
  }
}
