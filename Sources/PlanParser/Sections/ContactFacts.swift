import PlanModel
import PlanSource

/// What stands below a contact's heading: `- Pain: …` items, and lines that were meant as such.
enum ContactFacts {
  /// What may be a fact: an item, or a line of text.
  struct Line {
    let text: String
    let span: Span
    let form: Form
  }

  enum Form { case item, nestedItem, text }

  /// A line in the middle of a text is prose, unless all its lines are facts.
  static func lines(of block: Block) -> [Line] {
    switch block.kind {
    case .list(let list): return lines(of: list, .item)
    case .paragraph(let inlines):
      let lines = inlines.split { if case .softBreak = $0 { true } else { false } }
        .map { Line(text: Array($0).plainText, span: block.span, form: .text) }
      return lines.count > 1 && lines.allSatisfy(isFact) ? lines : Array(lines.prefix(1))
    default: return []
    }
  }

  private static func lines(of list: List, _ form: Form) -> [Line] {
    list.items.flatMap { item in
      [Line(text: item.lead.plainText, span: item.span, form: form)]
        + item.nested.flatMap { lines(of: $0, .nestedItem) }
    }
  }

  static func isFact(_ line: Line) -> Bool {
    split(line).flatMap { column(named: $0.name) } != nil
  }

  /// `Pain` and what stands behind the colon. Behind another sign, and in a line that is no item, only a fact's own name
  /// counts.
  static func split(_ line: Line) -> (name: String, value: String, fault: String?)? {
    let text = line.text
    let isItem = line.form != .text
    if isItem, let (name, value, isColon) = named(text) {
      let fault = isColon ? nil : "written without a `:`"
      return (name, value, line.form == .nestedItem ? fault ?? "no item of its own" : fault)
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon].trimmingSpaces
    let value = text[text.index(after: colon)...].trimmingSpaces
    if isItem { return line.form == .item ? (name, value, nil) : nil }
    guard let column = column(named: name), !isProse(value, column) else { return nil }
    return (name, value, "no item of a list")
  }

  /// A fact's own name and what stands behind the first colon, dash or `=`.
  private static func named(_ text: String) -> (name: String, value: String, isColon: Bool)? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if isSign(text, index), column(named: text[..<index].trimmingSpaces) != nil {
        let isColon = text[index] == ":"
        return (text[..<index].trimmingSpaces, text[next...].trimmingSpaces, isColon)
      }
      // Behind a colon no other sign ends the name.
      if text[index] == ":" { return nil }
      index = next
    }
    return nil
  }

  /// A dash within a word is part of it.
  private static func isSign(_ text: String, _ index: String.Index) -> Bool {
    switch text[index] {
    case ":", "：", "=": return true
    case "-", "–", "—":
      let next = text.index(after: index)
      let isBehind = index > text.startIndex && text[text.index(before: index)] == " "
      return isBehind || next < text.endIndex && text[next] == " "
    default: return false
    }
  }

  /// Whether it is part of a sentence: `owner: the CFO decides.` names nobody.
  private static func isProse(_ value: String, _ column: Column) -> Bool {
    let texts = ["Title", "Function", "Pain", "Success metric", "Objection", "Message"]
    return !texts.contains(column.name)
      && (value.hasSuffix(".") || value.split(separator: " ").count > 4)
  }

  /// The first fact of a list that holds nothing but facts, and one of them such as no other list would have.
  static func ofNobody(_ block: Block) -> (name: String, span: Span)? {
    guard case .list(let list) = block.kind else { return nil }
    let own = ["Pain", "Success metric", "Objection", "Message"]
    var (first, isOwn): ((name: String, span: Span)?, Bool) = (nil, false)
    for line in lines(of: list, .item) where line.form == .item {
      guard let (name, _, _) = split(line), let column = column(named: name) else { return nil }
      first = first ?? (name, line.span)
      if own.contains(column.name) { isOwn = true }
    }
    return isOwn ? first : nil
  }

  private static let facts = SectionKind.committee.columns.filter { $0.name != "Name" }
  private static let factNames = facts.flatMap { [$0.name] + $0.aliases }

  static func column(named name: String) -> Column? {
    facts.first { $0.isNamed(name) }
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

  static func read(_ item: Line, _ contact: inout Contact, _ binder: Binder) {
    guard let (name, value, fault) = split(item) else { return }
    let near = column(named: name) == nil ? nearest(name, binder) : nil
    guard let column = column(named: near ?? name) else { return }
    if let near {
      binder.report(
        UnknownKey.finding(
          name, at: binder.find(name, in: item.span), among: factNames,
          taken: binder.readAs(near), near: near,
          allowsOwn: false, noun: "fact of a contact",
          fix: binder.rewriting(name, as: near, at: item.span)))
    }
    guard !CellText.isEmpty(value) else { return }
    let whole = binder.find(name, in: item.span)
    if let fault {
      binder.report(
        InvalidValue.finding(
          item.text, of: "what is said of \(contact.name.value)",
          isNo: "\(fault); read as `- \(column.name): …`", at: whole,
          help: "write `- \(column.name): \(value)`"
            + (item.form == .nestedItem ? " as an item of its own" : ""), row: contact.row))
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
