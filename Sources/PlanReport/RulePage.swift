import PlanSource

extension RuleText {
  /// The rule's page in Markdown, for the docs.
  public var markdown: String {
    var text = "# \(rule.name)\n\n\(rule.summary) Level: \(rule.level.rawValue).\n\n"
    text += "**Why it matters.** \(rule.why.prefix(1).uppercased() + rule.why.dropFirst()).\n\n"
    text += "**How to mend it.** \(rule.mend)\n\n"
    if let fix = rule.fix { text += "**What `--fix` does.** \(fix)\n\n" }
    if rule.calendar {
      text +=
        "The calendar alone can bring it about: it is a warning during `limits.grace`, then an "
        + "error.\n\n"
    }
    if let git = rule.history.sentence { text += "\(git)\n\n" }
    if !settings.isEmpty {
      text += "| setting under `tiers:` | what it means | tier 1 | tier 2 | tier 3 |\n"
      text += "| --- | --- | --- | --- | --- |\n"
      for setting in settings {
        text +=
          "| `\(setting.name)` | \(setting.meaning) | "
          + setting.defaults.map { "`\($0)`" }.joined(separator: " | ") + " |\n"
      }
      text += "\n"
    }
    if !limits.isEmpty {
      text += "| setting under `limits:` | what it means | default |\n| --- | --- | --- |\n"
      for limit in limits {
        text += "| `\(limit.name)` | \(limit.meaning) | `\(limit.standard)` |\n"
      }
      text += "\n"
    }
    for (number, example) in rule.examples.enumerated() {
      text +=
        example.triggers
        ? "## Example \(number + 1): found at the ↓\n" : "## Example \(number + 1): in order\n"
      for file in example.files {
        if example.files.count > 1 || rule.hangsOnPath { text += "\n`\(file.path)`:\n" }
        text += fenced(file.text, file.path.hasSuffix(".yml") ? "yaml" : "markdown")
      }
      if !example.settings.isEmpty {
        text += "\nwith `planc.yml`:\n" + fenced(example.settings, "yaml")
      }
      for commit in example.history {
        text += "\n\(commit.line(in: example, quote: "`"))\n"
        if let old = commit.text { text += fenced(old, "markdown") }
      }
      text += "\n"
    }
    return text.trimmedEnd + "\n"
  }

  /// The list of all rules in Markdown, by group, each with a link to its page.
  public static func markdownIndex(_ rules: [RuleText]) -> String {
    var text = "# Rules\n"
    var group = ""
    for rule in rules.map(\.rule) {
      if rule.group != group {
        group = rule.group
        text += "\n## \(group)\n\n| rule | level | finds |\n| --- | --- | --- |\n"
      }
      let summary = rule.summary.replacing("|", with: "\\|")
      text += "| [\(rule.name)](\(rule.name).md) | \(rule.level.rawValue) | \(summary) |\n"
    }
    return text
  }

  private func fenced(_ text: String, _ language: String) -> String {
    "\n````\(language)\n\(text.trimmedEnd)\n````\n"
  }
}

extension RuleInfo.HistoryUse {
  /// What a rule asks of git, for its page.
  public var sentence: String? {
    switch self {
    case .none: nil
    case .used: "It reads the history of git where there is one, and says less without."
    case .needed:
      "It needs the history of git, and is left out, with a notice, where there is none."
    }
  }
}

extension Example.Commit {
  /// `committed on 2026-10-01 by maya@example.com:`, and which plan and text where that needs saying.
  public func line(in example: Example, quote: String = "") -> String {
    let isMain = example.files.count == 1 && example.files[0].path == path
    let what = isMain ? "" : " \(quote)\(path)\(quote)"
    return "committed\(what) on \(day) by \(author)" + (text == nil ? ", as above" : ":")
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
