import PlanModel
import PlanSource

/// People of ours, contacts of theirs, deals: texts that name something written elsewhere.
extension Binder {
  /// One of ours. One with a single near neighbour is read as that, and the finding stays.
  func person(_ written: Written?) -> Located<String>? {
    guard let written, !isLeftOver(written) else { return nil }
    guard let people = program.people, people.index(forKey: written.text) == nil else {
      return Located(written.text, at: written.span)
    }
    strangers.insert(written.text)
    let named = program.person(named: written.text)
    let (sure, near) =
      (named ?? unmarked(written.text)).map { ($0, $0) }
      ?? nearest(written.text, among: program.personIDs)
    let fix = sure.flatMap {
      rewriting(
        written.text, as: $0, at: written.span,
        isSafe: named != nil || Nearest.isSame($0, written.text))
    }
    report(
      UnknownPerson.finding(
        written.text, of: written.field.name, at: written.span, near: near, isSure: sure != nil,
        fix: fix))
    if let sure { return Located(sure, at: written.span) }
    doubt(written.field, UnknownPerson.about)
    return nil
  }

  /// The one of ours whose name a text is but for its marks.
  private func unmarked(_ name: String) -> String? {
    guard mayCompare(program.personIDs.count) else { return nil }
    let ids = program.personIDs.filter {
      ContactName.isSameWithoutMarks(program.name(of: $0), name)
    }
    return ids.count == 1 ? ids[0] : nil
  }

  func people(_ written: Written?) -> [Located<String>] {
    list(written) { program.people?[$0] != nil }.compactMap { person($0) }
  }

  /// Whether the committee has somebody of that name.
  func isContact(_ name: String) -> Bool { contacts[ContactName.key(name)] != nil }

  /// One of theirs, spelt as in the committee. Reported once a name.
  func contact(_ written: Written?) -> Located<String>? {
    guard let written else { return nil }
    let key = ContactName.key(written.text)
    if let name = contacts[key] { return Located(name, at: written.span) }
    if isLeftOver(written) { return nil }
    guard knowsContacts else { return Located(written.text, at: written.span) }
    let (sure, near) = nearestContact(written.text)
    reportUnknown(written, near, sure: sure)
    if let sure { return Located(sure, at: written.span) }
    doubt(written.field, UnknownContact.about)
    return nil
  }

  /// The one of the committee who was meant, also without the marks of the name, and the nearest to be named: for `Raj`
  /// the only Raj there is.
  func nearestContact(_ name: String) -> (sure: String?, guess: String?) {
    if mayCompare(contactNames.count) {
      let same = contactNames.filter { ContactName.isSameWithoutMarks($0, name) }
      if same.count == 1 { return (same[0], same[0]) }
    }
    let near = nearest(name, among: contactNames)
    guard near.guess == nil, mayCompare(contactNames.count) else { return near }
    let key = ContactName.key(name)
    let namesakes = contactNames.filter { contact in
      ContactName.key(contact).split(separator: " ").contains { $0 == key }
    }
    return (nil, namesakes.count == 1 ? namesakes.first : nil)
  }

  /// Reports, once a name, somebody whom the committee does not list.
  func reportUnknown(_ written: Written, _ near: String?, sure: String?) {
    // Who is meant by a name is a guess, however near it is.
    let fix = sure.flatMap { rewriting(written.text, as: $0, at: written.span, isSafe: false) }
    let isOurs = program.people?[written.text] != nil || program.person(named: written.text) != nil
    guard isNews(written.text, in: "contact", mendedBy: fix) else { return }
    report(
      UnknownContact.finding(
        written.text, of: written.field.name, at: written.span, near: near, isSure: sure != nil,
        isOurs: isOurs, in: committee, fix: fix))
  }

  func contactList(_ written: Written?) -> [Located<String>] {
    list(written, knowing: isContact).compactMap { contact($0) }
  }

  /// A deal of the plan, spelt as in Opportunities. Reported once a name; one with a single near neighbour is read as
  /// that, any other is kept as written.
  func deal(_ written: Written?) -> Located<String>? {
    guard let written else { return nil }
    guard knowsDeals, !dealKeys.contains(ContactName.key(written.text)) else {
      return text(written)
    }
    let (sure, near) = nearest(written.text, among: deals)
    let fix = sure.flatMap { rewriting(written.text, as: $0, at: written.span, isSafe: false) }
    if isNews(written.text, in: "deal", mendedBy: fix) {
      report(unknownDeal(written, sure: sure, near: near, fix))
    }
    if sure == nil { doubt(written.field, InvalidValue.about) }
    return Located(sure ?? written.text, at: written.span)
  }

  /// Whether a text names a deal, or nearly one and no other.
  func isNearlyDeal(_ name: String) -> Bool {
    dealKeys.contains(ContactName.key(name)) || nearest(name, among: deals).sure != nil
  }

  /// A deal that a heading of a section names.
  func deal(heading title: Located<String>, of kind: SectionKind) -> Located<String>? {
    let field = Field(name: "a heading of \(kind.title)", topic: .section(kind))
    return deal(
      Written(text: title.value, span: find(title.value, in: title.span), field: field))
  }

  private func unknownDeal(
    _ written: Written, sure: String?, near: String?, _ fix: Fix?
  ) -> Finding {
    let row = "`| \(written.text) | its stage |`"
    return InvalidValue.finding(
      written.text, of: written.field.name,
      isNo: "not in Opportunities" + (sure.map { "; read as `\($0)`" } ?? ""), at: written.span,
      why: "what stands under a name that is no deal counts for none: its money, its answers, its "
        + "tasks are missing from every figure",
      help: near.map { "write `\($0)`, or add `\(written.text)` to Opportunities" }
        ?? "add a row to Opportunities: \(row)"
        + (deals.isEmpty ? "" : ", or write one of \(deals.prefix(5).joined(separator: ", "))"),
      row: written.field.row, fix: fix)
  }
}
