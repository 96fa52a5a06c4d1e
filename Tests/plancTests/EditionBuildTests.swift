import Glibc
import Testing

/// `planc build --edition`: what is handed to readers outside, on the disk.
struct EditionBuildTests {
  private static let plan = """
    ---
    account: Northwind
    tier: 2
    owner: maya.chen
    ---

    ## Objectives

    | Objective | Owner |
    | --- | --- |
    | Colder mornings | maya.chen |

    ## Risks

    | Risk |
    | --- |
    | Their CFO is a fool |
    """

  private static func program(
    _ editions: String = "{ customer: { sections: [objectives], fields: [account] } }"
  ) throws -> Folder {
    try Folder([
      ("planc.yml", "program: Ours\nsite: { editions: \(editions) }\n"),
      ("plans/west/northwind.md", plan), ("plans/a.md", "---\naccount: A\ntier: 3\n---\n"),
    ])
  }

  private func build(_ words: String..., in folder: Folder) throws -> Planc.Outcome {
    try Planc.run(["build", "--as-of", "2026-11-20"] + words, in: folder)
  }

  @Test func anEditionHasAFolderOfItsOwn() throws {
    let folder = try Self.program()
    let outcome = try build("--edition", "customer", in: folder)
    #expect(outcome.status == 0)
    #expect(
      outcome.notes.contains(
        "the edition customer is written for one account; 1 active account has nothing to show in it\n"
          + "each has a folder to be handed out by itself: open "))
    #expect(outcome.notes.hasSuffix("/site-customer/northwind/index.html\n"))
    #expect(!folder.has("site"))
    let files = folder.snapshot(of: "site-customer").filter { $0.value != "folder" }.keys.sorted()
    #expect(
      files == [".planc-site"]
        + ["favicon.svg", "index.html", "style.css"].map { "northwind/\($0)" })
    let page = try folder.read("site-customer/northwind/index.html")
    #expect(page.contains("Northwind") && page.contains("Colder mornings"))
    for word in ["maya", "Maya", "CFO", "fool", "Ours", "west", "objectives.owner", ".md"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  /// The site for ourselves and what is handed out never take each other's place unasked.
  @Test func editionsAndTheSiteDoNotMix() throws {
    let folder = try Self.program(
      "{ customer: { sections: [objectives] }, board: { sections: [risks] } }")
    #expect(try build(in: folder).status == 0)
    let site = folder.snapshot(of: "site")
    let mixed = try build("--edition", "customer", "-o", "site", in: folder)
    #expect(mixed.status == 2)
    #expect(mixed.notes.hasPrefix("error: "))
    #expect(
      mixed.notes.contains("/site holds the site for yourselves\n  = help: name another folder"))
    #expect(folder.snapshot(of: "site") == site)
    #expect(try build("--edition", "customer", in: folder).status == 0)
    for words in [["--edition", "board"], []] {
      let outcome = try Planc.run(
        ["build", "--as-of", "2026-11-20", "-o", "site-customer"] + words, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.notes.contains("holds the edition customer\n"))
    }
    #expect(try build("--edition", "customer", in: folder).status == 0)
    #expect(
      try build("--edition", "board", "-o", "site-customer", "--force", in: folder).status == 0)
    let page = try folder.read("site-customer/northwind/index.html")
    #expect(page.contains("fool") && !page.contains("Colder"))
  }

  /// What cannot be told apart is not replaced.
  @Test(arguments: [
    (
      String(repeating: "x\n", count: 2100) + "edition: customer\n",
      "is larger than planc writes it"
    ),
    (nil, "it is a folder, not a file"),
  ])
  func aMarkerThatCannotBeReadStopsTheBuild(_ marker: String?, _ reason: String) throws {
    let folder = try Self.program()
    try folder.write("site/\(marker == nil ? ".planc-site/a" : ".planc-site")", marker ?? "")
    let outcome = try build(in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes.contains("cannot tell who the folder is for"))
    #expect(outcome.notes.contains("/site/.planc-site"))
    #expect(outcome.notes.contains(reason + "\n  = help: name another folder with -o"))
    #expect(!folder.has("site/index.html"))
    #expect(try build("--force", in: folder).status == 0)
  }

  @Test(arguments: [
    ("custmer", "", "did you mean `--edition customer`?"),
    ("board", "", "there is customer; another one is written below `site: { editions: … }`"),
    (
      "customer", "program: Ours\n",
      "write one in planc.yml, such as `site: { editions: { customer: { sections: "
        + "[objectives, mutual-action-plan], fields: [account] } } }`"
    ),
  ])
  func anUnknownEditionIsNoEdition(_ name: String, _ settings: String, _ help: String) throws {
    let folder = try Self.program()
    if !settings.isEmpty { try folder.write("planc.yml", settings) }
    let outcome = try build("--edition", name, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.all.hasPrefix("error: there is no edition \(name)"))
    #expect(outcome.all.contains("= help: \(help)\n"))
    #expect(!folder.has("site-\(name)") && !folder.has("site"))
  }
}
