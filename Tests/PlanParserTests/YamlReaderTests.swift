import PlanSource
import Testing

@testable import PlanParser

/// YAML as text with places.
struct YamlReaderTests {
  private func read(_ text: String) throws -> (root: YamlNode?, duplicates: [YamlReader.Duplicate])
  {
    let bytes = Array(text.utf8)
    return try YamlReader.read(bytes, Span(0, bytes.count))
  }

  private func fault(_ text: String) -> YamlFault? {
    do {
      _ = try read(text)
      return nil
    } catch { return error as? YamlFault }
  }

  @Test(arguments: [
    "no", "on", "1e3", "0o17", "2026-11-20", "12:30:45", "0x1F", ".inf", "yes", "007", "<<",
  ])
  func leavesScalarsAsTheyAreWritten(_ text: String) throws {
    let root = try #require(try read("key: \(text)\n").root)
    guard case .map(let entries) = root.kind else { return #expect(Bool(false), "no map") }
    #expect(entries.first?.value.text == text)
  }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func nothingIsEmpty(_ text: String) throws {
    guard case .map(let entries)? = try read("key: \(text)\n").root?.kind else {
      return #expect(Bool(false), "no map")
    }
    #expect(entries.first?.value.isEmpty == true)
  }

  @Test func quotedNullIsAText() throws {
    guard case .map(let entries)? = try read("key: \"null\"\n").root?.kind else {
      return #expect(Bool(false), "no map")
    }
    #expect(entries.first?.value.text == "null")
  }

  /// Keys and values are where they stand, whatever stands before them.
  @Test(arguments: [
    "", "żółw: 🐢 # e\u{301}\n", "é: ü\nk: 𝄞𝄞\n",
  ])
  func findsPlacesBehindAnything(_ prefix: String) throws {
    let text = prefix + "list: [один, \"два\"]\nmap: { ключ: значение }\nlast: конец\n"
    let bytes = Array(text.utf8)
    guard case .map(let entries)? = try read(text).root?.kind else {
      return #expect(Bool(false), "no map")
    }
    func slice(_ span: Span) -> String {
      String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }
    let three = entries.suffix(3)
    #expect(three.map { slice($0.keySpan) } == ["list", "map", "last"])
    #expect(
      three.map { slice($0.value.span) } == ["[один, \"два\"]", "{ ключ: значение }", "конец"])
    guard case .list(let items)? = three.first?.value.kind else {
      return #expect(Bool(false), "no list")
    }
    #expect(items.map { slice($0.span) } == ["один", "\"два\""])
  }

  /// More than 64 scalars, so that the sparse table of offsets is walked.
  @Test func findsPlacesInLongText() throws {
    for count in 0..<140 {
      let text = "k: \"" + String(repeating: "é", count: count) + "\"\nend: here\n"
      let bytes = Array(text.utf8)
      guard case .map(let entries)? = try read(text).root?.kind, let last = entries.last else {
        return #expect(Bool(false), "no map")
      }
      #expect(
        String(decoding: bytes[last.value.span.start..<last.value.span.end], as: UTF8.self)
          == "here")
    }
  }

  @Test func theFirstOfTwoKeysCounts() throws {
    let (root, duplicates) = try read("a: 1\nb: 2\na: 3\n")
    guard case .map(let entries)? = root?.kind else { return #expect(Bool(false), "no map") }
    #expect(entries.map(\.key) == ["a", "b"])
    #expect(entries.first?.value.text == "1")
    #expect(duplicates.map(\.key) == ["a"])
    #expect(duplicates.map(\.first) == [Span(0, 1)])
    #expect(duplicates.map(\.second) == [Span(10, 11)])
  }

  @Test(arguments: [
    ("a: ↓&x 1\nb: 2\n", "an anchor"), ("a: 1\nb: ↓*x\n", "an alias"), ("a: ↓!!str 1\n", "a tag"),
    ("a: ↓!mine {}\n", "a tag"), ("a: ↓&x [1]\n", "an anchor"), ("↓&x k: 1\n", "an anchor"),
    ("a: 1\n↓--- \nb: 2\n", "a second document"),
    ("ключ: ↓*x\n", "an alias"),
  ])
  func refuses(_ text: String, _ what: String) {
    let parts = text.split(separator: "↓", omittingEmptySubsequences: false)
    guard case .forbidden(let found, let at)? = fault(parts.joined()) else {
      return #expect(Bool(false), "not refused")
    }
    #expect(found == what)
    #expect(at.start == parts[0].utf8.count)
  }

  /// A bomb that expands to 10^9 texts, also where it would be a key.
  @Test(arguments: ["f: *e\n", "? *e\n: 1\n"])
  func anAliasBombIsRefusedAtItsFirstAnchor(_ end: String) {
    var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (from, to) in zip("abcdefgh", "bcdefghi") {
      let alias = Array(repeating: "*\(from)", count: 10).joined(separator: ", ")
      text += "\(to): &\(to) [\(alias)]\n"
    }
    guard case .forbidden(let what, let at)? = fault(text + end) else {
      return #expect(Bool(false), "not refused")
    }
    #expect(what == "an anchor")
    #expect(at.start == 3)
  }

  @Test(arguments: [
    ("a: b: c\n", "mapping values"), ("a: [1\n", ""), ("a: \"x\n", ""), ("a: @x\n", "cannot start"),
    ("a:\n\t- b\n", ""), ("- a\nb: c\n", ""), ("a: {b: 1,,}\n", ""), ("[a]: 1\n", "a key must be"),
    ("a: 1\n...\nb: 2\n", ""),
    ("? {x: y}\n: 1\n", "a key must be"),
  ])
  func saysWhatIsNoYaml(_ text: String, _ problem: String) {
    guard case .invalid(let found, _)? = fault(text) else {
      return #expect(Bool(false), "not refused")
    }
    if !problem.isEmpty { #expect(found.contains(problem)) }
  }

  @Test(arguments: ["\u{1}", "\u{7F}", "\u{B}"])
  func pointsAtAControlCharacter(_ control: String) {
    let text = "ключ: значение\nb: x"
    guard case .invalid(let problem, let at)? = fault(text + control + "\n") else {
      return #expect(Bool(false), "not refused")
    }
    #expect(problem.contains("control character"))
    #expect(at.start == text.utf8.count)
  }

  @Test func refusesDeepNesting() {
    let deep = "a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "\n"
    guard case .invalid(let problem, _)? = fault(deep) else {
      return #expect(Bool(false), "not refused")
    }
    #expect(problem.contains("nested more than 32 deep"))
    let fine = "a: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20) + "\n"
    #expect(fault(fine) == nil)
  }

  @Test func anEmptyDocumentIsNothing() throws {
    #expect(try read("").root == nil)
    #expect(try read("# only a remark\n").root == nil)
  }

  @Test func readsAPartOfAFile() throws {
    let bytes = Array("é---\nkey: ü\n---\nrest: [".utf8)
    let start = 6
    guard case .map(let entries)? = try YamlReader.read(bytes, Span(start, start + 8)).root?.kind
    else { return #expect(Bool(false), "no map") }
    #expect(entries.first?.keySpan == Span(6, 9))
    #expect(entries.first?.value.span == Span(11, 13))
  }
}
