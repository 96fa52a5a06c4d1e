import PlanModel
import PlanSource

enum CommitteeSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Contact]? {
    guard let table = section.table else { return nil }
    let reader = TableReader(table, of: .committee, binder)
    guard reader.isReadable else {
      binder.knowsContacts = false
      return []
    }
    var contacts: [Contact] = []
    var rows: [RowReader] = []
    var first: [String: Int] = [:]
    var nameless: [RowReader] = []
    for row in reader.rows(needed: ["Name"]) {
      guard let name = binder.text(row["Name"]) else {
        nameless.append(row)
        continue
      }
      let contact = Contact(name: name, row: row.span)
      if let index = first[contact.key] {
        let one = contacts[index].name
        binder.report(
          DuplicateContact.finding(
            name.value, at: name.span, row: row.span,
            first: (one.value, binder.place(one.span))))
        // Whoever was meant by the second row is missing from the map.
        binder.doubt(
          Field(name: "Name", topic: .column(.committee, "Name")), DuplicateContact.about)
        binder.knowsContacts = false
        continue
      }
      first[contact.key] = contacts.count
      contacts.append(contact)
      rows.append(row)
      binder.contacts[contact.key] = name.value
    }
    for index in contacts.indices {
      binder.reading(rows[index]) { fill(&contacts[index], rows[index], binder) }
    }
    // Nobody's row has faults of its own.
    for row in nameless {
      var nobody = Contact(name: row.needed("Name"), row: row.span)
      fill(&nobody, row, binder)
    }
    readParts(section, &contacts, first, binder)
    return contacts
  }

  private static func fill(_ contact: inout Contact, _ row: RowReader, _ binder: Binder) {
    contact.title = binder.text(row["Title"])
    contact.roles = binder.words(row["Role"])
    contact.function = binder.text(row["Function"])
    contact.stance = binder.word(row["Stance"])
    contact.influence = binder.word(row["Influence"])
    contact.authority = binder.word(row["Authority"])
    contact.reportsTo = binder.contact(row["Reports to"])
    contact.owner = binder.person(row["Owner"])
    contact.lastEngaged = binder.day(row["Last engaged"])
    contact.pain = binder.text(row["Pain"])
    contact.successMetric = binder.text(row["Success metric"])
    contact.objection = binder.text(row["Objection"])
    contact.message = binder.text(row["Message"])
    contact.knownBy = binder.people(row["Known by"])
    contact.status = binder.word(row["Status"])
  }

  /// An H3 named like a contact holds more of its facts, as `- Pain: …` items. One named like nobody is prose, unless it
  /// is nearly a name or holds such facts.
  private static func readParts(
    _ section: Document.Section, _ contacts: inout [Contact], _ index: [String: Int],
    _ binder: Binder
  ) {
    for (title, blocks) in section.parts {
      let lines = blocks.flatMap(lines)
      // What stands in parentheses behind a name is a remark: `Ann Lee (CIO)`.
      let at =
        index[ContactName.key(title.value)]
        ?? index[ContactName.key(TaskPart.withoutRemark(title.value[...]))]
      if let at = at ?? meant(title, lines, binder).flatMap({ index[ContactName.key($0)] }) {
        for line in lines { read(line, &contacts[at], binder) }
      }
    }
  }

  /// Who was meant by a heading that names nobody.
  private static func meant(
    _ title: Located<String>, _ lines: [Line], _ binder: Binder
  ) -> String? {
    let (sure, near) = binder.nearestContact(title.value)
    let facts = lines.compactMap { line in split(line).flatMap { column(named: $0.name) } }
    guard sure != nil || !facts.isEmpty else { return nil }
    let whole = binder.find(title.value, in: title.span)
    let field = Field(name: "a heading", topic: .section(.committee))
    binder.reportUnknown(
      Written(text: title.value, span: whole, field: field), near, sure: sure)
    if sure == nil {
      for fact in facts {
        binder.doubt(
          Field(name: fact.name, topic: .column(.committee, fact.name)), UnknownContact.about)
      }
    }
    return sure
  }

  /// What may be a fact below a contact's heading: an item, or a line of text.
  private struct Line {
    let text: String
    let span: Span
    let isItem: Bool
  }

  private static func lines(of block: Block) -> [Line] {
    switch block.kind {
    case .list(let list):
      list.items.map { Line(text: $0.lead.plainText, span: $0.span, isItem: true) }
    case .paragraph(let inlines):
      inlines.split { if case .softBreak = $0 { true } else { false } }
        .map { Line(text: Array($0).plainText, span: block.span, isItem: false) }
    default: []
    }
  }

  /// `Pain` and what stands behind the colon. Behind a dash, and in a line that is no item, only a fact's own name counts.
  private static func split(_ line: Line) -> (name: String, value: String, isRight: Bool)? {
    let text = line.text
    if line.isItem {
      for dash in [" - ", " – ", " — "] {
        guard let place = text.firstRange(of: dash) else { continue }
        let name = text[..<place.lowerBound].trimmingSpaces
        if column(named: name) != nil {
          return (name, text[place.upperBound...].trimmingSpaces, false)
        }
      }
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon].trimmingSpaces
    if !line.isItem, column(named: name) == nil { return nil }
    return (name, text[text.index(after: colon)...].trimmingSpaces, line.isItem)
  }

  private static let facts = SectionKind.committee.columns.filter { $0.name != "Name" }
  private static let factNames = facts.flatMap { [$0.name] + $0.aliases }

  private static func column(named name: String) -> Column? {
    facts.first { column in
      Nearest.isSame(column.name, name) || column.aliases.contains { Nearest.isSame($0, name) }
    }
  }

  /// The fact that was meant: of four letters, one with two neighbours swapped (`Pian`).
  private static func nearest(_ name: String, _ binder: Binder) -> String? {
    if let sure = binder.nearest(name, among: factNames).sure { return sure }
    let letters = Nearest.fold(name)
    guard letters.count == 4 else { return nil }
    return factNames.first { fact in
      let wanted = Nearest.fold(fact)
      return wanted.sorted() == letters.sorted()
        && Nearest.distance(letters, wanted, limit: 1) == 1
    }
  }

  private static func read(_ item: Line, _ contact: inout Contact, _ binder: Binder) {
    guard let (name, value, isRight) = split(item) else { return }
    let near = column(named: name) == nil ? nearest(name, binder) : nil
    guard let column = column(named: near ?? name) else { return }
    if let near {
      binder.report(
        UnknownKey.finding(
          name, at: binder.find(name, in: item.span), among: factNames, readAs: near, near: near,
          allowsOwn: false, noun: "fact of a contact",
          fix: binder.rewriting(name, as: near, at: item.span)))
    }
    guard !CellText.isEmpty(value) else { return }
    let whole = binder.find(name, in: item.span)
    if !isRight {
      binder.report(
        InvalidValue.finding(
          item.text, of: "what is said of \(contact.name.value)",
          isNo: "no item of a list; read as `- \(column.name): …`", at: whole,
          help: "write `- \(column.name): \(value)`", row: contact.row))
    }
    let written = Written(
      text: value, span: binder.find(value, in: Span(whole.end, item.span.end)),
      field: Field(name: column.name, topic: .column(.committee, column.name), row: contact.row))
    if let first = place(of: column.name, in: contact) {
      binder.report(
        DuplicateContact.fact(
          column.name, of: contact.name.value, at: whole, first: binder.place(first)))
      return
    }
    set(column.name, of: &contact, to: written, binder)
  }

  private static func place(of column: String, in contact: Contact) -> Span? {
    switch column {
    case "Title": contact.title?.span
    case "Role": contact.roles.first?.span
    case "Function": contact.function?.span
    case "Stance": contact.stance?.span
    case "Influence": contact.influence?.span
    case "Authority": contact.authority?.span
    case "Reports to": contact.reportsTo?.span
    case "Owner": contact.owner?.span
    case "Last engaged": contact.lastEngaged?.span
    case "Pain": contact.pain?.span
    case "Success metric": contact.successMetric?.span
    case "Objection": contact.objection?.span
    case "Message": contact.message?.span
    case "Known by": contact.knownBy.first?.span
    default: contact.status?.span
    }
  }

  private static func set(
    _ column: String, of contact: inout Contact, to written: Written, _ binder: Binder
  ) {
    switch column {
    case "Title": contact.title = binder.text(written)
    case "Role": contact.roles = binder.words(written)
    case "Function": contact.function = binder.text(written)
    case "Stance": contact.stance = binder.word(written)
    case "Influence": contact.influence = binder.word(written)
    case "Authority": contact.authority = binder.word(written)
    case "Reports to": contact.reportsTo = binder.contact(written)
    case "Owner": contact.owner = binder.person(written)
    case "Last engaged": contact.lastEngaged = binder.day(written)
    case "Pain": contact.pain = binder.text(written)
    case "Success metric": contact.successMetric = binder.text(written)
    case "Objection": contact.objection = binder.text(written)
    case "Message": contact.message = binder.text(written)
    case "Known by": contact.knownBy = binder.people(written)
    default: contact.status = binder.word(written)
    }
  }
}
