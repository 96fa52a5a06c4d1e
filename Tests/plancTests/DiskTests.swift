import Glibc
import TestSupport
import Testing

/// A disk that does not do what one hopes: links, pipes, permissions, names, and files that go while they are read.
struct DiskTests {
  private static let good = "---\naccount: Good\ntier: 3\nowner: a\nreviewed: 2026-11-02\n---\n"

  private func program() throws -> Folder { try Folder([("plans/good.md", Self.good)]) }

  /// Lints and builds: one finding, the others go on, and nothing in the folder is another than before.
  private func expect(
    _ finding: String, in folder: Folder, under command: [String] = [],
    from location: SourceLocation
  ) throws {
    let before = folder.snapshot()
    let lint = try Planc.run(
      command: command + [
        Planc.path, "lint", "--as-of", "2026-11-20", "--output-format", "concise",
      ],
      in: folder)
    #expect(lint.status == 1, sourceLocation: location)
    #expect(lint.text.hasPrefix(finding), "\(lint.all)", sourceLocation: location)
    #expect(lint.text.split(separator: "\n").count == 1, "\(lint.all)", sourceLocation: location)
    #expect(folder.snapshot() == before, sourceLocation: location)
    let build = try Planc.run(
      command: command + [Planc.path, "build", "--as-of", "2026-11-20"], in: folder)
    #expect(build.status == 0, "\(build.notes)", sourceLocation: location)
    #expect(folder.has("site/index.html"), sourceLocation: location)
    #expect(folder.snapshot(of: "plans") == before.below("plans"), sourceLocation: location)
  }

  // MARK: Permissions

  /// As root, permissions are looked at only once the privilege to pass over them is given up.
  private var obeying: [String] {
    getuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
  }

  @Test func aFileThatMayNotBeRead() throws {
    let folder = try program()
    try folder.write("plans/shut.md", Self.good)
    chmod(folder.path + "/plans/shut.md", 0)
    let lint = try Planc.run(
      command: obeying + [
        Planc.path, "lint", "--output-format", "concise", "--as-of", "2026-11-20",
      ], in: folder)
    #expect(lint.status == 1)
    #expect(
      lint.text
        == "plans/shut.md:1:1: error[structure/unreadable-file] the plan cannot be read: Permission denied\n"
    )
    #expect(try Planc.run(command: obeying + [Planc.path, "build"], in: folder).status == 0)
  }

  @Test func aFolderThatMayNotBeRead() throws {
    let folder = try program()
    try folder.write("plans/shut/a.md", Self.good)
    chmod(folder.path + "/plans/shut", 0)
    let lint = try Planc.run(
      command: obeying + [
        Planc.path, "lint", "--output-format", "concise", "--as-of", "2026-11-20",
      ], in: folder)
    #expect(lint.status == 1)
    #expect(
      lint.text
        == "plans/shut:1:1: error[structure/unreadable-file] the plan cannot be read: Permission denied\n"
    )
  }

  @Test func settingsThatMayNotBeRead() throws {
    let folder = try program()
    try folder.write("planc.yml", "program: A\n")
    chmod(folder.path + "/planc.yml", 0)
    let lint = try Planc.run(command: obeying + [Planc.path, "lint"], in: folder)
    #expect(lint.status == 2)
    #expect(
      lint.notes.hasPrefix("error: cannot read \(folder.path)/planc.yml: Permission denied\n"))
  }

  // MARK: Kinds of files

  @Test func aPipeDoesNotMakeItWait() throws {
    let folder = try program()
    mkfifo(folder.path + "/plans/pipe.md", 0o644)
    try expect(
      "plans/pipe.md:1:1: error[structure/unreadable-file] the plan cannot be read: it is a pipe",
      in: folder, from: #_sourceLocation)
    let named = try Planc.run(["lint", "plans/pipe.md", "--output-format", "concise"], in: folder)
    #expect(named.status == 1)
    #expect(named.text.contains("it is a pipe"))
  }

  @Test func aFolderNamedLikeAPlanIsAFolder() throws {
    let folder = try program()
    try folder.write("plans/west.md/a.md", "no plan")
    try expect(
      "plans/west.md/a.md:1:1: error[structure/front-matter-missing]", in: folder,
      from: #_sourceLocation)
  }

  @Test func plansThatAreAFile() throws {
    let folder = try Folder([("planc.yml", ""), ("plans", "no folder")])
    let lint = try Planc.run(["lint", "--output-format", "concise"], in: folder)
    #expect(lint.status == 1)
    #expect(lint.text.hasPrefix("plans:1:1: error[structure/unreadable-file]"))
  }

  @Test(arguments: ["folder", "pipe", "nowhere", "circle"])
  func settingsThatAreNoFile(_ kind: String) throws {
    let folder = try program()
    let path = folder.path + "/planc.yml"
    switch kind {
    case "folder": mkdir(path, 0o755)
    case "pipe": mkfifo(path, 0o644)
    case "nowhere": symlink("/nowhere/at-all", path)
    default: symlink("planc.yml", path)
    }
    let before = folder.snapshot()
    for command in ["lint", "build"] {
      let outcome = try Planc.run([command, "-C", folder.path], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.notes.hasPrefix("error: cannot read \(path): "), "\(outcome.notes)")
      #expect(outcome.text == "")
    }
    #expect(folder.snapshot() == before)
  }

  /// What findings quote is a file of the program, or of its repository.
  @Test func settingsThatAreALinkOutOfTheProgram() throws {
    let folder = try Folder([
      ("p/plans/good.md", Self.good), ("hosts", "127.0.0.1 localhost\n"),
    ])
    symlink("../hosts", folder.path + "/p/planc.yml")
    for command in ["lint", "build"] {
      let outcome = try Planc.run([command, "-C", "p"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.notes.hasPrefix("error: planc.yml is a link out of the program, to "))
      #expect(!outcome.all.contains("localhost"))
    }
    mkdir(folder.path + "/.git", 0o755)
    let inside = try Planc.run(["lint", "-C", "p", "--as-of", "2026-11-20"], in: folder)
    #expect(inside.text.contains("localhost"), "it is a file of the repository")
  }

  // MARK: Links

  @Test func aLinkThatLeadsBackUp() throws {
    let folder = try program()
    symlink("..", folder.path + "/plans/loop")
    symlink(".", folder.path + "/plans/self")
    let before = folder.snapshot()
    let lint = try Planc.run(
      ["lint", "--output-format", "concise", "--as-of", "2026-11-20"], in: folder)
    #expect(lint.status == 1)
    #expect(
      lint.text.contains(
        "plans/self:1:1: error[structure/unreadable-file] the plan cannot be read: the link leads back"
      ))
    #expect(lint.text.contains("the link leads back to a folder above it"))
    #expect(try Planc.run(["build"], in: folder).status == 0)
    #expect(folder.snapshot(of: "plans") == before.below("plans"))
  }

  @Test func aLinkToItself() throws {
    let folder = try program()
    symlink("ring.md", folder.path + "/plans/ring.md")
    try expect(
      "plans/ring.md:1:1: error[structure/unreadable-file] the plan cannot be read: Too many levels",
      in: folder, from: #_sourceLocation)
  }

  @Test func aLinkThatLeadsNowhere() throws {
    let folder = try program()
    symlink("gone.md", folder.path + "/plans/dangling.md")
    try expect(
      "plans/dangling.md:1:1: error[structure/unreadable-file] the plan cannot be read: No such file",
      in: folder, from: #_sourceLocation)
  }

  @Test(arguments: ["/etc/passwd", "/etc", "../../secret.md"])
  func aLinkOutOfTheProgram(_ target: String) throws {
    let folder = try program()
    _ = try folder.writeBeside("secret.md", "---\naccount: Secret\ntier: 3\n---\n")
    symlink(target, folder.path + "/plans/leak.md")
    try expect(
      "plans/leak.md:1:1: error[structure/link-outside]", in: folder, from: #_sourceLocation)
    for (path, kind) in Folder.walk(folder.path + "/site") where kind == .file {
      let text = String(decoding: try Folder.read(folder.path + "/site/" + path), as: UTF8.self)
      #expect(!text.contains("root:x:0") && !text.contains(">Secret<"), "\(path)")
    }
  }

  @Test func allPlansOutOfTheProgram() throws {
    let folder = try Folder([("planc.yml", "")])
    symlink("/etc", folder.path + "/plans")
    let lint = try Planc.run(["lint", "--output-format", "concise"], in: folder)
    #expect(lint.status == 1)
    #expect(lint.text.hasPrefix("plans:1:1: error[structure/link-outside]"))
  }

  @Test func linksWithinTheProgramAreFollowed() throws {
    let folder = try Folder([("accounts/good.md", Self.good)])
    symlink("accounts", folder.path + "/plans")
    try folder.write("planc.yml", "")
    let lint = try Planc.run(["lint", "--as-of", "2026-11-20"], in: folder)
    #expect(lint.status == 0)
    #expect(lint.notes == "1 plan: 0 errors, 0 warnings, 0 infos\n")
    // Also where the program itself is reached over a link.
    symlink(folder.path, folder.beside("link"))
    let other = try Folder()
    let named = try Planc.run(
      ["lint", "--as-of", "2026-11-20", folder.beside("link") + "/plans/good.md"], in: other)
    #expect(named.status == 0, "\(named.all)")
  }

  // MARK: Names

  @Test func aNameThatIsNotUTF8() throws {
    let folder = try program()
    for name in ["plans/caf\\351.md", "plans/na\\377me"] {
      let shell =
        name.hasSuffix(".md")
        ? "printf x > \"$(printf '\(name)')\"" : "mkdir \"$(printf '\(name)')\""
      #expect(try Planc.run(command: ["sh", "-c", shell], in: folder).status == 0)
    }
    let lint = try Planc.run(
      ["lint", "--output-format", "concise", "--as-of", "2026-11-20"], in: folder)
    #expect(lint.status == 1)
    #expect(
      lint.text == """
        plans/caf\u{FFFD}.md:1:1: error[structure/unreadable-file] the plan cannot be read: its name is not UTF-8
        plans/na\u{FFFD}me:1:1: error[structure/unreadable-file] the plan cannot be read: its name is not UTF-8

        """)
    #expect(try Planc.run(["build"], in: folder).status == 0)
  }

  @Test(arguments: [
    "\u{1B}[31mred.md", "new\nline.md", "<img src=x onerror=alert(1)>.md", "\u{202E}fdp.md",
    "::error::.md",
    "${{ x }}.md", "a b.md", "'quote'.md", "\"quote\".md", "-rf.md", "{{name}}.md", "\\.md",
    "%2e%2e.md",
    "$(touch pwned).md", "\u{301}.md",
  ])
  func hostileNames(_ name: String) throws {
    let folder = try program()
    try folder.write("plans/" + name, Self.good.replacing("Good", with: "Bad"))
    let lint = try Planc.run(
      ["lint", "--output-format", "concise", "--as-of", "2026-11-20"], in: folder)
    #expect(lint.status == 1)
    #expect(lint.text.contains("error[structure/bad-id]"))
    #expect(lint.text.split(separator: "\n").count == 1)
    #expect(!lint.all.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    #expect(!lint.all.unicodeScalars.contains("\u{202E}"))
    let build = try Planc.run(["build"], in: folder)
    #expect(build.status == 0, "\(build.notes)")
    #expect(!folder.has("pwned"))
  }
}

/// Plans that go while they are read.
struct VanishingTests {
  @Test func plansMayGoWhileTheyAreRead() throws {
    let plans = PlanGenerator.plans(1000, seed: 5)
    for round in 0..<3 {
      let folder = try Folder(plans)
      let remover = try Child(
        ["sh", "-c", "find plans -name '*.md' | sort -R | xargs -n 20 rm -f"], in: folder.path)
      let command = round == 2 ? ["build"] : ["lint", "--output-format", "concise"]
      let outcome = try Planc.run(command, in: folder)
      #expect(remover.wait() == 0)
      #expect(outcome.status < 2, "\(outcome.notes.suffix(500))")
      if round == 2 { #expect(folder.has("site/index.html")) }
    }
  }
}
