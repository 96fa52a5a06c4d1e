import PlanModel
import Testing

/// Patterns of paths.
struct GlobTests {
  @Test(arguments: [
    ("plans/a.md", "plans/a.md"), ("plans/*.md", "plans/a.md"), ("plans/*", "plans/a.md"),
    ("plans/**", "plans/a/b/c.md"), ("plans/**", "plans/"), ("**", "plans/a.md"),
    ("plans/**/c.md", "plans/a/b/c.md"), ("plans/**/c.md", "plans/c.md"),
    ("**/c.md", "c.md"), ("**/c.md", "plans/c.md"), ("plans/**/**/c.md", "plans/a/c.md"),
    ("plans/?.md", "plans/a.md"), ("plans/a*z.md", "plans/az.md"), ("*/a.md", "plans/a.md"),
    ("plans/apac/**", "plans/apac/japan/x.md"), ("plans/a**z.md", "plans/a/b/z.md"), ("", ""),
  ])
  func matches(_ pattern: String, _ path: String) { #expect(Glob(pattern).matches(path)) }

  @Test(arguments: [
    ("plans/a.md", "plans/a.mdx"), ("plans/a.md", "xplans/a.md"), ("plans/*", "plans/a/b.md"),
    ("plans/*.md", "plans/a/b.md"), ("plans/?.md", "plans/ab.md"), ("plans/?.md", "plans//.md"),
    ("plans/apac/**", "plans/apace/x.md"), ("plans/apac/**", "plans/apac"),
    ("plans/**/c.md", "plans/abc.md"), ("**/c.md", "plans/abc.md"), ("", "a"), ("a", ""),
    ("plans/[a].md", "plans/a.md"),
  ])
  func doesNotMatch(_ pattern: String, _ path: String) { #expect(!Glob(pattern).matches(path)) }

  /// A pattern that makes a backtracking matcher run for ever.
  @Test func manyStarsCostNoMoreThanTheirNumber() {
    let pattern = String(repeating: "*a", count: 200) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 1000)))
  }

  /// All short patterns and paths, against a matcher that tries everything.
  @Test func agreesWithANaiveMatcher() {
    let letters: [Character] = ["a", "/", "*", "?"]
    var wrong: [String] = []
    for pattern in words(letters, upTo: 4) where !pattern.contains("***") {
      let glob = Glob(pattern)
      for path in words(["a", "b", "/"], upTo: 4) {
        let expected = naive(Array(pattern)[...], Array(path)[...], isStart: true)
        if glob.matches(path) != expected { wrong.append("\(pattern) \(path)") }
      }
    }
    #expect(wrong == [])
  }

  private func words(_ letters: [Character], upTo length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { word in letters.map { word + String($0) } }
      all += last
    }
    return all
  }

  private func naive(
    _ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>, isStart: Bool
  ) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    let rest = pattern.dropFirst()
    if first == "*", rest.first == "*" {
      let behind = rest.dropFirst()
      if isStart, behind.first == "/" {
        let folders = [path] + path.indices.filter { path[$0] == "/" }.map { path[($0 + 1)...] }
        return folders.contains { naive(behind.dropFirst(), $0, isStart: true) }
      }
      return (path.startIndex...path.endIndex).contains {
        naive(behind, path[$0...], isStart: false)
      }
    }
    if first == "*" {
      let length = path.prefix { $0 != "/" }.count
      return (0...length).contains { naive(rest, path.dropFirst($0), isStart: false) }
    }
    guard let next = path.first, first == next || (first == "?" && next != "/") else {
      return false
    }
    return naive(rest, path.dropFirst(), isStart: first == "/")
  }
}
