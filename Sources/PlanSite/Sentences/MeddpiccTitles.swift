import PlanModel

/// What MEDDPICC shows of a deal: what should be known by now and is not.
enum MeddpiccTitles {
  /// Of several deals the one with most gaps speaks.
  static func title(_ deals: [QualifiedDeal]) -> String {
    let most = deals.map(\.gaps.count).max() ?? 0
    guard let worst = deals.first(where: { $0.gaps.count == most }) else { return "MEDDPICC" }
    let title = remarks.said(of: worst, limit: 1).first ?? "MEDDPICC"
    guard deals.count > 1, let name = worst.name else { return title }
    return "\(name): \(title)"
  }

  static let remarks: [Remark<QualifiedDeal, String>] = [
    Remark("gaps", 90) { deal in
      guard let come = deal.way, let gap = first(deal.gaps) else { return nil }
      let way =
        come.gone > come.all
        ? "Past the close day" : "\(come.percent)% of the way to the close"
      guard deal.gaps.count > 1 else { return "\(way), \(state(gap))" }
      return "\(way), \(states(deal.gaps))"
    },
    Remark("weak", 70) { deal in
      guard deal.way == nil else { return nil }
      let weak = deal.answers.filter { $0.score ?? 0 <= 1 }
      guard let one = first(weak) else { return nil }
      if weak.count == 1 { return Wording.capital(state(one)) }
      return weak.count == deal.answers.count
        ? "Nothing of the deal is more than an assumption"
        : "\(Wording.capital(Wording.spelled(weak.count))) of \(Wording.spelled(deal.answers.count)) "
          + "elements are unknown or assumed"
    },
    Remark("all known", 60) { deal in
      deal.answers.allSatisfy { $0.score ?? 0 > 1 }
        ? "\(Wording.capital(Wording.all(deal.answers.count))) elements are told or confirmed" : nil
    },
    Remark("all due known", 50) { deal in
      guard deal.due > 0, deal.gaps.isEmpty,
        let next = deal.answers.first(where: { !$0.isDue && $0.score ?? 0 <= 1 })
      else { return nil }
      return "What should be known by now is known; next \(phrase(next.element).verb) "
        + phrase(next.element).noun
    },
    Remark("sum", 10) { deal in
      let sum = deal.answers.reduce(0) { $0 + ($1.score ?? 0) }
      return "MEDDPICC stands at \(sum) of \(deal.answers.count * 3)"
    },
  ]

  /// The least known, of equal ones that which is due first.
  private static func first(_ answers: [QualifiedDeal.Answer]) -> QualifiedDeal.Answer? {
    let least = answers.map { $0.score ?? 0 }.min() ?? 0
    return answers.first { $0.score ?? 0 == least }
  }

  /// `the paper process is unknown and two elements are only assumed`.
  private static func states(_ gaps: [QualifiedDeal.Answer]) -> String {
    let kinds = [
      (gaps.filter { $0.score ?? 0 == 0 }, "unknown"),
      (gaps.filter { $0.score == 1 }, "only assumed"),
      (gaps.filter { $0.score ?? 0 > 1 }, "without evidence"),
    ]
    let parts = kinds.filter { !$0.0.isEmpty }.map { answers, word in
      guard answers.count == 1, let one = answers.first else {
        return "\(Wording.spelled(answers.count)) elements are \(word)"
      }
      let (noun, verb) = phrase(one.element)
      return "\(noun) \(verb) \(word)"
    }
    return Wording.list(parts)
  }

  /// `the economic buyer is still an assumption`.
  private static func state(_ answer: QualifiedDeal.Answer) -> String {
    let (noun, verb) = phrase(answer.element)
    switch answer.score ?? 0 {
    case 0: return "\(noun) \(verb) still unknown"
    case 1: return "\(noun) \(verb) still \(verb == "is" ? "an assumption" : "assumptions")"
    default: return "\(noun) \(verb) without evidence"
    }
  }

  private static func phrase(_ element: Element) -> (noun: String, verb: String) {
    switch element {
    case .metrics, .decisionCriteria: ("the \(element.spoken)", "are")
    default: ("the \(element.spoken)", "is")
    }
  }
}
