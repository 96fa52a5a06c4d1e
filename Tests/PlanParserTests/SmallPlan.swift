import PlanModel
import PlanParser
import PlanSource
import Testing

/// A plan that a test writes down, read like a real one. Each `↓` in its text is taken out and its place kept.
struct SmallPlan {
  let source: SourceFile
  let program: Program
  let plan: Plan?
  let findings: [Finding]
  /// The bytes where the marks stood.
  let marks: [Int]

  init(_ text: String, settings: String = "", path: String = "plans/northwind.md") {
    let (clean, marks) = Self.unmark(text)
    self.marks = marks
    source = SourceFile(path: path, bytes: Array(clean.utf8))
    var program = Program()
    if !settings.isEmpty {
      let file = SourceFile(path: Program.path, bytes: Array(settings.utf8))
      program = SettingsReader.read(file, rules: []).program
    }
    self.program = program
    let reading = PlanReader.read(source, in: program)
    plan = reading.plan
    findings = reading.findings
  }

  /// A tier-1 plan of this body.
  init(body: String, settings: String = "") {
    self.init("---\naccount: Northwind\ntier: 1\n---\n" + body, settings: settings)
  }

  /// The findings of a rule, named without `structure/`.
  func findings(_ rule: String) -> [Finding] { findings.filter { $0.rule == "structure/" + rule } }
  /// The plan's sections as they are written.
  var sections: [TextSection] {
    plan.map { PlanReader.text(of: $0, source, in: program) } ?? []
  }
  /// All rules that found something, without `structure/`.
  var rules: [String] { findings.map { String($0.rule.dropFirst("structure/".count)) } }
  /// Where the findings begin.
  var places: [Int] { findings.map { $0.span?.start ?? 0 } }
  /// The plan's text in a span.
  func text(_ span: Span?) -> String? {
    span.map { String(decoding: source.bytes[$0.start..<$0.end], as: UTF8.self) }
  }
  /// What a fact's place holds.
  func written<Value>(_ fact: Located<Value>?) -> String? { text(fact?.span) }

  private static func unmark(_ text: String) -> (text: String, marks: [Int]) {
    let mark = Array("↓".utf8)
    guard text.utf8.contains(mark[0]) else { return (text, []) }
    var (bytes, marks): ([UInt8], [Int]) = ([], [])
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if rest.starts(with: mark) {
        marks.append(bytes.count)
        rest = rest.dropFirst(mark.count)
      } else {
        bytes.append(rest.removeFirst())
      }
    }
    return (String(decoding: bytes, as: UTF8.self), marks)
  }
}

/// A committee of Ann Lee and Raj Iyer, for plans that name them elsewhere.
let committee = """
  ## Buying committee

  | Name | Role |
  | --- | --- |
  | Ann Lee | champion |
  | Raj Iyer | legal |


  """
