import ArgumentParser
import PlanModel
import PlanReport

extension Tier: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: Int(argument) ?? 0) }
}

extension Stage: ExpressibleByArgument {
  public init?(argument: String) { self.init(reading: argument) }
}

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a plan with just the sections that its tier and stage ask for.",
    discussion: """
      The plan is a draft: its errors are warnings and it has no page until you delete the line \
      `status: draft`. `planc lint` says what is still missing.

      The file is named after the account, in the letters a to z and digits. For a name without \
      any, such as 日本, give one in Latin letters and write the real one behind `account:` in the \
      plan.

      Examples:
        planc new "Northwind" --tier 2
        planc new "Northwind Traders" --tier 1 --stage opportunity --owner maya.chen
      """)

  @Argument(help: ArgumentHelp("The account's name.", valueName: "account"))
  var account: String
  @Option(help: ArgumentHelp("1, 2 or 3.", valueName: "n"))
  var tier: Tier
  @Option(help: "Where the account is on its journey.")
  var stage = Stage.aware
  @Option(help: ArgumentHelp("Who owns it, an id of people: in planc.yml.", valueName: "person"))
  var owner: String?
  @OptionGroup var program: ProgramOptions

  func validate() throws {
    try Blank.refuse(
      account, "the account's name", help: "such as `planc new \"Northwind\" --tier 2`")
    try Blank.refuse(
      owner, "--owner", help: "name an id of people: in planc.yml, or leave it out")
  }

  func run() throws {
    let session = try Session(program) { report in
      try World.print(
        OutputFormat.full.write(report, palette: World.wantsColor() ? .colored : .plain))
    }
    let id = Self.id(of: account)
    guard !id.isEmpty else {
      throw Fault(
        "no file name can be made of `\(account)`: it has no letter from a to z and no digit",
        help:
          "name it in Latin letters, such as `planc new \"Northwind\" --tier \(tier.rawValue)`, then "
          + "write `account: \(account)` in the new plan")
    }
    if let people = session.program.people, let owner, people[owner] == nil {
      throw Suggestion.fault(
        "`\(owner)` is not in `people:` of planc.yml", owner, among: people.keys.sorted(),
        asking: "planc.yml")
    }
    let root = session.workspace.root
    let same = session.workspace.plans().first { Path.name($0.path) == id + ".md" }
    if let same {
      throw Fault("\(same.path) is there already", help: "open it, or choose another name")
    }
    let plan = PlanTemplate(
      account: account, tier: tier, stage: stage, owner: owner, program: session.program)
    try Disk.makeFolders(root + "/plans")
    try Disk.create("\(root)/plans/\(id).md", Array(plan.text.utf8))
    try World.print("plans/\(id).md\n")
    program.note(
      "Fill in what stands in <…>, then `planc lint plans/\(id).md` says what is missing.")
  }

  /// The name in kebab-case; accents are taken off, letters of other scripts left out.
  static func id(of name: String) -> String {
    var id = ""
    for scalar in name.lowercased().unicodeScalars {
      if let letters = ascii(scalar) {
        id += letters
      } else if scalar.properties.generalCategory != .nonspacingMark, !id.isEmpty,
        !id.hasSuffix("-")
      {
        id += "-"
      }
    }
    return id.hasSuffix("-") ? String(id.dropLast()) : id
  }

  /// A letter or digit in ASCII: `é` is `e` by its Unicode name, LATIN SMALL LETTER E WITH ACUTE.
  private static func ascii(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case "ß": return "ss"
    case "æ": return "ae"
    case "œ": return "oe"
    default: break
    }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.starts(with: ["LATIN", "SMALL", "LETTER"]), words.count > 4, words[4] == "WITH",
      words[3].count == 1
    else { return nil }
    return words[3].lowercased()
  }
}
