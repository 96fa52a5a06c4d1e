import PlanLint
import PlanModel
import PlanParser
import PlanSource
import Testing

/// A fix writes down what was read already: the plan says the same before and after.
struct FixMeaningTests {
  /// The fixes that take something away on purpose.
  private static let removing = ["waiver/unused", "waiver/expired"]

  @Test(
    arguments: ExampleCase.all.filter {
      $0.triggers && $0.rule.fix != nil && !removing.contains($0.rule.name)
    })
  func aPlanSaysTheSameAfterwards(_ example: ExampleCase) throws {
    let files = example.files.map { (path: $0.path, text: $0.text.filter { $0 != "↓" }) }
    let before = SmallProgram(files, selection: Selection(select: [example.rule.name]))
    var fixed = 0
    for plan in before.portfolio.plans {
      let fixes = before.findings.filter { $0.path == plan.path }.compactMap(\.fix)
      guard !fixes.isEmpty, let index = files.firstIndex(where: { $0.path == plan.path }) else {
        continue
      }
      let (bytes, applied) = FixApplier.apply(fixes, to: Array(files[index].text.utf8))
      fixed += applied.count
      var mended = files
      mended[index].text = String(decoding: bytes, as: UTF8.self)
      let after = try #require(
        SmallProgram(mended).portfolio.plans.first { $0.path == plan.path })
      #expect(facts(of: after) == facts(of: plan))
    }
    #expect(fixed > 0 || example.rule.level == .off)
  }

  @Test func aChangedFactIsSeen() throws {
    let text = "---\naccount: Northwind\ntier: 1\n---\n## Risks\n\n| Risk |\n| --- |\n| Freeze |\n"
    let plan = try #require(SmallProgram(text).portfolio.plans.first)
    for (old, new) in [("Freeze", "Thaw"), ("tier: 1", "tier: 2"), ("Northwind", "Southwind")] {
      let other = SmallProgram(text.replacing(old, with: new))
      #expect(facts(of: try #require(other.portfolio.plans.first)) != facts(of: plan))
    }
    #expect(facts(of: try #require(SmallProgram("\n" + text).portfolio.plans.first)) != "")
  }

  /// All values of a plan, without the places at which they stand and without what was said of them.
  private func facts(of plan: Plan) -> String {
    var plan = plan
    plan.doubts = []
    plan.suspicions = []
    var lines: [String] = []
    walk(plan, "", into: &lines)
    return lines.joined(separator: "\n")
  }

  private func walk(_ value: Any, _ name: String, into lines: inout [String]) {
    if value is Span { return }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty || value is String {
      lines.append("\(name) = \(value)")
      return
    }
    for (index, child) in mirror.children.enumerated() {
      walk(child.value, "\(name)/\(child.label ?? "\(index)")", into: &lines)
    }
  }
}
