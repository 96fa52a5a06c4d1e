import PlanModel
import PlanSource

enum MeddpiccSection {
  /// One table, or one under each H3 named like a deal.
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Qualification]? {
    var all: [Qualification] = []
    var deal: Located<String>?
    var hasTable = false
    for block in section.blocks {
      switch block.kind {
      case .heading(3, let inlines):
        deal = Located(inlines.plainText.trimmingSpaces, at: block.span)
        hasTable = false
      case .table(let table) where !hasTable:
        hasTable = true
        all.append(Qualification(opportunity: deal, elements: answers(table, binder)))
      default: continue
      }
    }
    return all.isEmpty ? nil : all
  }

  private static func answers(_ table: Table, _ binder: Binder) -> [Qualification.Answer] {
    TableReader(table, of: .meddpicc, binder).items(needed: ["Element"]) { row in
      let score = binder.number(row["Score"], in: 0...3)
      return binder.word(row["Element"], as: Element.self).map {
        Qualification.Answer(
          element: $0, row: row.span, score: score, evidence: binder.text(row["Evidence"]))
      }
    }
  }
}
