import PlanModel
import PlanSource

/// An unknown key, with the nearest known one.
enum UnknownKey: ReadingRule {
  static let about = RuleInfo(
    name: "structure/unknown-key", level: .warning,
    summary: "A key that the format does not know.",
    why: "what stands under it is read by nobody, though it looks as if it counted",
    mend: "Use the nearest known key, or begin your own with `x-`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ↓ownr: maya.chen
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        potential:
          ↓acvv: 100k
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        x-region-code: 7
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        fit: { anything: goes }
        ---
        """),
    ])

  /// - Parameters:
  ///   - sure: The key it was read as, if there is one near neighbour.
  ///   - near: The nearest known key, if one is near enough to be named.
  ///   - allowsOwn: Whether a key that begins with `x-` would be left alone.
  ///   - noun: What the key should be.
  static func finding(
    _ key: String, at span: Span, among known: [String], readAs sure: String?, near: String?,
    allowsOwn: Bool, noun: String = "key"
  ) -> Finding {
    Finding(
      about, at: span, "`\(key)` is no known \(noun)" + (sure.map { "; read as `\($0)`" } ?? ""),
      help: near.map { "write `\($0)`" }
        ?? "known here: \(known.joined(separator: ", "))"
        + (allowsOwn ? "; a key of your own begins with `x-`" : ""),
      key: key)
  }
}
