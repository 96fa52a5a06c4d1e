import PlanReport
import PlanSource
import Testing

/// A comment that a sales manager can read. `Tests/Reports/check.py` reads it as GitHub does.
struct MarkdownFormatTests {
  private func finding(_ account: String?, _ level: Level, _ path: String) -> PlacedFinding {
    var finding = Sample.finding(
      "a", at: "a", message: "nobody is `champion`", path: path, level: level)
    finding.account = account
    return Sample.place(finding, in: "a")
  }

  @Test func theCountsThenAccountAfterAccount() {
    var report = Sample.report([
      finding(nil, .info, "planc.yml"), finding("northwind", .warning, "plans/northwind.md"),
      finding("southwind", .error, "plans/southwind.md"),
      finding("northwind", .error, "plans/zz.md"),
    ])
    report.accounts = ["northwind": "North & Wind"]
    let what = "nobody is <code>champion</code><br>→ Mend it."
    #expect(
      OutputFormat.markdown.write(report) == """
        **2 plans: 2 errors, 1 warning, 1 info** on 2026-11-20

        | Account | Level | What | Where |
        | --- | --- | --- | --- |
        | North &amp; Wind | **error** | \(what) | plans/zz.md:1 |
        | North &amp; Wind | warning | \(what) | plans/northwind.md:1 |
        | southwind | **error** | \(what) | plans/southwind.md:1 |
        | planc.yml | info | \(what) | planc.yml:1 |

        """)
  }

  @Test func nothingFound() {
    #expect(
      OutputFormat.markdown.write(Sample.report([]))
        == "**2 plans: 0 errors, 0 warnings, 0 infos** on 2026-11-20\n\nThere is nothing to mend.\n"
    )
  }

  @Test(arguments: [
    ("a | b", "a \\| b"), ("<b>&", "&lt;b&gt;&amp;"), ("`", "\\`"),
    ("*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"),
    ("[x](y)", "\\[x\\](y)"), ("![x](y)", "!\\[x\\](y)"), ("@octocat", "@&#8203;octocat"),
    ("#12 # 3", "#&#8203;12 # 3"), ("https://x.y", "https:&#8203;//x.y"),
    ("www.x.y", "www&#8203;.x.y"), ("a@b.c", "a@&#8203;b.c"), ("$x$", "&#36;x&#36;"),
    ("a\\|b", "a\\\\\\|b"), ("a\nb", "a\\\\u{a}b"), ("|\u{301}", "\\|\u{301}"),
    ("`a` `", "\\`a\\` \\`"), ("`<a> | @b`", "<code>&lt;a&gt; \\| @&#8203;b</code>"), ("``", ""),
    ("1.5% of €3 (x) \u{2026}", "1.5% of €3 (x) …"),
  ])
  func textIsText(_ text: String, _ escaped: String) {
    let written = Sample.write(.markdown, Sample.place("a", at: "a", message: text))
    #expect(written.contains("| **error** | \(escaped)<br>→ Mend it. |"))
  }

  /// Findings that do not fit are counted in the last line; the mildest go first.
  @Test(arguments: [1_024, 5_000, 65_535, 200_000])
  func staysBelowItsLimit(_ limit: Int) {
    let found = (0..<3_000).map { index in
      finding("a", index % 2 == 0 ? .info : .error, "plans/\(index).md")
    }
    let text = Sample.report(found).markdown(below: limit)
    #expect(text.utf8.count <= limit)
    #expect(text.utf8.count > limit - 500)
    let rows = text.split(separator: "\n").count { $0.hasPrefix("| a |") }
    #expect(
      text.hasSuffix(
        "\n\n\(3_000 - rows) more findings did not fit here, the mildest; `planc lint` lists them "
          + "all.\n"))
    #expect(text.contains("| info |") == (rows > 1_500))
  }

  @Test func aCommentIsCutAndARunIsNot() {
    let found = (0..<3_000).map { finding("a", .error, "plans/\($0).md") }
    #expect(Sample.write(.markdown, found).utf8.count < 65_536)
    let whole = Sample.report(found).markdown(below: 1 << 20)
    #expect(whole.split(separator: "\n").count == 3_003)
  }
}
