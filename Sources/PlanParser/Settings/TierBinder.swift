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
          path: "tiers.\(tier.rawValue)."))
    }
  }

  private func read(_ tier: Tier, _ map: YamlMap) {
    for setting in TierSetting.allCases {
      guard let node = map.node(setting.rawValue) else { continue }
      let key = "tiers.\(tier.rawValue).\(setting.rawValue)"
      switch setting {
      case .name: if let name = map["name"] { program[tier].name = name.text }
      case .maximumAccounts: plain(node, key) { program[tier].maximumAccounts = $0 }
      case .maximumAccountsPerOwner: plain(node, key) { program[tier].maximumAccountsPerOwner = $0 }
      case .engagementWindow: plain(node, key) { program[tier].engagementWindow = $0 }
      case .minimumContacts: byStage(node, key, number) { program[tier].minimumContacts = $0 }
      case .minimumEngaged: byStage(node, key, number) { program[tier].minimumEngaged = $0 }
      case .minimumFunctions: byStage(node, key, number) { program[tier].minimumFunctions = $0 }
      case .minimumWhitespace: byStage(node, key, number) { program[tier].minimumWhitespace = $0 }
      case .reviewEvery: byStage(node, key, number) { program[tier].reviewEvery = $0 }
      case .requiredRoles:
        byStage(node, key, words(Role.self)) { program[tier].requiredRoles = $0 }
      case .requiredBrief:
        byStage(node, key, words(BriefPart.self)) { program[tier].requiredBrief = $0 }
      case .requiredPod: byStage(node, key, texts) { program[tier].requiredPod = $0 }
      case .sponsor: byStage(node, key, requirement) { program[tier].sponsor = $0 }
      }
    }
  }

  /// A number, or `none`.
  private func plain(_ node: YamlNode, _ key: String, _ set: (Int?) -> Void) {
    if node.text == "none" {
      set(nil)
    } else if let number = number(node, key) {
      set(number)
    }
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
