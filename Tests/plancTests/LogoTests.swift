import Glibc
import Testing

/// `site.logo`: a picture of the program on every page.
struct LogoTests {
  private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"

  private func program(_ path: String, _ files: [(String, String)]) throws -> Folder {
    try Folder(
      [("planc.yml", "site: { title: \"A & B\", logo: \(path) }\n")] + files.map { ($0.0, $0.1) })
  }

  private func build(in folder: Folder) throws -> Planc.Outcome {
    try Planc.run(["build", "-q", "--as-of", "2026-11-20"], in: folder)
  }

  @Test func itStandsInTheMastheadOfEveryPage() throws {
    let folder = try program("images/Our.SVG", [("images/Our.SVG", Self.svg)])
    #expect(try build(in: folder).status == 0)
    #expect(try folder.read("site/logo.svg") == Self.svg)
    #expect(try folder.read("site/index.html").contains("<img src=\"logo.svg\" alt=\"A &amp; B\""))
    #expect(try folder.read("site/tiers/1.html").contains("<img src=\"../logo.svg\" alt="))
  }

  @Test func withoutOneTheTitleStandsThere() throws {
    let folder = try Folder([("planc.yml", "site: { title: Ours }\n")])
    #expect(try build(in: folder).status == 0)
    let page = try folder.read("site/index.html")
    #expect(page.contains("class=\"brand\" href=\"index.html\">Ours</a>") && !page.contains("<img"))
  }

  @Test(arguments: [
    ("images/logo.svg", "cannot read the picture of site.logo, images/logo.svg: No such file"),
    ("a.png", "site.logo, a.png, is no png picture"), ("a.svg", "site.logo, a.svg, is no svg"),
    ("a.jpg", "site.logo, a.jpg, is no jpg picture"),
    ("a.webp", "site.logo, a.webp, is no webp picture"),
    ("large.svg", "site.logo, large.svg, is larger than 256 KB"),
    ("b.svg", "cannot read the picture of site.logo, b.svg: it is a folder"),
    ("out.svg", "site.logo, out.svg, is a link out of the program, to "),
  ])
  func aPictureThatIsNoneIsAFault(_ path: String, _ fault: String) throws {
    let folder = try program(
      path,
      ["a.png", "a.svg", "a.jpg", "a.webp", "b.svg/c"].map { ($0, "version https://git-lfs\n") }
        + [("large.svg", Self.svg + String(repeating: " ", count: 256 << 10))])
    _ = try folder.writeBeside("secret.svg", Self.svg)
    symlink(folder.beside("secret.svg"), folder.path + "/out.svg")
    let outcome = try build(in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("error: \(fault)"), "\(outcome.notes)")
    #expect(outcome.notes.contains("\n  = help: "))
    #expect(!folder.has("site"))
  }
}
