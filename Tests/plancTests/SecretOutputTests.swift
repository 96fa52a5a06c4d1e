import Testing

/// What must not be repeated stands in no report, whatever its format.
struct SecretOutputTests {
  private static let secrets = [
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "+49 171 2345678", "ann.lee@gmail.com",
    "Winter2026!",
  ]
  private static let head = "---\naccount: Northwind\ntier: 3\nowner: maya\n---\n\n"
  private static let plan =
    head
    + "Portal: \(secrets[0]), TODO, mobile \(secrets[1]), \(secrets[2]), password: \(secrets[3])\n"

  @Test(arguments: [
    "full", "concise", "json", "json-lines", "sarif", "junit", "github", "gitlab", "markdown",
  ])
  func noFormatRepeatsASecret(_ format: String) throws {
    let folder = try Folder([("planc.yml", ""), ("plans/a.md", Self.plan)])
    let outcome = try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--output-format", format], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("looks like a password"))
    #expect(outcome.text.contains("looks like a private phone number"))
    #expect(outcome.text.contains("TODO"))
    for secret in Self.secrets {
      #expect(!outcome.text.contains(secret.suffix(6)), "\(secret)")
      #expect(!outcome.text.contains(secret.dropFirst(4).prefix(6)), "\(secret)")
    }
    if format == "full" {
      let stars = String(repeating: "*", count: Self.secrets[0].count)
      #expect(outcome.text.contains("Portal: \(stars), TODO, mobile ****"))
    }
  }

  @Test func noPageOfFindingsRepeatsASecret() throws {
    let folder = try Folder([("planc.yml", ""), ("plans/a.md", Self.plan)])
    let outcome = try Planc.run(["build", "--as-of", "2026-11-20"], in: folder)
    let page = try folder.read("site/report.html")
    #expect(page.contains("privacy/secret"), "\(outcome.all)")
    for secret in Self.secrets { #expect(!page.contains(secret.dropFirst(4).prefix(6))) }
  }

  /// A token that leaked later is news, though it begins like the one that is known.
  @Test func anotherTokenIsNew() throws {
    let repository = try Repository()
    let lint = ["--select", "privacy"]
    try repository.folder.write("planc.yml", "")
    try repository.commit(
      "plans/a.md", Self.head + "token \(Self.secrets[0])\n", on: "2026-11-05")
    _ = try repository.run(lint + ["--write-baseline", "known.txt"])
    let known = try repository.folder.read("known.txt")
    #expect(known.contains("\nprivacy/secret a ghp_"))
    #expect(!known.contains("16C7e4"))
    #expect(try repository.run(lint + ["--baseline", "known.txt"]).text == "")
    #expect(try repository.run(lint + ["--new", "main"]).text == "")
    try repository.folder.write(
      "plans/a.md", Self.head + "token ghp_99Z9z99Z999z9999Z9999z999999Zz999Z9z\n")
    for words in [["--baseline", "known.txt"], ["--new", "main"]] {
      #expect(try repository.run(lint + words).text.contains("error[privacy/secret]"), "\(words)")
    }
  }

  /// Nor does a finding beside one that is agreed on.
  @Test(arguments: ["--baseline", "waivers"])
  func theLineOfAnotherFindingRepeatsNoSecret(_ way: String) throws {
    let line = "Portal: \(Self.secrets[0])"
    let waiver =
      "waivers: [{ rule: privacy/secret, until: 2026-12-31, reason: revoked, by: maya }]\n"
    let head = way == "waivers" ? "---\n" + waiver + Self.head.dropFirst(4) : Self.head
    let folder = try Folder([("planc.yml", ""), ("plans/a.md", head + line + "\n")])
    let lint = ["lint", "--as-of", "2026-11-20"]
    if way == "--baseline" {
      _ = try Planc.run(lint + ["--write-baseline", "known.txt"], in: folder)
    }
    try folder.write("plans/a.md", head + line + ", TODO\n")
    let words = way == "--baseline" ? ["--baseline", "known.txt"] : []
    let outcome = try Planc.run(lint + words, in: folder)
    #expect(outcome.text.contains("structure/placeholder"), "\(outcome.all)")
    #expect(!outcome.text.contains("privacy/secret"))
    #expect(!outcome.text.contains("16C7e4"))
  }
}
