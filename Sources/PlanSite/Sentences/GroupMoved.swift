import PlanModel

/// What moved in several accounts since their last reviews.
enum GroupMoved {
  /// From what changes the program's worth to what keeps it going.
  static let remarks: [Remark<(moved: GroupMovement, figures: Figures), Moved>] = [
    deals("won", 100, \.won, "deal was won", "deals were won"),
    deals("lost", 96, \.lost, "deal was lost", "deals were lost"),
    deals(
      "slipped", 90, \.slipped, "open deal passed its close day",
      "open deals passed their close days"),
    deals("created", 86, \.created, "deal came up", "deals came up"),
    people("silent", 66, \.silent, "person", "people", "fell silent"),
    plain(
      "late", 62, \.late, "task of an action plan passed its day",
      "tasks of action plans passed their days"),
    plain(
      "steps", 60, \.steps, "next step in the whitespace passed its day",
      "next steps in the whitespace passed their days"),
    plain("renewals", 54, \.renewals, "renewal day passed", "renewal days passed"),
    plain("stages", 58, \.stages, "account changed its stage", "accounts changed their stages"),
    plain("signals", 50, \.signals, "strong signal came in", "strong signals came in"),
    Remark("answered", 48) { subject in
      let sum = subject.moved.answered
      guard sum.count > 0 else { return nil }
      let places = sum.accounts.count
      let people = Wording.spelled(sum.count, "person", "people")
      return Moved(
        clause: places == 1
          ? "\(people) \(Wording.verb(sum.count, "is", "are")) on record with a first answer"
          : "\(people) in \(Wording.spelled(places)) accounts are on record with a first answer",
        detail: Self.places(sum))
    },
    plain("done", 46, \.done, "task of an action plan was done", "tasks of action plans were done"),
    Remark("touches", 20) { subject in
      let (sum, answers) = (subject.moved.touches, subject.moved.answers)
      guard sum.count > 0 else { return nil }
      return Moved(
        clause: "\(Wording.spelled(sum.count, "touch was", "touches were")) made",
        detail:
          "\(Wording.grouped(answers)) answered, in \(Wording.count(sum.accounts.count, "account"))"
      )
    },
  ]

  private typealias Kind = Remark<(moved: GroupMovement, figures: Figures), Moved>
  private typealias Path = KeyPath<GroupMovement, GroupMovement.Sum> & Sendable

  private static func places(_ sum: GroupMovement.Sum) -> String {
    Wording.list(sum.accounts, limit: 3)
  }

  private static func plain(
    _ name: String, _ weight: Double, _ path: Path, _ one: String, _ many: String
  ) -> Kind {
    Remark(name, weight) { subject in
      let sum = subject.moved[keyPath: path]
      guard sum.count > 0 else { return nil }
      return Moved(
        clause: "\(Wording.spelled(sum.count, one, many))", detail: places(sum))
    }
  }

  private static func people(
    _ name: String, _ weight: Double, _ path: Path, _ one: String, _ many: String, _ verb: String
  ) -> Kind { plain(name, weight, path, "\(one) \(verb)", "\(many) \(verb)") }

  private static func deals(
    _ name: String, _ weight: Double, _ path: Path, _ one: String, _ many: String
  ) -> Kind {
    Remark(name, weight) { subject in
      let sum = subject.moved[keyPath: path]
      guard sum.count > 0 else { return nil }
      let money = sum.money > .zero ? "\(subject.figures.money(sum.money)), " : ""
      return Moved(
        clause: "\(Wording.spelled(sum.count, one, many))", detail: "\(money)\(places(sum))")
    }
  }
}
