import PlanModel
import PlanSource

/// An unknown key, with the nearest known one.
enum UnknownKey: ReadingRule {
  static let about = RuleInfo(
    name: "structure/unknown-key", level: .warning,
    summary: "A key that the format does not know.",
    why: "what stands under it is read by nobody, though it looks as if it counted",
    mend: "Use the nearest known key, or begin your own with `x-`.",
    fix:
      "Writes the key, column or fact as which it is read; with `--unsafe-fixes` also one that is only known by its "
      + "last part.",
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
      .bad(
        """
        ---
        account: Northwind
        ↓Tier: 3
        ↓X-Region-Code: 7
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
  ///   - taken: What the binder's `readAs` says of the key it was taken for.
  ///   - near: The nearest known key, if one is near enough to be named.
  ///   - allowsOwn: Whether a key that begins with `x-` would be left alone.
  ///   - noun: What the key should be.
  ///   - fix: Writes the key that was meant.
  static func finding(
    _ key: String, at span: Span, among known: [String], taken: String = "", near: String?,
    allowsOwn: Bool, noun: String = "key", fix: Fix? = nil
  ) -> Finding {
    let own = "a key of your own begins with `x-`"
    let help =
      if let near { "write `\(near)`" } else if allowsOwn, looksOwn(key) {
        "write `x-\(key.dropFirst(2))`: \(own), in lower case"
      } else { "known here: \(known.joined(separator: ", "))" + (allowsOwn ? "; \(own)" : "") }
    return Finding(
      about, at: span, "`\(key)` is no known \(noun)\(taken)",
      help: help, key: key, fix: fix)
  }

  /// A fact such as contacts have, below no contact's heading.
  ///
  /// - Parameter name: A contact of the plan.
  static func ofNobody(_ fact: String, at span: Span, such name: String?) -> Finding {
    Finding(
      about, at: span, "`\(fact)` is said of nobody: no contact's heading stands above it",
      help: "write `### ` and the contact's name above the list"
        + (name.map { ", such as `### \($0)`" } ?? ""), key: fact)
  }

  /// Keys that stand below another one.
  private static let homes: [(home: String, keys: Set<String>)] = [
    ("potential", ["acv", "ceiling", "strategic"]),
    ("pod", ["sdr", "marketing", "solutions", "customer-success", "partner"]),
    ("fit", ["industry", "employees", "revenue", "region", "tech"]),
  ]

  /// The key below which a key belongs that stands at the top.
  static func home(of key: String, among known: [String]) -> String? {
    homes.first { $0.keys.contains(key) && known.contains($0.home) }?.home
  }

  /// - Parameter entries: All that stands at the top.
  static func misplaced(
    _ entry: YamlNode.Entry, below home: String, _ entries: [YamlNode.Entry]
  ) -> Finding {
    let text = entry.value.text.flatMap { $0.contains { ",:#".contains($0) } ? nil : $0 } ?? "…"
    let written = "`\(entry.key): \(text)`"
    let help =
      switch entries.first(where: { $0.key == home })?.value.isEmpty {
      case nil: "write `\(home): { \(entry.key): \(text) }`"
      case true?: "put two spaces before \(written), below the line `\(home):`"
      case false?: "move \(written) to what stands behind `\(home):`"
      }
    return Finding(
      about, at: entry.keySpan, "`\(entry.key)` is no key by itself: it belongs below `\(home)`",
      help: help, key: entry.key)
  }

  /// Whether somebody meant a key of their own: `X-Bar`, `x_bar`.
  static func looksOwn(_ key: String) -> Bool {
    key.count > 2 && ["x-", "x_"].contains(key.prefix(2).lowercased())
  }
}
