import PlanMetrics
import PlanModel
import PlanSource

/// Those of a committee who are there and do not answer: who went quiet before who never answered, and of each who
/// decides first.
struct QuietContacts {
  private let all: [(contact: Contact, last: Day?)]

  init(of plan: Plan, _ measures: PlanMeasures) {
    let quiet = zip(plan.contacts, measures.contacts).filter { !$0.hasLeft && !$1.isEngaged }
      .map { (contact: $0, last: $1.lastEngaged) }
    all = [true, false].flatMap { answered in
      [true, false].flatMap { decides in
        quiet.filter { ($0.last != nil) == answered && $0.contact.decides == decides }
      }
    }
  }

  var isEmpty: Bool { all.isEmpty }

  /// Who they are, and since when.
  var notes: [Note] {
    let names = all.map { contact, last in
      contact.name.value + (last.map { " since \($0)" } ?? " never")
    }
    return names.isEmpty ? [] : [Note("quiet", Wording.list(names))]
  }

  /// Whom to talk to next.
  var next: Contact? { (all.first { $0.contact.decides } ?? all.first)?.contact }
}
