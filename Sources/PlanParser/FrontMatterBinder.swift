import PlanModel
import PlanSource

/// Gives the keys of the front matter their meaning.
struct FrontMatterBinder {
  static let keys = [
    "account", "tier", "stage", "stage-since", "status", "owner", "sponsor", "pod", "domain",
    "crm-id", "segment", "motion", "fit", "potential", "reviewed", "listed", "listed-by",
    "buying-centers", "tags", "links", "waivers",
  ]

  private let binder: Binder
  private let opening: Span

  init(_ binder: Binder, opening: Span) {
    self.binder = binder
    self.opening = opening
  }

  /// The plan, its sections filled in by `body`; nil when the front matter is no map.
  func bind(_ root: YamlNode?, body: (inout Plan) -> Void) -> Plan? {
    checkID()
    let map = YamlMap(
      root, knowing: Self.keys, allowsOwn: true, binder, path: "", readsGuesses: true)
    let account = binder.text(map.required("account", example: "Northwind", opening))
    let tier = tier(map)
    let id = binder.source.stem
    var plan = Plan(
      id: id, path: binder.source.path, opening: opening,
      account: account ?? Located(id, at: opening), tier: tier ?? Located(.three, at: opening))
    plan.isTierKnown = tier != nil
    fill(&plan, map)
    for key in ["account", "segment", "domain", "crm-id"] { rejectComment(behind: key, map) }
    body(&plan)
    return map.isRejected ? nil : plan
  }

  /// Reports `North #1 wind`: behind a space `#` begins a comment, and people write those as `# comment`.
  private func rejectComment(behind key: String, _ map: YamlMap) {
    let bytes = binder.source.bytes
    guard let node = map.node(key), let text = node.text, node.span.count > 0,
      bytes[node.span.start] != UInt8(ascii: "\""), bytes[node.span.start] != UInt8(ascii: "'")
    else { return }
    var index = node.span.end
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "#"),
      ![0x20, 0x09, 0x0A, 0x0D, 0x23, 0x21].contains(bytes[index + 1])
    else { return }
    let line = binder.lines.span(ofLine: binder.lines.line(at: index))
    let span = Span(node.span.start, line.end)
    let whole = binder.text(span).trimmingSpaces
    binder.report(
      InvalidValue.finding(
        whole, of: "`\(key)`", isNo: "cut at `#`, which begins a comment; read as `\(text)`",
        at: Span(span.start, span.start + whole.utf8.count),
        help: "quote it: `\(key): \"\(whole)\"`"))
  }

  private func checkID() {
    let stem = binder.source.stem
    if !BadID.isGood(stem) { binder.report(BadID.finding(stem, at: opening)) }
  }

  private func tier(_ map: YamlMap) -> Located<Tier>? {
    guard let written = map.required("tier", example: "2", opening) else { return nil }
    if let tier = Int(written.text).flatMap(Tier.init(rawValue:)) {
      return Located(tier, at: written.span)
    }
    binder.reject(written, isNo: "no tier", help: "write 1, 2 or 3")
    return nil
  }

  private func fill(_ plan: inout Plan, _ map: YamlMap) {
    plan.stage = binder.word(map["stage"])
    plan.stageSince = binder.day(map["stage-since"])
    plan.status = binder.word(map["status"])
    plan.owner = binder.person(map["owner"])
    plan.sponsor = binder.person(map["sponsor"])
    plan.pod = map.key("pod").map { key in
      let members = map.pairs("pod").compactMap { role, written in
        binder.person(written).map { Pod.Member(role: role, person: $0) }
      }
      return Pod(key: key, members: members)
    }
    plan.domain = binder.text(map["domain"])
    plan.crmID = binder.text(map["crm-id"])
    plan.segment = segment(map["segment"])
    plan.motion = binder.word(map["motion"])
    plan.fit = map.pairs("fit", listsToo: true).map {
      Pair(name: $0, value: Located($1.text, at: $1.span))
    }
    plan.potential = potential(map)
    plan.reviewed = binder.day(map["reviewed"])
    plan.listed = binder.day(map["listed"])
    plan.listedBy = (map.written("listed-by") ?? []).compactMap(binder.person)
    plan.buyingCenters = map.names("buying-centers")
    plan.tags = map.list("tags") ?? []
    plan.waivers = waivers(map)
    plan.links = map.pairs("links").compactMap { name, url in
      LinkWalk.checkAddress(url, binder)
        ? Pair(name: name, value: Located(url.text, at: url.span)) : nil
    }
  }

  /// Each with all four keys: what is silenced is to be answered for.
  private func waivers(_ map: YamlMap) -> [Waiver] {
    let removal = map.key("waivers").map { ListRemoval(key: $0, map.node("waivers"), binder) }
    return map.maps("waivers", knowing: ["rule", "until", "reason", "by"]).compactMap {
      inner, span in
      let rule = inner.required("rule", example: "sponsor/missing", span).flatMap(waivable)
      let until = binder.day(inner.required("until", example: "2027-01-31", span))
      let reason = binder.text(
        inner.required("reason", example: "their CFO starts in January", span))
      let by = binder.person(inner.required("by", example: "maya.chen", span))
      guard let rule, let until, let reason, let by else { return nil }
      return Waiver(
        rule: rule, until: until, reason: reason, by: by,
        removal: removal?.fix(removing: span, "delete the waiver"))
    }
  }

  /// A rule that there is and that may be waived.
  private func waivable(_ written: Written) -> Located<String>? {
    let rules = binder.program.rules
    let group = written.text.prefix { $0 != "/" }
    if group == "structure" || group == "waiver" {
      binder.reject(
        written, isNo: "no rule that can be waived",
        help: "mend what it finds; only what a plan lacks for now is waived")
    } else if !rules.isEmpty, !rules.contains(written.text) {
      let near = Nearest.named(written.text, among: rules)
      binder.reject(
        written, isNo: "no rule",
        help: near.map { "write `\($0)`" } ?? "`planc explain --all` lists the rules",
        fix: near.flatMap {
          binder.rewriting(
            written.text, as: $0, at: written.span,
            isSafe: Nearest.sure(written.text, among: rules) == $0)
        })
    } else {
      return Located(written.text, at: written.span)
    }
    return nil
  }

  /// A name that nearly is that of a file in `segments/` is read as that one; others need no file.
  private func segment(_ written: Written?) -> Located<String>? {
    guard let written else { return nil }
    let segments = binder.program.segments
    guard !segments.all.isEmpty, segments[written.text] == nil,
      let near = binder.nearest(written.text, among: segments.all.map(\.name.value)).sure
    else { return Located(written.text, at: written.span) }
    binder.report(
      InvalidValue.finding(
        written.text, of: written.field.name, isNo: "no segment of `segments/`; read as `\(near)`",
        at: written.span, help: "write `\(near)`"))
    return Located(near, at: written.span)
  }

  private func potential(_ map: YamlMap) -> Potential {
    var potential = Potential()
    guard let node = map.node("potential") else { return potential }
    let inner = YamlMap(
      node, knowing: ["acv", "ceiling", "strategic"], allowsOwn: false, binder, path: "potential.",
      readsGuesses: true, dividedAmounts: true)
    potential.acv = binder.money(inner["acv"])
    potential.ceiling = binder.money(inner["ceiling"])
    potential.strategic = binder.word(inner["strategic"])
    return potential
  }
}
