import PlanModel
import PlanSource

enum CommitteeSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Contact]? {
    guard let table = section.table else { return nil }
    let reader = TableReader(table, of: .committee, binder)
    binder.committee = table.header
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
    let parts = ContactParts(section, index, binder)
    for part in parts.all {
      let lines = part.blocks.flatMap(ContactFacts.lines)
      if let at = part.contact
        ?? meant(part.title, lines, binder).flatMap({ index[ContactName.key($0)] })
      {
        if !part.isH3, lines.contains(where: ContactFacts.isFact) { parts.reportHeading(of: part) }
        for line in lines { ContactFacts.read(line, &contacts[at], binder) }
      }
    }
    if let stray = parts.above.lazy.compactMap(ContactFacts.ofNobody).first {
      let name = contacts.first { !$0.hasLeft }?.name.value
      binder.report(
        UnknownKey.ofNobody(stray.name, at: binder.find(stray.name, in: stray.span), such: name))
    }
  }

  /// Who was meant by a heading that names nobody.
  private static func meant(
    _ title: Located<String>, _ lines: [ContactFacts.Line], _ binder: Binder
  ) -> String? {
    let (sure, near) = binder.nearestContact(title.value)
    let facts = lines.compactMap { line in
      ContactFacts.split(line).flatMap { ContactFacts.column(named: $0.name) }
    }
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
}
