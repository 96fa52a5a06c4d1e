import PlanReport
import PlanSource
import Testing

/// JUnit, for those who show tests.
struct JUnitFormatTests {
  @Test func aSuiteAFileAndAFailureAFinding() {
    var finding = Sample.finding("a\n", at: "a", level: .warning)
    finding.fingerprint = "group/fault a"
    var report = Sample.report([Sample.place(finding, in: "a\n")])
    report.files = ["plans/b.md", "plans/a.md"]
    #expect(
      OutputFormat.junit.write(report) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="planc" tests="2" failures="1" errors="0">
          <testsuite name="plans/a.md" tests="1" failures="1" errors="0" skipped="0" time="0">
            <testcase name="group/fault a" classname="plans/a.md" file="plans/a.md" time="0">
              <failure type="warning" message="a fault">warning[group/fault]: a fault
         --&gt; plans/a.md:1:1
          |
        1 | a
          | ^
          |
          = why: it costs the deal
          = help: Mend it.
        </failure>
            </testcase>
          </testsuite>
          <testsuite name="plans/b.md" tests="1" failures="0" errors="0" skipped="0" time="0">
            <testcase name="no findings" classname="plans/b.md" file="plans/b.md" time="0"/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func nothingWasRead() {
    #expect(
      OutputFormat.junit.write(Sample.report([])) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="planc" tests="0" failures="0" errors="0">
        </testsuites>

        """)
  }

  @Test(arguments: [
    ("<b>&\"", "&lt;b&gt;&amp;&quot;"), ("]]>", "]]&gt;"), ("a\tb\r\nc", "a&#x9;b&#xD;&#xA;c"),
    ("\u{0}\u{8}\u{1B}[31m", "\u{FFFD}\u{FFFD}\u{FFFD}[31m"),
    ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
    ("\u{202E}\u{9B}\u{2028}", "&#x202E;&#x9B;&#x2028;"), ("<\u{301}", "&lt;\u{301}"),
    ("##[x]", "##&#x5B;x]"), ("森 🐢 'x'", "森 🐢 'x'"),
  ])
  func textIsEscaped(_ text: String, _ escaped: String) {
    let written = Sample.write(.junit, Sample.place("a", at: "a", message: text, path: text))
    #expect(written.contains("message=\"\(escaped)\">"))
    #expect(written.contains("<testsuite name=\"\(escaped)\" "))
    #expect(!written.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
