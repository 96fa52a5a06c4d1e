import PlanModel
import PlanSource

/// Reads `tiers:`, each setting a value, `none`, or a map of stage to value.
extension SettingsBinder {
  func readTiers(_ map: YamlMap) {
    guard let node = map.node("tiers") else { return }
    program.places["tiers"] = map.key("tiers")
    remember(node, below: "tiers.")
    let tiers = YamlMap(node, knowing: ["1", "2", "3"], allowsOwn: false, binder, path: "tiers.")
    for tier in Tier.allCases {
      guard let inner = tiers.node("\(tier.rawValue)") else { continue }
      read(
        tier,
        YamlMap(
          inner, knowing: TierSetting.words, allowsOwn: false, binder,
          path: "tiers.\(tier.rawValue).", dividedAmounts: true))
    }
  }

  private func read(_ tier: Tier, _ map: YamlMap) {
    for setting in TierSetting.allCases {
      guard let node = map.node(setting.rawValue) else { continue }
      let key = "tiers.\(tier.rawValue).\(setting.rawValue)"
      switch setting {
      case .name: if let name = map["name"] { program[tier].name = name.text }
      case .maximumAccounts: plain(node, key, number) { program[tier].maximumAccounts = $0 }
      case .maximumAccountsPerOwner:
        plain(node, key, number) { program[tier].maximumAccountsPerOwner = $0 }
      case .engagementWindow: plain(node, key, days) { program[tier].engagementWindow = $0 }
      case .minimumContacts: byStage(node, key, number) { program[tier].minimumContacts = $0 }
      case .minimumEngaged: byStage(node, key, number) { program[tier].minimumEngaged = $0 }
      case .minimumFunctions: byStage(node, key, number) { program[tier].minimumFunctions = $0 }
      case .minimumWhitespace: byStage(node, key, number) { program[tier].minimumWhitespace = $0 }
      case .reviewEvery: byStage(node, key, days) { program[tier].reviewEvery = $0 }
      case .requiredRoles:
        byStage(node, key, words(Role.self)) { program[tier].requiredRoles = $0 }
      case .requiredBrief:
        byStage(node, key, words(BriefPart.self)) { program[tier].requiredBrief = $0 }
      case .requiredPod: byStage(node, key, texts) { program[tier].requiredPod = $0 }
      case .sponsor: byStage(node, key, requirement) { program[tier].sponsor = $0 }
      case .acv: band(node, key, map) { program[tier].acv = $0 }
      case .quietAfter: byStage(node, key, days) { program[tier].quietAfter = $0 }
      case .minimumChannels: byStage(node, key, number) { program[tier].minimumChannels = $0 }
      case .clock: byStage(node, key, days) { program[tier].clock = $0 }
      case .thinCoverage: byStage(node, key, number) { program[tier].thinCoverage = $0 }
      case .mutualActionPlanFrom:
        byStage(node, key, money) { program[tier].mutualActionPlanFrom = $0 }
      case .budget: plain(node, key, money) { program[tier].budget = $0 }
      case .costPerAccount: plain(node, key, money) { program[tier].costPerAccount = $0 }
      }
    }
  }

  /// One value for all stages, or `none`.
  private func plain<Value>(
    _ node: YamlNode, _ key: String, _ read: (YamlNode, String) -> Value?, _ set: (Value?) -> Void
  ) {
    if node.text == "none" {
      set(nil)
    } else if let value = read(node, key) {
      set(value)
    }
  }

  /// `{ from: 75k, below: 250k }`, one of them, or `none`.
  private func band(
    _ node: YamlNode, _ key: String, _ map: YamlMap, _ set: (ValueBand?) -> Void
  ) {
    if node.text == "none" { return set(nil) }
    guard case .map = node.kind else {
      return reject(node, key, isNo: "no band", help: "write `{ from: 75k, below: 250k }`")
    }
    let inner = YamlMap(
      node, knowing: ["from", "below"], allowsOwn: false, binder, path: key + ".",
      dividedAmounts: true)
    let from = inner.node("from").flatMap { money($0, key + ".from") }
    let below = inner.node("below").flatMap { money($0, key + ".below") }
    if let from, let below, below <= from, let node = inner.node("below") {
      return reject(
        node, key + ".below", isNo: "above `from`", help: "write an amount above \(from.plain)")
    }
    set(ValueBand(from: from, below: below))
  }

  /// A value, `none`, or a map of stage to one of these.
  private func byStage<Value: Sendable>(
    _ node: YamlNode, _ key: String, _ read: (YamlNode, String) -> Value?,
    _ set: (ByStage<Value>) -> Void
  ) {
    if node.text == "none" { return set(.none) }
    guard case .map(let entries) = node.kind else {
      if let value = read(node, key) { set(.always(value)) }
      return
    }
    var steps: [(from: Stage, value: Value?)] = []
    for entry in entries {
      let written = Written(
        text: entry.key, span: entry.keySpan, field: Field(name: "`\(key)`", topic: .key(key)))
      let isNone = entry.value.text == "none"
      let value = isNone ? nil : read(entry.value, "\(key).\(entry.key)")
      guard let stage = binder.word(written, as: Stage.self), isNone || value != nil else {
        continue
      }
      steps.append((stage.value, value))
    }
    set(ByStage(steps))
  }

  private func number(_ node: YamlNode, _ key: String) -> Int? {
    if let number = node.text.flatMap(Int.init), (0...1_000_000).contains(number) { return number }
    reject(
      node, key, isNo: "no number",
      help:
        "write a whole number, `none`, or a map of stage to number: `{ engaged: 1, opportunity: 3 }`"
    )
    return nil
  }

  private func days(_ node: YamlNode, _ key: String) -> Int? {
    guard let number = number(node, key) else { return nil }
    if number > 0 { return number }
    reject(node, key, isNo: "no number of days", help: "write at least 1, or `none` to ask nothing")
    return nil
  }

  func money(_ node: YamlNode, _ key: String) -> Money? {
    guard let written = scalar(node, key) else { return nil }
    switch MoneyReader.read(written.text, in: program) {
    case .success(let money): return money
    case .failure(let fault):
      binder.reject(written, isNo: fault.expected, help: fault.help)
      return nil
    }
  }

  private func requirement(_ node: YamlNode, _ key: String) -> Requirement? {
    scalar(node, key).flatMap { binder.word($0, as: Requirement.self)?.value }
  }

  private func words<Word: Vocabulary>(_ type: Word.Type) -> (YamlNode, String) -> [Word]? {
    { node, key in
      self.items(node, key)?.compactMap { self.binder.word($0, as: Word.self)?.value }
    }
  }

  private func texts(_ node: YamlNode, _ key: String) -> [String]? { items(node, key)?.map(\.text) }

  private func items(_ node: YamlNode, _ key: String) -> [Written]? {
    if case .list(let items) = node.kind { return items.compactMap { scalar($0, key) } }
    return scalar(node, key).map { binder.list($0) }
  }

  private func scalar(_ node: YamlNode, _ key: String) -> Written? {
    guard let text = node.text else {
      reject(
        node, key, isNo: "no word but \(node.noun)", help: "write one word, or a list of words")
      return nil
    }
    return Written(text: text, span: node.span, field: Field(name: "`\(key)`", topic: .key(key)))
  }
}
