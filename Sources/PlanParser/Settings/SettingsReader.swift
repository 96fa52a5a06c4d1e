import PlanModel
import PlanSource

/// Reads `planc.yml`. Every fault in it is an error: nothing is linted or built on settings that were not understood.
public enum SettingsReader {
  static let keys = [
    "program", "program-sponsors", "goals", "currency", "currencies", "fiscal-year-start",
    "people", "offerings", "buying-centers", "exclude", "icp", "score", "engagement", "content",
    "definitions", "cadence", "tiers", "limits", "rules", "overrides", "site",
  ]

  /// - Parameter rules: The names of all rules, for `rules` and `overrides`.
  public static func read(
    _ source: SourceFile, rules: [String]
  ) -> (program: Program, findings: [Finding]) {
    let reader = SettingsBinder(source, rules: rules)
    let program = reader.read()
    let findings = reader.binder.findings.map { finding in
      var finding = finding
      finding.path = source.path
      finding.level = .error
      finding.why = "no plan is checked or compiled until the settings are whole"
      return finding
    }
    return (program, findings)
  }
}

/// Gives the keys of `planc.yml` their meaning.
final class SettingsBinder {
  let binder: Binder
  let rules: [String]
  var program = Program()

  init(_ source: SourceFile, rules: [String]) {
    self.rules = rules
    program.rules = rules
    binder = Binder(
      source: source, lines: LineIndex(source.bytes), program: Program(), isSettings: true)
  }

  func read() -> Program {
    let bytes = binder.source.bytes
    if bytes.count > Guard.maximumBytes {
      let message =
        "the settings are larger than \(Guard.maximumBytes) bytes, the most that is read"
      binder.report(
        TooLarge.finding(
          message, at: Span(0, 0), help: "keep settings in it and nothing else"))
      return program
    }
    if let offset = Guard.firstBadByte(in: bytes) {
      binder.report(NotUtf8.finding(bytes[offset], at: offset))
      return program
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let root = binder.yaml(Span(start, bytes.count)) else { return program }
    let map = YamlMap(
      root.node, knowing: SettingsReader.keys, allowsOwn: true, binder, path: "")
    program.name = map["program"]?.text
    readMoney(map)
    readPeople(map)
    readGovernance(map)
    program.offerings = map.names("offerings")?.map(\.value)
    program.buyingCenters = map.names("buying-centers")?.map(\.value)
    readExclusions(map)
    readScore(map)
    readEngagement(map)
    readContent(map)
    readTiers(map)
    readLimits(map)
    program.levels = levels(map.node("rules"), path: "rules.")
    readOverrides(map)
    readSite(map)
    return program
  }

  /// Where each setting stands, for findings about it: at its value, or at its key when that is a map.
  func remember(_ node: YamlNode?, below path: String) {
    guard case .map(let entries)? = node?.kind else { return }
    for entry in entries {
      let isScalar = if case .scalar = entry.value.kind { !entry.value.isEmpty } else { false }
      program.places[path + entry.key] = isScalar ? entry.value.span : entry.keySpan
      remember(entry.value, below: path + entry.key + ".")
    }
  }

  private func readMoney(_ map: YamlMap) {
    if let written = map["currency"] {
      if Currency.isCode(written.text) {
        program.currency = written.text
      } else {
        binder.reject(written, isNo: "no currency code", help: "write an ISO code such as `USD`")
      }
    }
    for (name, written) in map.pairs("currencies") {
      guard Currency.isCode(name.value) else {
        let wrong = Written(text: name.value, span: name.span, field: written.field)
        binder.reject(wrong, isNo: "no currency code", help: "write an ISO code such as `EUR`")
        continue
      }
      guard name.value != program.currency else {
        binder.reject(
          written,
          isNo: "no rate: \(name.value) is the program's own currency, of which one is one",
          help: "delete `\(name.value)`")
        continue
      }
      if let rate = decimal(written.text), rate > 0 {
        program.currencies[name.value] = rate
      } else {
        binder.reject(
          written, isNo: "no rate",
          help: "write how many \(program.currency) one \(name.value) is, such as `1.08`")
      }
    }
    if let month = binder.number(map["fiscal-year-start"], in: 1...12) {
      program.fiscalYearStart = month.value
    }
  }

  /// Digits with an optional decimal point: what `Double` reads beyond that (`nan`, `0x1p3`) is no rate.
  func decimal(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    return isPlain && text.utf8.count <= 20 ? Double(text) : nil
  }

  private func readPeople(_ map: YamlMap) {
    guard let node = map.node("people") else { return }
    guard case .map(let entries) = node.kind else {
      _ = map.pairs("people")
      return
    }
    var people: [String: Program.Person] = [:]
    for entry in entries {
      checkID(entry)
      program.places["people.\(entry.key)"] = entry.keySpan
      let inner = YamlMap(
        entry.value, knowing: ["name", "role", "team", "email"], allowsOwn: false, binder,
        path: "people.\(entry.key).")
      let name = inner.required("name", example: "Maya Chen", entry.keySpan)?.text
      people[entry.key] = Program.Person(
        id: entry.key, name: name ?? entry.key,
        job: binder.word(inner["role"], as: Job.self)?.value,
        team: inner["team"]?.text, email: inner["email"]?.text)
    }
    program.people = people
  }

  /// An id stands behind `@` and between commas, so it holds neither of them and no space.
  private func checkID(_ entry: YamlNode.Entry) {
    let isPlain = entry.key.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
    }
    if isPlain, !entry.key.isEmpty { return }
    let isGood =
      !entry.key.isEmpty && !entry.key.contains { $0.isWhitespace || ",;()@".contains($0) }
    guard !isGood else { return }
    let words = entry.key.lowercased().split { $0.isWhitespace || ",;()@".contains($0) }
    let id = words.joined(separator: ".")
    binder.reject(
      Written(
        text: entry.key, span: entry.keySpan, field: Field(name: "`people`", topic: .key("people"))),
      isNo: "no id",
      help:
        "write an id without spaces and commas, such as `\(id.isEmpty ? "maya.chen" : id)`, and "
        + "the name behind `name:`")
  }

  private func readLimits(_ map: YamlMap) {
    guard let node = map.node("limits") else { return }
    remember(node, below: "limits.")
    let names = LimitSetting.allCases.map(\.rawValue)
    let inner = YamlMap(node, knowing: names, allowsOwn: false, binder, path: "limits.")
    for limit in LimitSetting.allCases {
      let value = inner[limit.rawValue]
      if value?.text == "none" {
        program.limits[keyPath: limit.path] = limit.none
      } else if let number = binder.number(value, in: 0...3650) {
        program.limits[keyPath: limit.path] = number.value
      }
    }
  }

  private func readOverrides(_ map: YamlMap) {
    guard let node = map.node("overrides") else { return }
    guard case .list(let items) = node.kind else {
      reject(
        node, "overrides", isNo: "no list",
        help: "write `- { plans: \"plans/apac/**\", rules: { … } }`")
      return
    }
    for item in items {
      let inner = YamlMap(
        item, knowing: ["plans", "rules"], allowsOwn: false, binder, path: "overrides.")
      let plans = inner.required("plans", example: "\"plans/apac/**\"", item.span)
      let rules = inner.requiredNode("rules", example: "{ sponsor/missing: warning }", item.span)
      let levels = levels(rules, path: "overrides.rules.")
      guard let plans, isPattern(plans) else { continue }
      program.overrides.append(Program.Override(plans: Glob(plans.text), levels: levels))
    }
  }

  /// Reports a pattern with marks that mean nothing in it, or that leads away from the program.
  private func isPattern(_ plans: Written) -> Bool {
    let mark = plans.text.first { Glob.unread.contains($0) }
    guard mark != nil || plans.text.hasPrefix("/") || plans.text.hasPrefix(".") else { return true }
    binder.reject(
      plans, isNo: mark.map { "no pattern: `\($0)` means nothing in it" } ?? "outside the program",
      help: mark == nil
        ? "begin it with `plans/`, without `/` or `.` before it"
        : "write `*` for any run without `/`, `**` for any folders, `?` for any one character")
    return false
  }

  /// A map of rules to levels.
  private func levels(_ node: YamlNode?, path: String) -> [String: Level] {
    guard let node else { return [:] }
    guard case .map(let entries) = node.kind else {
      reject(
        node, String(path.dropLast()), isNo: "no map", help: "write `group/rule: warning` lines")
      return [:]
    }
    var levels: [String: Level] = [:]
    for entry in entries {
      guard rules.contains(entry.key) else {
        binder.report(
          UnknownKey.finding(
            entry.key, at: entry.keySpan, among: ["the rules that `planc explain --all` lists"],
            near: binder.mayCompare(rules.count) ? Nearest.named(entry.key, among: rules) : nil,
            allowsOwn: false,
            noun: "rule"))
        continue
      }
      let text = entry.value.text ?? ""
      if let level = Level(rawValue: text) {
        levels[entry.key] = level
      } else {
        let words = Level.allCases.reversed().map(\.rawValue)
        reject(
          entry.value, entry.key, isNo: "no level",
          help: Nearest.guess(text, among: words).map { "write `\($0)`" }
            ?? "write one of \(words.joined(separator: ", "))")
      }
    }
    return levels
  }

  func reject(_ node: YamlNode, _ key: String, isNo expected: String, help: String) {
    let text = node.text ?? binder.text(node.span).prefixLine
    binder.reject(
      Written(text: text, span: node.span, field: Field(name: "`\(key)`", topic: .key(key))),
      isNo: expected, help: help)
  }
}
