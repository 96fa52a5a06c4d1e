import PlanModel
import PlanSource

/// A contact, or a fact of one, that stands twice.
enum DuplicateContact: ReadingRule {
  static let about = RuleInfo(
    name: "structure/duplicate-contact", level: .error,
    summary: "One name twice in the committee, or one fact twice.",
    why: "two rows for one person make one friend look like two",
    mend: "Keep one row; put both roles into it: `champion, end-user`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        | ↓ann  lee | end-user |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Pain |
        | --- | --- | --- |
        | Ann Lee | champion | late trucks |

        ### Ann Lee

        - ↓Pain: late trains
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion, end-user |
        | Ann Leeson | legal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ### Ann Lee

        - Pain: late trains
        """),
    ])

  /// - Parameter first: The name as it stands in the first row, and where.
  static func finding(
    _ name: String, at span: Span, row: Span, first: (name: String, place: Place)
  ) -> Finding {
    Finding(
      about, at: span,
      "`\(name)` stands in the buying committee a second time; the first row counts",
      notes: [Note("first", first.name, at: first.place)],
      help: "keep one row with all roles: `champion, end-user`", key: name, row: row)
  }

  static func fact(_ fact: String, of name: String, at span: Span, first: Place) -> Finding {
    Finding(
      about, at: span, "\(fact) of \(name) is written twice; the first counts",
      notes: [Note("first", fact, at: first)], help: "keep it in the table or under the heading",
      key: "\(name) \(fact)")
  }
}
