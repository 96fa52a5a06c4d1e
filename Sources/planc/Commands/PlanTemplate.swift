import PlanModel

/// The text of a new plan: what its tier and stage ask for, and nothing else.
struct PlanTemplate {
  let account: String
  let tier: Tier
  let stage: Stage
  let owner: String?
  let program: Program

  private var settings: TierSettings { program[tier] }

  var text: String {
    let parts = [brief, committee, whitespace, opportunities, plays].compactMap { $0 }
    return ([frontMatter, "# \(heading)\n"] + parts).joined(separator: "\n")
  }

  private var frontMatter: String {
    var lines = [
      "---", "account: \(quoted)", "tier: \(tier.rawValue)", "stage: \(stage.rawValue)",
      "status: draft                # delete this line when the plan is ready",
    ]
    func hint(_ line: String, _ remark: String) -> String {
      line + String(repeating: " ", count: max(1, 29 - line.count)) + "# " + remark
    }
    lines.append(
      owner.map { "owner: \($0)" }
        ?? hint("# owner: \(somebody(.ae, or: "maya.chen"))", "the account executive"))
    if settings.sponsor.value(at: stage) == .required {
      lines.append(
        hint(
          "# sponsor: \(somebody(.executive, or: "vera.holm"))",
          "our executive sponsor; this tier asks for one"))
    }
    let pod = settings.requiredPod.all(at: stage)
    if !pod.isEmpty {
      let people = pod.map { "\($0): \(somebody(Job(reading: $0), or: "an.id"))" }
        .joined(separator: ", ")
      lines.append("# pod: { \(people) }   # this tier asks for them")
    }
    if settings.reviewEvery.value(at: stage) != nil {
      lines.append("# reviewed: 2026-01-31       # the day of the last account review")
    }
    return (lines + ["---", ""]).joined(separator: "\n")
  }

  /// One of our people who does a job, so that the line is true as soon as its `#` goes.
  private func somebody(_ job: Job?, or example: String) -> String {
    program.people(in: job).first ?? example
  }

  /// The name as YAML: quoted unless it is plain letters, digits and spaces.
  private var quoted: String {
    let isPlain = account.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == " " || ("0"..."9").contains($0)
    }
    let reserved = ["null", "~", "true", "false"]
    if isPlain, account.first?.isLetter == true, !reserved.contains(account.lowercased()),
      account.last != " "
    {
      return account
    }
    var text = ""
    for scalar in account.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          text += " "
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return "\"\(text)\""
  }

  /// The name as a heading: marks of Markdown are escaped.
  private var heading: String {
    var text = ""
    for scalar in account.unicodeScalars {
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        text += " "
      } else {
        if scalar.isASCII, "\\`*_{}[]<>()#+!|~&".unicodeScalars.contains(scalar) { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private var brief: String? {
    let parts = settings.requiredBrief.all(at: stage)
    guard !parts.isEmpty else { return nil }
    return "## Brief\n"
      + parts.map { "\n### \($0.heading)\n\n<\($0.hint)>\n" }.joined()
  }

  private var committee: String? {
    let roles = settings.requiredRoles.all(at: stage)
    guard !roles.isEmpty || (settings.minimumContacts.value(at: stage) ?? 0) > 0 else { return nil }
    let asksFunctions = (settings.minimumFunctions.value(at: stage) ?? 0) > 0
    var table = [["Name", "Role"] + (asksFunctions ? ["Function"] : []) + ["Stance"]]
    var rows = roles.map { ["<who is the \($0.spoken)>", $0.rawValue] }
    if rows.isEmpty { rows = [["<whom we should know>", Role.influencer.rawValue]] }
    table += rows.map { $0 + (asksFunctions ? [""] : []) + [Stance.unknown.rawValue] }
    return "## Buying committee\n\n" + markdown(table)
  }

  private var whitespace: String? {
    guard (settings.minimumWhitespace.value(at: stage) ?? 0) > 0 else { return nil }
    return "## Whitespace\n\n"
      + markdown([
        ["Offering", "Buying center", "Status", "Potential"],
        ["<what we could sell, and to whom>", "", WhitespaceStatus.open.rawValue, ""],
      ])
  }

  private var opportunities: String? {
    guard stage == .opportunity else { return nil }
    return "## Opportunities\n\n"
      + markdown([
        ["Opportunity", "Amount", "Stage", "Close"],
        ["<what the deal is called>", "", "discovery", ""],
      ])
  }

  private var plays: String? {
    guard (settings.minimumEngaged.value(at: stage) ?? 0) > 0 else { return nil }
    return "## Plays\n\n"
      + markdown([
        ["Date", "Play", "Channel", "Contact", "Outcome"],
        ["", "<whom we met, and what they answered>", Channel.meeting.rawValue, "", ""],
      ])
  }

  /// A table with its columns aligned.
  private func markdown(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in max(3, rows.map { $0[column].count }.max() ?? 3) }
    func line(_ cells: [String]) -> String {
      "| "
        + zip(cells, widths).map { cell, width in
          cell + String(repeating: " ", count: width - cell.count)
        }.joined(separator: " | ") + " |\n"
    }
    let rule =
      "| " + widths.map { String(repeating: "-", count: $0) }.joined(separator: " | ") + " |\n"
    return line(rows[0]) + rule + rows.dropFirst().map(line).joined()
  }
}
