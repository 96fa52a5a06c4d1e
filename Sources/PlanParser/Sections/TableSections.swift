import PlanModel
import PlanSource

/// The sections that are one table, a row a thing.
private func rows(
  _ section: Document.Section, of kind: SectionKind, needed: [String], _ binder: Binder
) -> [RowReader]? {
  section.table.map { TableReader($0, of: kind, binder).rows(needed: needed) }
}

enum ObjectivesSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Objective]? {
    rows(section, of: .objectives, needed: ["Objective"], binder)?.compactMap { row in
      guard let text = binder.text(row["Objective"]) else { return nil }
      var objective = Objective(text: text, row: row.span)
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
    _ section: Document.Section, centers: [String]?, _ binder: Binder
  ) -> [WhitespaceCell]? {
    rows(section, of: .whitespace, needed: ["Offering", "Buying center"], binder)?.compactMap {
      row in
      guard let offering = known(row["Offering"], among: binder.program.offerings, binder),
        let center = known(row["Buying center"], among: centers, binder)
      else { return nil }
      var cell = WhitespaceCell(offering: offering, buyingCenter: center, row: row.span)
      cell.status = binder.word(row["Status"])
      cell.potential = binder.money(row["Potential"])
      cell.owner = binder.person(row["Owner"])
      cell.nextStep = binder.text(row["Next step"])
      cell.by = binder.day(row["By"])
      cell.incumbent = binder.text(row["Incumbent"])
      cell.until = binder.day(row["Until"])
      cell.opportunity = binder.text(row["Opportunity"])
      cell.reason = binder.text(row["Reason"])
      return cell
    }
  }

  /// An offering or buying center of the settings, in their spelling; any, while they name none. One with a single near
  /// neighbour is read as that; any other is kept as written, with a finding.
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
    let key = written.field.name == "Offering" ? "offerings" : "buying-centers"
    binder.report(
      InvalidValue.finding(
        written.text, of: written.field.name,
        isNo: "not in `\(key)`" + (sure.map { "; read as `\($0)`" } ?? ""), at: written.span,
        help: near.map { "write `\($0)`, or add `\(written.text)` to `\(key)`" }
          ?? "write one of \(names.joined(separator: ", ")), or add it to `\(key)`",
        row: written.field.row))
    if sure == nil { binder.doubt(written.field, InvalidValue.about) }
    return Located(sure ?? written.text, at: written.span)
  }
}

enum OpportunitiesSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Opportunity]? {
    rows(section, of: .opportunities, needed: ["Opportunity"], binder)?.compactMap { row in
      guard let name = binder.text(row["Opportunity"]) else { return nil }
      var deal = Opportunity(name: name, row: row.span)
      deal.crmID = binder.text(row["CRM id"])
      deal.amount = binder.money(row["Amount"])
      deal.stage = binder.text(row["Stage"])
      deal.close = binder.day(row["Close"])
      deal.created = binder.day(row["Created"])
      deal.forecast = binder.word(row["Forecast"])
      deal.source = binder.word(row["Source"])
      deal.contacts = binder.contactList(row["Contacts"])
      if deal.stage == nil {
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
    rows(section, of: .plays, needed: ["Date", "Play"], binder)?.compactMap { row in
      guard let date = binder.day(row["Date"]), let text = binder.text(row["Play"]) else {
        return nil
      }
      var play = Play(date: date, play: text, channel: binder.word(row["Channel"]), row: row.span)
      play.contacts = binder.contactList(row["Contact"])
      play.by = binder.people(row["By"])
      play.outcome = binder.text(row["Outcome"])
      play.content = binder.text(row["Content"])
      play.stage = binder.word(row["Stage"])
      return play
    }
  }
}

enum SignalsSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Signal]? {
    rows(section, of: .signals, needed: ["Date", "Signal"], binder)?.compactMap { row in
      guard let date = binder.day(row["Date"]), let text = binder.text(row["Signal"]) else {
        return nil
      }
      var signal = Signal(date: date, kind: binder.word(row["Kind"]), signal: text, row: row.span)
      signal.strength = binder.word(row["Strength"])
      signal.source = binder.text(row["Source"])
      signal.action = binder.text(row["Action"])
      return signal
    }
  }
}

enum RisksSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Risk]? {
    rows(section, of: .risks, needed: ["Risk"], binder)?.compactMap { row in
      guard let text = binder.text(row["Risk"]) else { return nil }
      var risk = Risk(risk: text, row: row.span)
      risk.severity = binder.word(row["Severity"])
      risk.mitigation = binder.text(row["Mitigation"])
      risk.owner = binder.person(row["Owner"])
      return risk
    }
  }
}
