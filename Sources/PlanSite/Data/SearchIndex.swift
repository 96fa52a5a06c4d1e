import PlanModel
import PlanSource

/// What the search of every page looks in: a script that hands `plancIndex` the pages by their kind, each with title,
/// note, address, and for an account its contacts with the lines they stand in.
struct SearchIndex {
  private typealias Row = (title: String, note: [String], page: String)

  private let model: SiteModel
  /// The site's files.
  private let pages: Set<String>

  /// - Parameter pages: What the site holds: nothing else is listed.
  init(_ model: SiteModel, pages: Set<String>) {
    self.model = model
    self.pages = pages
  }

  var bytes: [UInt8] {
    var bytes = Array("plancIndex([\n".utf8)
    write("Page", places.map(entry), to: &bytes)
    let accounts = model.active + model.accounts.filter { !$0.isActive }
    write("Account", accounts.lazy.map(entry), to: &bytes)
    write("Person", people.map(entry), to: &bytes)
    write("Segment", segments.map(entry), to: &bytes)
    write("Rule", rules.map(entry), to: &bytes, isLast: true)
    bytes += "]);\n".utf8
    return bytes
  }

  private var places: [Row] {
    let others: [(String, String)] = [
      ("Business review of the program", model.paths.reviews.program), ("List", "list.html"),
      ("Metrics", "metrics.html"), ("Definitions", "definitions.html"),
      ("Downloads", "data/index.html"),
    ]
    let known = Set(Shell.entries.map(\.1))
    return (Shell.entries + others.filter { !known.contains($0.1) }).map { ($0.0, [], $0.1) }
  }

  private var people: [Row] {
    model.paths.people.keys.sorted().map { id in
      let person = model.program.people?[id]
      return (
        person?.name ?? id, [person?.job?.spoken, person?.team].compactMap { $0 },
        model.paths.people[id] ?? ""
      )
    }
  }

  private var segments: [Row] {
    model.paths.segments.keys.sorted().map { key in
      (model.name(ofSegment: key), [], model.paths.segments[key] ?? "")
    }
  }

  /// Those that find something come first.
  private var rules: [Row] {
    let counts = Dictionary(
      FindingCount.byRule(model.input.findings).map { ($0.name, $0.all) },
      uniquingKeysWith: { first, _ in first })
    let rules = model.input.rules.map { (rule: $0, count: counts[$0.name, default: 0]) }
    return (rules.filter { $0.count > 0 } + rules.filter { $0.count == 0 }).map { rule, count in
      let today = count > 0 ? "\(Wording.count(count, "finding")) today. " : ""
      let summary = rule.summary.replacing("`", with: "")
      return (rule.name, [today + summary], model.paths.rules[rule.name] ?? "")
    }
  }

  private func write(
    _ kind: String, _ entries: some Sequence<[UInt8]?>, to bytes: inout [UInt8],
    isLast: Bool = false
  ) {
    bytes += "[\"\(kind)\",[".utf8
    var sign = "\n"
    for case let entry? in entries {
      bytes += sign.utf8
      bytes += entry
      sign = ",\n"
    }
    bytes += (isLast ? "\n]]\n" : "\n]],\n").utf8
  }

  private func entry(_ row: Row) -> [UInt8]? { open(row).map { $0 + [UInt8(ascii: "]")] } }

  /// An entry without its closing bracket; nil for what is no page of the site.
  private func open(_ row: Row) -> [UInt8]? {
    guard pages.contains(row.page) else { return nil }
    var bytes = [UInt8(ascii: "[")]
    JSONText.append(Self.line(row.title), to: &bytes)
    bytes.append(UInt8(ascii: ","))
    JSONText.append(Self.line(row.note.joined(separator: ", ")), to: &bytes)
    bytes.append(UInt8(ascii: ","))
    JSONText.append(row.page, to: &bytes)
    return bytes
  }

  private func entry(_ account: Account) -> [UInt8]? {
    let plan = model.plan(of: account)
    let note = [
      "Tier \(account.tier.rawValue)", account.isActive ? nil : account.status.rawValue,
      model.name(account.owner), plan.segment?.value, plan.domain?.value,
    ]
    guard var bytes = open((account.name, note.compactMap { $0 }, account.page ?? "")) else {
      return nil
    }
    let citations = Citations(model, plan, root: "")
    var sign = ",["
    for contact in plan.contacts {
      guard let line = citations.line(of: contact.row) else { continue }
      bytes += sign.utf8
      JSONText.append(Self.line(contact.name.value), to: &bytes)
      bytes += ",\(line)".utf8
      sign = ","
    }
    bytes += (sign == "," ? "]]" : "]").utf8
    return bytes
  }

  /// A name of several lines would be several entries.
  private static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
