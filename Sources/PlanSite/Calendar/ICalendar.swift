import PlanModel
import PlanSource

/// Writes events for calendar programs: iCalendar, RFC 5545.
struct ICalendar {
  private let model: SiteModel
  /// What the calendar is called where it is taken in.
  private let name: String
  private var bytes: [UInt8] = []

  /// - Parameter name: What the calendar is called.
  init(_ model: SiteModel, name: String) {
    self.model = model
    self.name = name
  }

  /// The whole file; a calendar without an event is none.
  mutating func write(_ events: [CalendarEvent]) -> [UInt8] {
    line("BEGIN", "VCALENDAR")
    line("VERSION", "2.0")
    line("PRODID", "-//planc//planc \(model.input.version)//EN")
    line("CALSCALE", "GREGORIAN")
    line("METHOD", "PUBLISH")
    line("X-WR-CALNAME", text: name)
    // The day that was compiled for, so that the same plans give the same bytes.
    let stamp = Self.day(model.today) + "T000000Z"
    let program = Slugs.slug(model.program.title, fallback: "program")
    for event in events { write(event, stamp: stamp, program: program) }
    line("END", "VCALENDAR")
    return bytes
  }

  private mutating func write(_ event: CalendarEvent, stamp: String, program: String) {
    let account = model.accounts[event.account]
    line("BEGIN", "VEVENT")
    line("UID", "\(Self.id(event, of: account))@\(program).planc")
    line("DTSTAMP", stamp)
    line("DTSTART;VALUE=DATE", Self.day(event.day))
    line("DTEND;VALUE=DATE", Self.day(event.day + 1))
    line("SUMMARY", text: summary(event, account))
    line("DESCRIPTION", text: description(event, account))
    if let address = address(of: account, event) { line("URL", address) }
    line("CATEGORIES", text: Wording.capital(event.kind.rawValue))
    // It takes no time of the day.
    line("TRANSP", "TRANSPARENT")
    line("END", "VEVENT")
  }

  /// Stays when the day or the line changes, so that a calendar moves the event instead of doubling it.
  private static func id(_ event: CalendarEvent, of account: Account) -> String {
    let page = account.page?.split(separator: "/").last.map { $0.dropLast(".html".count) }
    let number = event.ordinal == 0 ? "" : "-\(event.ordinal + 1)"
    return "\(page ?? "account")-\(event.slug)\(number)"
  }

  private func summary(_ event: CalendarEvent, _ account: Account) -> String {
    let money = event.amount.map { ", \(model.figures.money($0))" } ?? ""
    return switch event.kind {
    case .review, .task, .play: "\(account.name): \(event.text)"
    case .close: "\(account.name): \(event.text) closes\(money)"
    case .renewal: "\(account.name): renewal of \(event.text)"
    case .objective: "\(account.name): the day of the objective “\(event.text)”"
    }
  }

  private func description(_ event: CalendarEvent, _ account: Account) -> String {
    let people = event.people.map(model.program.name(of:)) + event.contacts
    let place = event.line.map { ", line \($0)" } ?? ""
    return (people.isEmpty ? "" : people.joined(separator: ", ") + "\n") + account.path + place
  }

  /// Where the site is published, if the settings say so.
  private func address(of account: Account, _ event: CalendarEvent) -> String? {
    guard let page = account.page, let base = Links.outside(model.program.site.baseURL) else {
      return nil
    }
    return (base.hasSuffix("/") ? base : base + "/") + page
  }

  /// `20261120`.
  private static func day(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  // MARK: Lines

  private mutating func line(_ name: String, text: String) {
    line(name, Self.escaped(text))
  }

  private mutating func line(_ name: String, _ value: String) {
    Self.fold("\(name):\(value)", to: &bytes)
  }

  /// A value of type TEXT: separators behind a backslash, line ends as `\n`, and no other control character.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x09: bytes.append(0x20)
      case 0x00...0x1F, 0x7F: break
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a line in pieces of 75 octets at most; each further piece begins with a space. No character is divided.
  static func fold(_ line: String, to bytes: inout [UInt8]) {
    let text = Array(line.utf8)
    var start = 0
    var room = 75
    while text.count - start > room {
      var end = start + room
      while text[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += text[start..<end]
      bytes += [0x0D, 0x0A, 0x20]
      start = end
      room = 74
    }
    bytes += text[start...]
    bytes += [0x0D, 0x0A]
  }
}

extension SiteModel {
  /// The calendar of one of ours, beside their page; nil for who has nothing in it.
  func calendarPath(of person: String) -> String? {
    guard let page = paths.people[person], calendar.has(person) else { return nil }
    return page.dropLast(".html".count) + ".ics"
  }

  func calendarFile(_ events: [CalendarEvent], _ name: String) -> [UInt8] {
    var file = ICalendar(self, name: name)
    return file.write(events)
  }
}
