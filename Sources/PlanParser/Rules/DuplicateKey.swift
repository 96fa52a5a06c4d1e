import PlanModel
import PlanSource

/// A key that stands twice in one map, a name in one list, or an element in one table.
enum DuplicateKey: ReadingRule {
  static let about = RuleInfo(
    name: "structure/duplicate-key", level: .error,
    summary: "A key, a column, a buying center or an element of MEDDPICC written twice.",
    why: "the second is read by nobody: half the team believes the one, half the other",
    mend: "Keep one of the two.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ↓account: Southwind
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        pod: { sdr: kofi.mensah, ↓sdr: jo.park }
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        buying-centers: [E-commerce, EMEA, ↓ecommerce]
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## MEDDPICC

        | Element | Score |
        | --- | --- |
        | Champion | 2 |
        | ↓champion | 3 |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Region | Status | ↓Product |
        | --- | --- | --- | --- |
        | Core | EMEA | open | Analytics |
        """),
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
        tier: 3
        fit: { region: EMEA }
        links: { region: https://example.com }
        ---
        """),
    ])

  /// A name that stands twice in a list.
  static func item(
    _ name: String, of key: String, at span: Span, first: (name: String, place: Place)
  ) -> Finding {
    Finding(
      about, at: span, "`\(name)` stands in `\(key)` a second time; the first counts",
      notes: [Note("first", "`\(first.name)`", at: first.place)], help: "delete one of the two",
      key: "\(key) \(name)")
  }

  /// An element that is answered twice.
  static func element(
    _ element: Element, of deal: String?, at span: Span, first: Place
  ) -> Finding {
    Finding(
      about, at: span,
      "`\(element.rawValue)` stands in this table a second time; the first row counts",
      notes: [Note("first", "`\(element.rawValue)`", at: first)],
      help: "keep one row for each element",
      key: [deal, element.rawValue].compactMap { $0 }.joined(separator: " "))
  }

  /// A column that stands in a table already, by this name or another of its names.
  static func column(
    _ name: String, of section: SectionKind, at span: Span, first: (name: String, place: Place)
  ) -> Finding {
    Finding(
      about, at: span,
      "the column `\(name)` stands in this table a second time; the first is read",
      notes: [Note("first", "`\(first.name)`", at: first.place)],
      help: "keep one of the two, or give one another heading",
      key: "\(section.rawValue) \(name)")
  }

  /// A segment of which another file tells already.
  static func segment(_ name: String, at span: Span, first: Place) -> Finding {
    Finding(
      about, at: span, "\(first.path) is about the segment `\(name)` already; plans go by that one",
      notes: [Note("first", "`\(name)`", at: first)],
      help: "merge the two files, or give one of them another name", key: name)
  }

  static func finding(_ key: String, at span: Span, first: Place) -> Finding {
    Finding(
      about, at: span, "the key `\(key)` stands here a second time; the first counts",
      notes: [Note("first", "`\(key)`", at: first)], help: "delete one of the two", key: key)
  }
}
