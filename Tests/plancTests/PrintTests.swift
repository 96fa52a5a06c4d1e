import Glibc
import Testing

/// `build --pdf`: reviews are printed with Chromium before the site is swapped in, or nothing changes.
struct PrintTests {
  private static let plan = """
    ---
    account: Northwind
    tier: 1
    owner: maya.chen
    ---

    ## Opportunities

    | Opportunity | Amount | Close |
    | --- | --- | --- |
    | Plants | 860k | 2027-01-29 |
    """

  private func program(named name: String = "program") throws -> Folder {
    try Folder([("plans/northwind.md", Self.plan)], named: name)
  }

  /// A folder of commands for the PATH, with one that is called as Chromium is.
  private func commands(_ script: String?, in folder: Folder) throws -> String {
    let bin = folder.beside("bin")
    mkdir(bin, 0o755)
    if let script {
      try Folder.write(bin + "/chromium", Array(("#!/bin/sh\n" + script + "\n").utf8))
      chmod(bin + "/chromium", 0o755)
      return bin + ":/usr/bin:/bin"
    }
    // What runs the command itself.
    symlink("/usr/bin/timeout", bin + "/timeout")
    return bin
  }

  private func build(_ words: String..., in folder: Folder, path: String? = nil) throws
    -> Planc.Outcome
  {
    try Planc.run(
      ["build", "--as-of", "2026-11-20"] + words, in: folder,
      environment: path.map { ["PATH": $0] } ?? [:])
  }

  private func leftovers(_ folder: Folder) -> [String] {
    let site = Folder.walk(folder.path + "/site").map(\.path)
    return Folder.names(folder.path).filter { $0.hasSuffix(".planc-new") }
      + site.filter { $0.contains(".print") || $0.hasSuffix(".pdf.html") }
  }

  @Test func withoutChromiumOneLineSaysWhatToInstall() throws {
    let folder = try program()
    let outcome = try build("--pdf", in: folder, path: try commands(nil, in: folder))
    #expect(outcome.status == 2)
    #expect(
      outcome.allNotes == """
        error: --pdf prints with Chromium, and there is none on the PATH: install it \
        (`apt install chromium`), or Google Chrome

        """)
    #expect(!folder.has("site"))
  }

  @Test(arguments: [
    (
      "echo '[1:1:ERROR:x] no room' >&2; exit 7",
      "ended with status 7; it says: [1:1:ERROR:x] no room"
    ),
    ("kill -SEGV $$", "ended by signal 11"),
    ("exit 0", "Chromium printed no PDF of qbr/program.html"),
    (
      "for word; do case $word in --print-to-pdf=*) echo junk > \"${word#*=}\";; esac; done",
      "Chromium printed no PDF of qbr/program.html"
    ),
    ("echo 'ERROR:dbus/bus.cc no bus' >&2; exit 1", "ended with status 1\n"),
  ])
  func aFaultLosesNothing(_ script: String, _ message: String) throws {
    let folder = try program()
    #expect(try build("-q", in: folder).status == 0)
    let before = folder.snapshot(of: "site")
    try folder.write("planc.yml", "program: Other\n")
    let path = try commands(script, in: folder)
    let outcome = try build("--pdf", "--jobs", "1", in: folder, path: path)
    #expect(outcome.status == 2)
    #expect(outcome.notes.contains(message), "\(outcome.notes)")
    #expect(folder.snapshot(of: "site") == before)
    #expect(leftovers(folder) == [])
  }

  /// What stands in for Chromium writes down how it was called, and a file with the clock's day.
  private static let scribe = """
    for word; do
      echo "$word" >> "$(dirname "$0")/words"
      case $word in --print-to-pdf=*) file=${word#*=};; esac
    done
    echo "%PDF-1.4 (/CreationDate (D:20991231235959+00'00') /ModDate (D:20991231235959+00'00'))" > "$file"
    """

  @Test func pagesArePrintedBesideThemselvesWithTheDayOfTheBuild() throws {
    let folder = try program(named: "a %41 é")
    let path = try commands(Self.scribe, in: folder)
    let outcome = try build("--pdf", in: folder, path: path)
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(outcome.notes.contains("3 reviews are printed, in \(folder.path)/site/qbr\n"))
    let files = Folder.walk(folder.path + "/site").map(\.path).filter { $0.hasSuffix(".pdf") }
    #expect(
      files.sorted() == ["qbr/maya-chen.pdf", "qbr/northwind.pdf", "qbr/program.pdf"])
    #expect(
      try folder.read("site/qbr/program.pdf")
        == "%PDF-1.4 (/CreationDate (D:20261120000000+00'00') /ModDate (D:20261120000000+00'00'))\n"
    )
    #expect(try folder.read("site/qbr/program.html").contains("<a href=\"program.pdf\">as PDF</a>"))
    #expect(leftovers(folder) == [])
    let words = String(decoding: try Folder.read(folder.beside("bin/words")), as: UTF8.self)
    #expect(words.contains("--headless\n") && words.contains("--no-pdf-header-footer\n"))
    #expect(words.contains("--no-sandbox\n") == (geteuid() == 0))
    #expect(words.contains("/a%20%2541%20%C3%A9/.site.planc-new/qbr/program.pdf.html\n"))
  }

  @Test func withoutTheFlagNothingIsPrinted() throws {
    let folder = try program()
    let path = try commands("exit 1", in: folder)
    #expect(try build("-q", "--paper", "letter", in: folder, path: path).status == 0)
    #expect(try folder.read("site/qbr/program.html").contains("class=\"qbr letter\""))
    #expect(!folder.has("site/qbr/program.pdf"))
  }

  /// Chromium itself, as it is installed here.
  @Test(arguments: [("a4", "594.95996 841.91998"), ("letter", "612 792")])
  func thePaperIsTheOneAskedFor(_ paper: String, _ size: String) throws {
    let folder = try program()
    let outcome = try build("--pdf", "--paper", paper, in: folder)
    #expect(outcome.status == 0, "\(outcome.notes)")
    let bytes = try Folder.read(folder.path + "/site/qbr/northwind.pdf")
    // Streams hold bytes that are no text; what is asked about stands between them.
    let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x20 }, as: UTF8.self)
    let pages = text.matches(of: /\/Type \/Page\n/).count
    #expect(pages > 0)
    #expect(
      text.matches(of: /\/MediaBox \[0 0 ([0-9. ]+)\]/).map { String($0.1) }
        == Array(repeating: size, count: pages))
    #expect(text.contains("/CreationDate (D:20261120000000"))
    #expect(!text.contains("file:///"))
  }
}
