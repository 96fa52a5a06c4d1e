import Glibc
import Testing

/// Disks that are full or may not be written: an error with path and cause, status 2, and nothing half written.
struct FullDiskTests {
  private func program() throws -> Folder {
    try Folder([
      ("planc.yml", "program: A\n"),
      (
        "plans/a.md",
        "---\naccount: A\ntier: 3\n---\n\n" + String(repeating: "text\n", count: 20_000)
      ),
    ])
  }

  /// A file system of its own, so small that nothing fits; the command runs in it.
  private func tiny(_ script: String, kilobytes: Int) -> [String] {
    let mount = "mount -t tmpfs -o size=\(kilobytes)k tmpfs tiny"
    return [
      "unshare", "--map-root-user", "--mount", "sh", "-c", "mkdir -p tiny && \(mount) && \(script)",
    ]
  }

  @Test func standardOutputThatIsFull() throws {
    let folder = try program()
    for arguments in [
      ["lint"], ["lint", "--output-format", "json"], ["explain", "--all"], ["--help"],
      ["--version"],
    ] {
      let outcome = try Planc.run(arguments, in: folder, output: "/dev/full")
      #expect(outcome.status == 2, "\(arguments)")
      if arguments[0] == "lint" {
        #expect(
          outcome.notes.hasPrefix(
            "error: cannot write to standard output: No space left on device\n"))
      }
    }
  }

  @Test func anOutputFileThatIsFull() throws {
    let folder = try program()
    let outcome = try Planc.run(["lint", "--output-file", "/dev/full"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes == "error: cannot write /dev/full: No space left on device\n")
  }

  @Test func anOutputFileIsReplacedWholeOrNotAtAll() throws {
    let folder = try program()
    let script = """
      printf 'the old report' > tiny/report && \(Planc.path) lint --output-format json --output-file tiny/report
      echo "status $?"; cat tiny/report; echo; ls -A tiny
      """
    // The report fits only where the old one stood.
    let outcome = try Planc.run(command: tiny(script, kilobytes: 4), in: folder)
    #expect(outcome.text == "status 2\nthe old report\nreport\n", "\(outcome.all)")
    #expect(outcome.notes.contains("error: cannot write tiny/report: No space left on device"))
  }

  @Test(arguments: [0, 4, 40, 160])
  func aSiteThatDoesNotFit(_ kilobytes: Int) throws {
    let folder = try program()
    let before = folder.snapshot(of: "plans")
    let size = max(kilobytes, 4)
    let fill = kilobytes == 0 ? "head -c 4096 /dev/zero > tiny/full;" : ""
    let script = "\(fill) \(Planc.path) build -o tiny/site; echo \"status $?\"; ls -A tiny"
    let outcome = try Planc.run(command: tiny(script, kilobytes: size), in: folder)
    #expect(outcome.text == "status 2\n" + (kilobytes == 0 ? "full\n" : ""), "\(outcome.all)")
    #expect(outcome.notes.contains("No space left on device"))
    #expect(outcome.notes.contains("tiny/"))
    #expect(folder.snapshot(of: "plans") == before)
  }

  /// The old site stays as it was, to the byte, when the new one does not fit.
  @Test func theOldSiteStays() throws {
    let folder = try program()
    let script = """
      \(Planc.path) build -q -o tiny/site && find tiny -type f | sort | xargs md5sum > before
      head -c 10000000 /dev/zero > tiny/full 2> /dev/null
      \(Planc.path) build -q -o tiny/site; echo "status $?"
      find tiny/site -type f | sort | xargs md5sum | diff before - && echo same; ls -A tiny
      """
    let outcome = try Planc.run(command: tiny(script, kilobytes: 2000), in: folder)
    #expect(outcome.text == "status 2\nsame\nfull\nsite\n", "\(outcome.all)")
  }

  @Test func aProgramThatCannotBeBegun() throws {
    let folder = try Folder()
    let script =
      "head -c 10000000 /dev/zero > tiny/full 2> /dev/null; \(Planc.path) init tiny; echo \"status $?\"; cat tiny/planc.yml"
    let outcome = try Planc.run(command: tiny(script, kilobytes: 16), in: folder)
    #expect(outcome.text == "status 2\n")
    #expect(outcome.notes.contains("No space left on device"))
  }

  // MARK: Read-only

  /// As root, a folder that may not be written is a file system that is mounted read-only.
  private func readOnly(_ script: String) -> [String] {
    [
      "unshare", "--map-root-user", "--mount", "sh", "-c",
      "mount --bind target target && mount -o remount,ro,bind target && { \(script); }",
    ]
  }

  @Test(arguments: ["target/site", "target"])
  func aTargetThatMayNotBeWritten(_ target: String) throws {
    let folder = try program()
    try folder.write("target/.keep/x", "x")
    let before = folder.snapshot()
    let outcome = try Planc.run(
      command: readOnly("\(Planc.path) build --force -o \(target)"), in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes.contains("error: "))
    #expect(outcome.notes.contains("target"))
    #expect(
      outcome.notes.contains("Read-only file system")
        || outcome.notes.contains("Device or resource busy"),
      "\(outcome.notes)")
    #expect(folder.snapshot() == before)
  }

  @Test func aProgramThatMayNotBeWritten() throws {
    let folder = try program()
    try folder.write("target/planc.yml", "program: B\n")
    try folder.write("target/plans/b.md", "---\naccount: B\ntier: 3\n---\n")
    let before = folder.snapshot()
    let lint = try Planc.run(command: readOnly("\(Planc.path) lint -C target"), in: folder)
    #expect(lint.status == 1)
    for command in ["build -C target", "new C --tier 3 -C target", "init target/inner"] {
      let outcome = try Planc.run(command: readOnly("\(Planc.path) \(command)"), in: folder)
      #expect(outcome.status == 2, "\(command)")
      #expect(outcome.notes.contains("Read-only file system"), "\(command): \(outcome.notes)")
    }
    #expect(folder.snapshot() == before)
  }

  // MARK: Readers that go

  @Test func aReaderThatStopsReading() throws {
    let folder = try program()
    let script = "{ \(Planc.path) explain --all; echo \"status $?\" >&2; } | true"
    for _ in 0..<5 {
      let outcome = try Planc.run(command: ["sh", "-c", script], in: folder)
      #expect(outcome.notes == "status 0\n")
    }
    let closed = try Planc.run(command: ["sh", "-c", "\(Planc.path) lint >&- 2>&-"], in: folder)
    #expect(closed.status < 128)
  }
}
