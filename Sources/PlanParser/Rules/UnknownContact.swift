import PlanModel
import PlanSource

/// One of theirs whom the committee does not list; once a name.
enum UnknownContact: ReadingRule {
  static let about = RuleInfo(
    name: "structure/unknown-contact", level: .error,
    summary: "A contact who is not in the buying committee.",
    why: "a touch, a task or a reporting line that names nobody on the map counts for nobody",
    mend: "Spell the name as in Buying committee, or add the person there.",
    fix:
      "With `--unsafe-fixes`, writes the one name that is near, wherever it is misspelt so; a name is never taken for "
      + "another unasked.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Reports to |
        | --- | --- | --- |
        | Ann Lee | champion | ↓Raj Iyer |
        """),
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

        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-02 | First call | call | ↓Ann Lea |
        """),
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

        ### ↓Raj Iyer

        - Pain: late trucks
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Reports to |
        | --- | --- | --- |
        | Ann Lee | champion | RAJ  IYER |
        | Raj Iyer | economic buyer | |
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

        ## Mutual action plan

        - [ ] Sign the terms (see appendix)
        """),
    ])

  static func finding(
    _ name: String, of field: String, at span: Span, near: String?, isSure: Bool, isOurs: Bool,
    in header: Table.Row?, fix: Fix?
  ) -> Finding {
    let add =
      if isOurs {
        "`\(name)` is one of ours; write a name of theirs, as in Buying committee"
      } else if field == TaskReader.fieldName, isWord(name) {
        "write a name of theirs, as in Buying committee, and what else is to be said elsewhere"
      } else { "add a row to Buying committee: `\(row(name, header))`" }
    return Finding(
      about, at: span,
      "`\(name)` in \(field) is not in the buying committee"
        + (isSure ? near.map { "; read as `\($0)`" } ?? "" : ""),
      help: near.map { "write `\($0)`, or add `\(name)` to Buying committee" }
        ?? add,
      key: name, fix: fix)
  }

  private static func row(_ name: String, _ header: Table.Row?) -> String {
    ExampleRow.text(in: .committee, header, ["Name": name, "Role": "<their role>"])
  }

  /// Whether it is a word such as `waiting`: few are called so.
  private static func isWord(_ name: String) -> Bool {
    name.first?.isLowercase == true && !name.contains(" ")
  }
}
