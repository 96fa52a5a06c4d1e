import PlanModel
import PlanSource

/// Reads what scores, exclusions and the content matrix are made of.
extension SettingsBinder {
  func readEngagement(_ map: YamlMap) {
    guard let node = map.node("engagement") else { return }
    let keys = ["half-life", "cap", "breadth", "weights", "mqa", "unanswered"]
    let inner = YamlMap(node, knowing: keys, allowsOwn: false, binder, path: "engagement.")
    var read = EngagementSettings()
    if let days = binder.number(inner["half-life"], in: 1...3650) { read.halfLife = days.value }
    if let cap = amount(inner["cap"]) { read.cap = cap }
    if let breadth = amount(inner["breadth"]) { read.breadth = breadth }
    for (name, written) in inner.pairs("weights") {
      let channel = Written(text: name.value, span: name.span, field: written.field)
      guard let channel = binder.word(channel, as: Channel.self) else { continue }
      if let weight = amount(written) { read.weights[channel.value] = weight }
    }
    if let score = binder.number(inner["mqa"], in: 0...10_000) { read.mqa = score.value }
    if let words = inner.names("unanswered") {
      read.unanswered = words.map { $0.value.lowercased() }
    }
    program.engagement = read
  }

  func readScore(_ map: YamlMap) {
    if map.node("icp") != nil { program.icp = criteria(map) }
    guard let node = map.node("score") else { return }
    let inner = YamlMap(
      node, knowing: ["weights", "cut-lines"], allowsOwn: false, binder, path: "score.")
    if let node = inner.node("weights") {
      let weights = YamlMap(
        node, knowing: ["fit", "potential", "intent"], allowsOwn: false, binder,
        path: "score.weights.")
      if let weight = amount(weights["fit"]) { program.score.fit = weight }
      if let weight = amount(weights["potential"]) { program.score.potential = weight }
      if let weight = amount(weights["intent"]) { program.score.intent = weight }
    }
    guard let lines = inner.list("cut-lines") else { return }
    let numbers = lines.compactMap { decimal($0.value) }
    if lines.count == 2, numbers.count == 2, numbers[0] > numbers[1], numbers[0] <= 100 {
      (program.score.first, program.score.second) = (numbers[0], numbers[1])
    } else if let node = inner.node("cut-lines") {
      reject(
        node, "score.cut-lines", isNo: "no pair of cut lines",
        help: "write the lowest scores of tier 1 and tier 2, such as `[70, 45]`")
    }
  }

  private func criteria(_ map: YamlMap) -> [Criterion] {
    map.maps("icp", knowing: ["fit", "in", "any", "at-least", "weight"]).compactMap { inner, span in
      let fact = inner.required("fit", example: "industry", span)
      let weight = inner.required("weight", example: "30", span).flatMap { amount($0) }
      guard let fact, let weight else { return nil }
      var tests: [Criterion.Test] = []
      if let words = inner.list("in") { tests.append(.one(words.map(\.value))) }
      if let words = inner.list("any") { tests.append(.any(words.map(\.value))) }
      if let least = inner["at-least"].flatMap({ amount($0) }) { tests.append(.atLeast(least)) }
      guard tests.count == 1, let test = tests.first else {
        binder.reject(
          fact, isNo: "asked in \(tests.count) ways", help: "write one of `in`, `any`, `at-least`")
        return nil
      }
      return Criterion(fact: fact.text, test: test, weight: weight)
    }
  }

  func readExclusions(_ map: YamlMap) {
    guard let node = map.node("exclude") else { return }
    let inner = YamlMap(
      node, knowing: ["domains", "fit"], allowsOwn: false, binder, path: "exclude.")
    program.exclusions.domains = (inner.list("domains") ?? []).map(\.value)
    guard let fits = inner.node("fit") else { return }
    guard case .list(let items) = fits.kind else {
      return reject(
        fits, "exclude.fit", isNo: "no list",
        help: "write `- { industry: gambling, reason: policy }`")
    }
    for item in items {
      guard case .map(let entries) = item.kind else {
        reject(
          item, "exclude.fit", isNo: "no map",
          help: "write `{ industry: gambling, reason: policy }`")
        continue
      }
      let reason = entries.first { $0.key == "reason" }?.value.text
      let facts = entries.filter { $0.key != "reason" && $0.value.text != nil }
      guard let reason, !facts.isEmpty else {
        reject(
          item, "exclude.fit", isNo: "no exclusion: it needs a fact and a reason",
          help: "write `{ industry: gambling, reason: policy }`")
        continue
      }
      program.exclusions.fits += facts.map {
        Exclusions.Fit(fact: $0.key, value: $0.value.text ?? "", reason: reason)
      }
    }
  }

  func readContent(_ map: YamlMap) {
    guard let node = map.node("content") else { return }
    let inner = YamlMap(
      node, knowing: BuyingStage.words, allowsOwn: false, binder, path: "content.")
    var matrix = ContentMatrix()
    for stage in BuyingStage.allCases {
      guard let node = inner.node(stage.rawValue) else { continue }
      let tiers = YamlMap(
        node, knowing: ["1", "2", "3"], allowsOwn: false, binder, path: "content.\(stage.rawValue)."
      )
      for tier in Tier.allCases {
        guard let words = tiers.list("\(tier.rawValue)") else { continue }
        matrix.words[stage, default: [:]][tier] = words.map(\.value)
      }
    }
    program.content = matrix
  }

  /// A number that is not negative, with a decimal point if it needs one.
  private func amount(_ written: Written?) -> Double? {
    guard let written else { return nil }
    if let number = decimal(written.text) { return number }
    binder.reject(written, isNo: "no number", help: "write a number such as `10` or `0.15`")
    return nil
  }
}
