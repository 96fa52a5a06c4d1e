/// What the page of all people says.
enum PeopleSentences {
  static let clauses: [Remark<Crew, HTML>] = [
    Remark("late", 4) { crew in
      let people = crew.members.count { $0.late > 0 }
      guard people > 0 else {
        return crew.members.contains { $0.open > 0 } ? "no task is late" : nil
      }
      // A task of two people is on two plates.
      return """
        <a href="#people">\(Wording.grouped(people)) of \
        \(Wording.count(crew.members.count, "person", "people"))</a> \
        \(Wording.verb(people, "has", "have")) a late task
        """
    },
    Remark("most", 3) { crew in
      guard let most = crew.members.max(by: { $0.open < $1.open }), most.open > 0 else {
        return nil
      }
      guard crew.members.count(where: { $0.open == most.open }) == 1 else { return nil }
      return "\(most.name) has the most to do, \(Wording.count(most.open, "open task"))"
    },
    Remark("ownerless", 2) { crew in
      guard crew.ownerless > 0 else { return nil }
      return """
        nobody owns <a href="../accounts.html">\(Wording.count(crew.ownerless, "account"))</a>
        """
    },
    Remark("idle", 1) { crew in
      guard !crew.members.isEmpty, crew.members.allSatisfy({ $0.open == 0 }) else { return nil }
      return
        "no active plan has an open task for anybody"
    },
  ]

  /// `4 of 8 people have a late task; Tomasz Wrona has the most to do, 9 open tasks.`
  static func lead(_ crew: Crew) -> HTML {
    guard !crew.members.isEmpty else {
      return "Nobody of ours is named yet: <code>people</code> in planc.yml says who works here."
    }
    let said = clauses.said(of: crew, limit: 3)
    guard !said.isEmpty else {
      return "\(Wording.count(crew.members.count, "person", "people")) of ours work the program."
    }
    return said.joined(by: "; ").capital + "."
  }

  /// `Two sponsors stand behind six accounts`.
  ///
  /// - Parameter loads: Accounts of each.
  static func sponsors(_ loads: [Int], limit: Int) -> String {
    let over = loads.count { $0 > limit }
    if over > 0 {
      return
        "\(Wording.capital(Wording.spelled(over, "sponsor"))) \(Wording.verb(over, "stands", "stand")) behind too many accounts"
    }
    let accounts = Wording.spelled(loads.reduce(0, +), "account")
    let sponsors = Wording.capital(Wording.spelled(loads.count, "sponsor"))
    return "\(sponsors) \(Wording.verb(loads.count, "stands", "stand")) behind \(accounts)"
  }
}
