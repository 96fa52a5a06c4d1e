import PlanModel
import PlanSource

/// The sections that are one table, a row a thing.
private func items<Item>(
  _ section: Document.Section, of kind: SectionKind, needed: [String], _ binder: Binder,
  _ read: (RowReader) -> Item?
) -> [Item]? {
  section.table.map { TableReader($0, of: kind, binder).items(needed: needed, read) }
}

enum ObjectivesSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Objective]? {
    items(section, of: .objectives, needed: ["Objective"], binder) { row in
      var objective = Objective(text: row.needed("Objective"), row: row.span)
      objective.measure = binder.text(row["Measure"])
      objective.target = binder.text(row["Target"])
      objective.current = binder.text(row["Current"])
      objective.by = binder.day(row["By"])
      objective.owner = binder.person(row["Owner"])
      objective.contact = binder.contact(row["Contact"])
      return objective
    }
  }
}

enum WhitespaceSection {
  /// - Parameter centers: The plan's own buying centers, else the program's; nil while neither names any.
  static func bind(
    _ section: Document.Section, centers: [String]?, deals: [Opportunity], _ binder: Binder
  ) -> [WhitespaceCell]? {
    let outcomes = Dictionary(
      deals.map { (ContactName.key($0.name.value), $0.outcome) }, uniquingKeysWith: { $1 })
    return items(section, of: .whitespace, needed: ["Offering", "Buying center"], binder) { row in
      let offering = known(row["Offering"], among: binder.program.offerings, binder)
      let center = known(row["Buying center"], among: centers, binder)
      var cell = WhitespaceCell(
        offering: offering ?? row.needed("Offering"),
        buyingCenter: center ?? row.needed("Buying center"), row: row.span)
      cell.status = binder.word(row["Status"])
      cell.potential = binder.money(row["Potential"])
      cell.owner = binder.person(row["Owner"])
      cell.nextStep = binder.text(row["Next step"])
      cell.by = binder.day(row["By"])
      cell.incumbent = binder.text(row["Incumbent"])
      cell.until = binder.day(row["Until"])
      cell.opportunity = binder.deal(row["Opportunity"])
      cell.deal = cell.opportunity.flatMap { outcomes[ContactName.key($0.value)] }
      cell.reason = binder.text(row["Reason"])
      return cell
    }
  }

  /// An offering, a buying center or a content of the settings, in their spelling; any, while they name none. One with a single near
  /// neighbour is read as that; any other is kept as written. Reported once a name.
  static func known(
    _ written: Written?, among names: [String]?, _ binder: Binder
  ) -> Located<String>? {
    guard let written else { return nil }
    guard let names else { return binder.text(written) }
    let folded = Nearest.fold(written.text)
    if let name = names.first(where: { Nearest.fold($0) == folded }) {
      return Located(name, at: written.span)
    }
    let (sure, near) = binder.nearest(written.text, among: names)
    let keys = ["Offering": "offerings", "Content": "content"]
    let key = keys[written.field.name] ?? "buying-centers"
    if sure == nil { binder.doubt(written.field, InvalidValue.about) }
    let kept = Located(sure ?? written.text, at: written.span)
    let fix = sure.flatMap {
      binder.rewriting(written.text, as: $0, at: written.span, isSafe: false)
    }
    guard binder.isNews(written.text, in: key, mendedBy: fix) else { return kept }
    binder.report(
      InvalidValue.finding(
        written.text, of: written.field.name,
        isNo: "not in `\(key)`" + (sure.map { "; read as `\($0)`" } ?? ""), at: written.span,
        why: key == "content"
          ? "what serves which stage is looked up by this name, and a play whose content nobody knows "
            + "counts as none of them"
          : "one name in two spellings is two rows of every picture: what is sold to the one looks "
            + "unsold to the other",
        help: near.map { "write `\($0)`, or add `\(written.text)` to `\(key)`" }
          ?? "write one of \(names.joined(separator: ", ")), or add it to `\(key)`",
        row: written.field.row, fix: fix))
    return kept
  }
}

enum OpportunitiesSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Opportunity]? {
    guard let table = section.table else { return nil }
    let reader = TableReader(table, of: .opportunities, binder)
    binder.knowsDeals = reader.isReadable
    return reader.items(needed: ["Opportunity"]) { row in
      let name = row.needed("Opportunity")
      if !row.isReadable { binder.knowsDeals = false }
      var deal = Opportunity(name: name, row: row.span)
      deal.crmID = binder.text(row["CRM id"])
      deal.amount = binder.money(row["Amount"])
      deal.stage = DealStage.read(row["Stage"], binder)
      deal.close = binder.day(row["Close"])
      deal.created = binder.day(row["Created"])
      deal.forecast = binder.word(row["Forecast"])
      deal.source = binder.word(row["Source"])
      deal.contacts = binder.contactList(row["Contacts"])
      if row["Stage"] == nil {
        binder.report(
          EmptyCell.finding(
            "Stage", at: Span(name.span.start, name.span.end), row: row.span, subject: name.value))
        binder.doubt(
          Field(name: "Stage", topic: .column(.opportunities, "Stage"), row: row.span),
          EmptyCell.about)
      }
      return deal
    }
  }
}

enum PlaysSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Play]? {
    items(section, of: .plays, needed: ["Date", "Play"], binder) { row in
      let date = binder.day(row["Date"])
      var play = Play(
        date: date ?? Located(Day(number: 0), at: row.span), play: row.needed("Play"),
        channel: binder.word(row["Channel"]), row: row.span)
      play.contacts = binder.contactList(row["Contact"])
      play.by = binder.people(row["By"])
      play.outcome = binder.text(row["Outcome"])
      play.content = WhitespaceSection.known(
        row["Content"], among: binder.program.content?.all, binder)
      play.stage = binder.word(row["Stage"])
      return date == nil ? nil : play
    }
  }
}

enum SignalsSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Signal]? {
    items(section, of: .signals, needed: ["Date", "Signal"], binder) { row in
      let date = binder.day(row["Date"])
      var signal = Signal(
        date: date ?? Located(Day(number: 0), at: row.span), kind: binder.word(row["Kind"]),
        signal: row.needed("Signal"), row: row.span)
      signal.strength = binder.word(row["Strength"])
      signal.source = binder.text(row["Source"])
      signal.action = binder.text(row["Action"])
      return date == nil ? nil : signal
    }
  }
}

enum RisksSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Risk]? {
    items(section, of: .risks, needed: ["Risk"], binder) { row in
      var risk = Risk(risk: row.needed("Risk"), row: row.span)
      risk.severity = binder.word(row["Severity"])
      risk.mitigation = binder.text(row["Mitigation"])
      risk.owner = binder.person(row["Owner"])
      return risk
    }
  }
}
