import Glibc
import Testing

/// `--fix` on disks that do not do what one hopes: a plan is replaced whole or stays as it was.
struct FixDiskTests {
  private func program() throws -> Folder {
    try Folder([("planc.yml", FixTests.settings), ("plans/a.md", FixTests.plan)])
  }

  private func fix(_ folder: Folder, under command: [String] = []) throws -> Planc.Outcome {
    try Planc.run(
      command: command + [Planc.path, "lint", "--as-of", "2026-11-20", "--fix"], in: folder)
  }

  private func mode(_ path: String) -> mode_t {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mode & 0o7777 : 0
  }

  @Test(arguments: [0o644, 0o600, 0o664, 0o755] as [mode_t])
  func aFileKeepsItsMode(_ mode: mode_t) throws {
    let folder = try program()
    let path = folder.path + "/plans/a.md"
    chmod(path, mode)
    _ = try fix(folder)
    #expect(try folder.read("plans/a.md") == FixTests.mended)
    #expect(self.mode(path) == mode)
    #expect(Folder.names(folder.path + "/plans") == ["a.md"])
    // So does a report that is written again.
    try folder.write("report", "old")
    chmod(folder.path + "/report", mode)
    _ = try Planc.run(["lint", "--output-file", "report"], in: folder)
    #expect(self.mode(folder.path + "/report") == mode)
  }

  @Test(.enabled(if: getuid() == 0)) func aFileKeepsItsOwner() throws {
    let folder = try program()
    let path = folder.path + "/plans/a.md"
    chown(path, 1234, 2345)
    _ = try fix(folder)
    var info = stat()
    stat(path, &info)
    #expect((info.st_uid, info.st_gid) == (1234, 2345))
    #expect(try folder.read("plans/a.md") == FixTests.mended)
  }

  @Test func aLinkStaysALink() throws {
    let folder = try program()
    try folder.write("kept/b.md", FixTests.plan)
    symlink("../kept/b.md", folder.path + "/plans/b.md")
    // Two names of one file.
    symlink("a.md", folder.path + "/plans/c.md")
    let outcome = try fix(folder)
    #expect(!outcome.notes.contains("error:"), "\(outcome.notes)")
    var info = stat()
    lstat(folder.path + "/plans/b.md", &info)
    #expect(info.st_mode & S_IFMT == S_IFLNK)
    #expect(try folder.read("kept/b.md") == FixTests.mended)
    #expect(try folder.read("plans/a.md") == FixTests.mended)
  }

  @Test func nothingIsWrittenThroughALinkThatLeavesTheProgram() throws {
    let folder = try program()
    let outside = try folder.writeBeside("outside.md", FixTests.plan)
    symlink(outside, folder.path + "/plans/out.md")
    let outcome = try fix(folder)
    #expect(outcome.text.contains("structure/link-outside"))
    #expect(try Folder.read(outside) == Array(FixTests.plan.utf8))
    #expect(try folder.read("plans/a.md") == FixTests.mended)
  }

  @Test func whatMayNotBeWrittenStays() throws {
    let folder = try program()
    try folder.write("plans/b.md", FixTests.plan)
    chmod(folder.path + "/plans/a.md", 0o444)
    let outcome = try fix(folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.notes.contains(
        "error: cannot write plans/a.md: Permission denied\n  = help: `chmod u+w`"))
    #expect(outcome.notes.contains("fixed 4 faults in 1 file; "))
    // What was not mended is reported as it is.
    #expect(outcome.text.contains("--> plans/a.md:3:1"))
    #expect(!outcome.text.contains("--> plans/b.md:3:1"))
    #expect(try folder.read("plans/a.md") == FixTests.plan)
    #expect(try folder.read("plans/b.md") == FixTests.mended)
  }

  @Test func aFolderThatMayNotBeWritten() throws {
    let folder = try program()
    chmod(folder.path + "/plans", 0o555)
    let obeying = getuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
    let outcome = try fix(folder, under: obeying)
    #expect(outcome.status == 2)
    #expect(
      outcome.notes.contains("error: cannot write plans/a.md: Permission denied"),
      "\(outcome.notes)")
    #expect(try folder.read("plans/a.md") == FixTests.plan)
    #expect(Folder.names(folder.path + "/plans") == ["a.md"])
  }

  @Test func aFullDiskLosesNothing() throws {
    let folder = try program()
    let script = """
      mkdir plans/full && mount -t tmpfs -o size=8k tmpfs plans/full && cp plans/a.md plans/full/b.md
      dd if=/dev/zero of=plans/full/fill bs=1k 2>/dev/null
      \(Planc.path) lint --as-of 2026-11-20 --fix -q >/dev/null
      echo "status $?"; cat plans/full/b.md; ls -A plans/full
      """
    let outcome = try Planc.run(
      command: ["unshare", "--map-root-user", "--mount", "sh", "-c", script], in: folder)
    #expect(outcome.text == "status 2\n\(FixTests.plan)b.md\nfill\n", "\(outcome.all)")
    #expect(
      outcome.notes.contains("error: cannot write plans/full/b.md: No space left on device"))
    #expect(try folder.read("plans/a.md") == FixTests.mended)
  }

  /// Somebody saves the plan while it is read: what he wrote is not lost.
  @Test func aPlanThatChangedMeanwhileIsNotReplaced() throws {
    let folder = try program()
    for words in [
      ["init", "-q"], ["add", "planc.yml"],
      ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"],
    ] {
      #expect(try Planc.run(command: ["git"] + words, in: folder).status == 0)
    }
    // Git is asked when the plans were read, and before they are written.
    let plan = folder.path + "/plans/a.md"
    try folder.write(
      "bin/git", "#!/bin/sh\necho saved >> '\(plan)'\nPATH=/usr/bin:/bin exec git \"$@\"\n")
    chmod(folder.path + "/bin/git", 0o755)
    let outcome = try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--fix", "--new", "HEAD"], in: folder,
      environment: ["PATH": folder.path + "/bin:/usr/bin:/bin"])
    #expect(outcome.status == 2)
    #expect(
      outcome.notes.contains(
        "error: plans/a.md was changed while planc read it, and is left as it is\n"
          + "  = help: run it again\nfixed nothing"), "\(outcome.notes)")
    #expect(try folder.read("plans/a.md").hasPrefix(FixTests.plan + "saved\n"))
    #expect(Folder.names(folder.path + "/plans") == ["a.md"])
  }
}
