import PlanReport
import PlanSource
import Testing

struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, path: String = "plans/a.md") -> UnifiedDiff {
    UnifiedDiff(path: path, old: Array(old.utf8), new: Array(new.utf8))
  }

  private func text(_ old: String, _ new: String, path: String = "plans/a.md") -> String {
    String(decoding: diff(old, new, path: path).bytes, as: UTF8.self)
  }

  private let letters = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\n"

  @Test func aChangeHasItsSurroundings() {
    #expect(text("a\n", "a\n") == "")
    #expect(
      text(letters, letters.replacing("f\n", with: "F\n"))
        == "--- a/plans/a.md\n+++ b/plans/a.md\n@@ -3,7 +3,7 @@\n c\n d\n e\n-f\n+F\n g\n h\n i\n")
  }

  @Test func nearChangesAreShownTogetherAndFarOnesApart() {
    let near = text(letters, letters.replacing("c\n", with: "").replacing("i\n", with: "I\n"))
    #expect(near.count { $0 == "@" } == 4)
    #expect(near.contains("@@ -1,12 +1,11 @@\n a\n b\n-c\n d\n"))
    let far = text(letters, letters.replacing("b\n", with: "").replacing("m\n", with: "M\n"))
    #expect(far.contains("@@ -1,5 +1,4 @@\n a\n-b\n c\n"))
    #expect(far.contains("\n@@ -10,5 +9,5 @@\n j\n k\n l\n-m\n+M\n n\n"))
  }

  @Test func aLastLineWithoutAnEndIsSaidToBeOne() {
    let none = "\n\\ No newline at end of file\n"
    #expect(text("a\nb", "a\nB").hasSuffix(" a\n-b\(none)+B\(none)"))
    #expect(text("a\n", "").hasSuffix("@@ -1,1 +0,0 @@\n-a\n"))
  }

  @Test func carriageReturnsAreKeptInAPatchAndShownToNobody() {
    #expect(text("a\r\n", "b\r\n").hasSuffix("-a\r\n+b\r\n"))
    #expect(diff("a\r\n", "b\r\n").text(.plain).hasSuffix("-a\n+b\n"))
  }

  @Test func hostileTextDoesNothingToATerminal() {
    let path = "plans/a\u{1B}[2J\"\u{202E}.md"
    let shown = diff("\u{1B}[31mred\n", "x\u{9B}\n", path: path).text(.plain)
    #expect(shown.contains("--- \"a/plans/a\\033\\133"), "\(shown)")
    #expect(shown.contains("-\\u{1b}[31mred\n+x\\u{9b}\n"))
    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    #expect(text("a\n", "b\n", path: "plans/a b.md").hasPrefix("--- a/plans/a b.md\t\n"))
    #expect(text("a\n", "b\n", path: "plans/ü.md").hasPrefix("--- a/plans/ü.md\n"))
  }

  @Test func coloursFollowTheKind() {
    let shown = diff("a\n", "b\n").text(.colored)
    #expect(shown.contains("\u{1B}[1;31m-a\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n"))
  }
}
