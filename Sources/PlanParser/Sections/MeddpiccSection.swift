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
        let known = deal.flatMap { binder.deal(heading: $0, of: .meddpicc) }
        all.append(Qualification(opportunity: known, elements: answers(table, known, binder)))
      default: continue
      }
    }
    return all.isEmpty ? nil : all
  }

  /// The first answer to an element counts.
  private static func answers(
    _ table: Table, _ deal: Located<String>?, _ binder: Binder
  ) -> [Qualification.Answer] {
    var first: [Element: Span] = [:]
    return TableReader(table, of: .meddpicc, binder).items(needed: ["Element"]) { row in
      let score = binder.number(row["Score"], in: 0...3)
      guard let element = binder.word(row["Element"], as: Element.self) else { return nil }
      if let place = first[element.value] {
        binder.report(
          DuplicateKey.element(
            element.value, of: deal?.value, at: element.span, first: binder.place(place)))
        return nil
      }
      first[element.value] = element.span
      return Qualification.Answer(
        element: element, row: row.span, score: score, evidence: binder.text(row["Evidence"]))
    }
  }
}
