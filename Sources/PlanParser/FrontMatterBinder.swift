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
    plan.segment = binder.text(map["segment"])
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
    map.maps("waivers", knowing: ["rule", "until", "reason", "by"]).compactMap { inner, span in
      let rule = inner.required("rule", example: "sponsor/missing", span).flatMap(waivable)
      let until = binder.day(inner.required("until", example: "2027-01-31", span))
      let reason = binder.text(
        inner.required("reason", example: "their CFO starts in January", span))
      let by = binder.person(inner.required("by", example: "maya.chen", span))
      guard let rule, let until, let reason, let by else { return nil }
      return Waiver(rule: rule, until: until, reason: reason, by: by)
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
        help: near.map { "write `\($0)`" } ?? "`planc explain --all` lists the rules")
    } else {
      return Located(written.text, at: written.span)
    }
    return nil
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
