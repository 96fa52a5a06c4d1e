import PlanLint
import PlanParser
import PlanSource
import Testing

/// The examples of the rules are their documentation, and true.
struct ExampleTests {
  @Test(arguments: ExampleCase.all, Disguise.allCases)
  func findsWhatIsMarkedAndNothingElse(_ example: ExampleCase, _ disguise: Disguise) {
    var files: [(path: String, text: String)] = []
    var marked: Set<String> = []
    for (path, text) in example.files {
      let (clean, offsets) = unmark(disguise.apply(to: text, isPlan: path.hasSuffix(".md")))
      files.append((path, clean))
      for offset in offsets { marked.insert("\(path) @\(offset)") }
    }
    let history = example.history.map { commit in
      Example.Commit(
        commit.day, by: commit.author,
        commit.text.map { unmark(disguise.apply(to: $0, isPlan: true)).text }, path: commit.path)
    }
    let findings = SmallProgram(files, history: history).findings(of: example.rule.name)
    #expect(Set(findings.map { "\($0.path) @\($0.span?.start ?? 0)" }) == marked)
    #expect(example.triggers == !marked.isEmpty)
  }

  @Test(arguments: (Rules.all + ReadingRules.all).map(\.name))
  func eachRuleShowsTwoSidesTwice(_ name: String) throws {
    let rule = try #require((Rules.all + ReadingRules.all).first { $0.name == name })
    // What these find cannot be written into an example: the bytes of a file, its size, the system's refusal.
    let unspeakable = ["structure/unreadable-file", "structure/not-utf8", "structure/too-large"]
    if !unspeakable.contains(name) { #expect(rule.examples.count(where: \.triggers) >= 2) }
    #expect(rule.examples.count { !$0.triggers } >= 2)
  }

  /// A waiver silences its rule, each of them.
  @Test(arguments: ExampleCase.waivable)
  func aWaiverSilencesWhatIsFound(_ example: ExampleCase) {
    let plain = SmallProgram(
      example.files.map { ($0.path, unmark($0.text).text) },
      history: example.history.map { commit in
        Example.Commit(
          commit.day, by: commit.author, commit.text.map { unmark($0).text }, path: commit.path)
      })
    let person = plain.portfolio.program.personIDs.first ?? "maya.chen"
    let waiver =
      "waivers: [{ rule: \(example.rule.name), until: 2026-12-31, reason: agreed, by: \(person) }]"
    func waived(_ path: String, _ text: String) -> String {
      let clean = unmark(text).text
      guard path.hasPrefix("plans/"), clean.hasPrefix("---\n") else { return clean }
      return "---\n\(waiver)\n" + clean.dropFirst(4)
    }
    // What was written only now would be news.
    let program = SmallProgram(
      example.files.map { ($0.path, waived($0.path, $0.text)) },
      history: example.history.map { commit in
        Example.Commit(
          commit.day, by: commit.author, commit.text.map { waived(commit.path, $0) },
          path: commit.path)
      })
    func inPlans(_ program: SmallProgram) -> [Finding] {
      program.findings(of: example.rule.name).filter { $0.path.hasPrefix("plans/") }
    }
    #expect(inPlans(program).map(\.message) == [])
    #expect(program.waived == inPlans(plain).count)
    #expect(program.waived > 0)
  }

  /// The text without its marks, and the bytes at which they stood.
  private func unmark(_ text: String) -> (text: String, offsets: [Int]) {
    let mark = Array(String(Example.marker).utf8)
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if rest.starts(with: mark) {
        offsets.append(bytes.count)
        rest = rest.dropFirst(mark.count)
      } else {
        bytes.append(rest.removeFirst())
      }
    }
    return (String(decoding: bytes, as: UTF8.self), offsets)
  }
}

/// One example of one rule.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  let rule: RuleInfo
  let number: Int
  let files: [(path: String, text: String)]
  let history: [Example.Commit]
  let triggers: Bool

  static let all: [ExampleCase] = (Rules.all + ReadingRules.all).flatMap { rule in
    rule.examples.enumerated().map { number, example in
      ExampleCase(
        rule: rule, number: number + 1,
        files: example.files
          + (example.settings.isEmpty ? [] : [(path: "planc.yml", text: example.settings)]),
        history: example.history, triggers: example.triggers)
    }
  }

  /// Those in which something is found in a plan that its plan may waive.
  static let waivable = all.filter { example in
    example.triggers && !["structure", "waiver"].contains(example.rule.group)
      && example.files.contains {
        $0.path.hasPrefix("plans/") && $0.text.contains(Example.marker)
      }
  }

  var testDescription: String { "\(rule.name), example \(number)" }
}

/// Ways to write the same file that must not move a finding away from its mark.
enum Disguise: CaseIterable, Sendable {
  case plain
  /// Characters of several bytes above everything else.
  case multibyte
  case carriageReturns
  case byteOrderMark

  func apply(to text: String, isPlan: Bool) -> String {
    switch self {
    case .plain: text
    case .multibyte: isPlan ? below(text) : "# żółw 🐢 e\u{301}\n" + text
    case .carriageReturns:
      // What a text ends with decides whether its last line is one.
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    case .byteOrderMark:
      // The mark of the finding stays in front of what it marks.
      "\u{FEFF}" + text
    }
  }

  /// A key behind the opening `---`, or a paragraph behind the first line of a file that has none.
  private func below(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first else { return text }
    let key = first.hasSuffix("---") ? "x-note: \"żółw 🐢 e\u{301}\"" : "\nżółw 🐢 e\u{301}\n"
    lines.insert(key, at: 1)
    return lines.joined(separator: "\n")
  }
}
