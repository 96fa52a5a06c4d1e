import ArgumentParser

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a program: planc.yml and a folder for plans.",
    discussion: """
      Nothing that is there is changed.

      Example:
        planc init && planc new "Northwind" --tier 2
      """)

  @Argument(help: ArgumentHelp("The folder; else this one.", valueName: "dir"))
  var directory = "."

  func validate() throws {
    try Blank.refuse(directory, "the folder", help: "name one, or leave it out for this folder")
  }

  func run() throws {
    let folder = Path.absolute(directory, from: try World.currentFolder())
    let settings = folder + "/planc.yml"
    guard Disk.kind(settings) == nil else {
      throw Fault(
        "\(settings) is there already", help: "`planc new \"Northwind\" --tier 2` adds a plan to it"
      )
    }
    try Disk.makeFolders(folder + "/plans")
    try Disk.makeFolders(folder + "/site")
    if Disk.kind(folder + "/site/.gitignore") == nil {
      // The compiled site stays out of git; the folder stays in.
      try Disk.create(folder + "/site/.gitignore", Array("*\n!.gitignore\n".utf8))
    }
    try Disk.create(settings, Array(Self.settings.utf8))
    World.note(
      """
      A program begins in \(folder).
      Next: name your people and offerings in planc.yml, then `planc new "Northwind" --tier 2`.
      """)
  }

  /// Every line that is commented out is right as it stands once the `#` is taken away.
  private static let settings = """
    # The settings of this program. All are optional; `planc explain --all` lists the rules.
    program: Field program
    currency: USD
    # fiscal-year-start: 2                # the month, 1 to 12

    # Our people. Once somebody is named here, an unknown id in a plan is an error.
    # people:
    #   maya.chen: { name: Maya Chen, role: ae, team: west }
    #   vera.holm: { name: Vera Holm, role: executive }

    # What we sell, and to which part of a company. Rows and columns of each whitespace matrix.
    # offerings: [Core, Analytics, Integrations]
    # buying-centers: [EMEA, APAC, Americas]

    # What a tier asks for, where it differs from the defaults.
    # tiers:
    #   1: { maximum-accounts: 12, minimum-engaged: { engaged: 2, opportunity: 4 } }

    # How loud a rule is: error, warning, info, off.
    # rules:
    #   whitespace/unmapped: off

    """
}
