import PlanModel
import PlanSource

/// A later table of a section that has the columns of the first.
enum SecondTable: ReadingRule {
  static let about = RuleInfo(
    name: "structure/second-table", level: .warning,
    summary: "A second table of the same kind in a section.",
    why: "the first table is the section's data: rows of a later one look right and count for "
      + "nothing",
    mend: "Move the rows into the first table of the section.",
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

        ### Finance

        ↓| Name | Role |
        | --- | --- |
        | Raj Iyer | economic buyer |
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

        More of it:

        ↓| Element | Score | Evidence |
        | --- | --- | --- |
        | Metrics | 1 | told by Ann Lee |
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

        | Site | Head count |
        | --- | --- |
        | Oslo | 40 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Deals

        | Opportunity | Stage |
        | --- | --- |
        | Robots | demo |
        | Twin | demo |

        ## MEDDPICC

        ### Robots

        | Element | Score |
        | --- | --- |
        | Champion | 2 |

        ### Twin

        | Element | Score |
        | --- | --- |
        | Champion | 1 |
        """),
    ])

  /// Reports each later table that has all required columns of the section; whether there is one.
  static func check(_ section: Document.Section, of kind: SectionKind, _ binder: Binder) -> Bool {
    guard !kind.columns.isEmpty else { return false }
    var first: Table?
    var isFound = false
    for block in section.blocks {
      switch block.kind {
      // MEDDPICC has a table for each deal, under its H3.
      case .heading(3, _) where kind == .meddpicc: first = nil
      case .table(let table):
        if let first {
          guard isSame(table, kind, binder) else { continue }
          isFound = true
          report(table, kind, first, binder)
        } else {
          first = table
        }
      default: continue
      }
    }
    return isFound
  }

  private static func isSame(_ table: Table, _ kind: SectionKind, _ binder: Binder) -> Bool {
    let headings = Headings(table.header, binder)
    return kind.columns.allSatisfy { !$0.isRequired || headings.index(of: $0) != nil }
  }

  private static func report(
    _ table: Table, _ kind: SectionKind, _ first: Table, _ binder: Binder
  ) {
    let count = table.rows.count
    let rows = count == 1 ? "1 row counts" : "\(count) rows count"
    binder.report(
      Finding(
        about, at: table.header.span,
        "\(kind.title) is read from its first table; this one's \(rows) for nothing",
        notes: [Note("first", "the table that is read", at: binder.place(first.header.span))],
        help: "move the rows into the first table of the section",
        key: "\(kind.rawValue) \(binder.text(table.rows.first?.span ?? table.header.span))"))
    binder.doubt(Field(name: kind.title, topic: .section(kind)), about)
  }
}
