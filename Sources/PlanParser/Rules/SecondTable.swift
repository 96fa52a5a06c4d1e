import PlanModel
import PlanSource

/// A later table of a section that has the columns of the first.
enum SecondTable: ReadingRule {
  static let about = RuleInfo(
    name: "structure/second-table", level: .warning,
    summary: "A second table of the same kind in a section, or one of another kind above its data.",
    why: "the first table is the section's data: rows of a later one look right and count for "
      + "nothing",
    mend:
      "Move the rows into the first table of the section; move a table of another kind below it.",
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
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        ↓| Site | Head count |
        | --- | --- |
        | Oslo | 40 |

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
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

  /// Reports each later table whose rows are meant for the section; whether there is one.
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

  /// Whether the rows are meant for the section: all required columns are there, or what the rows are about and one
  /// column more, near enough.
  private static func isSame(_ table: Table, _ kind: SectionKind, _ binder: Binder) -> Bool {
    isWhole(table, kind, binder) || holdsMost(table, kind, binder)
  }

  private static func isWhole(_ table: Table, _ kind: SectionKind, _ binder: Binder) -> Bool {
    let headings = Headings(table.header, binder)
    return kind.columns.allSatisfy { !$0.isRequired || headings.index(of: $0) != nil }
  }

  private static func holdsMost(_ table: Table, _ kind: SectionKind, _ binder: Binder) -> Bool {
    let meant = Headings(table.header, binder).columns(meantOf: kind)
    return meant.count > 1 && meant.first?.name == kind.columns.first?.name
  }

  /// The section without the tables of another kind above its data, the first of which is reported.
  static func data(
    of section: Document.Section, _ kind: SectionKind, _ binder: Binder
  ) -> Document.Section {
    guard !kind.columns.isEmpty, kind != .meddpicc else { return section }
    var foreign: [(index: Int, table: Table)] = []
    for (index, block) in section.blocks.enumerated() {
      guard case .table(let table) = block.kind else { continue }
      // Most sections have one table: nothing is looked up in it.
      guard foreign.isEmpty ? hasTable(section.blocks[(index + 1)...]) : true else { break }
      if isWhole(table, kind, binder) {
        guard let first = foreign.first?.table else { return section }
        report(foreign: first, kind, read: table, binder)
        var section = section
        for found in foreign.reversed() { section.blocks.remove(at: found.index) }
        return section
      }
      let meant = Headings(table.header, binder).columns(meantOf: kind)
      guard !meant.contains(where: \.isRequired) else { break }
      foreign.append((index, table))
    }
    return section
  }

  private static func hasTable(_ blocks: ArraySlice<Block>) -> Bool {
    blocks.contains { if case .table = $0.kind { true } else { false } }
  }

  private static func report(
    foreign table: Table, _ kind: SectionKind, read: Table, _ binder: Binder
  ) {
    binder.report(
      Finding(
        about, at: table.header.span,
        "this table has no column that \(kind.title) needs; the next one is read",
        notes: [Note("read", "the table that is read", at: binder.place(read.header.span))],
        why:
          "the first table of a section is its data: whoever reads the file takes this one for it",
        help: "move this table below the one that is read",
        key: "\(kind.rawValue) \(binder.text(table.header.span))"))
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
