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
      CutTexts.mended(root, binder), knowing: Self.keys, allowsOwn: true, binder, path: "",
      readsGuesses: true)
    let account = binder.text(map.required("account", example: "Northwind", opening))
    let tier = tier(map)
    let id = binder.source.stem
    var plan = Plan(
      id: id, path: binder.source.path, opening: opening,
      account: account ?? Located(id, at: opening), tier: tier ?? Located(.three, at: opening))
    plan.isTierKnown = tier != nil
    fill(&plan, map)
    body(&plan)
    return map.isRejected ? nil : plan
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
    plan.fit = map.pairs("fit", listsToo: true).map { name, written in
      rejectNoNumber(written, of: name.value)
      return Pair(name: name, value: Located(written.text, at: written.span))
    }
    plan.potential = potential(map)
    plan.reviewed = binder.day(map["reviewed"])
    plan.listed = binder.day(map["listed"])
    plan.listedBy = (map.texts("listed-by") ?? []).compactMap(binder.person)
    plan.buyingCenters = map.names("buying-centers")
    plan.tags = map.list("tags") ?? []
    plan.waivers = waivers(map)
    plan.links = map.pairs("links").compactMap { name, url in
      LinkWalk.checkAddress(url, binder)
        ? Pair(name: name, value: Located(url.text, at: url.span)) : nil
    }
  }

  /// Reports a fact that is no number though the profile of the settings compares it with one.
  private func rejectNoNumber(_ written: Written, of fact: String) {
    guard let icp = binder.program.icp else { return }
    let isCompared = icp.contains { criterion in
      if case .atLeast = criterion.test { Nearest.isSame(criterion.fact, fact) } else { false }
    }
    guard isCompared, Criterion.number(written.text) == nil, !binder.isLeftOver(written) else {
      return
    }
    binder.reject(
      written, isNo: "no number, and `icp` in planc.yml asks for one",
      help: "write a number, such as `1200`, `1.5k` or `80M`")
  }

  /// Each with all four keys: what is silenced is to be answered for. One that can be read in part silences all the
  /// same: what is wrong with it has its own finding.
  private func waivers(_ map: YamlMap) -> [Waiver] {
    let removal = map.key("waivers").map { ListRemoval(key: $0, map.node("waivers"), binder) }
    return map.maps("waivers", knowing: ["rule", "until", "reason", "by"]).compactMap {
      inner, span in
      let rule = inner.required("rule", example: "sponsor/missing", span).flatMap(waivable)
      let end = inner.required("until", example: "2027-01-31", span)
      let until = binder.day(end) ?? end.map { Located(Day.last, at: $0.span) }
      let reason = binder.text(
        inner.required("reason", example: "their CFO starts in January", span))
      let person = inner.required("by", example: "maya.chen", span)
      let by = binder.person(person) ?? binder.text(person)
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
      if let rule = binder.nearest(written.text, among: rules).sure {
        binder.report(
          InvalidValue.finding(
            written.text, of: written.field.name, isNo: "no rule; read as `\(rule)`",
            at: written.span, help: "write `\(rule)`",
            fix: binder.text(written.span) == written.text
              ? Fix("write `\(rule)`", [Edit(written.span, rule)]) : nil))
        return Located(rule, at: written.span)
      }
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
